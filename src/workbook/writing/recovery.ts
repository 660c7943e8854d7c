import type { SheetDocument } from "../../report";
import { NoAnswer } from "../excelRun";
import type { Turns } from "./turns";
import { queueSheets, type ExistingSheet, type WorkbookSheets } from "./workbookSheets";

/** How far a writing has come. */
export type Phase = "reading" | "building" | "swapping" | "finishing";

/** What a writing has done, so far as it can be known after a failure. */
export interface WritingLog {
  document: SheetDocument;
  phase: Phase;
  before: WorkbookSheets | undefined;
  /** The new sheets: under construction, and as they will be called. */
  created: { temporary: string; final: string }[];
  /** Our old sheets: as they were called, and while they are on their way out. */
  retired: { sheet: ExistingSheet; as: string }[];
  /** What is to be deleted at the end. */
  doomed: ExistingSheet[];
}

const attempts = 2;

/** What recovery came to: as before, finished all the same, or given up with sheets left. */
export type Recovery = { end: "undone" } | { end: "finished"; left: string[] } | { end: "stuck"; left: string[] };

/** The new sheets in the workbook: not there before, and named by us. */
function newSheets(log: WritingLog, now: WorkbookSheets): ExistingSheet[] {
  const before = new Set(log.before?.sheets.map(({ id }) => id));
  const names = new Set(log.created.flatMap(({ temporary, final }) => [temporary, final]));
  return now.sheets.filter(({ id, name }) => !before.has(id) && names.has(name));
}

/** Our old sheets that do not have the names they had. */
function renamedSheets(log: WritingLog, now: WorkbookSheets): { id: string; name: string; original: string }[] {
  const original = new Map(log.before?.sheets.map(({ id, name }) => [id, name]));
  return now.sheets.flatMap(({ id, name }) => {
    const was = original.get(id);
    return was === undefined || was === name || !log.retired.some(({ sheet }) => sheet.id === id) ? [] : [{ id, name, original: was }];
  });
}

/** Takes the new sheets away, and gives the old ones their names and the user the sheet that was open. */
async function undo(context: Excel.RequestContext, turns: Turns, log: WritingLog, now: WorkbookSheets): Promise<void> {
  const { worksheets } = context.workbook;
  const created = newSheets(log, now);
  const renamed = renamedSheets(log, now);
  const activeId = log.before?.activeId;
  const moved = activeId !== undefined && now.activeId !== activeId;
  if (created.length === 0 && renamed.length === 0 && !moved) return;
  for (const { id } of created) worksheets.getItem(id).delete();
  for (const { id, original } of renamed) worksheets.getItem(id).name = original;
  if (moved) worksheets.getItem(activeId).activate();
  await turns.sendAnyway(context);
}

/**
 * After a failure: reads what stands in the workbook and undoes the writing. Only when an old sheet is gone already,
 * and nothing can bring it back, is the writing carried through instead.
 * @param finish carries the last step through; it is told which sheets stand
 */
export async function recover(
  run: <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>,
  turns: Turns,
  log: WritingLog,
  finish: (context: Excel.RequestContext, now: WorkbookSheets) => Promise<void>,
): Promise<Recovery> {
  if (log.before === undefined || log.phase === "reading") return { end: "undone" };
  let left: string[] = log.phase === "building" ? log.created.map(({ temporary }) => temporary) : [...log.created.map(({ final }) => final), ...log.retired.map(({ as }) => as)];
  let gone = false;
  for (let attempt = 0; attempt < attempts; attempt++) {
    try {
      return await run(async (context) => {
        const read = queueSheets(context, log.document);
        await turns.sendAnyway(context);
        const now = read();
        const ids = new Set(now.sheets.map(({ id }) => id));
        gone = log.phase === "finishing" && log.doomed.some(({ id }) => !ids.has(id));
        left = gone
          ? now.sheets.filter(({ id }) => log.doomed.some((sheet) => sheet.id === id)).map(({ name }) => name)
          : [...newSheets(log, now), ...renamedSheets(log, now)].map(({ name }) => name);
        if (gone) {
          await finish(context, now);
          return { end: "finished", left: [] };
        }
        await undo(context, turns, log, now);
        return { end: "undone" };
      });
    } catch (error) {
      // Nor will it answer the next: the user is not kept waiting.
      if (error instanceof NoAnswer) break;
      // The failure that began it is what the user is told; this one only decides whether to try again.
    }
  }
  return gone ? { end: "finished", left } : { end: "stuck", left };
}
