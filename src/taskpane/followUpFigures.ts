import type { PlanChange } from "../followUp";
import type { Language } from "../i18n";
import type { DecimalText, PlanInput, Repayment, RepaymentPlan } from "../planning/types";
import { difference, isZero, sum } from "../report/amounts";
import { reasonInWords } from "../report/followUp";

/** The names of projects and committees, by id; an id that is listed no more is its own name. */
export function namesOf({ projects, committees }: Pick<PlanInput, "projects" | "committees">): (id: string) => string {
  const names = new Map([...projects, ...committees].map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

/** A committee's year in two plans. */
export interface ComparedYear {
  committee: string;
  year: number;
  decided: DecimalText;
  now: DecimalText;
  difference: DecimalText;
  /** Why: each reason with its amount. */
  reasons: { reason: string; amount: DecimalText }[];
}

/** The committees' years that differ between two schedules; by committee as listed, then year. */
export function comparedYears(decided: readonly Repayment[], now: readonly Repayment[], changes: readonly PlanChange[], { committees }: Pick<PlanInput, "committees">, language: Language): ComparedYear[] {
  const [was, is] = [byCommitteeYear(decided), byCommitteeYear(now)];
  const why = new Map<string, PlanChange[]>();
  for (const change of changes) why.set(keyOf(change), [...(why.get(keyOf(change)) ?? []), change]);
  const order = new Map(committees.map(({ id }, place) => [id, place]));
  return [...new Set([...was.keys(), ...is.keys()])]
    .flatMap((key) => {
      const [committee, year] = JSON.parse(key) as [string, number];
      const [before, after] = [sum(was.get(key) ?? []), sum(is.get(key) ?? [])];
      const change = difference(after, before);
      return isZero(change) ? [] : [{ committee, year, decided: before, now: after, difference: change, reasons: byReason(why.get(key) ?? [], language) }];
    })
    .sort((a, b) => (order.get(a.committee) ?? Infinity) - (order.get(b.committee) ?? Infinity) || a.year - b.year);
}

/** What each reason comes to, the largest first; what cancels out is left out. */
export function byReason(changes: readonly PlanChange[], language: Language): { reason: string; amount: DecimalText }[] {
  const sums = new Map<string, DecimalText[]>();
  for (const change of changes) {
    const reason = reasonInWords(change, language);
    sums.set(reason, [...(sums.get(reason) ?? []), change.amount]);
  }
  return [...sums]
    .map(([reason, amounts]) => ({ reason, amount: sum(amounts) }))
    .filter(({ amount }) => !isZero(amount))
    .sort((a, b) => Math.abs(Number(b.amount)) - Math.abs(Number(a.amount)));
}

const keyOf = ({ committee, year }: { committee: string; year: number }) => JSON.stringify([committee, year]);

function byCommitteeYear(schedule: readonly Repayment[]): Map<string, DecimalText[]> {
  const amounts = new Map<string, DecimalText[]>();
  for (const row of schedule) {
    const known = amounts.get(keyOf(row));
    if (known) known.push(row.amount);
    else amounts.set(keyOf(row), [row.amount]);
  }
  return amounts;
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
