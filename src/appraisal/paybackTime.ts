import { Decimal } from "../money/presentValue";
import { balances, type PeriodFlows } from "./netPresentValue";

/**
 * Återbetalningstid: how many years it takes until the discounted flows together reach 0, linear within the year.
 *
 * The flow of year i (counted from 0, which is the time of the decision) is discounted by (1 + rate)^i and comes evenly
 * during the year before. When the sum is below zero after year k − 1 and not after year k, the answer is
 * k − 1 + (−sum before) / (discounted flow of year k). Only a sum that has been below zero can be repaid: flows that
 * never are give 0.
 *
 * Worked example: −100 and then 40 a year: −100, −60, −20, 20: 2 + 20/40 = 2.5 years.
 *
 * @param rate per year as a fraction, above −1
 * @returns years; undefined when the sum never reaches 0
 */
export function paybackTime(flows: PeriodFlows, rate: Decimal): Decimal | undefined {
  let inDebt = false;
  // In the value of the flow's own year, debt and flow have the same proportion as in that of the decision.
  for (const { period, flow, before, value } of balances(rate, flows)) {
    if (before.isNegative() && !value.isNegative()) return new Decimal(before.negated()).dividedBy(flow).plus(period - 1);
    inDebt ||= value.isNegative();
  }
  return inDebt ? undefined : new Decimal(0);
}
