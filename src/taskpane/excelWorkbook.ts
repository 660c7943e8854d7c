import packageJson from "../../package.json";
import type { Language } from "../i18n";
import type { RepaymentPlan } from "../planning/types";
import { fingerprintOf } from "../report";
import { activateSheet, selectReference, watchChanges } from "../workbook/navigation";
import { readWorkbook, type WorkbookReading } from "../workbook/reading";
import { createTemplate as createTemplateSheets } from "../workbook/template";
import { readWrittenPlan, writeRepaymentPlan, type ExcelRun } from "../workbook/writing";
import type { NotDone, Progress, Reading, Workbook, WrittenPlan } from "./workbook";

/** So many year columns has a new template: a project's years, and ten of repayment. */
const templateYears = 12;

const run: ExcelRun = (batch) => Excel.run(batch);

/** The workbook that Excel has opened. */
export const excelWorkbook: Workbook = {
  createTemplate,
  read,
  write,
  select: selectReference,
  activate: activateSheet,
  watch: watchChanges,
};

async function createTemplate(language: Language): Promise<string[] | NotDone> {
  const { sheets, diagnostics } = await run((context) =>
    createTemplateSheets(context, { language, firstYear: new Date().getFullYear(), years: templateYears }),
  );
  const failure = diagnostics.find(({ severity }) => severity === "error");
  return failure ? { failure } : sheets.map(({ sheet }) => sheet);
}

async function read(language: Language): Promise<Reading | NotDone> {
  return run(async (context) => {
    const reading = await readWorkbook(context, { language });
    const failure = reading.diagnostics.find(({ code }) => code.startsWith("excel."));
    return failure ? { failure } : { ...reading, written: await writtenPlan(context, reading) };
  });
}

/** The plan on the sheets, and whether it was made from another input than the one that was read. */
async function writtenPlan(context: Excel.RequestContext, { input }: WorkbookReading): Promise<WrittenPlan | null> {
  const sheets = await readWrittenPlan(context);
  if (sheets.length === 0) return null;
  const fingerprint = await fingerprintOf(input);
  return { sheets: sheets.map(({ name }) => name), notes: [], outdated: sheets.some((sheet) => sheet.fingerprint !== fingerprint) };
}

async function write(reading: Reading, plan: RepaymentPlan, language: Language, onProgress: Progress): Promise<WrittenPlan | NotDone> {
  const outcome = await writeRepaymentPlan(run, reading, plan, { language, now: new Date(), version: packageJson.version, onProgress });
  return outcome.ok ? { sheets: outcome.sheets, notes: outcome.notes, outdated: false } : { failure: { code: "pane.notWritten", severity: "error", message: outcome.message } };
}
