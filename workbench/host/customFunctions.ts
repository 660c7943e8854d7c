import { ArraySize, CellError, EmptyValue, ErrorType, FunctionArgumentType, FunctionPlugin, SimpleRangeValue, type FunctionMetadata, type ImplementedFunctions } from "hyperformula";
import { registerFunctions } from "./calculation";
import { knowCustomName } from "./customNames";
import { keepSentence } from "./sentences";

/** A custom function, as an add-in's functions.json describes it. */
export interface CustomFunction {
  id: string;
  name: string;
  parameters: { name: string; dimensionality?: string; optional?: boolean }[];
  result: { dimensionality?: string };
}

/** Calls the function of an id; undefined as long as the add-in has not registered it. Throws what it throws. */
export type CallFunction = (id: string) => ((...passed: unknown[]) => unknown) | undefined;

/** What the engine hands a plugin's method: the call as it stands in the formula, and where. */
type Run = FunctionPlugin["runFunction"];
interface Call {
  procedureName: string;
  args: Parameters<Run>[0];
}
type State = Parameters<Run>[1];
type Coerced = Parameters<FunctionPlugin["coerceToType"]>;

const EXCEL_ERRORS: Partial<Record<ErrorType, string>> = {
  [ErrorType.DIV_BY_ZERO]: "#DIV/0!",
  [ErrorType.NAME]: "#NAME?",
  [ErrorType.VALUE]: "#VALUE!",
  [ErrorType.NUM]: "#NUM!",
  [ErrorType.NA]: "#N/A",
  [ErrorType.REF]: "#REF!",
  [ErrorType.CYCLE]: "#REF!",
  [ErrorType.SPILL]: "#SPILL!",
};

/** Only these carry a sentence in Excel. */
const WITH_SENTENCE = [ErrorType.VALUE, ErrorType.NA];

/** What Excel passes for a cell: null for a blank one, an object with a code for an error. */
function passedValue(value: unknown): unknown {
  if (value === EmptyValue) return null;
  if (value instanceof CellError) return { code: EXCEL_ERRORS[value.type] ?? "#VALUE!" };
  if (value instanceof SimpleRangeValue) return value.data.map((row) => row.map(passedValue));
  // A number with a format of its own: a percentage, a date.
  if (typeof value === "object" && value !== null && "val" in value) return value.val;
  return value;
}

/** The error that a function has thrown or given, as the engine has it. */
function errorOf(thrown: unknown): CellError {
  const code = typeof thrown === "object" && thrown !== null && "code" in thrown ? thrown.code : undefined;
  const type = (Object.keys(EXCEL_ERRORS) as ErrorType[]).find((one) => EXCEL_ERRORS[one] === code) ?? ErrorType.VALUE;
  const sentence = thrown instanceof Error && WITH_SENTENCE.includes(type) ? thrown.message : undefined;
  if (sentence) keepSentence(sentence);
  return new CellError(type, sentence);
}

type CellResult = number | string | boolean | CellError;

function isResult(value: unknown): value is number | string | boolean {
  return typeof value === "number" || typeof value === "string" || typeof value === "boolean";
}

/** What the function gives, or the error that it has thrown. */
function called(call: CallFunction, id: string, passed: unknown[]): unknown {
  const implementation = call(id);
  if (!implementation) return new CellError(ErrorType.NAME);
  try {
    return implementation(...passed);
  } catch (error) {
    return errorOf(error);
  }
}

function inCell(answer: unknown): CellResult {
  return isResult(answer) || answer instanceof CellError ? answer : errorOf(answer);
}

/** More cells than this don't spill here (in Excel a whole column does, from its first row): they would fill the memory. */
const MOST_SPILLED = 100_000;

/** The engine has kept a place of this size for the answer; undefined when it is too large. */
function placeFor({ width, height }: ArraySize): ArraySize | undefined {
  return width * height <= MOST_SPILLED ? new ArraySize(width, height) : undefined;
}

