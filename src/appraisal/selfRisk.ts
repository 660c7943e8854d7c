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
  return entitlement(cost, share.times(sumOfPositive(savings)), { guarantee, cap });
}

/** The years that repayment falls in, as places counted from 0. */
export interface RepaymentYears {
  first: number;
  last: number;
}

/**
 * The same year by year, as a repayment plan with the profile `savings` makes it due (domain steps 6 and 7).
 *
 * Up to a year, min(κ·C, α·Σ savings) has fallen due; what the guarantee adds falls due in the last year. Every year's
 * repayment is the whole units due so far less what is already out, so that the years sum to R rounded down to units.
 *
 * Worked example: a cost of 1 000, savings of 300.50 a year for four years: 300, 301, 300 and 99.
 *
 * @param savings by year, in the unit of the cost; a year that is left out has none
 * @param unit what amounts are rounded to, above zero
 * @returns by year: those with a repayment
 */
export function selfRiskPlan(
  cost: Decimal,
  savings: ReadonlyMap<number, Decimal>,
  { first, last }: RepaymentYears,
  { share, guarantee, cap }: RepaymentShares,
  unit: Decimal,
): Map<number, Decimal> {
  const plan = new Map<number, Decimal>();
  let saved = new Decimal(0);
  let out = new Decimal(0);
  const pay = (year: number, due: Decimal): void => {
    const units = due.dividedBy(unit).floor();
    if (units.greaterThan(out)) plan.set(year, (plan.get(year) ?? new Decimal(0)).plus(units.minus(out).times(unit)));
    out = Decimal.max(out, units);
  };
  const inWindow = [...savings].filter(([year]) => year >= first && year <= last).sort(([one], [other]) => one - other);
  for (const [year, saving] of inWindow) {
    if (saving.isPositive()) saved = saved.plus(saving);
    pay(year, Decimal.min(cap.times(cost), share.times(saved)));
  }
  pay(last, entitlement(cost, share.times(saved), { guarantee, cap }));
  return plan;
}

function entitlement(cost: Decimal, repaidSaving: Decimal, { guarantee, cap }: Omit<RepaymentShares, "share">): Decimal {
  return Decimal.min(cap.times(cost), Decimal.max(guarantee.times(cost), repaidSaving));
}

function sumOfPositive(savings: Iterable<Decimal>): Decimal {
  let sum = new Decimal(0);
  for (const saving of savings) if (saving.isPositive()) sum = sum.plus(saving);
  return sum;
}
