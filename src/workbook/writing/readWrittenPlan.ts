import type { SheetKind } from "../../report";
import { queueSheets } from "./workbookSheets";

/** A sheet of a plan in the workbook. */
export interface WrittenSheet {
  kind: SheetKind;
  name: string;
  /** Of the input that the plan was made from: another than today's input has means that the plan is out of date. */
  fingerprint: string;
}

/** Which sheets of a written plan stand in the workbook, in their order. One sync. */
export async function readWrittenPlan(context: Excel.RequestContext): Promise<WrittenSheet[]> {
  const read = queueSheets(context, "plan");
  await context.sync();
  return read().sheets.flatMap(({ name, standing, marker }) =>
    standing === "own" && marker !== undefined ? [{ kind: marker.kind, name, fingerprint: marker.fingerprint }] : [],
  );
}
