import { translator } from "../../i18n";
import type { RepaymentPlan } from "../../planning/types";
import { fingerprintOf, planReport, planSheets } from "../../report";
import type { WorkbookReading } from "../reading";
import { localTime } from "./localTime";
import { writePlan, type ExcelRun, type PlanNotWritten, type PlanWritten, type WriteOptions } from "./writePlan";

export interface RepaymentPlanOptions extends Omit<WriteOptions, "today"> {
  /** When the plan is made. */
  now: Date;
  /** The add-in's version. */
  version: string;
}

/**
 * The whole way from a reading and its plan to the sheets: the plan as a report, the report as sheets, the sheets in
 * the workbook. See `writePlan` for what is kept, undone and answered.
 */
export async function writeRepaymentPlan(
  run: ExcelRun,
  { input, tables, diagnostics }: Pick<WorkbookReading, "input" | "tables" | "diagnostics">,
  plan: RepaymentPlan,
  { now, version, ...options }: RepaymentPlanOptions,
): Promise<PlanWritten | PlanNotWritten> {
  const { language } = options;
  const madeAt = localTime(now);
  const report = planReport(plan, input, {
    language,
    madeAt,
    version,
    sources: tables.map(({ kind, where }) => ({ name: translator(language)(`template:tables.${kind}.sheet`), address: where })),
    fingerprint: await fingerprintOf(input),
    readingDiagnostics: diagnostics,
  });
  return writePlan(run, planSheets(report), { ...options, today: madeAt.slice(0, 10) });
}
