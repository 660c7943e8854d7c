import { certainSign, discountFactor, polynomialAt, type Coefficients } from "../money/doubleDouble";
import { Decimal } from "../money/presentValue";
import { positiveRoots, signChanges, type WholePolynomial } from "../money/rootCount";
import { coefficientsOf, type PeriodFlows } from "./netPresentValue";

/** The rate, or why there is not exactly one. */
export type InternalRate = { rate: number } | { none: true } | { several: number } | { undecided: "tooLong" };

/** Newton's method doubles the digits at each step: a last one in two doubles makes these 36 bits more than 53. */
const closeEnough = 2 ** -36;

/** Counting the roots exactly takes a second at this length, when the signs change more than once. */
const longestWithSeveralChanges = 150;

/**
 * Internal rate of return: the rate per period at which the net present value is 0, when there is exactly one above −1.
 *
 * Σ flow_i / (1 + r)^i = 0. With x = 1/(1 + r) it is a polynomial, and the rates are its positive roots. Where the flows
 * change sign once there is exactly one (Descartes); where they change several times the roots are counted exactly
 * (Sturm), so that an answer that depends on where the search began is never given.
 *
 * Worked example: −100 now and 110 in a year: 10 %. −100, 230, −132 has two (10 and 20 %), −100, 100, −100 none.
 * Where the usual search from 10 % (Newton's method) fails: −60, −30, −150, −110, 10 has the one rate −91.8 %, of which
 * `financial` makes infinity, HyperFormula #NUM! and formulajs 1 000.
 *
 * @param flows one a period; periods before the first flow and after the last do not matter
 * @returns `rate`: the double that is nearest to the exact rate, as a fraction
 */
export function internalRate(flows: PeriodFlows): InternalRate {
  const { periods, amounts } = withoutZeros(flows);
  const changes = signChanges(amounts);
  if (changes === 0) return { none: true };
  const first = periods[0]!;
  const trimmed = { periods: periods.map((period) => period - first), amounts };
  const coefficients = coefficientsOf(trimmed);
  if (coefficients === undefined) return { undecided: "tooLong" };
  if (changes > 1) {
    if (coefficients.length > longestWithSeveralChanges) return { undecided: "tooLong" };
    const { count, simple } = positiveRoots(wholeFlows(trimmed));
    if (count !== 1) return count === 0 ? { none: true } : { several: count };
    if (simple.length < coefficients.length) return { rate: nearestRoot(simple, approximateRate(asDoubles(simple))) };
  }
  return { rate: nearestRate(coefficients, trimmed) };
}

/** The last coefficient must not be zero. */
function withoutZeros(flows: PeriodFlows): PeriodFlows {
  if (!flows.amounts.includes(0)) return flows;
  const { periods, amounts } = flows;
  return { periods: periods.filter((_, index) => amounts[index] !== 0), amounts: amounts.filter((amount) => amount !== 0) };
}

/** The flows as whole numbers in the same proportions, by period. */
function wholeFlows({ periods, amounts }: PeriodFlows): WholePolynomial {
  const exact = amounts.map((amount) => new Decimal(amount));
  const decimals = Math.max(0, ...exact.map((amount) => amount.decimalPlaces()));
  const whole = Array.from({ length: periods.at(-1)! + 1 }, () => 0n);
  periods.forEach((period, index) => (whole[period] = BigInt(exact[index]!.times(new Decimal(10).pow(decimals)).toFixed(0))));
  return whole;
}

/** Proportions are enough for an approximate root. */
function asDoubles(whole: WholePolynomial): Coefficients {
  const digits = Math.max(...whole.map((one) => one.toString().length));
  const scale = digits > 300 ? 10n ** BigInt(digits - 300) : 1n;
  return { high: whole.map((one) => Number(one / scale)), low: whole.map(() => 0), length: whole.length };
}

/** The nearest rate by two doubles where their bounds prove it, else by whole numbers. */
function nearestRate(coefficients: Coefficients, flows: PeriodFlows): number {
  const near = approximateRate(coefficients);
  const { rate, certain } = refined(coefficients, near);
  return certain ? rate : nearestRoot(wholeFlows(flows), rate);
}

/** The sign of the present value at rate + rest, as far as the bounds tell. */
function signAt(coefficients: Coefficients, rate: number, rest: number): -1 | 0 | 1 | undefined {
  return certainSign(polynomialAt(coefficients, discountFactor(rate, rest)));
}

/** One step of Newton's method with the value in two doubles; certain when the signs half a digit below and above differ. */
function refined(coefficients: Coefficients, near: number): { rate: number; certain: boolean } {
  const value = polynomialAt(coefficients, discountFactor(near, 0));
  const rate = near - (value.high + value.low) / slopeAt(coefficients, near);
  const [below, above] = halfDigits(rate);
  const [left, right] = [signAt(coefficients, rate, -below), signAt(coefficients, rate, above)];
  return { rate, certain: left !== undefined && right !== undefined && left * right < 0 };
}

