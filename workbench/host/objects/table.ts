import { contains, intersect, isUnbounded } from "../address";
import { cellAt } from "../cells";
import { HostError, invalidArgument, itemNotFound } from "../errors";
import { fillHeaders } from "../grid";
import type { Area, Sheet, Table } from "../model";
import { objectOf, type Argument, type HostObject, type ObjectType, type Property } from "../object";
import { shiftCells } from "../shift";
import { addTable, removeTable, renameTable, resizeTable, setTotals } from "../tables";
import type { Book } from "../workbook";
import { flag, flagOr, integer, text } from "./arguments";
import { rangeArgument, rangeObject, usedRange } from "./range";
import { SheetRange } from "./sheetRange";
import { SheetTable } from "./sheetTable";
import { columnsType, rowsType } from "./tableParts";
import { worksheetObject } from "./worksheet";

type TableFlag = "showBandedRows" | "showFilterButton" | "showBandedColumns" | "highlightFirstColumn" | "highlightLastColumn";

function tableFlag(key: TableFlag, missing: boolean): Property<SheetTable> {
  return { get: ({ table }) => table[key] ?? missing, set: ({ table }, value) => (table[key] = flag(value)) };
}

function setHeaders(self: SheetTable, show: boolean): void {
  const { book, sheet, table } = self;
  if (table.showHeaders === show) return;
  if (show) {
    shiftCells(book, sheet, { ...table.area, rows: 1 }, "Down");
    table.area = { ...table.area, row: table.area.row - 1, rows: table.area.rows + 1 };
    fillHeaders(sheet, { ...table.area, rows: 1 });
  } else {
    const header = { ...table.area, rows: 1 };
    table.area = { ...table.area, row: table.area.row + 1, rows: table.area.rows - 1 };
    shiftCells(book, sheet, header, "Up");
  }
  table.showHeaders = show;
  book.calculation.reset();
}

const tableType: ObjectType<SheetTable> = {
  name: "Table",
  properties: {
    Id: { get: ({ table }) => table.id },
    Name: { get: ({ table }) => table.name, set: ({ book, table }, value) => renameTable(book, table, text(value)) },
    Style: {
      get: ({ table }) => table.style,
      set: ({ table }, value) => {
        const style = text(value);
        if (!/^TableStyle(Light([1-9]|1\d|2[01])|Medium([1-9]|1\d|2[0-8])|Dark([1-9]|1[01]))$/.test(style)) throw invalidArgument();
        table.style = style;
      },
    },
    ShowHeaders: { get: ({ table }) => table.showHeaders, set: (self, value) => setHeaders(self, flag(value)) },
    ShowTotals: { get: ({ table }) => table.showTotals, set: ({ book, sheet, table }, value) => setTotals(book, sheet, table, flag(value)) },
    ShowBandedRows: tableFlag("showBandedRows", true),
    ShowBandedColumns: tableFlag("showBandedColumns", false),
    ShowFilterButton: tableFlag("showFilterButton", true),
    HighlightFirstColumn: tableFlag("highlightFirstColumn", false),
    HighlightLastColumn: tableFlag("highlightLastColumn", false),
  },
  objects: {
    Worksheet: ({ book, sheet }) => worksheetObject(book, sheet),
    Columns: (self) => objectOf(columnsType, self),
    Rows: (self) => objectOf(rowsType, self),
  },
  methods: {
    GetRange: (self) => rangeObject(self.range(self.table.area)),
    GetHeaderRowRange: (self) => rangeObject(self.range(self.headerRow())),
    GetDataBodyRange: (self) => rangeObject(self.range(self.body)),
    GetTotalRowRange: (self) => rangeObject(self.range(self.totalRow())),
    Delete: ({ book, sheet, table }) => removeTable(book, sheet, table, false),
    ConvertToRange: (self) => {
      const range = self.range(self.table.area);
      removeTable(self.book, self.sheet, self.table, true);
      return rangeObject(range);
    },
    Resize: (self, [area]) => {
      const target = rangeArgument(area, new SheetRange(self.book, self.sheet, self.table.area));
      if (target.sheet !== self.sheet) throw invalidArgument();
      resizeTable(self.book, self.sheet, self.table, target.area);
    },
  },
  identity: ({ table }) => ({ Id: table.id }),
};

