import { formatArea } from "./address";
import type { Change } from "./changes";
import type { References } from "./request";
import { rangeObject } from "./objects/range";
import { SheetRange } from "./objects/sheetRange";
import type { Book } from "./workbook";

/** One message of the host to the client. */
export interface EventEntry {
  messageCategory: number;
  messageType: number;
  targetId: string;
  message: string;
}

const CATEGORY = 65_536;
const WORKBOOK = "Workbook";
const TYPES = { changed: 10, activated: 11, deactivated: 12, added: 13, selected: 14, deleted: 15 } as const;

/** What the client is told of a change, for the sheet's own listeners and for the workbook's. */
export function entriesOf(change: Change, book: Book, references: References): EventEntry[] {
  if (change.kind === "renamed") return [];
  const type = TYPES[change.kind];
  const message = JSON.stringify(messageOf(change, book, references));
  const entry = (targetId: string): EventEntry => ({ messageCategory: CATEGORY, messageType: type, targetId, message });
  if (change.kind === "added" || change.kind === "deleted") return [entry(WORKBOOK)];
  return [entry(change.sheet.id), entry(WORKBOOK)];
}

function messageOf(change: Exclude<Change, { kind: "renamed" }>, book: Book, references: References): Record<string, unknown> {
  const worksheetId = change.sheet.id;
  if (change.kind === "selected") return { worksheetId, address: formatArea(change.area) };
  if (change.kind !== "changed") return { worksheetId, source: "Local" };
  const range = rangeObject(new SheetRange(book, change.sheet, { ...change.area }));
  return {
    worksheetId,
    address: formatArea(change.area),
    changeType: change.changeType,
    source: "Local",
    shiftDirection: "None",
    referenceId: references.keepForEvent(range),
    ...(change.details && {
      valueBefore: change.details.before,
      valueAfter: change.details.after,
      valueTypeBefore: typeName(change.details.before),
      valueTypeAfter: typeName(change.details.after),
    }),
  };
}

function typeName(value: string | number | boolean): string {
  return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : value === "" ? "Empty" : "String";
}
