import { planRepayments } from "../planning";
import type { PlanInput, Repayment } from "../planning/types";
import { cellKey, minus, plus, sumsOf, type CellSums } from "./cells";
import type { PlanChange, PlanWithInput } from "./reasons";
import { stepsBetween, type ReasonOf } from "./steps";

/**
 * What differs between two plans, and why: for every project, committee and year, parts with one reason each that sum
 * to the new amount less the old, to the öre.
 *
 * The old input is changed into the new one kind of thing at a time (`stepsBetween`) and planned after each, as in an
 * analysis of variances: what a step changes has that step's reason. Should a mixture of old and new give no plan (a
 * frame that a cap needs is missing), the step is taken together with the next.
 *
 * @param before the old plan, as it was decided; when its input is not known, all differences are `recalculated`
 * @param now the new plan
 * @returns by project and committee in the order listed, then year
 */
export function planChanges(before: { input: PlanInput | undefined; schedule: readonly Repayment[] }, now: PlanWithInput): PlanChange[] {
  const changes = new Map<string, PlanChange>();
  let reached = sumsOf(before.schedule);
  const moveTo = (schedule: readonly Repayment[], reasonOf: ReasonOf, projects?: ReadonlySet<string>) => {
    const next = sumsOf(schedule);
    for (const { project, committee, year, amount } of between(reached, next)) {
      const rises = !amount.startsWith("-");
      const { reason, because } = projects === undefined || projects.has(project) ? reasonOf({ project, committee, year, rises }) : { reason: "cap" as const };
      const key = `${reason} ${because} ${cellKey(project, committee, year)}`;
      const sum = plus(changes.get(key)?.amount ?? "0", amount);
      if (sum === "0") changes.delete(key);
      else changes.set(key, { project, committee, year, amount: sum, reason, ...(because === undefined ? {} : { because }) });
    }
    reached = next;
  };

  const recalculated: ReasonOf = () => ({ reason: "recalculated" });
  if (before.input === undefined) moveTo(now.schedule, recalculated);
  else {
    const again = planOf(before.input);
    if (again) moveTo(again, recalculated);
    for (const { input, reasonOf, projects } of stepsBetween(before.input, now.input, again ?? before.schedule)) {
      const planned = planOf(input);
      if (planned) moveTo(planned, reasonOf, projects);
    }
    // What is left comes from the order in the lists: who is first when an odd unit is to be given.
    moveTo(now.schedule, () => ({ reason: "settings" }));
  }
  return inOrder([...changes.values()], now.input, before.input);
}

function planOf(input: PlanInput): Repayment[] | undefined {
  const { schedule, diagnostics } = planRepayments(input);
  return diagnostics.some(({ severity }) => severity === "error") ? undefined : schedule;
}

/** The cells that differ, new less old. */
function between(was: CellSums, is: CellSums) {
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [old, now] = [was.get(key), is.get(key)];
    const [before, after] = [old?.amount ?? "0", now?.amount ?? "0"];
    return before === after ? [] : [{ ...(now ?? old)!, amount: minus(after, before) }];
  });
}

function inOrder(changes: PlanChange[], now: PlanInput, before: PlanInput | undefined): PlanChange[] {
  const places = (...lists: readonly { id: string }[][]) => new Map([...new Set(lists.flat().map(({ id }) => id))].map((id, place) => [id, place]));
  const projects = places(now.projects, before?.projects ?? []);
  const committees = places(now.committees, before?.committees ?? []);
  const place = (order: Map<string, number>, id: string) => order.get(id) ?? Infinity;
  return changes.sort(
    (a, b) =>
      compare(place(projects, a.project), place(projects, b.project)) || compare(place(committees, a.committee), place(committees, b.committee)) || a.year - b.year,
  );
}

const compare = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);
