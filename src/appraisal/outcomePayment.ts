import { Decimal } from "../money/presentValue";

/** What a social outcome contract says. */
export interface OutcomeContract {
  /** γ: the part of the cost that is paid whatever the outcome, 0–1. */
  guarantee: Decimal;
  /** κ: the most that is paid, as a part of the cost, 0–1; the bonus comes above it. */
  cap: Decimal;
  /** The most that is paid above that, kr, when the condition holds. */
  bonusCap: Decimal;
  /** Whether the condition of the bonus holds. */
  bonusHolds: boolean;
}

/**
 * Utfallsersättning: what a contract pays, max(γ·C, min(S, κ·C)), and when the condition of the bonus holds and S is
 * above κ·C, min(bonus cap, S − κ·C) more.
 *
 * Worked example: Norrköping's contract, a cost of 10 mkr, 40 % guaranteed, a bonus of at most 2 mkr. Savings of 3 give
 * 4, of 7 give 7, of 15 with the condition 12 mkr (SKR/RISE 2022).
 *
 * @param cost C, zero or more
 * @param saving S, in the unit of the cost
 */
export function outcomePayment(cost: Decimal, saving: Decimal, { guarantee, cap, bonusCap, bonusHolds }: OutcomeContract): Decimal {
  const most = cap.times(cost);
  const payment = Decimal.max(guarantee.times(cost), Decimal.min(saving, most));
  return bonusHolds && saving.greaterThan(most) ? payment.plus(Decimal.min(bonusCap, saving.minus(most))) : payment;
}

/**
 * Delmålsersättning: amount · Σ weight · achievement, with weights that sum to 1. Weights that a sheet has computed (1/3)
 * sum to 1 but for the last digits; they are divided by their sum, so that all goals together are worth the amount.
 *
 * Worked example: 1 mkr with weights 0.5, 0.3 and 0.2; half the middle goal and none of the last: 0.65 mkr.
 *
 * @param goals each with its weight (0–1; together 1, but for the last digits) and how much of it was achieved (0–1)
 */
export function milestonePayment(amount: Decimal, goals: Iterable<{ weight: Decimal; achieved: Decimal }>): Decimal {
  let reached = new Decimal(0);
  let all = new Decimal(0);
  for (const { weight, achieved } of goals) {
    reached = reached.plus(weight.times(achieved));
    all = all.plus(weight);
  }
  return amount.times(reached).dividedBy(all);
}
