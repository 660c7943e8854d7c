import { planRepayments } from "../planning";
import type { PlanInput } from "../planning/types";

/** Plans in a thread of its own: a numbered input in, the plan with the same number out. */
self.onmessage = ({ data: { id, input } }: MessageEvent<{ id: number; input: PlanInput }>) => {
  self.postMessage({ id, plan: planRepayments(input) });
};
