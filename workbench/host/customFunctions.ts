import { CellError, EmptyValue, ErrorType, FunctionArgumentType, FunctionPlugin, SimpleRangeValue, type FunctionMetadata, type ImplementedFunctions } from "hyperformula";
import { registerFunctions } from "./calculation";

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

/** What Excel passes for a cell: null for a blank one, an object with a code for an error. */
function passedValue(value: unknown): unknown {
  if (value === EmptyValue) return null;
  if (value instanceof CellError) return { code: EXCEL_ERRORS[value.type] ?? "#VALUE!" };
  if (value instanceof SimpleRangeValue) return value.data.map((row) => row.map(passedValue));
  // A number with a format of its own: a percentage, a date.
  if (typeof value === "object" && value !== null && "val" in value) return value.val;
  return value;
}

/** The error that a function has thrown or given, as the engine has it: only these two carry a sentence in Excel. */
function errorOf(thrown: unknown): CellError {
  const code = typeof thrown === "object" && thrown !== null && "code" in thrown ? thrown.code : undefined;
  const type = (Object.keys(EXCEL_ERRORS) as ErrorType[]).find((one) => EXCEL_ERRORS[one] === code) ?? ErrorType.VALUE;
  return new CellError(type, thrown instanceof Error ? thrown.message : undefined);
}

function called(call: CallFunction, id: string, passed: unknown[]): number | string | boolean | CellError {
  const implementation = call(id);
  if (!implementation) return new CellError(ErrorType.NAME);
  try {
    const answer = implementation(...passed.map(passedValue));
    return typeof answer === "number" || typeof answer === "string" || typeof answer === "boolean" ? answer : errorOf(answer);
  } catch (error) {
    return errorOf(error);
  }
}

/**
 * Gives formulas an add-in's functions, by their metadata: `=SIF.NETTONUVÄRDE(…)` for the namespace "SIF". Register once
 * for a process; what `call` finds may change. Functions whose answer is a matrix are left out: they are #NAME?.
 */
export function registerCustomFunctions(namespace: string, functions: readonly CustomFunction[], call: CallFunction): void {
  const scalar = functions.filter(({ result }) => result.dimensionality !== "matrix");
  const byKey = new Map(scalar.map((one) => [`${namespace}.${one.id}`.toUpperCase(), one]));

  class AddInFunctions extends FunctionPlugin {
    static override implementedFunctions: ImplementedFunctions = Object.fromEntries([...byKey].map(([key, one]) => [key, metadataOf(one)]));

    call({ procedureName, args }: Call, state: Parameters<Run>[1]): ReturnType<Run> {
      const id = byKey.get(procedureName)?.id ?? procedureName;
      return this.runFunction(args, state, this.metadata(procedureName), (...passed: unknown[]) => called(call, id, passed));
    }
  }
  registerFunctions(AddInFunctions, Object.fromEntries([...byKey].map(([key, { name }]) => [key, `${namespace}.${name}`.toUpperCase()])));
}

function metadataOf({ parameters }: CustomFunction): FunctionMetadata {
  return {
    method: "call",
    parameters: parameters.map(({ dimensionality, optional }) => ({
      argumentType: dimensionality === "matrix" ? FunctionArgumentType.RANGE : FunctionArgumentType.SCALAR,
      optionalArg: optional === true,
    })),
  };
}
