/**
 * Divides whole units in proportion to weights, so that the parts sum to the units exactly.
 *
 * Every part gets ⌊units · weight / Σ weights⌋; what is left goes, one unit each, to the largest remainders,
 * and where they are equal to the part listed first (Hamilton's method).
 *
 * @param units zero or more
 * @param weights each zero or more, at least one of them above zero unless there are no units
 * @returns a part for each weight
 * @example divideUnits(100n, [1n, 1n, 1n]) // [34n, 33n, 33n]
 */
export function divideUnits(units: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (units === 0n || total === 0n) {
    if (units !== 0n) throw new RangeError("Units can't be divided over weights that are all zero.");
    return weights.map(() => 0n);
  }
  const parts = weights.map((weight) => (units * weight) / total);
  let left = units - parts.reduce((sum, part) => sum + part, 0n);
  if (left === 0n) return parts;
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (units * weight) % total }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder) {
    if (left === 0n) break;
    parts[index] = parts[index]! + 1n;
    left -= 1n;
  }
  return parts;
}
