import { divideUnits } from "../money/largestRemainder";
import { Decimal } from "../money/presentValue";

/**
 * Fördela: divides an amount in proportion to weights, so that the parts sum to it exactly.
 *
 * Each part is a whole number of units: ⌊units · weight / Σ weights⌋, and what is left goes one unit each to the largest
 * remainders, where they are equal to the one listed first (largest remainder, Hamilton's method).
 *
 * Worked example: 100 kr over three equal weights is 33.34, 33.33 and 33.33 kr.
 *
 * @param amount a whole number of units; a negative amount is divided as its opposite
 * @param weights zero or more, at least one above zero
 * @param unit above zero, in the unit of the amount
 * @returns a part for each weight; undefined when the amount is not a whole number of units
 */
export function allocate(amount: Decimal, weights: readonly Decimal[], unit: Decimal): Decimal[] | undefined {
  const units = amount.dividedBy(unit);
  if (!units.isInteger()) return undefined;
  const decimals = weights.reduce((most, weight) => Math.max(most, weight.decimalPlaces()), 0);
  const whole = weights.map((weight) => BigInt(weight.times(new Decimal(10).pow(decimals)).toFixed(0)));
  const parts = divideUnits(BigInt(units.abs().toFixed(0)), whole);
  const sign = amount.isNegative() ? -1 : 1;
  return parts.map((part) => new Decimal(part.toString()).times(unit).times(sign));
}
