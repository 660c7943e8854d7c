import { changeReasons, type PlanChange } from "../../followUp";
import type { Language } from "../../i18n";
import type { Repayment } from "../../planning/types";
import { difference, isZero, sum } from "../amounts";
import type { FollowUpNames } from "./names";
import { reasonInWords } from "./reasonInWords";
import type { ChangedRepayment, ComparedYear, FollowUpSource, ReasonAmount } from "./types";

type Amounts = Map<string, string[]>;

function amountsBy(schedule: readonly Repayment[], key: (repayment: Repayment) => string): Amounts {
  const amounts: Amounts = new Map();
  for (const repayment of schedule) {
    const at = key(repayment);
    const group = amounts.get(at);
    if (group) group.push(repayment.amount);
    else amounts.set(at, [repayment.amount]);
  }
  return amounts;
}

const cellOf = ({ project, committee, year }: Pick<Repayment, "project" | "committee" | "year">) => JSON.stringify([project, committee, year]);
const committeeYearOf = ({ committee, year }: Pick<Repayment, "committee" | "year">) => JSON.stringify([committee, year]);
const at = (amounts: Amounts, key: string) => sum(amounts.get(key) ?? []);

/** Every committee and year that repays in either plan, in the order that committees are listed; those that are gone last. */
export function comparedYears({ input, plan, decided }: Pick<FollowUpSource, "input" | "plan" | "decided">, names: FollowUpNames): ComparedYear[] {
  const [was, is] = [amountsBy(decided?.schedule ?? [], committeeYearOf), amountsBy(plan.schedule, committeeYearOf)];
  const place = new Map(input.committees.map(({ id }, index) => [id, index]));
  return [...new Set([...is.keys(), ...was.keys()])]
    .map((key) => ({ key, own: JSON.parse(key) as [committee: string, year: number] }))
    .sort(({ own: [a, year] }, { own: [b, other] }) => (place.get(a) ?? place.size) - (place.get(b) ?? place.size) || (a === b ? year - other : a < b ? -1 : 1))
    .map(({ key, own: [committee, year] }) => ({ id: committee, committee: names.committee(committee), year, decided: at(was, key), now: at(is, key) }));
}

/** The repayments that differ, each with its reasons. */
export function changedRepayments({ plan, decided, changes }: FollowUpSource, names: FollowUpNames, language: Language): ChangedRepayment[] {
  const [was, is] = [amountsBy(decided?.schedule ?? [], cellOf), amountsBy(plan.schedule, cellOf)];
  const cells = new Map<string, PlanChange[]>();
  for (const change of changes) {
    const key = cellOf(change);
    cells.set(key, [...(cells.get(key) ?? []), change]);
  }
  return [...cells].map(([key, own]) => {
    const { project, committee, year } = own[0]!;
    return { project: names.project(project), committee: names.committee(committee), year, decided: at(was, key), now: at(is, key), reasons: own.map((change) => ({ reason: reasonInWords(change, language), amount: change.amount })) };
  });
}

/** What each reason comes to, in the order that they are told apart, then by year. */
export function reasonSums(changes: readonly PlanChange[], language: Language): ReasonAmount[] {
  const groups = new Map<string, { first: PlanChange; amounts: string[] }>();
  for (const change of changes) {
    const key = `${change.reason} ${change.because}`;
    const group = groups.get(key);
    if (group) group.amounts.push(change.amount);
    else groups.set(key, { first: change, amounts: [change.amount] });
  }
  return [...groups.values()]
    .sort(({ first: a }, { first: b }) => changeReasons.indexOf(a.reason) - changeReasons.indexOf(b.reason) || (a.because ?? 0) - (b.because ?? 0))
    .map(({ first, amounts }) => ({ reason: reasonInWords(first, language), amount: sum(amounts) }));
}

/** Whether any amount differs between the plans. */
export function differs({ committeeYears, changed }: { committeeYears: readonly ComparedYear[]; changed: readonly ChangedRepayment[] }): boolean {
  return changed.length > 0 || committeeYears.some(({ decided, now }) => !isZero(difference(now, decided)));
}
