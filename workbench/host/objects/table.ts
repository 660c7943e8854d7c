import { contains, intersect, isUnbounded } from "../address";
import { cellAt } from "../cells";
import { HostError, invalidArgument, itemNotFound } from "../errors";
import { fillHeaders, readValues, writeValues } from "../grid";
import type { Area, Sheet, Table } from "../model";
import { objectOf, type Argument, type HostObject, type ObjectType, type Property } from "../object";
import { shiftCells } from "../shift";
import { bodyArea, columnNames } from "../structured";
import { addTable, insertRows, removeTable, renameTable, resizeTable, setTotals } from "../tables";
import type { Book } from "../workbook";
import { flag, flagOr, integer, text } from "./arguments";
import { rangeArgument, rangeObject, usedRange } from "./range";
import { SheetRange } from "./sheetRange";
import { worksheetObject } from "./worksheet";

/** A table on its sheet. */
class SheetTable {
  constructor(
    readonly book: Book,
    private readonly owner: Sheet,
    private readonly own: Table,
  ) {}

  /** The sheet; ItemNotFound when the table is gone. */
  get sheet(): Sheet {
    void this.table;
    return this.owner;
  }

  get table(): Table {
    if (!this.book.has(this.owner) || !this.owner.tables.includes(this.own)) throw itemNotFound();
    return this.own;
  }

  range(area: Area): HostObject {
    return rangeObject(new SheetRange(this.book, this.sheet, area));
  }

  get body(): Area {
    return bodyArea(this.table);
  }

  headerRow(): Area {
    if (!this.table.showHeaders) throw itemNotFound();
    return { ...this.table.area, rows: 1 };
  }

  totalRow(): Area {
    if (!this.table.showTotals) throw itemNotFound();
    return { ...this.table.area, row: this.table.area.row + this.table.area.rows - 1, rows: 1 };
  }
}

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
    GetRange: (self) => self.range(self.table.area),
    GetHeaderRowRange: (self) => self.range(self.headerRow()),
    GetDataBodyRange: (self) => self.range(self.body),
    GetTotalRowRange: (self) => self.range(self.totalRow()),
    Delete: ({ book, sheet, table }) => removeTable(book, sheet, table, false),
    ConvertToRange: (self) => {
      const { area } = self.table;
      const range = self.range(area);
      removeTable(self.book, self.sheet, self.table, true);
      return range;
    },
    Resize: (self, [area]) => {
      const target = rangeArgument(area, new SheetRange(self.book, self.sheet, self.table.area));
      if (target.sheet !== self.sheet) throw invalidArgument();
      resizeTable(self.book, self.sheet, self.table, target.area);
    },
  },
  identity: ({ table }) => ({ Id: table.id }),
};

/** A column of a table. */
class TableColumn {
  constructor(
    readonly owner: SheetTable,
    readonly index: number,
  ) {
    if (index < 0 || index >= owner.table.area.columns) throw itemNotFound();
  }

  part(area: Area): SheetRange {
    return new SheetRange(this.owner.book, this.owner.sheet, { ...area, column: area.column + this.index, columns: 1 });
  }
}

const columnType: ObjectType<TableColumn> = {
  name: "TableColumn",
  properties: {
    Id: { get: ({ index }) => index + 1 },
    Index: { get: ({ index }) => index },
    Name: {
      get: ({ owner, index }) => columnNames(owner)[index],
      set: (column, value) => writeRange(column.part(column.owner.headerRow()), [[`'${text(value)}`]]),
    },
    Values: {
      get: (column) => readRange(column.part(column.owner.table.area)),
      set: (column, value) => writeRange(column.part(column.owner.table.area), value),
    },
  },
  methods: {
    GetRange: (column) => rangeObject(column.part(column.owner.table.area)),
    GetDataBodyRange: (column) => rangeObject(column.part(column.owner.body)),
    GetHeaderRowRange: (column) => rangeObject(column.part(column.owner.headerRow())),
    GetTotalRowRange: (column) => rangeObject(column.part(column.owner.totalRow())),
  },
  identity: ({ index }) => ({ Id: index + 1 }),
};

function readRange({ book, sheet, area }: SheetRange) {
  return readValues(book, sheet, area);
}

function writeRange({ book, sheet, area }: SheetRange, value: unknown): void {
  writeValues(book, sheet, area, value);
}

function findColumn(self: SheetTable, key: Argument): TableColumn | undefined {
  const index = typeof key === "number" ? key - 1 : columnNames(self).findIndex((name) => name.toLowerCase() === text(key).toLowerCase());
  return index < 0 || index >= self.table.area.columns ? undefined : new TableColumn(self, index);
}

const columnsType: ObjectType<SheetTable> = {
  name: "TableColumnCollection",
  properties: { Count: { get: ({ table }) => table.area.columns } },
  methods: {
    GetCount: ({ table }) => table.area.columns,
    GetItemAt: (self, [index]) => objectOf(columnType, new TableColumn(self, integer(index))),
    GetItemOrNullObject: (self, [key]) => {
      const column = findColumn(self, key);
      return column ? objectOf(columnType, column) : null;
    },
  },
  items: (self) => columnNames(self).map((_, index) => objectOf(columnType, new TableColumn(self, index))),
  item: (self, key) => {
    const column = findColumn(self, key);
    if (!column) throw itemNotFound();
    return objectOf(columnType, column);
  },
};

/** A data row of a table. */
class TableRow {
  constructor(
    readonly owner: SheetTable,
    readonly index: number,
  ) {
    if (index < 0 || index >= owner.body.rows) throw itemNotFound();
  }

  get range(): SheetRange {
    const { body, book, sheet } = this.owner;
    return new SheetRange(book, sheet, { ...body, row: body.row + this.index, rows: 1 });
  }
}

const rowType: ObjectType<TableRow> = {
  name: "TableRow",
  properties: {
    Index: { get: ({ index }) => index },
    Values: { get: ({ range }) => readRange(range), set: ({ range }, value) => writeRange(range, value) },
  },
  methods: {
    GetRange: ({ range }) => rangeObject(range),
    Delete: ({ range }) => shiftCells(range.book, range.sheet, range.area, "Up"),
  },
};

const rowsType: ObjectType<SheetTable> = {
  name: "TableRowCollection",
  properties: { Count: { get: ({ body }) => body.rows } },
  methods: {
    GetCount: ({ body }) => body.rows,
    GetItemAt: (self, [index]) => objectOf(rowType, new TableRow(self, integer(index))),
    Add: (self, [index, values]) => {
      const { book, sheet, table } = self;
      const at = index === null || index === undefined ? undefined : integer(index);
      const count = Array.isArray(values) && Array.isArray(values[0]) ? values.length : 1;
      const area = insertRows(book, sheet, table, at, count);
      if (values !== null && values !== undefined) writeValues(book, sheet, area, Array.isArray(values) && !Array.isArray(values[0]) ? [values] : values);
      return objectOf(rowType, new TableRow(self, area.row - self.body.row));
    },
  },
  items: (self) => Array.from({ length: self.body.rows }, (_, index) => objectOf(rowType, new TableRow(self, index))),
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