/** Half the distance to the doubles below and above. */
function halfDigits(rate: number): [number, number] {
  return [(rate - neighbour(rate, -1)) / 2, (neighbour(rate, 1) - rate) / 2];
}

const bits = new DataView(new ArrayBuffer(8));

/** The double that is so many steps above. */
function neighbour(value: number, steps: number): number {
  bits.setFloat64(0, value);
  const ordered = bits.getBigInt64(0);
  // Negative doubles are ordered the other way round.
  const position = (ordered < 0n ? -(ordered & 0x7fffffffffffffffn) : ordered) + BigInt(steps);
  bits.setBigInt64(0, position < 0n ? -position | -0x8000000000000000n : position);
  return bits.getFloat64(0);
}

/** The derivative of the present value with respect to the rate. */
function slopeAt({ high, length }: Coefficients, rate: number): number {
  const factor = 1 / (1 + rate);
  let slope = 0;
  for (let index = length - 1; index > 0; index--) slope = (slope + index * high[index]!) * factor;
  return -slope * factor;
}

/** The rate to some digits: from a bracket around the only root, by Newton's method that falls back on halving. */
function approximateRate(coefficients: Coefficients): number {
  const value = (rate: number) => {
    const factor = 1 / (1 + rate);
    let sum = 0;
    for (let index = coefficients.length - 1; index >= 0; index--) sum = sum * factor + coefficients.high[index]!;
    return sum;
  };
  // Far above, the first flow decides the sign; far below, near −1, the last.
  const sign = Math.sign(coefficients.high[0]!);
  let [low, high] = [0, 0];
  if (value(0) * sign < 0) for (high = 1; value(high) * sign < 0 && high < 1e300; high *= 4) low = high;
  else for (low = -0.5; value(low) * sign > 0 && low > -1; low = (low - 1) / 2) high = low;
  let rate = (low + high) / 2;
  for (let step = 0; step < 100; step++) {
    const at = value(rate);
    if (at === 0) break;
    if (at * sign > 0) high = rate;
    else low = rate;
    const newton = rate - at / slopeAt(coefficients, rate);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - rate) <= closeEnough * Math.abs(next) || next === low || next === high) return next;
    rate = next;
  }
  return rate;
}

/** The double nearest to the only root of a polynomial in 1/(1 + rate), by exact signs, from a rate near it. */
function nearestRoot(polynomial: WholePolynomial, near: number): number {
  if (polynomial.reduce((sum, coefficient) => sum + coefficient, 0n) === 0n) return 0;
  const sign = exactSign(polynomial, near, 0);
  if (sign === 0) return near;
  const atInfinity = polynomial[0]! > 0n ? 1 : -1;
  const towards = sign === atInfinity ? -1 : 1;
  // Doubling steps until the root is passed, then halving: the root lies between two doubles.
  let reach = 1;
  while (exactSign(polynomial, neighbour(near, towards * reach), 0) === sign) reach *= 2;
  let [before, past] = [Math.floor(reach / 2), reach];
  while (past - before > 1) {
    const middle = Math.floor((before + past) / 2);
    const at = exactSign(polynomial, neighbour(near, towards * middle), 0);
    if (at === 0) return neighbour(near, towards * middle);
    if (at === sign) before = middle;
    else past = middle;
  }
  const [inner, outer] = [neighbour(near, towards * before), neighbour(near, towards * past)];
  return exactSign(polynomial, inner, (outer - inner) / 2) === sign ? outer : inner;
}

/** The sign of Σ coefficient_i / (1 + rate + rest)^i, exactly. */
function exactSign(polynomial: WholePolynomial, rate: number, rest: number): -1 | 0 | 1 {
  const [exponent, wholes] = binary([rate, rest]);
  const growth = wholes.reduce((sum, one) => sum + one, 1n << exponent);
  if (growth <= 0n) return polynomial.at(-1)! > 0n ? 1 : -1;
  let sum = 0n;
  polynomial.forEach((coefficient, index) => (sum = sum * growth + (coefficient << (exponent * BigInt(index)))));
  return sum > 0n ? 1 : sum < 0n ? -1 : 0;
}

/** Doubles as whole numbers of 2^−exponent. */
function binary(values: readonly number[]): [bigint, bigint[]] {
  const parts = values.map(binaryParts);
  const exponent = Math.max(0, ...parts.map((part) => part.exponent));
  return [BigInt(exponent), parts.map((part) => part.whole << BigInt(exponent - part.exponent))];
}

/** A double as whole · 2^−exponent. */
function binaryParts(value: number): { whole: bigint; exponent: number } {
  bits.setFloat64(0, value);
  const pattern = bits.getBigInt64(0);
  const power = Number((pattern >> 52n) & 0x7ffn);
  const fraction = pattern & 0xfffffffffffffn;
  const whole = power === 0 ? fraction : fraction | 0x10000000000000n;
  return { whole: value < 0 ? -whole : whole, exponent: whole === 0n ? 0 : 1075 - Math.max(power, 1) };
}
