import { planRepayments } from "../planning";
import type { PlanInput, RepaymentPlan } from "../planning/types";

/** Makes plans, where the page stays free meanwhile. */
export interface Planner {
  /** Whether a plan of this input is made at once, without waiting for what the user types next. */
  isQuick(input: PlanInput): boolean;
  plan(input: PlanInput): Promise<RepaymentPlan>;
}

/** So many rows are planned in well under a tenth of a second on an old laptop. */
const quickRows = 400;

export function isQuick({ costs, savings, outcomes = [], booked = [] }: PlanInput): boolean {
  return costs.length + savings.length + outcomes.length + booked.length <= quickRows;
}

/** Plans on the page itself. */
export const pagePlanner: Planner = { isQuick, plan: (input) => Promise.resolve(planRepayments(input)) };
