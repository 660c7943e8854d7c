import type { Language } from "../i18n";
import type { PlanInput, RepaymentPlan } from "../planning/types";
import { planOverview, type PlanOverview } from "../report/overview";

/** What of a plan is looked at; all of it when left out. */
export interface PlanSelection {
  project?: string;
  committee?: string;
}

/** The part of a plan's repayments that is looked at; the plan itself when nothing is chosen. */
export function selectedPlan(plan: RepaymentPlan, { project, committee }: PlanSelection): RepaymentPlan {
  if (project === undefined && committee === undefined) return plan;
  const isChosen = (one: { project: string; committee: string }) => (project === undefined || one.project === project) && (committee === undefined || one.committee === committee);
  return { ...plan, schedule: plan.schedule.filter(isChosen) };
}

/** The repayments per committee and year of what is looked at. */
export function selectedTable(plan: RepaymentPlan, input: PlanInput, selection: PlanSelection, language: Language): PlanOverview["committees"] {
  return planOverview(selectedPlan(plan, selection), input, language).committees;
}
