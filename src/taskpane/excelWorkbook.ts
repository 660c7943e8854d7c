import packageJson from "../../package.json";
import type { Language } from "../i18n";
import type { Diagnostic, RepaymentPlan } from "../planning/types";
import { whatChanged } from "../report";
import type { SheetLayout } from "../report/sheetLayout";
import { unhurriedFingerprint } from "../workbook/fingerprint";
import { patientRun, type ExcelRun, type Patience } from "../workbook/excelRun";
import { insertFormula } from "../workbook/insertFormula";
import { activateSheet, selectReference, watchChanges } from "../workbook/navigation";
import { readWorkbook, type WorkbookReading } from "../workbook/reading";
import type { TableKey } from "../workbook/template";
import { readInputRecord } from "../workbook/writing/readInputRecord";
import { readWritten, type WrittenSheet } from "../workbook/writing/readWritten";
import type { Store } from "./effects";
import type { Decision, FollowUpSource, NotDone, RangeRequest, RangeUnderstanding, Reading, Workbook, Writing, WrittenPlan } from "./workbook";

/** So many year columns has a new template: a project's years, and ten of repayment. */
const templateYears = 12;

/**
 * The workbook that Excel has opened. What is not needed to read it is fetched when it is asked for: the pane opens sooner.
 * When Excel has not answered for long the store is told, and told again when it has, or nobody waits any more.
 */
export function excelWorkbook({ dispatch }: Pick<Store, "dispatch">, patience?: Patience): Workbook {
  const run = patientRun((silent) => dispatch({ type: "excelSilent", silent }), patience);
  return {
    createTemplate: (language) => createTemplate(run, language),
    addTable: (table, language) => addTable(run, table, language),
    openExample: (language) => openExample(run, language),
    read: (language) => read(run, language),
    understandRange: (request, language) => understand(run, request, language),
    useRange: async (request, language) => {
      const { useRange: rememberRange } = await import("../workbook/ranges");
      return run(async (context) => notDone(await rememberRange(context, { ...request, language })));
    },
    forgetRange: async (kind, language) => {
      const { forgetRange } = await import("../workbook/ranges");
      return run(async (context) => notDone(await forgetRange(context, kind, language)));
    },
    saveRules: async (drafts, language) => {
      const { writeRules } = await import("../workbook/rules");
      return run(async (context) => notDone(await writeRules(context, { ...drafts, language })));
    },
    saveCap: async (cap, language) => {
      const { writeCap } = await import("../workbook/rules");
      return run(async (context) => notDone(await writeCap(context, { ...cap, language })));
    },
    removeCap: async (cell, language) => {
      const { removeCap } = await import("../workbook/rules");
      return run(async (context) => notDone(await removeCap(context, { cell, language })));
    },
    write: (reading, plan, writing) => write(run, reading, plan, writing),
    // With the papers' texts, which the pane does without until the export tab is opened.
    readPaper: async (language) => {
      const { readPaper } = await import("../workbook/paper");
      return run((context) => readPaper(context, { language }));
    },
    savePaper: async (change) => {
      const { writePaper } = await import("../workbook/paper");
      return run(async (context) => notDone(await writePaper(context, change)));
    },
    writeAnnex: (annex, writing) => writeAnnex(run, annex, writing),
    savePlanFrom: async (year, language) => {
      const { writeSetting } = await import("../workbook/rules");
      return run(async (context) => notDone(await writeSetting(context, { setting: "planFrom", value: year, language })));
    },
    saveOutcomes: async (edits, language) => {
      const { saveOutcomes } = await import("../workbook/followUp");
      return run(async (context) => notDone(await saveOutcomes(context, { edits, language })));
    },
    saveBooked: async (edits, language) => {
      const { saveBooked } = await import("../workbook/followUp");
      return run(async (context) => notDone(await saveBooked(context, { edits, language })));
    },
    readAmounts: async (year, input, language) => {
      const { readAmounts } = await import("../workbook/followUp");
      const amounts = await run((context) => readAmounts(context, { year, input, language }));
      return failed(amounts.diagnostics) ?? amounts;
    },
    saveWaiver: async (waiver, language) => {
      const { saveWaiver } = await import("../workbook/followUp");
      return run(async (context) => notDone(await saveWaiver(context, { waiver, language })));
    },
    saveSuccession: async (rows, language) => {
      const { saveSuccession } = await import("../workbook/followUp");
      return run(async (context) => notDone(await saveSuccession(context, { rows, language })));
    },
    decide: (reading, plan, decision, writing) => decide(run, reading, plan, decision, writing),
    readVersions: async (language) => {
      const { readVersions } = await import("../workbook/versions");
      return run((context) => readVersions(context, language));
    },
    writeFollowUp: (source, writing) => writeFollowUp(run, source, writing),
    insertFormula: (formula, language) => run((context) => insertFormula(context, { formula, language })),
    select: (reference) => selectReference(run, reference),
    activate: (sheet) => activateSheet(run, sheet),
    watch: (onChange) => watchChanges(run, onChange),
  };
}

function notDone(failure: Diagnostic | null | undefined): NotDone | null {
  return failure ? { failure } : null;
}

