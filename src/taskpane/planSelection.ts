import type { Language } from "../i18n";
import type { PlanInput, RepaymentPlan } from "../planning/types";
import { repaymentsPerCommittee } from "../report/overview";
import { reportSubject } from "../report/parties";
import { committeeTable } from "../report/planTable";
import type { ReportTable } from "../report/types";

/** What of a plan is looked at; all of it when left out. */
export interface PlanSelection {
  project?: string;
  committee?: string;
}

/** The repayments per committee and year of what is looked at. */
export function selectedTable(plan: RepaymentPlan, input: PlanInput, selection: PlanSelection, language: Language): ReportTable {
  const { project, committee } = selection;
  const repayments = repaymentsPerCommittee(plan, project).filter((one) => committee === undefined || one.committee === committee);
  return committeeTable(repayments, reportSubject(plan, input, language));
}
