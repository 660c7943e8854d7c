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
import type { PlanNotWritten, PlanWritten } from "../workbook/writing";
import type { Store } from "./effects";
import type { Decision, FollowUpSource, NotDone, RangeRequest, RangeUnderstanding, Reading, Workbook, Writing, WrittenPlan } from "./workbook";

/** So many year columns has a new template: a project's years, and ten of repayment. */
const templateYears = 12;

const version: string = packageJson.version;

/**
 * The workbook that Excel has opened. What is not needed to read it is fetched when it is asked for: the pane opens sooner.
 * When Excel has not answered for long the store is told, and told again when it has, or nobody waits any more.
 */
export function excelWorkbook({ dispatch }: Pick<Store, "dispatch">, patience?: Patience): Workbook {
  const run = patientRun((silent) => dispatch({ type: "excelSilent", silent }), patience);
  /** Does something that a room fetches for it, and tells what stopped it. */
  const noted = async <Room>(fetched: Promise<Room>, work: (room: Room, context: Excel.RequestContext) => Promise<Diagnostic | null | undefined>): Promise<NotDone | null> => {
    const room = await fetched;
    return run(async (context) => notDone(await work(room, context)));
  };
  return {
    createTemplate: (language) => createTemplate(run, language),
    addTable: (table, language) => addTable(run, table, language),
    openExample: (language) => noted(import("../workbook/examples"), async (room, context) => mistake((await room.insertExample(context, { language })).diagnostics)),
    read: (language) => read(run, language),
    understandRange: (request, language) => understand(run, request, language),
    useRange: (request, language) => noted(import("../workbook/ranges"), (room, context) => room.useRange(context, { ...request, language })),
    forgetRange: (kind, language) => noted(import("../workbook/ranges"), (room, context) => room.forgetRange(context, kind, language)),
    saveRules: (drafts, language) => noted(import("../workbook/rules"), (room, context) => room.writeRules(context, { ...drafts, language })),
    saveCap: (cap, language) => noted(import("../workbook/rules"), (room, context) => room.writeCap(context, { ...cap, language })),
    removeCap: (cell, language) => noted(import("../workbook/rules"), (room, context) => room.removeCap(context, { cell, language })),
    write: (reading, plan, writing) => write(run, reading, plan, writing),
    // With the papers' texts, which the pane does without until the export tab is opened.
    readPaper: async (language) => {
      const { readPaper } = await import("../workbook/paper");
      return run((context) => readPaper(context, { language }));
    },
    savePaper: (change) => noted(import("../workbook/paper"), (room, context) => room.writePaper(context, change)),
    writeAnnex: (annex, writing) => writeAnnex(run, annex, writing),
    savePlanFrom: (year, language) => noted(import("../workbook/rules"), (room, context) => room.writeSetting(context, { setting: "planFrom", value: year, language })),
    saveOutcomes: (edits, language) => noted(import("../workbook/followUp"), (room, context) => room.saveOutcomes(context, { edits, language })),
    saveBooked: (edits, language) => noted(import("../workbook/followUp"), (room, context) => room.saveBooked(context, { edits, language })),
    readAmounts: async (year, input, language) => {
      const { readAmounts } = await import("../workbook/followUp");
      const amounts = await run((context) => readAmounts(context, { year, input, language }));
      return failed(amounts.diagnostics) ?? amounts;
    },
    saveWaiver: (waiver, language) => noted(import("../workbook/followUp"), (room, context) => room.saveWaiver(context, { waiver, language })),
    saveSuccession: (rows, language) => noted(import("../workbook/followUp"), (room, context) => room.saveSuccession(context, { rows, language })),
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

/** The first error, if there is any. */
const mistake = (diagnostics: readonly Diagnostic[]) => diagnostics.find(({ severity }) => severity === "error");

/** Excel refused: there is nothing to go on with. */
function failed(diagnostics: readonly Diagnostic[]): NotDone | null {
  return notDone(diagnostics.find(({ code }) => code.startsWith("excel.")));
}

async function createTemplate(run: ExcelRun, language: Language): Promise<string[] | NotDone> {
  const template = await import("../workbook/template");
  const { sheets, diagnostics } = await run((context) =>
    template.createTemplate(context, { language, firstYear: new Date().getFullYear(), years: templateYears }),
  );
  return notDone(mistake(diagnostics)) ?? sheets.map(({ sheet }) => sheet);
}

async function addTable(run: ExcelRun, table: TableKey, language: Language): Promise<string | NotDone | null> {
  const { addTables } = await import("../workbook/template");
  const { sheets, diagnostics } = await run((context) => addTables(context, { tables: [table], language }));
  return notDone(mistake(diagnostics)) ?? sheets[0]?.sheet ?? null;
}

async function read(run: ExcelRun, language: Language): Promise<Reading | NotDone> {
  return run(async (context) => {
    const reading = await readWorkbook(context, { language });
    return failed(reading.diagnostics) ?? { ...reading, ...(await written(context, reading, language)) };
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
  return failed(understood.diagnostics) ?? understood;
}

/** What became of sheets that were to be written: null when the user stopped it. */
function ended<T>(outcome: PlanWritten | PlanNotWritten, code: string, done: (written: PlanWritten) => T): T | NotDone | null {
  if (outcome.ok) return done(outcome);
  return outcome.cancelled ? null : { failure: { code: `pane.${code}`, severity: "error", message: outcome.message } };
}

const firstSheet = ({ sheets: [sheet = ""] }: PlanWritten) => sheet;

async function write(run: ExcelRun, reading: Reading, plan: RepaymentPlan, writing: Writing): Promise<WrittenPlan | NotDone | null> {
  const { writeRepaymentPlan } = await import("../workbook/writing");
  const outcome = await writeRepaymentPlan(run, reading, plan, { ...writing, now: new Date(), version });
  return ended(outcome, "notWritten", ({ sheets, notes }) => ({ sheets, notes, outdated: false, changes: [] }));
}

async function writeAnnex(run: ExcelRun, annex: SheetLayout, writing: Writing): Promise<string | NotDone | null> {
  const { writeAnnexSheet } = await import("../workbook/writing/writeAnnex");
  return ended(await writeAnnexSheet(run, annex, { ...writing, version }), "annexNotWritten", firstSheet);
}

async function decide(run: ExcelRun, reading: Reading, plan: RepaymentPlan, decision: Decision, writing: Writing): Promise<string | NotDone | null> {
  const { decidePlan } = await import("../workbook/versions");
  return ended(await decidePlan(run, reading, plan, decision, { ...writing, now: new Date(), version }), "notDecided", firstSheet);
}

async function writeFollowUp(run: ExcelRun, source: FollowUpSource, writing: Writing): Promise<string[] | NotDone | null> {
  const { writeFollowUpSheets } = await import("../workbook/writing/writeFollowUp");
  return ended(await writeFollowUpSheets(run, source, { ...writing, now: new Date(), version }), "followUpNotWritten", ({ sheets }) => sheets);
}
