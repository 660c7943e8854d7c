import { decimalRest, discountFactor, nearestDouble, polynomialAt, type Coefficients } from "../money/doubleDouble";
import { Decimal, Unrounded } from "../money/presentValue";

/** Flows as cells hold them; periods without a flow may be left out. */
export interface PeriodFlows {
  /** Counted from 0, in rising order; flows of the same period add up. */
  periods: readonly number[];
  /** kr (or any unit), each taken as the shortest decimal that reads back as it. */
  amounts: readonly number[];
}

/** Beyond so many periods a hundred digits must do: nothing is that long but by mistake. */
const longestExact = 2_000;

/**
 * Net present value of flows, one a period: Σ flow_i / (1 + rate)^(firstPeriod + i), i counted from 0.
 *
 * Convention: with `firstPeriod` 0 the first flow is not discounted (it falls at the time of the decision); with 1
 * it is discounted one period, as Excel's NPV does.
 *
 * Worked example: 100 today and 103 in a year at 3 % are 100 + 103/1.03 = 200. The budget row 16, 42, 34, 54, 84,
 * 135 mkr (SKR/RISE 2022) at 3 % is 329.3277 mkr with the first year undiscounted, 319.7356 with it discounted.
 *
 * It is computed in two doubles with a proven bound of the error; where the bound does not decide the last digit
 * (about one case in a thousand million, or a sum that is next to nothing), in decimals.
 *
 * @param rate rate per period as a fraction (0.03), above −1
 * @param firstPeriod how many periods the first flow is discounted, a whole number; below zero it grows
 * @returns the double that is nearest to the exact value, in the unit of the flows; infinite when it is beyond all doubles
 */
export function netPresentValue(rate: number, flows: PeriodFlows, firstPeriod = 0): number {
  return nearestDouble(inDoubles(rate, flows, firstPeriod)) ?? Number(exactNetPresentValue(rate, flows, firstPeriod).toString());
}

/** The same to a hundred digits. */
export function exactNetPresentValue(rate: number, flows: PeriodFlows, firstPeriod = 0): Decimal {
  let sum: Decimal = new Decimal(0);
  for (const { value } of balances(new Decimal(rate), flows)) sum = value;
  const growth = numbersFor(flows.periods).add(rate, 1);
  const periods = (flows.periods.at(-1) ?? 0) + firstPeriod;
  return periods < 0 ? new Decimal(sum.times(growth.pow(-periods))) : new Decimal(sum).dividedBy(growth.pow(periods));
}

/** What the flows have come to when one has fallen. */
export interface Balance {
  period: number;
  flow: Decimal;
  /** What the flows before have grown to in this period. */
  before: Decimal;
  /** The same with this flow. */
  value: Decimal;
}

/**
 * The flows added up in order of time, each counted in the value of its own period: what is there grows by 1 + rate a
 * period. Nothing is divided, so nothing is rounded (up to 2 000 periods), and a balance of exactly 0 is seen as that.
 */
export function* balances(rate: Decimal, { periods, amounts }: PeriodFlows): Generator<Balance> {
  const Numbers = numbersFor(periods);
  const growth = Numbers.add(rate, 1);
  let value: Decimal = new Numbers(0);
  for (let index = 0; index < periods.length; index++) {
    const period = periods[index]!;
    const flow = new Numbers(amounts[index]!);
    const before = value.times(growth.pow(period - (periods[index - 1] ?? period)));
    value = before.plus(flow);
    yield { period, flow, before, value };
  }
}

function numbersFor(periods: readonly number[]): typeof Decimal {
  return (periods.at(-1) ?? 0) <= longestExact ? Unrounded : Decimal;
}

function inDoubles(rate: number, flows: PeriodFlows, firstPeriod: number): ReturnType<typeof polynomialAt> {
  const coefficients = coefficientsOf(flows);
  if (coefficients === undefined || firstPeriod < 0 || firstPeriod > longestExact) return { high: NaN, low: NaN, error: NaN };
  return polynomialAt(coefficients, discountFactor(rate, decimalRest(rate)), firstPeriod);
}

/** The flows as a polynomial in the discount factor; undefined when it is too long, or a sum that one double can't hold. */
export function coefficientsOf({ periods, amounts }: PeriodFlows): Coefficients | undefined {
  const length = (periods.at(-1) ?? -1) + 1;
  if (length > longestExact) return undefined;
  const high = new Float64Array(length);
  const low = new Float64Array(length);
  let before = -1;
  for (let index = 0; index < periods.length; index++) {
    const period = periods[index]!;
    if (period === before) return undefined;
    high[period] = amounts[index]!;
    low[period] = decimalRest(amounts[index]!);
    before = period;
  }
  return { high, low, length };
}