/** The tables of a workbook, or of one sheet. */
class Tables {
  constructor(
    readonly book: Book,
    readonly sheet?: Sheet,
    readonly within?: { area: Area; fully: boolean },
  ) {}

  all(): SheetTable[] {
    const sheets = this.sheet ? [this.sheet] : this.book.model.sheets;
    return sheets.flatMap((sheet) => sheet.tables.filter((table) => this.takes(table)).map((table) => new SheetTable(this.book, sheet, table)));
  }

  find(key: Argument): HostObject | undefined {
    const wanted = String(key).toLowerCase();
    const found = this.all().find(({ table }) => table.id.toLowerCase() === wanted || table.name.toLowerCase() === wanted);
    return found && objectOf(tableType, found);
  }

  private takes({ area }: Table): boolean {
    if (!this.within) return true;
    return this.within.fully ? contains(this.within.area, area) : intersect(this.within.area, area) !== undefined;
  }
}

function itemOf(tables: Tables, key: Argument): HostObject {
  const found = tables.find(key);
  if (!found) throw itemNotFound();
  return found;
}

const reading: Pick<ObjectType<Tables>, "properties" | "items" | "item"> = {
  properties: { Count: { get: (tables) => tables.all().length } },
  items: (tables) => tables.all().map((table) => objectOf(tableType, table)),
  item: itemOf,
};

const readingMethods: ObjectType<Tables>["methods"] = {
  GetCount: (tables) => tables.all().length,
  GetItemOrNullObject: (tables, [key]) => tables.find(key) ?? null,
};

function add(tables: Tables, address: Argument, hasHeaders: Argument): HostObject {
  const { book } = tables;
  const home = tables.sheet ?? book.activeSheet;
  const range = rangeArgument(address, new SheetRange(book, home, { row: 0, column: 0, rows: 1, columns: 1 }));
  if (tables.sheet && range.sheet !== tables.sheet) throw invalidArgument();
  const area = isUnbounded(range.area) ? usedRange(range, true)?.area : range.area;
  if (!area) throw invalidArgument();
  return objectOf(tableType, new SheetTable(book, range.sheet, addTable(book, range.sheet, area, flagOr(hasHeaders, firstRowIsText(range.sheet, area)))));
}

/** Excel guesses that there are headers when the first row is all text. */
function firstRowIsText(sheet: Sheet, area: Area): boolean {
  for (let column = area.column; column < area.column + area.columns; column++) {
    if (typeof cellAt(sheet, area.row, column)?.value !== "string") return false;
  }
  return true;
}

const tablesType: ObjectType<Tables> = {
  name: "TableCollection",
  ...reading,
  methods: {
    ...readingMethods,
    Add: (tables, [address, hasHeaders]) => add(tables, address, hasHeaders),
    GetItemAt: (tables, [index]) => {
      const table = tables.all()[integer(index)];
      if (!table) throw new HostError("InvalidArgument", "The index is outside the collection.");
      return objectOf(tableType, table);
    },
  },
};

const scopedType: ObjectType<Tables> = {
  name: "TableScopedCollection",
  ...reading,
  methods: { ...readingMethods, GetFirst: (tables) => itemOf(tables, tables.all()[0]?.table.id) },
};

/** The tables of the workbook, or of the sheet. */
export function tablesObject(book: Book, sheet?: Sheet): HostObject {
  return objectOf(tablesType, new Tables(book, sheet));
}

/** The tables that lie in a range, wholly or in part. */
export function rangeTables({ book, sheet, area }: SheetRange, fully: boolean): HostObject {
  return objectOf(scopedType, new Tables(book, sheet, { area, fully }));
}
