import type { PlanInput, RepaymentPlan } from "../planning/types";
import { atOnce, type Work } from "../planning/work";
import { hasFraction } from "./amounts";
import { assumptions } from "./assumptions";
import { controlTables } from "./controlTables";
import { frameTable } from "./frameTable";
import { fundTable } from "./fundTable";
import { inputRecordWork } from "./inputRecord";
import { reportSubject } from "./parties";
import { planTable } from "./planTable";
import { provenance, remarks, successions, waivers } from "./remarks";
import { rulesInWords } from "./rulesInWords";
import type { PlanReport, ReportOptions, ReportTable } from "./types";

function showsFractions(tables: ReportTable[]): boolean {
  return tables.some(({ columns, rows }) =>
    rows.some(({ cells }) => cells.some((cell, index) => columns[index]?.kind === "amount" && hasFraction(cell))),
  );
}

/**
 * The plan as a document: tables with exact sums, notes, and everything that has to be said in words.
 * @param plan the engine's answer to `input`
 * @param options language, when, version, which ranges were read, and the input's fingerprint (`fingerprintOf`)
 */
export function planReport(plan: RepaymentPlan, input: PlanInput, options: ReportOptions): PlanReport {
  return atOnce(planReportWork(plan, input, options));
}

/** The same in pieces: a large fund's report would hold the page. */
export function* planReportWork(plan: RepaymentPlan, input: PlanInput, options: ReportOptions): Work<PlanReport> {
  const { language, madeAt, version, fingerprint, readingDiagnostics = [] } = options;
  const subject = reportSubject(plan, input, language);
  const { translate } = subject;
  const repayments = yield* planTable(subject);
  yield;
  const tables = { plan: repayments, frames: frameTable(subject), fund: fundTable(subject), control: controlTables(subject) };
  const öre = hasFraction(input.roundingUnit ?? "1") || showsFractions([tables.plan, tables.frames, tables.fund, tables.control.projects]);
  const hasErrors = [...readingDiagnostics, ...plan.diagnostics].some(({ severity }) => severity === "error");
  yield;
  const record = hasErrors ? "" : yield* inputRecordWork(input);
  yield;
  const rules = yield* rulesInWords(subject);
  yield;
  return {
    language,
    title: translate("report:sheets.plan"),
    subtitle: input.title?.trim() ?? "",
    made: translate("report:made", { madeAt }),
    madeAt,
    version,
    fingerprint,
    record,
    decimals: öre ? 2 : 0,
    hasErrors,
    ...tables,
    texts: [
      rules,
      assumptions(subject),
      waivers(subject),
      successions(subject),
      remarks(subject, readingDiagnostics),
      provenance(subject, options),
    ].filter(({ entries }) => entries.length > 0),
  };
}
