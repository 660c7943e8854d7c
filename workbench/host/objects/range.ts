import { boundingArea, contains, formatAddress, GRID_COLUMNS, GRID_ROWS, intersect, isUnbounded } from "../address";
import { cellsIn, mergesIn, usedArea } from "../cells";
import { HostError, invalidArgument, itemNotFound } from "../errors";
import { clearArea, readFormulas, readGrid, readText, readValues, readValueTypes, writeNumberFormats, writeValues, type Grid } from "../grid";
import { columnWidth, leftOf, rowHeight, topOf } from "../measures";
import type { Area } from "../model";
import { isHostObject, objectOf, type Argument, type HostObject, type ObjectType, type Property } from "../object";
import { shiftCells } from "../shift";
import { flag, flagOr, instance, integer, integerOr, oneOf, textOr } from "./arguments";
import { formatObject } from "./format";
import { rangeAt, SheetRange } from "./sheetRange";
import { rangeTables } from "./table";
import { validationObject } from "./validation";
import { worksheetObject } from "./worksheet";

/** Excel gives up on more cells than this in one read. */
const MOST_CELLS_READ = 5_000_000;

/** A property of every cell, as a grid; null for whole rows and columns, as Excel gives. */
function grid<T>(read: (range: SheetRange, area: Area) => Grid<T>, write?: (range: SheetRange, value: unknown) => void): Property<SheetRange> {
  return {
    get(range) {
      if (isUnbounded(range.area)) return null;
      if (range.area.rows * range.area.columns > MOST_CELLS_READ) {
        throw new HostError("ResponsePayloadSizeLimitExceeded", "The response payload size has exceeded the limit: more than five million cells.");
      }
      return read(range, range.area);
    },
    set: write && ((range, value) => {
      if (isUnbounded(range.area)) throw invalidArgument("Cell-level properties can't be set on an unbounded range.");
      write(range, value);
    }),
  };
}

const write = ({ book, sheet, area }: SheetRange, value: unknown) => writeValues(book, sheet, area, value);

function hiddenIn(hidden: Set<number>, first: number, count: number): boolean | null {
  let found = 0;
  for (const index of hidden) if (index >= first && index < first + count) found++;
  return found === 0 ? false : found === count ? true : null;
}

function setHidden({ book, sheet }: SheetRange, hidden: Set<number>, first: number, count: number, hide: boolean): void {
  book.requireUnprotected(sheet);
  for (let index = first; index < first + count; index++) {
    if (hide) hidden.add(index);
    else hidden.delete(index);
  }
}

function sum(count: number, size: (index: number) => number): number {
  let total = 0;
  for (let index = 0; index < count; index++) total += size(index);
  return total;
}

/** The range that an argument states: a Range, or an address on the same sheet. */
export function rangeArgument(value: Argument, near: SheetRange): SheetRange {
  return isHostObject(value) ? instance(value, SheetRange) : rangeAt(near.book, textOr(value, ""), near.sheet);
}

function resized(range: SheetRange, rows: number, columns: number): HostObject {
  return rangeObject(range.at({ rows, columns }));
}

function shared(range: SheetRange, other: Argument): SheetRange | undefined {
  const otherRange = rangeArgument(other, range);
  const area = otherRange.sheet === range.sheet ? intersect(range.area, otherRange.area) : undefined;
  return area && range.at(area);
}

/** The used cells within the range; a sheet without any gives its first cell, as Excel does. */
export function usedRange(range: SheetRange, valuesOnly: boolean): SheetRange | undefined {
  const { sheet, area } = range;
  const used = usedArea(sheet, area, valuesOnly);
  return used && range.at(used);
}

/** The block of filled cells around the range, bounded by blank rows and columns. */
function surrounding(range: SheetRange): Area {
  const { sheet } = range;
  let { area } = range;
  for (;;) {
    const top = Math.max(0, area.row - 1);
    const left = Math.max(0, area.column - 1);
    const around = {
      row: top,
      column: left,
      rows: Math.min(GRID_ROWS, area.row + area.rows + 1) - top,
      columns: Math.min(GRID_COLUMNS, area.column + area.columns + 1) - left,
    };
    const used = usedArea(sheet, around, true);
    const grown = used ? boundingArea(area, used) : area;
    if (contains(area, grown)) return area;
    area = grown;
  }
}

function merge(range: SheetRange, across: boolean): void {
  const { book, sheet, area } = range;
  book.requireUnprotected(sheet);
  const parts = across ? Array.from({ length: area.rows }, (_, index) => ({ ...area, row: area.row + index, rows: 1 })) : [area];
  if (sheet.tables.some((table) => intersect(table.area, area))) throw new HostError("InvalidOperation", "Cells in a table can't be merged.");
  sheet.merges = [...sheet.merges.filter((merged) => !intersect(merged, area)), ...parts.filter(({ rows, columns }) => rows * columns > 1)];
  for (const part of parts) {
    for (const { row, column, cell } of cellsIn(sheet, part)) {
      if (row === part.row && column === part.column) continue;
      delete cell.value;
      delete cell.formula;
      book.calculation.touch(sheet, row, column);
    }
  }
}

