import { planRepayments } from "../planning";
import type { PlanInput, Repayment, RepaymentPlan } from "../planning/types";

/** The input's long lists: a hundred thousand rows in a large fund, the same while its rules are changed. */
export type Amounts = Required<Pick<PlanInput, "costs" | "savings" | "outcomes" | "booked">>;

/** To the worker: amounts, which it keeps (the first part in place of those it has), then an input without amounts, to be planned with those. */
export type PlanRequest = { amounts: Amounts; first: boolean } | { id: number; input: PlanInput };

/** From the worker: the schedule in parts, then the plan without it. */
export type PlanAnswer = { id: number; schedule: Repayment[] } | { id: number; plan: RepaymentPlan };

/** So many rows of a list are copied between page and worker in a few hundredths of a second on an old laptop; a hundred thousand would hold the page. */
const rowsInPart = 5_000;

/** A list in parts, each small enough to be copied without the page being held. */
export function partsOf<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsInPart) }, (_, part) => rows.slice(part * rowsInPart, (part + 1) * rowsInPart));
}

/** What is sent of an input's amounts, part by part; one empty part when there are none. */
export function amountParts({ costs, savings, outcomes = [], booked = [] }: PlanInput): Amounts[] {
  const lists = { costs: partsOf(costs), savings: partsOf(savings), outcomes: partsOf(outcomes), booked: partsOf(booked) };
  const count = Math.max(1, ...Object.values(lists).map(({ length }) => length));
  return Array.from({ length: count }, (_, part) => ({
    costs: lists.costs[part] ?? [],
    savings: lists.savings[part] ?? [],
    outcomes: lists.outcomes[part] ?? [],
    booked: lists.booked[part] ?? [],
  }));
}

/** The worker's side: takes requests, and answers each that is to be planned. */
export function planAnswering(answer: (message: PlanAnswer) => void): (request: PlanRequest) => void {
  let kept: Amounts = { costs: [], savings: [], outcomes: [], booked: [] };
  return (request) => {
    if ("amounts" in request) {
      if (request.first) kept = request.amounts;
      else {
        kept.costs.push(...request.amounts.costs);
        kept.savings.push(...request.amounts.savings);
        kept.outcomes.push(...request.amounts.outcomes);
        kept.booked.push(...request.amounts.booked);
      }
      return;
    }
    const { id, input } = request;
    const plan = planRepayments({ ...input, ...kept });
    for (const schedule of partsOf(plan.schedule)) answer({ id, schedule });
    answer({ id, plan: { ...plan, schedule: [] } });
  };
}
