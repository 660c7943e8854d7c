import type { SheetDocument, SheetKind } from "../../report";
import { queueSheets, standingOf } from "./workbookSheets";

/** A sheet of ours in the workbook. */
export interface WrittenSheet {
  kind: SheetKind;
  name: string;
  /** Of the input that it was made from: another than today's input has means that it is out of date. */
  fingerprint: string;
}

/** Which sheets of each document (the plan, its annex) stand in the workbook, in their order. One sync. */
export async function readWritten(context: Excel.RequestContext): Promise<Record<SheetDocument, WrittenSheet[]>> {
  const read = queueSheets(context, "plan");
  await context.sync();
  const { sheets } = read();
  const of = (document: SheetDocument) =>
    sheets.flatMap(({ name, marker }) => (marker !== undefined && standingOf(name, marker, document) === "own" ? [{ kind: marker.kind, name, fingerprint: marker.fingerprint }] : []));
  return { plan: of("plan"), annex: of("annex") };
}
