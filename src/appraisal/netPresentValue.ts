import { Decimal, presentValueByYear } from "../money/presentValue";

/**
 * Net present value of flows, one a period: Σ flow_i / (1 + rate)^(firstPeriod + i), i counted from 0.
 *
 * Convention: with `firstPeriod` 0 the first flow is not discounted (it falls at the time of the decision); with 1
 * it is discounted one period, as Excel's NPV does.
 *
 * Worked example: 100 today and 103 in a year at 3 % are 100 + 103/1.03 = 200. The budget row 16, 42, 34, 54, 84,
 * 135 mkr (SKR/RISE 2022) at 3 % is 329.3277 mkr with the first year undiscounted, 319.7356 with it discounted.
 *
 * @param rate rate per period as a fraction (0.03), above −1
 * @param flows kr (or any unit) by period, i; a period that is left out has no flow
 * @param firstPeriod how many periods the first flow is discounted, a whole number
 * @returns in the unit of the flows, unrounded
 */
export function netPresentValue(rate: Decimal, flows: ReadonlyMap<number, Decimal>, firstPeriod = 0): Decimal {
  return presentValueByYear(flows, rate, -firstPeriod);
}
