import type { PlanChange } from "../followUp";
import type { PlanInput, Repayment } from "../planning/types";
import { breath } from "../workbook/breath";
import { amountParts, earlierParts, withoutAmounts, type PlanAnswer, type PlanRequest } from "./planMessages";
import { isQuick, pagePlanner, type EarlierPlan, type Planner } from "./planner";

/** What is being made: takes an answer, tells whether it was the last; on the page when the worker fails. */
interface Waiting {
  take(answer: PlanAnswer): boolean;
  onPage(): void;
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
    const left = [...waiting.values()];
    waiting.clear();
    for (const { onPage } of left) onPage();
  };
  const take = ({ data: answer }: MessageEvent<PlanAnswer>): void => {
    if (waiting.get(answer.id)?.take(answer)) waiting.delete(answer.id);
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
  const sendAmounts = async (input: PlanInput): Promise<void> => {
    if (sent && sameAmounts(sent, input)) return;
    for (const [part, amounts] of amountParts(input).entries()) {
      worker?.postMessage({ amounts, first: part === 0 });
      await breath();
    }
    sent = input;
  };
  const sendEarlier = async (before: EarlierPlan): Promise<void> => {
    for (const [part, earlier] of earlierParts(before).entries()) {
      worker?.postMessage({ earlier, first: part === 0 });
      await breath();
    }
  };
  /** One request at a time: the worker plans with the amounts that came last. */
  const ask = (input: PlanInput, answered: Waiting, rest: (id: number) => Promise<void>): void => {
    const id = (count += 1);
    waiting.set(id, answered);
    sending = sending.then(() => sendAmounts(input)).then(() => rest(id)).catch(giveUp);
  };
  const isOnPage = (input: PlanInput): boolean => {
    if (isQuick(input)) return true;
    worker ??= worker === null ? null : started();
    return worker === null;
  };
  return {
    isQuick,
    plan(input) {
      if (isOnPage(input)) return pagePlanner.plan(input);
      return new Promise((done, failed) => {
        const schedule: Repayment[] = [];
        const take = (answer: PlanAnswer): boolean => {
          if ("schedule" in answer) schedule.push(...answer.schedule);
          // To unpack the plan has held the page already: it draws after a breath.
          if ("plan" in answer) void breath().then(() => done({ ...answer.plan, schedule }));
          return "plan" in answer;
        };
        ask(input, { take, onPage: () => void pagePlanner.plan(input).then(done, failed) }, async (id) => worker?.postMessage({ id, input: withoutAmounts(input) }));
      });
    },
    changes(before, input) {
      if (isOnPage(input)) return pagePlanner.changes(before, input);
      return new Promise((done, failed) => {
        const changes: PlanChange[] = [];
        const take = (answer: PlanAnswer): boolean => {
          if ("changes" in answer) changes.push(...answer.changes);
          if ("compared" in answer) done(changes);
          return "compared" in answer;
        };
        ask(input, { take, onPage: () => void pagePlanner.changes(before, input).then(done, failed) }, async (id) => {
          await sendEarlier(before);
          worker?.postMessage({ id, input: withoutAmounts(input), before: before.input ? withoutAmounts(before.input) : null });
        });
      });
    },
  };
}

/** Whether two inputs come of the same reading: drafts and models leave the lists as they are. */
function sameAmounts(one: PlanInput, other: PlanInput): boolean {
  return one.costs === other.costs && one.savings === other.savings && one.outcomes === other.outcomes && one.booked === other.booked;
}
