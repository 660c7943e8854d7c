import type { PlanChange } from "../followUp";
import { planRepayments } from "../planning";
import type { PlanInput, Repayment, RepaymentPlan } from "../planning/types";

/** A plan from before, as it was decided; its input when that is known. */
export interface EarlierPlan {
  input: PlanInput | undefined;
  schedule: readonly Repayment[];
}

/** Makes plans, where the page stays free meanwhile. */
export interface Planner {
  /** Whether a plan of this input is made at once, without waiting for what the user types next. */
  isQuick(input: PlanInput): boolean;
  plan(input: PlanInput): Promise<RepaymentPlan>;
  /** What differs between an earlier plan and that of an input, and why. */
  changes(before: EarlierPlan, input: PlanInput): Promise<PlanChange[]>;
}

/** So many rows are planned in well under a tenth of a second on an old laptop. */
const quickRows = 400;

export function isQuick({ costs, savings, outcomes = [], booked = [] }: PlanInput): boolean {
  return costs.length + savings.length + outcomes.length + booked.length <= quickRows;
}

/** Plans on the page itself. */
export const pagePlanner: Planner = {
  isQuick,
  plan: (input) => Promise.resolve(planRepayments(input)),
  changes: async (before, input) => {
    const { planChanges } = await import("../followUp");
    return planChanges(before, { input, schedule: planRepayments(input).schedule });
  },
};
