import type { Decimal } from "../money/presentValue";
import type { Argument, Localised } from "./arguments";
import { refuse } from "./refusal";
import { spilled, type Spill } from "./spill";

/** The values that a list of arguments reads, in the same order. */
type ValuesOf<Arguments extends readonly Argument<unknown>[]> = {
  [Index in keyof Arguments]: Arguments[Index] extends Argument<infer Value> ? Value : never;
};

/** A call with its answer, from the sources; the reference shows it and a test computes it. */
export interface WorkedExample {
  /** What the figures are, and where they come from. */
  about: Localised;
  /** As a formula would pass them: numbers, conditions, and rows of numbers. */
  passed: readonly (number | boolean | readonly (readonly number[])[])[];
  /** To as many decimals as it is written with. */
  answer: number | readonly (readonly number[])[];
}

/** A function in cells, declared once. */
export interface CellFunction<Answer extends number | number[][] = number | number[][]> {
  /** What code and metadata use; never changed once released. */
  id: string;
  /** What users write after `SIF.`, the same in every language. */
  name: string;
  description: Localised;
  arguments: readonly Argument<unknown>[];
  example: WorkedExample;
  /** The answer fills several cells. */
  spills: boolean;
  /**
   * From what Excel passes to what the cell holds, the nearest double to the exact answer.
   * Throws `Refusal` for wrong input, and for an answer that does not exist.
   */
  evaluate(...passed: unknown[]): Answer;
}

type Declaration<Arguments extends readonly Argument<unknown>[], Computed> = Omit<CellFunction, "arguments" | "evaluate" | "spills"> & {
  arguments: Arguments;
  /** The exact answer, or the double that is nearest to it. */
  compute(...values: ValuesOf<Arguments>): Computed;
};

/** Declares a function with one answer: what it is called, what it takes, and the exact computation. */
export function declare<const Arguments extends readonly Argument<unknown>[]>(declaration: Declaration<Arguments, Decimal | number>): CellFunction<number> {
  const { compute, ...rest } = declaration;
  return { ...rest, spills: false, evaluate: (...passed) => inCell(compute(...valuesOf(rest.arguments, passed))) };
}

/** Declares a function whose answer has the shape of a range. */
export function declareSpilled<const Arguments extends readonly Argument<unknown>[]>(declaration: Declaration<Arguments, Spill>): CellFunction<number[][]> {
  const { compute, ...rest } = declaration;
  return { ...rest, spills: true, evaluate: (...passed) => spilled(compute(...valuesOf(rest.arguments, passed)), inCell) };
}

function valuesOf<Arguments extends readonly Argument<unknown>[]>(declared: Arguments, passed: readonly unknown[]): ValuesOf<Arguments> {
  return declared.map((argument, index) => argument.read(passed[index])) as ValuesOf<Arguments>;
}

function inCell(answer: Decimal | number): number {
  const nearest = typeof answer === "number" ? answer : Number(answer.toString());
  if (!Number.isFinite(nearest)) return refuse("none", (translate) => translate("functions:refused.tooLarge"));
  return nearest === 0 ? 0 : nearest; // never −0
}
