import type { PlanInput, Repayment, RepaymentPlan } from "../planning/types";
import { breath } from "../workbook/breath";
import { amountParts, type PlanAnswer, type PlanRequest } from "./planMessages";
import { isQuick, pagePlanner, type Planner } from "./planner";

/** A plan that is being made. */
interface Waiting {
  input: PlanInput;
  /** What has come of its schedule. */
  schedule: Repayment[];
  done(plan: RepaymentPlan): void;
  failed(error: unknown): void;
}

/** What is used of a worker. */
export type PlanningWorker = Pick<Worker, "onmessage" | "onerror" | "terminate"> & { postMessage(request: PlanRequest): void };

const startWorker = (): PlanningWorker => new Worker(new URL("./planWorker.ts", import.meta.url));

/**
 * Plans large inputs in a worker, which is started at the first one; on the page where workers are refused. The amounts
 * are sent once for each reading, and they and the plan in parts: copying all at once would hold the page as planning does.
 */
export function workerPlanner(start = startWorker): Planner {
  const waiting = new Map<number, Waiting>();
  let worker: PlanningWorker | null | undefined;
  let count = 0;
  /** The input whose amounts the worker has. */
  let sent: PlanInput | undefined;
  let sending = Promise.resolve();

  const giveUp = (): void => {
    worker?.terminate();
    worker = null;
    for (const [id, { input, done, failed }] of waiting) {
      waiting.delete(id);
      pagePlanner.plan(input).then(done, failed);
    }
  };
  const take = ({ data: answer }: MessageEvent<PlanAnswer>): void => {
    const plan = waiting.get(answer.id);
    if (!plan) return;
    if ("schedule" in answer) return void plan.schedule.push(...answer.schedule);
    waiting.delete(answer.id);
    plan.done({ ...answer.plan, schedule: plan.schedule });
  };
  const started = (): PlanningWorker | null => {
    try {
      const planning = start();
      planning.onmessage = take;
      planning.onerror = giveUp;
      return planning;
    } catch {
      return null;
    }
  };
  const send = async (id: number, input: PlanInput): Promise<void> => {
    if (!sent || !sameAmounts(sent, input)) {
      let first = true;
      for (const amounts of amountParts(input)) {
        worker?.postMessage({ amounts, first });
        first = false;
        await breath();
      }
      sent = input;
    }
    worker?.postMessage({ id, input: { ...input, costs: [], savings: [], outcomes: [], booked: [] } });
  };
  return {
    isQuick,
    plan(input) {
      if (isQuick(input)) return pagePlanner.plan(input);
      worker ??= worker === null ? null : started();
      if (worker === null) return pagePlanner.plan(input);
      const id = (count += 1);
      return new Promise((done, failed) => {
        waiting.set(id, { input, schedule: [], done, failed });
        // One input at a time: the worker plans with the amounts that came last.
        sending = sending.then(() => send(id, input)).catch(giveUp);
      });
    },
  };
}

/** Whether two inputs come of the same reading: drafts and models leave the lists as they are. */
function sameAmounts(one: PlanInput, other: PlanInput): boolean {
  return one.costs === other.costs && one.savings === other.savings && one.outcomes === other.outcomes && one.booked === other.booked;
}
