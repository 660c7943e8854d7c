import { translator, type Language } from "../../i18n";
import type { SheetDocument, SheetLayout } from "../../report";
import type { Work } from "../../planning/work";
import { unhurried } from "../breath";
import { excelDiagnostic, excelFailure, failureDiagnostic, refusalDiagnostic } from "../excelErrors";
import type { ExcelRun } from "../excelRun";
import { buildSteps } from "./buildSheet";
import { hashOfLayout, type ReadContents } from "./contents";
import { queueContents, queueUsed, sheetsToKeep, type KeptSheet, type UsedSheet } from "./oldContents";
import { recover, type WritingLog } from "./recovery";
import { FreeNames, hasWorkName, namesByKind } from "./sheetNames";
import { batches, type Step } from "./steps";
import { Cancelled, Turns } from "./turns";
import { queueSheets, type ExistingSheet, type WorkbookSheets } from "./workbookSheets";

export interface WriteOptions {
  language: Language;
  /** "2026-11-21"; old sheets that are kept are named by it. */
  today: string;
  /** Told before every sync: how much is done (0–1), and with what. */
  onProgress?(done: number, doing: string): void;
  /** Cancels between syncs; what was begun is undone. */
  signal?: AbortSignal;
  /** Bytes that a request or a response may take. Excel on the web refuses 5 MB. */
  payloadLimit?: number;
}

export interface PlanWritten {
  ok: true;
  /** The new sheets, in order. */
  sheets: string[];
  /** Old sheets that a user had written in, or that another sheet refers to (`by`): what they were called, and are now. */
  kept: { sheet: string; as: string; by?: string }[];
  /** Old sheets that could not be removed. */
  left: string[];
  /** What the user should know, in sentences. */
  notes: string[];
  syncs: number;
}

export interface PlanNotWritten {
  ok: false;
  cancelled: boolean;
  /** What happened, that the workbook is as before (or what is left), and what to do. */
  message: string;
  /** Sheets that could not be cleaned away; empty when the workbook is as it was. */
  left: string[];
  syncs: number;
}

/** Under Excel's 5 MB, with room for what the client adds. */
export const safePayload = 4_000_000;

/** There is no plan to write. */
class Nothing extends Error {}

/** Sheets can't be added: seen before Excel has refused it. */
class StructureProtected extends Error {}

/** One writing of a plan, from reading the workbook's sheets to removing the old ones. */
class Writing {
  readonly log: WritingLog;
  private readonly turns: Turns;
  private readonly limit: number;
  private kept: (KeptSheet & { as: string })[] = [];

  constructor(
    private readonly document: SheetDocument,
    private readonly layouts: SheetLayout[],
    private readonly options: WriteOptions & { payloadLimit: number },
  ) {
    this.log = { document, phase: "reading", before: undefined, created: [], retired: [], doomed: [] };
    this.turns = new Turns(options.signal);
    this.limit = options.payloadLimit;
  }

  get syncs(): number {
    return this.turns.count;
  }

  async write(context: Excel.RequestContext): Promise<void> {
    if (this.layouts.length === 0) throw new Nothing();
    this.tell(0, "read");
    const read = queueSheets(context, this.document);
    await this.turns.send(context);
    const before = read();
    if (before.structureProtected) throw new StructureProtected();
    this.plan(before);
    const used = await this.build(context);
    await this.swap(context, used);
    if (this.log.doomed.length + this.kept.length > 0) {
      this.tell(0.9, "remove");
      this.log.phase = "finishing";
      this.queueFinish(context, before);
      await this.turns.send(context);
    }
    this.options.onProgress?.(1, "");
  }

  recover(run: ExcelRun) {
    return recover(run, this.turns, this.log, async (context, now) => {
      this.queueFinish(context, now);
      await this.turns.sendAnyway(context);
    });
  }

  result(left: string[] = []): PlanWritten {
    const translate = translator(this.options.language);
    const sheets = this.log.created.map(({ final }) => final);
    const kept = this.kept.map(({ sheet, as, by }) => ({ sheet: sheet.marker?.name ?? sheet.name, as, ...(by === undefined ? {} : { by: this.nameNow(by) }) }));
    const taken = this.layouts.flatMap(({ name }, index) => (sheets[index] === name ? [] : [translate(this.document === "decided" ? "report:writing.decidedBefore" : "report:writing.nameTaken", { wanted: name, sheet: sheets[index] })]));
    const notes = [
      ...taken,
      ...kept.map(({ sheet, as, by }) => translate(by === undefined ? "report:writing.kept" : `report:writing.${this.document}.keptReferred`, { sheet, kept: as, by })),
      ...(left.length === 0 ? [] : [translate(`report:writing.${this.document}.leftBehind`, { sheets: left.join(", ") })]),
    ];
    return { ok: true, sheets, kept, left, notes, syncs: this.syncs };
  }

