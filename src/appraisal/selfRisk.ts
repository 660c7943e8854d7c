import { Decimal } from "../money/presentValue";

/** The rule's three numbers, each a share 0–1. */
export interface RepaymentShares {
  /** α, återföringsandel: the part of the savings that is repaid. */
  share: Decimal;
  /** γ, garanterad andel: the part of the cost that is repaid whatever the savings. */
  guarantee: Decimal;
  /** κ, takandel: the most that is repaid, as a part of the cost. */
  cap: Decimal;
}

/**
 * Självrisk: what a project gives back, R = min(κ·C, max(γ·C, α·S)). The rest of the cost is the fund's own risk.
 *
 * S is the sum of the savings within the years that count; a negative saving is an added cost and not part of S, as
 * in a repayment plan.
 *
 * Worked example: SkolFam2 cost 3.96 mkr and saved 3.4 mkr within five years: R = 3.4 mkr, and 0.56 mkr, 14 % of the
 * cost, is borne by the fund (Hultkrantz 2015, who proposes the rule with five years).
 *
 * @param cost C, zero or more
 * @param savings the savings of the years that count, in the unit of the cost
 * @returns R in the unit of the cost, unrounded
 */
export function selfRisk(cost: Decimal, savings: Iterable<Decimal>, { share, guarantee, cap }: RepaymentShares): Decimal {
  let saved = new Decimal(0);
  for (const saving of savings) if (saving.isPositive()) saved = saved.plus(saving);
  return Decimal.min(cap.times(cost), Decimal.max(guarantee.times(cost), share.times(saved)));
}
