/** Oracles in whole numbers: nothing here is taken from the computations that they check. */

/** A generator with a seed (mulberry32), so that a case that fails can be found again. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The seed of a run: given (SEED=…), or another one each time. */
export const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

export interface Fraction {
  numerator: bigint;
  /** Above zero. */
  denominator: bigint;
}

const powersOfTen = Array.from({ length: 400 }, (_, exponent) => 10n ** BigInt(exponent));

/** The number as it is written: 0.1 is 1/10. */
function written(value: number): { whole: bigint; decimals: number } {
  const [digits = "", exponent = "0"] = String(value).split("e");
  const [before = "", after = ""] = digits.split(".");
  const decimals = after.length - Number(exponent);
  const whole = BigInt(before + after);
  return decimals >= 0 ? { whole, decimals } : { whole: whole * powersOfTen[-decimals]!, decimals: 0 };
}

/** The double itself: 0.1 is 3602879701896397/2^55. */
export function binary(value: number): Fraction {
  let denominator = 1n;
  let whole = value;
  while (!Number.isInteger(whole)) {
    whole *= 2;
    denominator *= 2n;
  }
  return { numerator: BigInt(whole), denominator };
}

/** The middle between two doubles. */
export function middle(one: number, other: number): Fraction {
  const [a, b] = [binary(one), binary(other)];
  return { numerator: a.numerator * b.denominator + b.numerator * a.denominator, denominator: 2n * a.denominator * b.denominator };
}

/** Decimals as written, in common units of 10^−decimals. */
function inCommonUnits(amounts: readonly number[]): { wholes: bigint[]; decimals: number } {
  const all = amounts.map(written);
  const decimals = all.reduce((most, one) => Math.max(most, one.decimals), 0);
  return { wholes: all.map((one) => one.whole * powersOfTen[decimals - one.decimals]!), decimals };
}

/** Σ amount_i / (1 + rate)^(firstPeriod + i), exactly, the rate and the amounts as they are written. */
export function presentValue(rate: number, amounts: readonly number[], firstPeriod = 0): Fraction {
  const { whole, decimals } = written(rate);
  return presentValueAt({ numerator: whole, denominator: powersOfTen[decimals]! }, amounts, firstPeriod);
}

/** The same at a rate that is a fraction, above −1. */
export function presentValueAt(rate: Fraction, amounts: readonly number[], firstPeriod = 0): Fraction {
  const { wholes, decimals } = inCommonUnits(amounts);
  const growth = rate.numerator + rate.denominator;
  let numerator = 0n;
  let power = 1n;
  for (const whole of wholes) {
    numerator = numerator * growth + whole * power;
    power *= rate.denominator;
  }
  // Σ amount_i · growth^(last − i) · unit^i, over growth^last.
  const shift = BigInt(firstPeriod);
  return { numerator: numerator * rate.denominator ** shift, denominator: growth ** BigInt(Math.max(0, wholes.length - 1)) * growth ** shift * powersOfTen[decimals]! };
}

/** The same to at least sixty digits: the discount factor and the sum in units of 2^−256, which is quicker than fractions that grow. */
export function roundedPresentValue(rate: number, amounts: readonly number[], firstPeriod = 0): Fraction {
  const { whole, decimals } = written(rate);
  const unit = powersOfTen[decimals]!;
  const factor = (unit << 256n) / (unit + whole);
  const common = inCommonUnits(amounts);
  let sum = 0n;
  for (let index = amounts.length - 1; index >= 0; index--) sum = ((sum * factor) >> 256n) + (common.wholes[index]! << 256n);
  for (let period = 0; period < firstPeriod; period++) sum = (sum * factor) >> 256n;
  return { numerator: sum, denominator: powersOfTen[common.decimals]! << 256n };
}

export function signOf({ numerator }: Fraction): -1 | 0 | 1 {
  return numerator > 0n ? 1 : numerator < 0n ? -1 : 0;
}

/** The double that is nearest, from the first sixty digits. */
export function nearestDouble({ numerator, denominator }: Fraction): number {
  if (numerator === 0n) return 0;
  const size = numerator < 0n ? -numerator : numerator;
  const lead = (size.toString(16).length - denominator.toString(16).length) * 4;
  // At least sixty digits: the lengths in hexadecimal place the point within two.
  const digits = 63 - Math.floor(lead * Math.LOG10E * Math.LN2);
  const scaled = digits >= 0 ? (size * 10n ** BigInt(digits)) / denominator : size / (denominator * 10n ** BigInt(-digits));
  if (scaled < powersOfTen[60]!) throw new Error("Too few digits.");
  return Number(`${numerator < 0n ? "-" : ""}${scaled}e${-digits}`);
}

const bits = new DataView(new ArrayBuffer(8));

/** The doubles just below and above a number that is not 0. */
export function neighbours(value: number): [number, number] {
  bits.setFloat64(0, value);
  const pattern = bits.getBigUint64(0);
  const [inner, outer] = [pattern - 1n, pattern + 1n].map((one) => {
    bits.setBigUint64(0, one);
    return bits.getFloat64(0);
  }) as [number, number];
  return value > 0 ? [inner, outer] : [outer, inner];
}
