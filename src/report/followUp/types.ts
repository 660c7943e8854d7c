import type { FollowUpRow, GroupComparison, PlanChange, ProjectEvaluation } from "../../followUp";
import type { PlanInput, Repayment, RepaymentPlan } from "../../planning/types";

/** What a year's follow-up is told from: the plan as it is now, the one that was decided, and what has come of both. */
export interface FollowUpSource {
  input: PlanInput;
  plan: RepaymentPlan;
  /** What the plan is compared with; null when nothing has been decided. */
  decided: { schedule: readonly Repayment[]; decision: { reference: string; date: string } } | null;
  /** The year that is followed up. */
  year: number;
  /** `yearFollowUp` of the year. */
  rows: FollowUpRow[];
  /** `planChanges` from the decided plan to this one; none when nothing has been decided. */
  changes: PlanChange[];
  /** `evaluation` of the input. */
  evaluations: ProjectEvaluation[];
  /** `groupComparisons` of what was observed; none when there are no control groups. */
  comparisons: GroupComparison[];
}