/** Excel refused: there is nothing to go on with. */
function failed(diagnostics: readonly Diagnostic[]): NotDone | null {
  return notDone(diagnostics.find(({ code }) => code.startsWith("excel.")));
}

async function createTemplate(run: ExcelRun, language: Language): Promise<string[] | NotDone> {
  const template = await import("../workbook/template");
  const { sheets, diagnostics } = await run((context) =>
    template.createTemplate(context, { language, firstYear: new Date().getFullYear(), years: templateYears }),
  );
  const failure = diagnostics.find(({ severity }) => severity === "error");
  return failure ? { failure } : sheets.map(({ sheet }) => sheet);
}

async function addTable(run: ExcelRun, table: TableKey, language: Language): Promise<string | NotDone | null> {
  const { addTables } = await import("../workbook/template");
  const { sheets, diagnostics } = await run((context) => addTables(context, { tables: [table], language }));
  return notDone(diagnostics.find(({ severity }) => severity === "error")) ?? sheets[0]?.sheet ?? null;
}

async function openExample(run: ExcelRun, language: Language): Promise<NotDone | null> {
  const { insertExample } = await import("../workbook/examples");
  const { diagnostics } = await run((context) => insertExample(context, { language }));
  return notDone(diagnostics.find(({ severity }) => severity === "error"));
}

async function read(run: ExcelRun, language: Language): Promise<Reading | NotDone> {
  return run(async (context) => {
    const reading = await readWorkbook(context, { language });
    const failure = reading.diagnostics.find(({ code }) => code.startsWith("excel."));
    return failure ? { failure } : { ...reading, ...(await written(context, reading, language)) };
  });
}

/** The plan and the annex on the sheets, whether they were made from another input than the one that was read, and what differs. */
async function written(context: Excel.RequestContext, { input }: WorkbookReading, language: Language): Promise<Pick<Reading, "written" | "annex">> {
  const sheets = await readWritten(context);
  const fingerprint = await unhurriedFingerprint(input);
  const isOld = (sheet: WrittenSheet) => sheet.fingerprint !== fingerprint;
  const [annex] = sheets.annex;
  const plan = sheets.plan;
  const outdated = plan.some(isOld);
  const control = plan.find(({ kind }) => kind === "control");
  const changes = outdated && control ? whatChanged(await readInputRecord(context, control.name), input, language) : [];
  return {
    written: plan.length === 0 ? null : { sheets: plan.map(({ name }) => name), notes: [], outdated, changes },
    annex: annex ? { sheet: annex.name, outdated: isOld(annex) } : null,
  };
}

async function understand(run: ExcelRun, request: RangeRequest, language: Language): Promise<RangeUnderstanding | NotDone> {
  const { understandRange } = await import("../workbook/ranges");
  const understood = await run((context) => understandRange(context, { ...request, language }));
  const failure = understood.diagnostics.find(({ code }) => code.startsWith("excel."));
  return failure ? { failure } : understood;
}

async function write(run: ExcelRun, reading: Reading, plan: RepaymentPlan, { language, onProgress, signal }: Writing): Promise<WrittenPlan | NotDone | null> {
  const { writeRepaymentPlan } = await import("../workbook/writing");
  const outcome = await writeRepaymentPlan(run, reading, plan, { language, now: new Date(), version: packageJson.version, onProgress, signal });
  if (outcome.ok) return { sheets: outcome.sheets, notes: outcome.notes, outdated: false, changes: [] };
  return outcome.cancelled ? null : { failure: { code: "pane.notWritten", severity: "error", message: outcome.message } };
}

async function writeAnnex(run: ExcelRun, annex: SheetLayout, writing: Writing): Promise<string | NotDone | null> {
  const { writeAnnexSheet } = await import("../workbook/writing/writeAnnex");
  const outcome = await writeAnnexSheet(run, annex, { ...writing, version: packageJson.version });
  if (outcome.ok) return outcome.sheets[0] ?? "";
  return outcome.cancelled ? null : { failure: { code: "pane.annexNotWritten", severity: "error", message: outcome.message } };
}

async function decide(run: ExcelRun, reading: Reading, plan: RepaymentPlan, decision: Decision, { language, onProgress, signal }: Writing): Promise<string | NotDone | null> {
  const { decidePlan } = await import("../workbook/versions");
  const outcome = await decidePlan(run, reading, plan, decision, { language, now: new Date(), version: packageJson.version, onProgress, signal });
  if (outcome.ok) return outcome.sheets[0] ?? "";
  return outcome.cancelled ? null : { failure: { code: "pane.notDecided", severity: "error", message: outcome.message } };
}

async function writeFollowUp(run: ExcelRun, source: FollowUpSource, { language, onProgress, signal }: Writing): Promise<string[] | NotDone | null> {
  const { writeFollowUpSheets } = await import("../workbook/writing/writeFollowUp");
  const outcome = await writeFollowUpSheets(run, source, { language, now: new Date(), version: packageJson.version, onProgress, signal });
  if (outcome.ok) return outcome.sheets;
  return outcome.cancelled ? null : { failure: { code: "pane.followUpNotWritten", severity: "error", message: outcome.message } };
}
