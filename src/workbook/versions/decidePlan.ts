import type { RepaymentPlan } from "../../planning/types";
import { decidedSheet } from "../../report/decidedSheet";
import type { ExcelRun } from "../excelRun";
import { unhurriedFingerprint } from "../fingerprint";
import type { WorkbookReading } from "../reading";
import { localTime } from "../writing/localTime";
import { writeSheets, type PlanNotWritten, type PlanWritten } from "../writing/writePlan";
import type { RepaymentPlanOptions } from "../writing/writeRepaymentPlan";
import type { Decision } from "./types";

/**
 * Keeps a plan as decided, on a sheet of its own: all or nothing, as `writePlan` writes a plan, but nothing is replaced.
 * Sheets of earlier decisions are left as they are. A plan with errors is not written.
 */
export async function decidePlan(
  run: ExcelRun,
  { input, diagnostics }: Pick<WorkbookReading, "input" | "diagnostics">,
  plan: RepaymentPlan,
  decision: Decision,
  { now, ...options }: RepaymentPlanOptions,
): Promise<PlanWritten | PlanNotWritten> {
  const madeAt = localTime(now);
  const failed = [...diagnostics, ...plan.diagnostics].some(({ severity }) => severity === "error");
  const layouts = failed ? [] : [await decidedSheet({ input, plan, decision, madeAt, fingerprint: await unhurriedFingerprint(input), language: options.language })];
  return writeSheets(run, "decided", layouts, { ...options, today: madeAt.slice(0, 10) });
}
