import { itemNotFound } from "../errors";
import { objectOf, type Argument, type HostObject, type ObjectType } from "../object";
import { addSheet } from "../sheets";
import type { Book } from "../workbook";
import { flagOr, oneOf, text } from "./arguments";
import { settingsObject } from "./customProperty";
import { namesObject } from "./names";
import { structureProtectionObject } from "./protection";
import { rangeObject } from "./range";
import { SheetRange } from "./sheetRange";
import { tablesObject } from "./table";
import { eventMethods, worksheetObject } from "./worksheet";

const cultureType: ObjectType<Book> = {
  name: "CultureInfo",
  properties: { Name: { get: () => "sv-SE" } },
  objects: { NumberFormat: (book) => objectOf(numberFormatType, book) },
};

const numberFormatType: ObjectType<Book> = {
  name: "NumberFormatInfo",
  properties: { NumberDecimalSeparator: { get: () => "," }, NumberGroupSeparator: { get: () => "\u00a0" } },
};

const applicationType: ObjectType<Book> = {
  name: "Application",
  properties: {
    CalculationMode: {
      get: (book) => book.calculationMode,
      set: (book, value) => (book.calculationMode = oneOf(value, ["Automatic", "AutomaticExceptTables", "Manual"])),
    },
    CalculationState: { get: () => "Done" },
    CalculationEngineVersion: { get: () => 191029 },
    DecimalSeparator: { get: () => "," },
    ThousandsSeparator: { get: () => "\u00a0" },
    UseSystemSeparators: { get: () => true },
  },
  objects: { CultureInfo: (book) => objectOf(cultureType, book) },
  methods: {
    Calculate: (book, [type]) => {
      oneOf(type, ["Recalculate", "Full", "FullRebuild"]);
      book.calculation.reset();
    },
    SuspendApiCalculationUntilNextSync: () => undefined,
    SuspendScreenUpdatingUntilNextSync: () => undefined,
  },
};

function edge(book: Book, visibleOnly: Argument, last: boolean): HostObject {
  const sheets = book.model.sheets.filter((sheet) => !flagOr(visibleOnly, false) || sheet.visibility === "Visible");
  const sheet = last ? sheets.at(-1) : sheets[0];
  if (!sheet) throw itemNotFound();
  return worksheetObject(book, sheet);
}

const worksheetsType: ObjectType<Book> = {
  name: "WorksheetCollection",
  methods: {
    ...eventMethods(["Activated", "Deactivated", "Added", "Deleted", "DataChanged", "SelectionChanged", "FormatChanged", "Calculated"]),
    Add: (book, [name]) => worksheetObject(book, addSheet(book, name === null || name === undefined ? undefined : text(name))),
    GetActiveWorksheet: (book) => worksheetObject(book, book.activeSheet),
    GetCount: (book, [visibleOnly]) => book.model.sheets.filter((sheet) => !flagOr(visibleOnly, false) || sheet.visibility === "Visible").length,
    GetFirst: (book, [visibleOnly]) => edge(book, visibleOnly, false),
    GetLast: (book, [visibleOnly]) => edge(book, visibleOnly, true),
    GetItemOrNullObject: (book, [key]) => {
      const sheet = book.findSheet(text(key));
      return sheet ? worksheetObject(book, sheet) : null;
    },
  },
  items: (book) => book.model.sheets.map((sheet) => worksheetObject(book, sheet)),
  item: (book, key) => worksheetObject(book, book.sheet(String(key))),
};

function selected(book: Book): SheetRange {
  return new SheetRange(book, book.activeSheet, { ...book.model.selection });
}

const workbookType: ObjectType<Book> = {
  name: "Workbook",
  properties: { Name: { get: () => "Arbetsbok1" }, ReadOnly: { get: (book) => book.readOnly }, CalculationEngineVersion: { get: () => 191029 } },
  objects: {
    Application: (book) => objectOf(applicationType, book),
    Worksheets: (book) => objectOf(worksheetsType, book),
    Tables: (book) => tablesObject(book),
    Names: (book) => namesObject(book),
    Protection: (book) => structureProtectionObject(book),
    Settings: (book) => settingsObject(book),
  },
  methods: {
    GetSelectedRange: (book) => rangeObject(selected(book)),
    GetActiveCell: (book) => rangeObject(selected(book).at({ rows: 1, columns: 1 })),
  },
};

/** The workbook: what every request begins at. */
export function workbookObject(book: Book): HostObject {
  return objectOf(workbookType, book);
}

