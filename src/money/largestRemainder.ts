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
  let total = 0n;
  for (const weight of weights) total += weight;
  if (units === 0n) return weights.map(() => 0n);
  if (total === 0n) throw new RangeError("Units can't be divided over weights that are all zero.");
  if (units === total) return [...weights];
  const shares = weights.map((weight) => units * weight);
  const parts = shares.map((share) => share / total);
  let left = units;
  for (const part of parts) left -= part;
  if (left === 0n) return parts;
  // Fewer units are left than there are parts, so one round of the largest remainders takes them all.
  const remainders = shares.map((share) => share % total);
  const byRemainder = remainders.map((_, index) => index).sort((a, b) => (remainders[a] === remainders[b] ? a - b : remainders[a]! > remainders[b]! ? -1 : 1));
  for (const index of byRemainder.slice(0, Number(left))) parts[index] = parts[index]! + 1n;
  return parts;
}