/** An answer as it spills. An error stands alone in the formula's own cell, and the place beside it is blank. */
function spilled(answer: unknown, { width, height }: ArraySize): SimpleRangeValue {
  const rows = Array.isArray(answer) ? (answer as unknown[][]) : [[answer]];
  const failed = !Array.isArray(answer) && !isResult(answer);
  const fits = rows.length === height && rows.every((row) => row.length === width);
  if (!failed && fits) return SimpleRangeValue.onlyValues(rows.map((row) => row.map(inCell)));
  const sizes = `The answer has ${rows.length} × ${rows[0]?.length ?? 0} cells, but ${height} × ${width} are kept for it: as many as the first range argument has.`;
  const error = failed ? inCell(answer) : new CellError(ErrorType.VALUE, sizes);
  return SimpleRangeValue.onlyValues(Array.from({ length: height }, (_, row) => Array.from({ length: width }, (__, column) => (row + column === 0 ? error : ""))));
}

/**
 * Gives formulas an add-in's functions, by their metadata: `=SIF.NETTONUVÄRDE(…)` for the namespace "SIF". Register once
 * for a process; what `call` finds may change. The engine wants to know how many cells an answer fills before it is
 * computed: as many as the first range argument has.
 */
export function registerCustomFunctions(namespace: string, functions: readonly CustomFunction[], call: CallFunction): void {
  const byKey = new Map(functions.map((one) => [`${namespace}.${one.id}`.toUpperCase(), one]));

  class AddInFunctions extends FunctionPlugin {
    static override implementedFunctions: ImplementedFunctions = Object.fromEntries([...byKey].map(([key, one]) => [key, metadataOf(one)]));

    call(formula: Call, state: State): ReturnType<Run> {
      return this.answer(formula, state, inCell);
    }

    spill(formula: Call, state: State): ReturnType<Run> {
      const place = placeFor(this.arguedSize(formula, state));
      return place ? this.answer(formula, state, (answer) => spilled(answer, place)) : new CellError(ErrorType.SPILL);
    }

    sizeOfSpill(formula: Call, state: State): ArraySize {
      return placeFor(this.arguedSize(formula, state)) ?? ArraySize.scalar();
    }

    private arguedSize({ procedureName, args }: Call, state: State): ArraySize {
      const argument = args[byKey.get(procedureName)?.parameters.findIndex(isRange) ?? -1];
      return argument ? this.arraySizeForAst(argument, state) : ArraySize.scalar();
    }

    private answer({ procedureName, args }: Call, state: State, result: (answer: unknown) => CellResult | SimpleRangeValue): ReturnType<Run> {
      const id = byKey.get(procedureName)?.id ?? procedureName;
      const leftOut = (index: number) => args[index] === undefined || `${args[index].type}` === "EMPTY";
      return this.runFunction(args, state, this.metadata(procedureName), (...values: unknown[]) =>
        result(called(call, id, values.map((value, index) => (leftOut(index) ? undefined : passedValue(value))))),
      );
    }

    /** A function gets the error of a single cell too, as it gets those within a range. */
    override coerceToType(...[argument, wanted, state]: Coerced): ReturnType<FunctionPlugin["coerceToType"]> {
      const alone = argument instanceof CellError && wanted.argumentType === FunctionArgumentType.RANGE;
      return super.coerceToType(alone ? SimpleRangeValue.fromScalar(argument) : argument, wanted, state);
    }
  }
  const names = Object.fromEntries([...byKey].map(([key, { name }]) => [key, `${namespace}.${name}`.toUpperCase()]));
  registerFunctions(AddInFunctions, names);
  Object.values(names).forEach(knowCustomName);
}

function isRange({ dimensionality }: CustomFunction["parameters"][number]): boolean {
  return dimensionality === "matrix";
}

function metadataOf({ parameters, result }: CustomFunction): FunctionMetadata {
  const spills = result.dimensionality === "matrix";
  return {
    ...(spills ? { method: "spill", sizeOfResultArrayMethod: "sizeOfSpill", vectorizationForbidden: true } : { method: "call" }),
    parameters: parameters.map((parameter) => ({
      argumentType: isRange(parameter) ? FunctionArgumentType.RANGE : FunctionArgumentType.SCALAR,
      optionalArg: parameter.optional === true,
    })),
  };
}
