import type { PlanInput, RepaymentPlan } from "../planning/types";
import { isQuick, pagePlanner, type Planner } from "./planner";

/** Plans large inputs in a worker, which is started at the first one; on the page where workers are refused. */
export function workerPlanner(): Planner {
  const waiting = new Map<number, { input: PlanInput; done(plan: RepaymentPlan): void; failed(error: unknown): void }>();
  let worker: Worker | null | undefined;
  let count = 0;

  const giveUp = (): void => {
    worker?.terminate();
    worker = null;
    for (const [id, { input, done, failed }] of waiting) {
      waiting.delete(id);
      pagePlanner.plan(input).then(done, failed);
    }
  };
  const start = (): Worker | null => {
    try {
      const started = new Worker(new URL("./planWorker.ts", import.meta.url));
      started.onmessage = ({ data: { id, plan } }: MessageEvent<{ id: number; plan: RepaymentPlan }>) => {
        waiting.get(id)?.done(plan);
        waiting.delete(id);
      };
      started.onerror = giveUp;
      return started;
    } catch {
      return null;
    }
  };
  return {
    isQuick,
    plan(input) {
      if (isQuick(input)) return pagePlanner.plan(input);
      worker ??= worker === null ? null : start();
      if (worker === null) return pagePlanner.plan(input);
      const id = (count += 1);
      const { postMessage } = worker;
      return new Promise((done, failed) => {
        waiting.set(id, { input, done, failed });
        postMessage.call(worker, { id, input });
      });
    },
  };
}
