import type { SheetDocument, SheetKind } from "../../report";
import type { Marker } from "./marker";
import { queueSheets, standingOf, type ExistingSheet } from "./workbookSheets";

/** A sheet of ours in the workbook. */
export interface WrittenSheet {
  kind: SheetKind;
  name: string;
  /** Of the input that it was made from: another than today's input has means that it is out of date. */
  fingerprint: string;
}

/** A sheet with a decided plan. */
export type DecidedSheet = ExistingSheet & { marker: Marker };

/** Which sheets of each document (the plan, its annex, the follow-up) stand in the workbook, in their order; and the decided plans. */
export type WrittenSheets = Record<Exclude<SheetDocument, "decided">, WrittenSheet[]> & { decided: DecidedSheet[] };

/** Finds the sheets of ours. One sync. */
export async function readWritten(context: Excel.RequestContext): Promise<WrittenSheets> {
  const read = queueSheets(context, "plan");
  await context.sync();
  const { sheets } = read();
  const of = (document: SheetDocument) =>
    sheets.flatMap(({ name, marker }) => (marker !== undefined && standingOf(name, marker, document) === "own" ? [{ kind: marker.kind, name, fingerprint: marker.fingerprint }] : []));
  return { plan: of("plan"), annex: of("annex"), followUp: of("followUp"), decided: decidedAmong(sheets) };
}

/**
 * Decided plans, also on sheets that have been renamed. A copy of a sheet has its marker, and is the same plan: the one
 * that still has its name is taken, else the first.
 */
function decidedAmong(sheets: readonly ExistingSheet[]): DecidedSheet[] {
  const found = new Map<string, DecidedSheet>();
  for (const sheet of sheets) {
    const { marker, standing, name } = sheet;
    if (marker?.kind !== "decided" || standing === "unfinished") continue;
    const key = JSON.stringify(marker);
    if (!found.has(key) || name === marker.name) found.set(key, { ...sheet, marker });
  }
  return [...found.values()];
}
