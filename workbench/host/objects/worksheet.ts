import { itemNotFound } from "../errors";
import type { Sheet } from "../model";
import { isHostObject, objectOf, type Argument, type HostObject, type ObjectType } from "../object";
import { copySheet, deleteSheet, moveSheet, renameSheet, setVisibility } from "../sheets";
import { WHOLE_SHEET, type Book } from "../workbook";
import { chartsObject } from "./chart";
import { customPropertiesObject } from "./customProperty";
import { flag, flagOr, instance, integer, oneOf, text } from "./arguments";
import { color } from "./format";
import { freezePanesObject } from "./freezePanes";
import { namesObject } from "./names";
import { horizontalPageBreaksObject } from "./pageBreaks";
import { pageLayoutObject } from "./pageLayout";
import { protectionObject } from "./protection";
import { activate, rangeObject, usedRange } from "./range";
import { rangeAt, SheetRange } from "./sheetRange";
import { tablesObject } from "./table";

/** A sheet with its workbook. */
export class BookSheet {
  constructor(
    readonly book: Book,
    private readonly own: Sheet,
  ) {}

  /** The sheet; ItemNotFound when it has been deleted. */
  get sheet(): Sheet {
    if (!this.book.has(this.own)) throw itemNotFound();
    return this.own;
  }

  /** An area of the sheet, the whole of it unless said otherwise. */
  range(area = WHOLE_SHEET): SheetRange {
    return new SheetRange(this.book, this.sheet, { ...area });
  }
}

/** The next or previous sheet, hidden ones passed over when asked. */
function neighbour({ book, sheet }: BookSheet, step: 1 | -1, visibleOnly: boolean): HostObject | null {
  const { sheets } = book.model;
  for (let index = sheets.indexOf(sheet) + step; ; index += step) {
    const other = sheets[index];
    if (!other) return null;
    if (!visibleOnly || other.visibility === "Visible") return worksheetObject(book, other);
  }
}

function existing(found: HostObject | null): HostObject {
  if (!found) throw itemNotFound();
  return found;
}

function copy({ book, sheet }: BookSheet, positionType: Argument, relativeTo: Argument): HostObject {
  const { sheets } = book.model;
  const place = oneOf(positionType ?? "None", ["None", "Before", "After", "Beginning", "End"]);
  const other = isHostObject(relativeTo) ? instance(relativeTo, BookSheet).sheet : sheet;
  const at = { None: sheets.length, End: sheets.length, Beginning: 0, Before: sheets.indexOf(other), After: sheets.indexOf(other) + 1 }[place];
  return worksheetObject(book, copySheet(book, sheet, at));
}

function setGridlines({ sheet }: BookSheet, value: unknown): void {
  sheet.showGridlines = flag(value);
}

/** Events are the session's business (see events.ts): here they only must be known. */
const EVENTS = ["Activated", "Deactivated", "DataChanged", "SelectionChanged", "FormatChanged", "Calculated"];

/** The methods by which a client begins and ends to listen. */
export function eventMethods(events: string[]): Record<string, () => void> {
  return Object.fromEntries(events.flatMap((event) => [`_Register${event}Event`, `_Unregister${event}Event`]).map((name) => [name, () => undefined]));
}

const worksheetType: ObjectType<BookSheet> = {
  name: "Worksheet",
  properties: {
    Id: { get: ({ sheet }) => sheet.id },
    Name: { get: ({ sheet }) => sheet.name, set: ({ book, sheet }, value) => renameSheet(book, sheet, text(value)) },
    Position: {
      get: ({ book, sheet }) => book.model.sheets.indexOf(sheet),
      set: ({ book, sheet }, value) => moveSheet(book, sheet, integer(value)),
    },
    Visibility: {
      get: ({ sheet }) => sheet.visibility,
      set: ({ book, sheet }, value) => setVisibility(book, sheet, oneOf(value, ["Visible", "Hidden", "VeryHidden"])),
    },
    TabColor: {
      get: ({ sheet }) => sheet.tabColor ?? "",
      set: ({ sheet }, value) => {
        if (value === "") delete sheet.tabColor;
        else sheet.tabColor = color(value);
      },
    },
    ShowGridlines: { get: ({ sheet }) => sheet.showGridlines, set: setGridlines },
    /** What the client writes showGridlines under. */
    Gridlines: { get: ({ sheet }) => sheet.showGridlines, set: setGridlines },
    StandardWidth: { get: () => 8.43 },
    StandardHeight: { get: () => 15 },
  },
  objects: {
    Tables: ({ book, sheet }) => tablesObject(book, sheet),
    Names: ({ book, sheet }) => namesObject(book, sheet),
    Charts: ({ book, sheet }) => chartsObject(book, sheet),
    FreezePanes: (self) => freezePanesObject(self),
    PageLayout: (self) => pageLayoutObject(self),
    HorizontalPageBreaks: (self) => horizontalPageBreaksObject(self),
    Protection: (self) => protectionObject(self),
    CustomProperties: (self) => customPropertiesObject(self),
  },
  methods: {
    ...eventMethods(EVENTS),
    GetRange: (self, [address]) => rangeObject(address === undefined || address === null || address === "" ? self.range() : namedOrAddressed(self, text(address))),
    GetRangeByIndexes: (self, [row, column, rows, columns]) => rangeObject(self.range({ row: integer(row), column: integer(column), rows: integer(rows), columns: integer(columns) })),
    GetCell: (self, [row, column]) => rangeObject(self.range({ row: integer(row), column: integer(column), rows: 1, columns: 1 })),
    GetUsedRange: (self, [valuesOnly]) => rangeObject(usedRange(self.range(), flagOr(valuesOnly, false)) ?? self.range({ row: 0, column: 0, rows: 1, columns: 1 })),
    GetUsedRangeOrNullObject: (self, [valuesOnly]) => {
      const used = usedRange(self.range(), flagOr(valuesOnly, false));
      return used ? rangeObject(used) : null;
    },
    GetNext: (self, [visibleOnly]) => existing(neighbour(self, 1, flagOr(visibleOnly, false))),
    GetNextOrNullObject: (self, [visibleOnly]) => neighbour(self, 1, flagOr(visibleOnly, false)),
    GetPrevious: (self, [visibleOnly]) => existing(neighbour(self, -1, flagOr(visibleOnly, false))),
    GetPreviousOrNullObject: (self, [visibleOnly]) => neighbour(self, -1, flagOr(visibleOnly, false)),
    _GetSheetById: ({ book }, [id]) => worksheetObject(book, book.sheet(text(id))),
    _GetAnotherWorksheetById: ({ book }, [id]) => worksheetObject(book, book.sheet(text(id))),
    Activate: ({ book, sheet }) => activate(book, sheet),
    Delete: ({ book, sheet }) => deleteSheet(book, sheet),
    Copy: (self, [positionType, relativeTo]) => copy(self, positionType, relativeTo),
    Calculate: ({ book }) => book.calculation.reset(),
  },
  identity: ({ sheet }) => ({ Id: sheet.id }),
};

/** A range by address, or by a name of the sheet or the workbook that stands for one. */
function namedOrAddressed({ book, sheet }: BookSheet, address: string): SheetRange {
  const wanted = address.toLowerCase();
  const name = [...sheet.names, ...book.model.names].find((one) => one.name.toLowerCase() === wanted);
  return rangeAt(book, name?.formula ?? address, sheet);
}

/** A Worksheet. */
export function worksheetObject(book: Book, sheet: Sheet): HostObject {
  return objectOf(worksheetType, new BookSheet(book, sheet));
}
