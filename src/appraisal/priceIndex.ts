import type { Decimal } from "../money/presentValue";

/**
 * Prisomräkna: an amount in the prices of another year, amount · index(to) / index(from).
 *
 * Worked example: 1 000 kr from a year with index 200 to one with 210 is 1 050 kr.
 *
 * @param from the index of the year whose prices the amount has, above zero
 * @param to the index of the year whose prices are asked for, above zero
 */
export function adjustPrice(amount: Decimal, from: Decimal, to: Decimal): Decimal {
  return amount.times(to).dividedBy(from);
}
