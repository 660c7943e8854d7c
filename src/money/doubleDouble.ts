/**
 * Numbers as the unevaluated sum of two doubles, about 32 digits: fast enough for cells, and with error bounds that are
 * proven, so that one knows when the last digit of an answer is certain.
 *
 * Bounds: Joldes, Muller, Popescu, “Tight and rigorous error bounds for basic building blocks of double-word
 * arithmetic”, ACM TOMS 44 (2017): a sum 3u²/(1 − 4u), a product 7u², a quotient 15u² + 56u³, all relative, u = 2⁻⁵³.
 */

/** u², the square of the unit roundoff 2⁻⁵³. */
export const unitRoundoffSquared = 2 ** -106;

/** What the conversion from a decimal to two doubles may be off by, relative to the number, in u². */
export const decimalError = 4;

/** A double that is split so that its halves multiply without rounding (Veltkamp). */
const splitter = 2 ** 27 + 1;

const powersOfTen = Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);

/**
 * What the shortest decimal that reads back as a double has beyond the double itself: 0.1 means 1/10, and the double
 * 0.1 is 5.55e-18 more than that. A cell's number is that decimal, the one that Excel shows and people mean.
 * @returns the rest, or NaN when it can't be told in two doubles (beyond about 10^±22)
 */
export function decimalRest(value: number): number {
  if (Number.isInteger(value)) return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? 0 : NaN;
  // From two, as amounts have öre; what has one decimal has two as well.
  for (let decimals = 2; decimals <= 15; decimals++) {
    const power = powersOfTen[decimals]!;
    const whole = Math.round(value * power);
    if (Math.abs(whole) >= 1e15) break;
    // At most fifteen digits: no other decimal as short reads back as the same double.
    if (whole / power === value) return restOf(value, power, whole, 0);
  }
  return restOfLongDecimal(value);
}

/** Sixteen or seventeen digits: as they are written. */
function restOfLongDecimal(value: number): number {
  const [, sign, whole = "", fraction = "", exponent = "0"] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  const decimals = fraction.length - Number(exponent);
  const digits = (whole + fraction).replace(/^0+/, "");
  if (sign === undefined || decimals < 0 || decimals > 22 || digits.length > 17) return NaN;
  // At most nine digits and eight zeros: 49 bits and a power of two, so the product is exact.
  const head = Number(digits.slice(0, -8)) * 1e8;
  const rest = restOf(Math.abs(value), powersOfTen[decimals]!, head, Number(digits.slice(-8)));
  return sign === "-" ? -rest : rest;
}

/** (head + tail − value · power) / power, where the difference is small: the product is taken exactly. */
function restOf(value: number, power: number, head: number, tail: number): number {
  const product = value * power;
  return (head - product + tail - productError(value, power, product)) / power;
}

/** What a product of two doubles lost when it was rounded (Dekker). */
function productError(a: number, b: number, product: number): number {
  const splitA = splitter * a;
  const highA = splitA - (splitA - a);
  const lowA = a - highA;
  const splitB = splitter * b;
  const highB = splitB - (splitB - b);
  const lowB = b - highB;
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
}

/** A number as two doubles, with how far it may be from the exact one. */
export interface Bounded {
  high: number;
  low: number;
  /** The exact number is at most this far from high + low. NaN or infinite when nothing is known. */
  error: number;
}

/** Coefficients as doubles and what their decimals have beyond them, lowest power first. */
export interface Coefficients {
  high: ArrayLike<number>;
  low: ArrayLike<number>;
  length: number;
}

/**
 * 1 / (1 + rate) as two doubles.
 * @param rate above −1
 * @param rest what the rate has beyond the double
 * @returns with `error` relative to the factor itself
 */