function validateSize({ area }: SheetRange, rows: number, columns: number): void {
  if (rows !== area.rows || columns !== area.columns) {
    throw invalidArgument("The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
  }
}

function copyFrom(range: SheetRange, source: Argument, type: string): void {
  const from = rangeArgument(source, range);
  const rows = Math.max(range.area.rows, from.area.rows);
  const columns = Math.max(range.area.columns, from.area.columns);
  const target = range.at({ rows, columns });
  if (type !== "Formats") {
    const cells = (type === "Values" ? readValues : readFormulas)(from.book, from.sheet, from.area);
    const repeated = Array.from({ length: rows }, (_, y) => Array.from({ length: columns }, (_, x) => cells[y % from.area.rows]?.[x % from.area.columns] ?? ""));
    if (type !== "Values" && repeated.flat().some((cell) => typeof cell === "string" && cell.startsWith("="))) {
      throw new HostError("ApiNotFound", "ApiNotFound: Range.copyFrom of formulas");
    }
    writeValues(range.book, range.sheet, target.area, repeated.map((row) => row.map((cell) => (typeof cell === "string" && cell !== "" ? `'${cell}` : cell))));
  }
  if (type === "All" || type === "Formats") {
    const formats = readGrid(from.sheet, from.area, (cell) => cell?.numberFormat ?? "General");
    const repeated = Array.from({ length: rows }, (_, y) => Array.from({ length: columns }, (_, x) => formats[y % from.area.rows]?.[x % from.area.columns] ?? null));
    writeNumberFormats(range.book, range.sheet, target.area, repeated);
  }
}

const rangeType: ObjectType<SheetRange> = {
  name: "Range",
  properties: {
    Address: { get: (range) => range.address },
    AddressLocal: { get: (range) => range.address },
    RowIndex: { get: ({ area }) => area.row },
    ColumnIndex: { get: ({ area }) => area.column },
    RowCount: { get: ({ area }) => area.rows },
    ColumnCount: { get: ({ area }) => area.columns },
    CellCount: { get: ({ area }) => (area.rows * area.columns > 2_147_483_647 ? -1 : area.rows * area.columns) },
    Values: grid(({ book, sheet }, area) => readValues(book, sheet, area), write),
    Formulas: grid(({ book, sheet }, area) => readFormulas(book, sheet, area), write),
    Text: grid(({ book, sheet }, area) => readText(book, sheet, area)),
    ValueTypes: grid(({ book, sheet }, area) => readValueTypes(book, sheet, area)),
    NumberFormat: grid(
      ({ sheet }, area) => readGrid(sheet, area, (cell) => cell?.numberFormat ?? "General"),
      ({ book, sheet, area }, value) => writeNumberFormats(book, sheet, area, value),
    ),
    IsEntireRow: { get: ({ area }) => area.columns === GRID_COLUMNS },
    IsEntireColumn: { get: ({ area }) => area.rows === GRID_ROWS },
    Hidden: {
      get({ sheet, area }) {
        const rows = hiddenIn(sheet.hiddenRows, area.row, area.rows);
        const columns = hiddenIn(sheet.hiddenColumns, area.column, area.columns);
        return rows === true || columns === true ? true : rows === false && columns === false ? false : null;
      },
    },
    RowHidden: {
      get: ({ sheet, area }) => hiddenIn(sheet.hiddenRows, area.row, area.rows),
      set: (range, value) => setHidden(range, range.sheet.hiddenRows, range.area.row, range.area.rows, flag(value)),
    },
    ColumnHidden: {
      get: ({ sheet, area }) => hiddenIn(sheet.hiddenColumns, area.column, area.columns),
      set: (range, value) => setHidden(range, range.sheet.hiddenColumns, range.area.column, range.area.columns, flag(value)),
    },
    Left: { get: ({ sheet, area }) => leftOf(sheet, area.column) },
    Top: { get: ({ sheet, area }) => topOf(sheet, area.row) },
    Width: { get: ({ sheet, area }) => sum(area.columns, (index) => columnWidth(sheet, area.column + index)) },
    Height: { get: ({ sheet, area }) => sum(area.rows, (index) => rowHeight(sheet, area.row + index)) },
  },
  objects: {
    Worksheet: ({ book, sheet }) => worksheetObject(book, sheet),
    Format: (range) => formatObject(range),
    DataValidation: (range) => validationObject(range),
  },
  methods: {
    GetCell: (range, [row, column]) => rangeObject(range.at({ row: range.area.row + integer(row), column: range.area.column + integer(column), rows: 1, columns: 1 })),
    GetRow: (range, [row]) => rangeObject(range.at({ row: range.area.row + inside(row, range.area.rows), rows: 1 })),
    GetColumn: (range, [column]) => rangeObject(range.at({ column: range.area.column + inside(column, range.area.columns), columns: 1 })),
    GetOffsetRange: (range, [rows, columns]) => rangeObject(range.at({ row: range.area.row + integer(rows), column: range.area.column + integer(columns) })),
    GetResizedRange: (range, [rows, columns]) => resized(range, range.area.rows + integer(rows), range.area.columns + integer(columns)),
    GetAbsoluteResizedRange: (range, [rows, columns]) => resized(range, integer(rows), integer(columns)),
    GetEntireRow: (range) => rangeObject(range.at({ column: 0, columns: GRID_COLUMNS })),
    GetEntireColumn: (range) => rangeObject(range.at({ row: 0, rows: GRID_ROWS })),
    GetLastRow: (range) => rangeObject(range.at({ row: range.area.row + range.area.rows - 1, rows: 1 })),
    GetLastColumn: (range) => rangeObject(range.at({ column: range.area.column + range.area.columns - 1, columns: 1 })),
    GetLastCell: (range) => rangeObject(range.at({ row: range.area.row + range.area.rows - 1, column: range.area.column + range.area.columns - 1, rows: 1, columns: 1 })),
    GetRowsBelow: (range, [count]) => rangeObject(range.at({ row: range.area.row + range.area.rows, rows: integerOr(count, 1) })),
    GetRowsAbove: (range, [count]) => rangeObject(range.at({ row: range.area.row - integerOr(count, 1), rows: integerOr(count, 1) })),
    GetColumnsAfter: (range, [count]) => rangeObject(range.at({ column: range.area.column + range.area.columns, columns: integerOr(count, 1) })),
    GetColumnsBefore: (range, [count]) => rangeObject(range.at({ column: range.area.column - integerOr(count, 1), columns: integerOr(count, 1) })),
    GetBoundingRect: (range, [other]) => {
      const otherRange = rangeArgument(other, range);
      if (otherRange.sheet !== range.sheet) throw invalidArgument();
      return rangeObject(range.at(boundingArea(range.area, otherRange.area)));
    },
    GetIntersection: (range, [other]) => {
      const found = shared(range, other);
      if (!found) throw itemNotFound();
      return rangeObject(found);
    },
    GetIntersectionOrNullObject: (range, [other]) => {
      const found = shared(range, other);
      return found ? rangeObject(found) : null;
    },
    GetUsedRange: (range, [valuesOnly]) => rangeObject(usedRange(range, flagOr(valuesOnly, false)) ?? range.at({ rows: 1, columns: 1 })),
    GetUsedRangeOrNullObject: (range, [valuesOnly]) => {
      const found = usedRange(range, flagOr(valuesOnly, false));
      return found ? rangeObject(found) : null;
    },
    GetSurroundingRegion: (range) => rangeObject(range.at(surrounding(range))),
    GetTables: (range, [fullyContained]) => rangeTables(range, flagOr(fullyContained, false)),
    GetMergedAreasOrNullObject: (range) => {
      const [only, ...more] = mergesIn(range.sheet, range.area);
      if (more.length > 0) throw new HostError("ApiNotFound", "ApiNotFound: RangeAreas");
      return only ? rangeObject(range.at(only)) : null;
    },
    Merge: (range, [across]) => merge(range, flagOr(across, false)),
    Unmerge: ({ book, sheet, area }) => {
      book.requireUnprotected(sheet);
      sheet.merges = sheet.merges.filter((merged) => !intersect(merged, area));
    },
    Clear: ({ book, sheet, area }, [applyTo]) => clearArea(book, sheet, area, textOr(applyTo, "All")),
    Delete: ({ book, sheet, area }, [shift]) => shiftCells(book, sheet, area, oneOf(shift, ["Up", "Left"])),
    Insert: (range, [shift]) => {
      const inserted = range.at({});
      shiftCells(range.book, range.sheet, inserted.area, oneOf(shift, ["Down", "Right"]));
      return rangeObject(inserted);
    },
    CopyFrom: (range, [source, type]) => copyFrom(range, source, textOr(type, "All")),
    Calculate: ({ book }) => book.calculation.reset(),
    Select: ({ book, sheet, area }) => select(new SheetRange(book, sheet, area)),
    _ValidateArraySize: (range, [rows, columns]) => validateSize(range, integer(rows), integer(columns)),
  },
};

function inside(value: Argument, count: number): number {
  const index = integer(value);
  if (index < 0 || index >= count) throw invalidArgument();
  return index;
}

/** The user looks at the range: its sheet becomes the active one. */
export function select({ book, sheet, area }: SheetRange): void {
  if (sheet.visibility !== "Visible") throw new HostError("InvalidOperation", `${formatAddress(sheet.name, area)} is on a hidden sheet.`);
  activate(book, sheet);
  book.model.selection = { ...area };
  book.tell({ kind: "selected", sheet, area });
}

/** Makes the sheet the active one. */
export function activate(book: SheetRange["book"], sheet: SheetRange["sheet"]): void {
  if (sheet.visibility !== "Visible") throw new HostError("InvalidOperation", "A hidden sheet can't be activated.");
  const before = book.activeSheet;
  if (before === sheet) return;
  book.model.activeSheet = book.model.sheets.indexOf(sheet);
  book.tell({ kind: "deactivated", sheet: before });
  book.tell({ kind: "activated", sheet });
}

/** A Range. */
export function rangeObject(range: SheetRange): HostObject {
  return objectOf(rangeType, range);
}
