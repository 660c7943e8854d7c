import { planChanges, type PlanChange } from "../followUp";
import { planRepayments } from "../planning";
import type { PlanInput, Repayment, RepaymentPlan } from "../planning/types";
import type { EarlierPlan } from "./planner";

/** The input's long lists: a hundred thousand rows in a large fund, the same while its rules are changed. */
export type Amounts = Required<Pick<PlanInput, "costs" | "savings" | "outcomes" | "booked">>;

/** An earlier plan's long lists. */
export type EarlierAmounts = Amounts & { schedule: Repayment[] };

/**
 * To the worker: amounts, which it keeps (the first part in place of those it has), then an input without amounts, to be
 * planned with those; or to be compared with an earlier plan, whose own amounts have come the same way.
 */
export type PlanRequest =
  | { amounts: Amounts; first: boolean }
  | { earlier: EarlierAmounts; first: boolean }
  | { id: number; input: PlanInput }
  | { id: number; input: PlanInput; before: PlanInput | null };

/** From the worker: the schedule in parts, then the plan without it; or the changes in parts, then that they are all there. */
export type PlanAnswer = { id: number; schedule: Repayment[] } | { id: number; plan: RepaymentPlan } | { id: number; changes: PlanChange[] } | { id: number; compared: true };

/** So many rows of a list are copied between page and worker in a few hundredths of a second on an old laptop; a hundred thousand would hold the page. */
const rowsInPart = 5_000;

/** A list in parts, each small enough to be copied without the page being held. */
export function partsOf<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsInPart) }, (_, part) => rows.slice(part * rowsInPart, (part + 1) * rowsInPart));
}

/** Lists of different lengths, part by part; one empty part when there are none. */
function partsOfAll<T extends Record<string, readonly unknown[]>>(lists: T): T[] {
  const parts = Object.entries(lists).map(([name, rows]) => [name, partsOf(rows)] as const);
  const count = Math.max(1, ...parts.map(([, { length }]) => length));
  return Array.from({ length: count }, (_, part) => Object.fromEntries(parts.map(([name, list]) => [name, list[part] ?? []])) as unknown as T);
}

/** What is sent of an input's amounts. */
export function amountParts({ costs, savings, outcomes = [], booked = [] }: PlanInput): Amounts[] {
  return partsOfAll<Amounts>({ costs, savings, outcomes, booked });
}

/** What is sent of an earlier plan. */
export function earlierParts({ input, schedule }: EarlierPlan): EarlierAmounts[] {
  const { costs = [], savings = [], outcomes = [], booked = [] } = input ?? {};
  return partsOfAll<EarlierAmounts>({ costs, savings, outcomes, booked, schedule: [...schedule] });
}

/** An input without its long lists. */
export function withoutAmounts(input: PlanInput): PlanInput {
  return { ...input, costs: [], savings: [], outcomes: [], booked: [] };
}

function keep<T extends Amounts>(kept: T, part: T): void {
  for (const name of Object.keys(part) as (keyof T)[]) (kept[name] as unknown[]).push(...(part[name] as unknown[]));
}

/** The worker's side: takes requests, and answers each that is to be planned. */
export function planAnswering(answer: (message: PlanAnswer) => void): (request: PlanRequest) => void {
  let kept: Amounts = { costs: [], savings: [], outcomes: [], booked: [] };
  let earlier: EarlierAmounts = { ...kept, schedule: [] };
  return (request) => {
    if ("amounts" in request) {
      if (request.first) kept = request.amounts;
      else keep(kept, request.amounts);
      return;
    }
    if ("earlier" in request) {
      if (request.first) earlier = request.earlier;
      else keep(earlier, request.earlier);
      return;
    }
    const { id } = request;
    const input = { ...request.input, ...kept };
    const plan = planRepayments(input);
    if ("before" in request) {
      const { schedule, ...amounts } = earlier;
      const changes = planChanges({ input: request.before === null ? undefined : { ...request.before, ...amounts }, schedule }, { input, schedule: plan.schedule });
      for (const part of partsOf(changes)) answer({ id, changes: part });
      answer({ id, compared: true });
      return;
    }
    for (const schedule of partsOf(plan.schedule)) answer({ id, schedule });
    answer({ id, plan: { ...plan, schedule: [] } });
  };
}
