import { planAnswering, type PlanRequest } from "./planMessages";

/** Plans in a thread of its own. */
const take = planAnswering((message) => self.postMessage(message));

self.onmessage = ({ data: request }: MessageEvent<PlanRequest>) => take(request);
