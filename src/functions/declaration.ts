import type { Decimal } from "../money/presentValue";
import type { Argument, Localised } from "./arguments";
import { Refusal } from "./refusal";

/** The values that a list of arguments reads, in the same order. */
type ValuesOf<Arguments extends readonly Argument<unknown>[]> = {
  [Index in keyof Arguments]: Arguments[Index] extends Argument<infer Value> ? Value : never;
};

/** A function in cells, declared once. */
export interface CellFunction {
  /** What code and metadata use; never changed once released. */
  id: string;
  /** What users write after `SIF.`, the same in every language. */
  name: string;
  description: Localised;
  arguments: readonly Argument<unknown>[];
  /**
   * From what Excel passes to what the cell holds, the nearest double to the exact answer.
   * Throws `Refusal` for wrong input, and for an answer that does not exist.
   */
  evaluate(...passed: unknown[]): number;
}

/** Declares a function: what it is called, what it takes, and the exact computation. */
export function declare<const Arguments extends readonly Argument<unknown>[]>(
  declaration: Omit<CellFunction, "arguments" | "evaluate"> & {
    arguments: Arguments;
    compute(...values: ValuesOf<Arguments>): Decimal;
  },
): CellFunction {
  const { id, name, description, arguments: declared, compute } = declaration;
  return {
    id,
    name,
    description,
    arguments: declared,
    evaluate(...passed) {
      const values = declared.map((argument, index) => argument.read(passed[index])) as ValuesOf<Arguments>;
      const answer = Number(compute(...values).toString());
      if (!Number.isFinite(answer)) throw new Refusal("none", (translate) => translate("functions:refused.tooLarge"));
      return answer;
    },
  };
}
