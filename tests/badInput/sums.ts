import { Decimal } from "decimal.js";

const Exact = Decimal.clone({ precision: 100 });

/** The sum of amounts as they were read. */
export function sumOf(rows: readonly { amount: string }[]): string {
  return rows.reduce((sum, { amount }) => sum.plus(amount), new Exact(0)).toFixed();
}
