import type { PlanInput, RepaymentPlan } from "../../planning/types";
import { sum } from "../amounts";

/** A plan with only a committee's figures: its repayments and frames, the projects they come from, and no fund account. */
export function ofCommittee({ plan, input }: { plan: RepaymentPlan; input: PlanInput }, committee: string): { plan: RepaymentPlan; input: PlanInput } {
  const schedule = plan.schedule.filter((repayment) => repayment.committee === committee);
  const projects = new Set(schedule.map(({ project }) => project));
  const concerns = (row: { project?: string; committee?: string }) => (row.committee === undefined || row.committee === committee) && (row.project === undefined || projects.has(row.project));
  return {
    plan: {
      projects: plan.projects
        .filter(({ project }) => projects.has(project))
        .map((result) => ({ ...result, scheduled: sum(schedule.filter(({ project }) => project === result.project).map(({ amount }) => amount)) })),
      schedule,
      committeeYears: plan.committeeYears.filter((row) => row.committee === committee),
      fund: [],
      diagnostics: plan.diagnostics.filter(concerns),
    },
    input: {
      ...input,
      projects: input.projects.filter(({ id }) => projects.has(id)),
      waivers: input.waivers?.filter(concerns),
      successions: input.successions?.filter(({ from, to }) => from === committee || to === committee),
      caps: input.caps?.filter((cap) => cap.committee === committee),
      fund: undefined,
      appraisal: undefined,
    },
  };
}