  /** What a sheet is called after the writing. */
  private nameNow(sheet: ExistingSheet): string {
    return this.kept.find((one) => one.sheet === sheet)?.as ?? sheet.name;
  }

  /** Decides the names: of the new sheets, while they are built and after, and of the old ones on their way out. */
  private plan(before: WorkbookSheets): void {
    const { language } = this.options;
    const own = before.sheets.filter(({ standing }) => standing === "own");
    const finals = new FreeNames(before.sheets.filter(({ standing }) => standing !== "own").map(({ name }) => name));
    const work = new FreeNames(before.sheets.map(({ name }) => name));
    this.log.before = before;
    this.log.created = this.layouts.map(({ name }) => ({ temporary: work.takeWork("temporary", language), final: finals.take(name) }));
    this.log.retired = own.map((sheet) => ({ sheet, as: hasWorkName(sheet.name, "retired") ? sheet.name : work.takeWork("retired", language) }));
  }

  /** Builds the new sheets beside the old. Returns where the sheets that may have to do with our old ones have contents. */
  private async build(context: Excel.RequestContext): Promise<UsedSheet[]> {
    const { created, before, retired } = this.log;
    const names = namesByKind(this.layouts, created.map(({ temporary }) => temporary));
    const sheets = await Promise.all(
      this.layouts.map(async (layout, index) => {
        const { temporary = "", final = "" } = created[index] ?? {};
        return { layout, temporary, ...(await unhurried(buildSteps(layout, names, { contents: await hashOfLayout(layout.cells), name: final }, this.limit))) };
      }),
    );
    const steps = [
      ...sheets.map(({ begin, ...rest }) => ({ ...rest, ...begin, adds: true })),
      ...sheets.flatMap(({ steps: own, ...rest }) => own.map((step) => ({ ...rest, ...step, adds: false }))),
    ];
    const groups = batches(steps, this.limit);
    let used: UsedSheet[] = [];
    for (const [number, group] of groups.entries()) {
      this.tell(0.1 + (0.7 * number) / groups.length, "build", group[0]?.layout.name);
      this.log.phase = "building";
      await unhurried(queued(context.workbook.worksheets, group));
      if (number === 0) {
        const others = before?.sheets.filter(({ standing }) => standing === "unfinished" || (standing === "foreign" && retired.length > 0)) ?? [];
        used = queueUsed(context, [...retired.map(({ sheet }) => sheet), ...others]);
      }
      await this.turns.send(context);
    }
    return used;
  }

  /** Gives the old sheets working names and the new ones theirs, and decides what becomes of the old. */
  private async swap(context: Excel.RequestContext, used: UsedSheet[]): Promise<void> {
    const { created, retired, before } = this.log;
    const own = retired.map(({ sheet }) => sheet);
    const contents = await queueContents(context, this.turns, used.filter(({ sheet }) => sheet.standing !== "unfinished"), this.limit);
    this.tell(0.8, "swap");
    this.log.phase = "swapping";
    const { worksheets } = context.workbook;
    for (const { sheet, as } of retired) if (sheet.name !== as) worksheets.getItem(sheet.id).name = as;
    for (const { temporary, final } of created) worksheets.getItem(temporary).name = final;
    this.queuePositions(context);
    // Empty and under a working name of ours: a writing that failed left it before it could be marked.
    const abandoned = used.filter(({ sheet, used: range }) => sheet.standing === "unfinished" && (sheet.marker !== undefined || range.isNullObject));
    const finishing = own.length + abandoned.length > 0;
    if (!finishing) worksheets.getItem(created[0]?.final ?? "").activate();
    await this.turns.send(context);
    if (finishing && before !== undefined) await this.decide(before, own, abandoned.map(({ sheet }) => sheet), contents());
  }

  private async decide(before: WorkbookSheets, own: ExistingSheet[], abandoned: ExistingSheet[], contents: Map<string, ReadContents>): Promise<void> {
    const keep = await sheetsToKeep(own, before.sheets.filter(({ standing }) => standing === "foreign"), contents);
    const keptSheets = keep.map(({ sheet }) => sheet);
    const names = new FreeNames([...before.sheets.map(({ name }) => name), ...this.log.created.map(({ final }) => final)]);
    this.kept = keep.map(({ sheet, by }) => ({ sheet, by, as: names.take(`${sheet.marker?.name ?? sheet.name} ${this.options.today}`) }));
    this.log.doomed = [...own.filter((sheet) => !keptSheets.includes(sheet)), ...abandoned];
  }

