import { decimalText } from "../money/decimalText";
import { Decimal, presentValueByYear, roundToOre } from "../money/presentValue";
import { merged } from "./account";
import type { Portfolio, YearlyAmounts } from "./portfolio";
import type { PlanAppraisal } from "./types";

/**
 * Step 13: net present values for the fund (repayments − costs), the municipality (savings at own committees −
 * costs) and society (all savings − costs). Savings are counted whole: negative ones too, and outside the window.
 */
export function appraise(portfolio: Portfolio, repaid: readonly YearlyAmounts[]): PlanAppraisal | undefined {
  const { appraisal, committees, projects, grants, decimals } = portfolio;
  if (appraisal === undefined) return undefined;
  const rate = new Decimal(appraisal.rate);
  const presentValue = (flows: YearlyAmounts) =>
    presentValueByYear(new Map([...flows].map(([year, amount]) => [year, new Decimal(decimalText(amount, decimals))])), rate, appraisal.baseYear);

  const internal = merged(projects.flatMap(({ savings }) => savings.filter((_, committee) => committees[committee]!.internal)));
  const all = merged(projects.flatMap(({ savings }) => savings));
  const costs = presentValue(merged(grants));
  const net = (flows: YearlyAmounts) => textOf(roundToOre(presentValue(flows).minus(costs)));
  return { fundNpv: net(merged(repaid)), municipalNpv: net(internal), societalNpv: net(all) };
}

/** Without an exponent, and without a negative zero. */
const textOf = (amount: Decimal) => (amount.isZero() ? "0" : amount.toFixed());
