import { startWorkbench } from "./workbench";

/**
 * One workbench for every browser test, as building it takes longest. WORKBENCH=http://localhost:… runs the tests over
 * one that is already there (`npm start`).
 */
export default async function startOnce(): Promise<void> {
  if (process.env.WORKBENCH) return;
  const workbench = await startWorkbench();
  process.env.WORKBENCH = workbench.address;
  globalThis.startedWorkbench = workbench;
}
