import type { PlanChange } from "../followUp";
import type { Language } from "../i18n";
import type { DecimalText, PlanInput, Repayment, RepaymentPlan } from "../planning/types";
import { difference, isZero, sum } from "../report/amounts";
import { comparedYears, followUpNames, reasonSums, type ComparedYear, type FollowUpSource, type ReasonAmount } from "../report/followUp";

/** The names of projects and committees, by id; an id that is listed no more is its own name. */
export function namesOf({ projects, committees }: Pick<PlanInput, "projects" | "committees">): (id: string) => string {
  const names = new Map([...projects, ...committees].map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

/** A committee's year that differs between two plans: by how much, and why. */
export interface DifferingYear extends ComparedYear {
  difference: DecimalText;
  reasons: ReasonAmount[];
}

/** The committees' years that differ between the decided plan and the current; by committee as listed, then year. */
export function differingYears(source: Pick<FollowUpSource, "input" | "plan" | "decided" | "changes">, language: Language): DifferingYear[] {
  const why = new Map<string, PlanChange[]>();
  for (const change of source.changes) {
    const key = `${change.year} ${change.committee}`;
    why.set(key, [...(why.get(key) ?? []), change]);
  }
  return comparedYears(source, followUpNames(source)).flatMap((compared) => {
    const change = difference(compared.now, compared.decided);
    return isZero(change) ? [] : [{ ...compared, difference: change, reasons: reasonsOf(why.get(`${compared.year} ${compared.id}`) ?? [], language) }];
  });
}

/** What each reason comes to; what cancels out is left out. */
export function reasonsOf(changes: readonly PlanChange[], language: Language): ReasonAmount[] {
  return reasonSums(changes, language).filter(({ amount }) => !isZero(amount));
}

/** What a schedule comes to. */
export const repaid = (schedule: readonly Repayment[]): DecimalText => sum(schedule.map(({ amount }) => amount));

/** What an exception costs the fund: what is waived under it and was not before. */
export function waiverCost(before: RepaymentPlan, withIt: RepaymentPlan): DecimalText {
  const waived = ({ projects }: RepaymentPlan) => sum(projects.map((project) => project.waived));
  return difference(waived(withIt), waived(before));
}

/** What a reorganisation moves: each committee whose repayments come to something else. */
export function movedRepayments(before: RepaymentPlan, withIt: RepaymentPlan, { committees }: Pick<PlanInput, "committees">): { name: string; was: DecimalText; now: DecimalText }[] {
  const of = ({ schedule }: RepaymentPlan, committee: string) => repaid(schedule.filter((row) => row.committee === committee));
  return committees.map(({ id, name }) => ({ name, was: of(before, id), now: of(withIt, id) })).filter(({ was, now }) => !isZero(difference(now, was)));
}