export function discountFactor(rate: number, rest: number): Bounded {
  // 1 + rate: exact in two doubles (Knuth), then the rest, which is at most half the last digit of the rate.
  const sum = 1 + rate;
  const back = sum - 1;
  const lost = 1 - (sum - back) + (rate - back) + rest;
  const growth = sum + lost;
  const growthLow = lost - (growth - sum);
  const relative = 3 + ((decimalError + 2) * Math.abs(rate)) / growth;
  // The quotient's first digits, and the rest divided once more.
  const first = 1 / growth;
  const product = first * growth;
  const remainder = 1 - product - productError(first, growth, product) - first * growthLow;
  const second = remainder / growth;
  const high = first + second;
  return { high, low: second - (high - first), error: (relative + 16) * unitRoundoffSquared };
}

/**
 * Σ coefficient_i · x^(i + shift) by Horner's rule, with a proven bound of its error.
 *
 * Every term passes through at most (its power + 1) sums and (its power) products, and x itself is off by its own
 * bound, so the answer is off by at most (powers + 1)(7 + 3.01 + x's) u² · Σ |term|, and the coefficients' own 4 u².
 *
 * @param x with its relative error
 * @param shift a whole number, zero or more: so many more times x multiplies the sum
 */
export function polynomialAt({ high, low, length }: Coefficients, x: Bounded, shift = 0): Bounded {
  const xHigh = x.high;
  const xLow = x.low;
  const splitX = splitter * xHigh;
  const xUpper = splitX - (splitX - xHigh);
  const xLower = xHigh - xUpper;
  let sum = 0;
  let sumLow = 0;
  let size = 0;
  for (let index = length - 1; index >= -shift; index--) {
    const product = sum * xHigh;
    const splitSum = splitter * sum;
    const upper = splitSum - (splitSum - sum);
    const lower = sum - upper;
    const lost = lower * xLower - (product - upper * xUpper - lower * xUpper - upper * xLower) + (sum * xLow + sumLow * xHigh);
    const multiplied = product + lost;
    const multipliedLow = lost - (multiplied - product);
    size *= xHigh;
    if (index < 0) {
      sum = multiplied;
      sumLow = multipliedLow;
      continue;
    }
    const term = high[index]!;
    const added = multiplied + term;
    const back = added - multiplied;
    const addedLost = multiplied - (added - back) + (term - back);
    const termLow = low[index]!;
    const lows = multipliedLow + termLow;
    const lowsBack = lows - multipliedLow;
    const lowsLost = multipliedLow - (lows - lowsBack) + (termLow - lowsBack);
    const middle = addedLost + lows;
    const upperSum = added + middle;
    const middleLow = middle - (upperSum - added) + lowsLost;
    sum = upperSum + middleLow;
    sumLow = middleLow - (sum - upperSum);
    size += Math.abs(term);
  }
  const steps = length + shift + 1;
  // The size itself is a sum in doubles; 1.01 covers its rounding and what is of higher order, far beyond 10 000 steps.
  const bound = 1.01 * size * (steps * (10.02 + x.error / unitRoundoffSquared) + decimalError) * unitRoundoffSquared;
  // Outside this, products lose digits below the smallest double, or overflow.
  return { high: sum, low: sumLow, error: size === 0 ? 0 : size > 1e-200 && size < 1e280 ? bound : Infinity };
}

/** The nearest double, when the bound decides which it is; undefined when the exact number may be nearer to another. */
export function nearestDouble({ high, low, error }: Bounded): number | undefined {
  // Rounding is monotone: where both ends round to the same double, everything between does.
  const above = high + (low + 2 * error);
  return above === high + (low - 2 * error) ? above : undefined;
}

/** −1, 0 or 1 when the bound decides it; undefined when the exact number may be on either side of zero. */
export function certainSign({ high, low, error }: Bounded): -1 | 0 | 1 | undefined {
  if (high === 0 && low === 0 && error === 0) return 0;
  if (Math.abs(high) - Math.abs(low) > 2 * error) return high > 0 ? 1 : -1;
  return undefined;
}
