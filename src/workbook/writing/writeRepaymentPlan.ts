import { translator, type Language } from "../../i18n";
import type { PlanInput, RepaymentPlan } from "../../planning/types";
import type { Work } from "../../planning/work";
import { planReportWork, planSheets, type ReportOptions, type SheetLayout } from "../../report";
import { unhurried } from "../breath";
import type { ExcelRun } from "../excelRun";
import { unhurriedFingerprint } from "../fingerprint";
import type { WorkbookReading } from "../reading";
import { localTime } from "./localTime";
import { writePlan, type PlanNotWritten, type PlanWritten, type WriteOptions } from "./writePlan";

export interface RepaymentPlanOptions extends Omit<WriteOptions, "today"> {
  /** When the plan is made. */
  now: Date;
  /** The add-in's version. */
  version: string;
}

/** What a report says of how a reading's plan was made: when, by which version, from which ranges. */
export async function reportOptions(
  { input, tables, diagnostics }: Pick<WorkbookReading, "input" | "tables" | "diagnostics">,
  { language, now, version }: { language: Language; now: Date; version: string },
): Promise<ReportOptions> {
  return {
    language,
    madeAt: localTime(now),
    version,
    sources: tables.map(({ kind, where }) => ({ name: translator(language)(`template:tables.${kind}.sheet`), address: where })),
    fingerprint: await unhurriedFingerprint(input),
    readingDiagnostics: diagnostics,
  };
}

/**
 * The whole way from a reading and its plan to the sheets: the plan as a report, the report as sheets, the sheets in
 * the workbook. See `writePlan` for what is kept, undone and answered.
 */
export async function writeRepaymentPlan(
  run: ExcelRun,
  reading: Pick<WorkbookReading, "input" | "tables" | "diagnostics">,
  plan: RepaymentPlan,
  { now, version, ...options }: RepaymentPlanOptions,
): Promise<PlanWritten | PlanNotWritten> {
  const reporting = await reportOptions(reading, { language: options.language, now, version });
  const layouts = await unhurried(layoutWork(plan, reading.input, reporting));
  return writePlan(run, layouts, { ...options, today: reporting.madeAt.slice(0, 10) });
}

function* layoutWork(plan: RepaymentPlan, input: PlanInput, options: ReportOptions): Work<SheetLayout[]> {
  const report = yield* planReportWork(plan, input, options);
  yield;
  return planSheets(report);
}
