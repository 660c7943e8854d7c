import { decimalsOf, decimalText, isDecimalText, wholeOf } from "../money/decimalText";
import type { AmountRow, DecimalText, OutcomeRow, PlanInput } from "../planning/types";

/** A project, a committee and a year as one key; the length tells where the project's name ends, whatever it holds. */
export const cellKey = (project: string, committee: string, year: number) => `${project.length} ${project} ${committee} ${year}`;

/** The sum of each project, committee and year, exact. */
export type CellSums = Map<string, Pick<AmountRow, "project" | "committee" | "year" | "amount">>;

/** Rows that add up: the same project, committee and year are one amount. Rows whose amount is none are left out. */
export function sumsOf(rows: Iterable<Pick<AmountRow, "project" | "committee" | "year" | "amount">>): CellSums {
  const sums: CellSums = new Map();
  for (const { project, committee, year, amount } of rows) {
    if (!isDecimalText(amount)) continue;
    const key = cellKey(project, committee, year);
    sums.set(key, { project, committee, year, amount: plus(sums.get(key)?.amount ?? "0", amount) });
  }
  return sums;
}

/** Only established outcomes count. */
export function establishedOf({ outcomes = [] }: PlanInput): OutcomeRow[] {
  return outcomes.filter(({ status }) => status === "established");
}

/** The exact sum a + b. */
export function plus(a: DecimalText, b: DecimalText): DecimalText {
  const decimals = Math.max(decimalsOf(a), decimalsOf(b));
  return decimalText(wholeOf(a, decimals) + wholeOf(b, decimals), decimals);
}

/** The exact difference a − b. */
export function minus(a: DecimalText, b: DecimalText): DecimalText {
  const decimals = Math.max(decimalsOf(a), decimalsOf(b));
  return decimalText(wholeOf(a, decimals) - wholeOf(b, decimals), decimals);
}
