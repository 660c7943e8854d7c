import { followUpReport, followUpSheets, type FollowUpSource } from "../../report/followUp";
import type { ExcelRun } from "../excelRun";
import { unhurriedFingerprint } from "../fingerprint";
import { localTime } from "./localTime";
import { writeSheets, type PlanNotWritten, type PlanWritten } from "./writePlan";
import type { RepaymentPlanOptions } from "./writeRepaymentPlan";

/**
 * Writes a year's follow-up as the sheets Uppföljning and Förändringar, as `writePlan` writes a plan: all or nothing, in
 * place of those from before, which are kept under dated names when a user has written in them. The plan's sheets and
 * the decided plans are not touched.
 */
export async function writeFollowUpSheets(run: ExcelRun, source: FollowUpSource, { now, language, version: _, ...options }: RepaymentPlanOptions): Promise<PlanWritten | PlanNotWritten> {
  const madeAt = localTime(now);
  const report = followUpReport(source, { language, madeAt, fingerprint: await unhurriedFingerprint(source.input) });
  return writeSheets(run, "followUp", followUpSheets(report), { ...options, language, today: madeAt.slice(0, 10) });
}
