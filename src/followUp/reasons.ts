import type { DecimalText, PlanInput, Repayment } from "../planning/types";

/**
 * Why a repayment differs between two plans. In the order in which they are told apart (see `planChanges`):
 * - `recalculated`: the old plan's figures are not those that its own input gives (another version, or edited by hand)
 * - `booked`: a year before the new plan begins: what was booked is not what was planned
 * - `carried`: moved from another year, `because` says which
 * - `removed`, `added`: the project
 * - `cost`, `saving`, `rule`, `settings`: what was granted, what is expected, the project's or the fund's rule, the rest
 * - `succession`: a committee has taken over
 * - `outcomeLower`, `outcomeHigher`: the established outcome of the year `because` is not what was counted on
 * - `establishedLate`: an outcome of the earlier year `because`, which counted as nothing until it was established
 * - `notEstablished`: the year `because` has passed without an established outcome, and counts as nothing
 * - `waiver`: the council has granted an exception
 * - `cap`: another room under the caps, by the caps themselves or by what other projects take of it
 */
export const changeReasons = [
  "recalculated", "booked", "carried", "removed", "added", "cost", "saving", "rule", "settings", "succession",
  "outcomeLower", "outcomeHigher", "establishedLate", "notEstablished", "waiver", "cap",
] as const;
export type ChangeReason = (typeof changeReasons)[number];

/** A part of a difference between two plans: one project's repayment, by one committee, in one year, for one reason. */
export interface PlanChange {
  project: string;
  committee: string;
  year: number;
  /** New less old, kr; never zero. */
  amount: DecimalText;
  reason: ChangeReason;
  /** The year that it comes from, where the reason has one. */
  because?: number;
}

/** A plan and what it was made from. */
export interface PlanWithInput {
  input: PlanInput;
  schedule: readonly Repayment[];
}
