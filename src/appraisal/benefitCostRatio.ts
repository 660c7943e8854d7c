import { Decimal } from "../money/presentValue";
import { exactNetPresentValue, type PeriodFlows } from "./netPresentValue";

/**
 * Nyttokostnadskvot: the present value of the benefits divided by that of the costs. Above 1 the benefits are worth more.
 *
 * Worked example: costs of 100 now, benefits of 60 in one and in two years, at 0 %: 120/100 = 1.2.
 *
 * @param rate per period as a fraction, above −1
 * @param costs as positive amounts
 * @param firstPeriod how many periods the first flow of both is discounted
 * @returns the ratio; undefined when the present value of the costs is not above zero
 */
export function benefitCostRatio(rate: number, benefits: PeriodFlows, costs: PeriodFlows, firstPeriod = 0): Decimal | undefined {
  const cost = exactNetPresentValue(rate, costs, firstPeriod);
  if (cost.lessThanOrEqualTo(0)) return undefined;
  return new Decimal(exactNetPresentValue(rate, benefits, firstPeriod)).dividedBy(cost);
}