  /** Each new sheet takes the place of the old one of its kind; one that had none stands after its neighbour. */
  private queuePositions(context: Excel.RequestContext): void {
    const { created, retired, before } = this.log;
    if (retired.length === 0) return;
    const order = [...(before?.sheets.map(({ id }) => id) ?? []), ...created.map(({ final }) => final)];
    created.forEach(({ final }, index) => {
      const old = retired.find(({ sheet }) => sheet.marker?.kind === this.layouts[index]?.kind);
      const place = old !== undefined ? order.indexOf(old.sheet.id) : order.indexOf(created[index - 1]?.final ?? "") + 1;
      if ((old === undefined && index === 0) || order.indexOf(final) === place) return;
      order.splice(order.indexOf(final), 1);
      order.splice(place, 0, final);
      context.workbook.worksheets.getItem(final).position = place;
    });
  }

  /** Names what is kept, deletes the rest of the old, and shows the plan. */
  private queueFinish(context: Excel.RequestContext, now: WorkbookSheets): void {
    const { worksheets } = context.workbook;
    const standing = new Map(now.sheets.map(({ id, name }) => [id, name]));
    for (const { sheet, as } of this.kept) if (standing.has(sheet.id) && standing.get(sheet.id) !== as) worksheets.getItem(sheet.id).name = as;
    for (const { id } of this.log.doomed) if (standing.has(id)) worksheets.getItem(id).delete();
    worksheets.getItem(this.log.created[0]?.final ?? "").activate();
  }

  private tell(done: number, doing: "read" | "build" | "swap" | "remove", sheet = ""): void {
    this.options.onProgress?.(done, translator(this.options.language)(`report:writing.progress.${doing}`, { sheet }));
  }
}

/** Queues steps, each on its sheet. */
function* queued(worksheets: Excel.WorksheetCollection, steps: readonly (Step & { adds: boolean; temporary: string })[]): Work<void> {
  const proxies = new Map<string, Excel.Worksheet>();
  for (const { adds, temporary, queue } of steps) {
    const sheet = proxies.get(temporary) ?? (adds ? worksheets.add(temporary) : worksheets.getItem(temporary));
    proxies.set(temporary, sheet);
    queue(sheet);
    yield;
  }
}

async function reasonFor(error: unknown, run: ExcelRun, language: Language): Promise<string> {
  const translate = translator(language);
  if (error instanceof Cancelled) return translate("report:writing.cancelled");
  if (error instanceof Nothing) return translate("report:writing.nothing");
  if (error instanceof StructureProtected) return failureDiagnostic("structureProtected", language).message;
  const foreseen = excelDiagnostic(error, language);
  if (foreseen.code !== "excel.sheetProtected") return foreseen.message;
  return (await run((context) => refusalDiagnostic(context, error, language)).catch(() => foreseen)).message;
}

/** Blocks of less than this would be too much only for an Excel that takes nothing at all. */
const leastPayload = 50_000;

/**
 * Writes a plan's sheets, all or nothing: the new ones are built beside the old and swapped in at the end, in four syncs
 * (three the first time) when it fits in a request. A failure or a cancelling leaves the workbook as it was.
 * Sheets that are not ours are never touched; ours that a user has written in are kept under a dated name.
 * How much a sheet's contents take is an estimate: when Excel says that it was too much, all is done again in smaller
 * blocks.
 * @param run `Excel.run`; it is called again to undo after a failure
 * @param layouts `planSheets(report)`; none (the input has errors) writes nothing
 */
export async function writePlan(run: ExcelRun, layouts: SheetLayout[], options: WriteOptions): Promise<PlanWritten | PlanNotWritten> {
  return writeSheets(run, "plan", layouts, options);
}

/** The same for any document's sheets: only its own are replaced. */
export async function writeSheets(run: ExcelRun, document: SheetDocument, layouts: SheetLayout[], options: WriteOptions): Promise<PlanWritten | PlanNotWritten> {
  const limit = options.payloadLimit ?? safePayload;
  const writing = new Writing(document, layouts, { ...options, payloadLimit: limit });
  try {
    await run((context) => writing.write(context));
    return writing.result();
  } catch (error) {
    const recovery = await writing.recover(run);
    if (recovery.end === "finished") return writing.result(recovery.left);
    if (recovery.end === "undone" && excelFailure(error) === "tooMuch" && limit > leastPayload) {
      const again = await writeSheets(run, document, layouts, { ...options, payloadLimit: limit / 4 });
      return { ...again, syncs: writing.syncs + again.syncs };
    }
    const left = recovery.end === "stuck" ? recovery.left : [];
    const facts = { reason: await reasonFor(error, run, options.language), sheets: left.join(", ") };
    const message = translator(options.language)(`report:writing.${document}.${left.length === 0 ? "failed" : "failedLeft"}`, facts);
    return { ok: false, cancelled: error instanceof Cancelled, message, left, syncs: writing.syncs };
  }
}
