import { itemNotFound } from "../errors";
import { readValues, writeValues } from "../grid";
import type { Area } from "../model";
import { objectOf, type Argument, type ObjectType } from "../object";
import { shiftCells } from "../shift";
import { columnNames } from "../structured";
import { insertRows } from "../tables";
import { integer, text } from "./arguments";
import { rangeObject } from "./range";
import { SheetRange } from "./sheetRange";
import type { SheetTable } from "./sheetTable";

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

/** Table.columns. */
export const columnsType: ObjectType<SheetTable> = {
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

/** Table.rows. */
export const rowsType: ObjectType<SheetTable> = {
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
