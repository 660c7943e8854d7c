import { decimalRest, discountFactor, nearestDouble, polynomialAt, type Coefficients } from "../money/doubleDouble";
import { Decimal, presentValueByYear } from "../money/presentValue";

/** Flows as cells hold them; periods without a flow may be left out. */
export interface PeriodFlows {
  /** Counted from 0, in rising order; flows of the same period add up. */
  periods: readonly number[];
  /** kr (or any unit), each taken as the shortest decimal that reads back as it. */
  amounts: readonly number[];
}

/** Beyond so many periods the decimals alone are used: nothing is that long but by mistake. */
const longestInDoubles = 2_000;

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
 * (about one case in a thousand million, or a sum that is next to nothing), in decimals of a hundred digits.
 *
 * @param rate rate per period as a fraction (0.03), above −1
 * @param firstPeriod how many periods the first flow is discounted, a whole number; below zero it grows
 * @returns the double that is nearest to the exact value, in the unit of the flows; infinite when it is beyond all doubles
 */
export function netPresentValue(rate: number, flows: PeriodFlows, firstPeriod = 0): number {
  return nearestDouble(inDoubles(rate, flows, firstPeriod)) ?? Number(exactNetPresentValue(rate, flows, firstPeriod).toString());
}

/** The same in decimals of a hundred digits. */
export function exactNetPresentValue(rate: number, { periods, amounts }: PeriodFlows, firstPeriod = 0): Decimal {
  const flows = new Map<number, Decimal>();
  periods.forEach((period, index) => flows.set(period, new Decimal(amounts[index]!).plus(flows.get(period) ?? 0)));
  return presentValueByYear(flows, new Decimal(rate), -firstPeriod);
}

function inDoubles(rate: number, flows: PeriodFlows, firstPeriod: number): ReturnType<typeof polynomialAt> {
  const coefficients = coefficientsOf(flows);
  if (coefficients === undefined || firstPeriod < 0 || firstPeriod > longestInDoubles) return { high: NaN, low: NaN, error: NaN };
  return polynomialAt(coefficients, discountFactor(rate, decimalRest(rate)), firstPeriod);
}

/** The flows as a polynomial in the discount factor; undefined when it is too long, or a sum that one double can't hold. */
export function coefficientsOf({ periods, amounts }: PeriodFlows): Coefficients | undefined {
  const length = (periods.at(-1) ?? -1) + 1;
  if (length > longestInDoubles) return undefined;
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
