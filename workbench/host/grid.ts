import { intersect } from "./address";
import { cellAt, cellsIn, dropIfEmpty, ensureCell } from "./cells";
import { invalidArgument } from "./errors";
import { enter, ERROR_VALUES } from "./input";
import type { Area, Cell, CellValue, Sheet } from "./model";
import { displayText } from "./numberFormat";
import type { Book } from "./workbook";

/** A grid as the API writes it: rows of cells. */
export type Grid<T> = T[][];

/** Makes the grid of an area: `read` is asked for every cell. */
export function readGrid<T>(sheet: Sheet, area: Area, read: (cell: Cell | undefined, row: number, column: number) => T): Grid<T> {
  const rows: Grid<T> = new Array<T[]>(area.rows);
  for (let y = 0; y < area.rows; y++) {
    const line = sheet.cells.get(area.row + y);
    const row = new Array<T>(area.columns);
    for (let x = 0; x < area.columns; x++) row[x] = read(line?.get(area.column + x), area.row + y, area.column + x);
    rows[y] = row;
  }
  return rows;
}

/** Range.values: a blank is "", an error its text. */
export function readValues(book: Book, sheet: Sheet, area: Area): Grid<CellValue> {
  const { calculation } = book;
  return readGrid(sheet, area, (cell, row, column) => calculation.value(sheet, row, column, cell));
}

/** Range.formulas: the formula where there is one, else the value. */
export function readFormulas(book: Book, sheet: Sheet, area: Area): Grid<CellValue> {
  const { calculation } = book;
  return readGrid(sheet, area, (cell, row, column) => cell?.formula ?? calculation.value(sheet, row, column, cell));
}

/** Range.text: what the cells show. */
export function readText(book: Book, sheet: Sheet, area: Area): Grid<string> {
  const { calculation } = book;
  return readGrid(sheet, area, (cell, row, column) => {
    const value = calculation.value(sheet, row, column, cell);
    return value === "" ? "" : displayText(value, cell?.numberFormat);
  });
}

/** Range.valueTypes. */
export function readValueTypes(book: Book, sheet: Sheet, area: Area): Grid<string> {
  const { calculation } = book;
  return readGrid(sheet, area, (cell, row, column) => {
    const value = calculation.value(sheet, row, column, cell);
    if (typeof value === "number") return "Double";
    if (typeof value === "boolean") return "Boolean";
    return value === "" ? "Empty" : ERROR_VALUES.has(value) ? "Error" : "String";
  });
}

/** What the API gives for a property of an area: a grid of its shape, or one value for all of it. */
function inShape(area: Area, written: unknown): (y: number, x: number) => unknown {
  if (!Array.isArray(written)) return () => written;
  const rows: unknown[] = written;
  const fits = rows.length === area.rows && rows.every((row) => Array.isArray(row) && row.length === area.columns);
  if (!fits) {
    throw invalidArgument("The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
  }
  return (y, x) => (rows[y] as unknown[])[x];
}

/** Writes values or formulas as Excel does; null leaves a cell as it is. */
export function writeValues(book: Book, sheet: Sheet, area: Area, written: unknown): void {
  const at = inShape(area, written);
  book.requireUnlocked(sheet, area);
  const single = area.rows * area.columns === 1 && book.hasListeners;
  const before = single ? book.calculation.value(sheet, area.row, area.column) : "";
  for (let y = 0; y < area.rows; y++) {
    for (let x = 0; x < area.columns; x++) writeCell(book, sheet, area.row + y, area.column + x, at(y, x));
  }
  refillHeaders(book, sheet, area);
  const details = single ? { before, after: book.calculation.value(sheet, area.row, area.column) } : undefined;
  book.tell({ kind: "changed", sheet, area, changeType: "RangeEdited", details });
}

function writeCell(book: Book, sheet: Sheet, row: number, column: number, written: unknown): void {
  if (written === null || written === undefined) return;
  if (typeof written !== "string" && typeof written !== "number" && typeof written !== "boolean") throw invalidArgument();
  if (written === "" && !cellAt(sheet, row, column)) return;
  const cell = ensureCell(sheet, row, column);
  if (typeof written !== "string") {
    cell.value = written;
    delete cell.formula;
    return book.calculation.touch(sheet, row, column);
  }
  if (written.length > 32_767) throw invalidArgument("A cell holds at most 32 767 characters.");
  const { value, formula, numberFormat } = enter(written, cell.numberFormat);
  delete cell.value;
  delete cell.formula;
  if (formula !== undefined) cell.formula = formula;
  else if (value !== undefined) cell.value = value;
  if (numberFormat !== undefined && (cell.numberFormat === undefined || cell.numberFormat === "General")) cell.numberFormat = numberFormat;
  if (value === undefined && formula === undefined) dropIfEmpty(sheet, row, column);
  book.calculation.touch(sheet, row, column, formula);
}

/** A table's header cells always hold text, and no two alike: Excel fills and numbers them. */
function refillHeaders(book: Book, sheet: Sheet, area: Area): void {
  for (const { area: tableArea, showHeaders } of sheet.tables) {
    const header = { ...tableArea, rows: 1 };
    if (!showHeaders || !intersect(header, area)) continue;
    fillHeaders(sheet, header);
    book.calculation.reset();
  }
}

/** Gives every header cell a text of its own. */
export function fillHeaders(sheet: Sheet, header: Area): void {
  const taken = new Set<string>();
  for (let column = header.column; column < header.column + header.columns; column++) {
    const cell = ensureCell(sheet, header.row, column);
    const text = cell.value === undefined || cell.value === "" ? `Kolumn${column - header.column + 1}` : String(cell.value);
    let name = text;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${text}${number}`;
    taken.add(name.toLowerCase());
    cell.value = name;
    delete cell.formula;
  }
}

/** Sets a property of every cell from a grid or one value. */
export function writeNumberFormats(book: Book, sheet: Sheet, area: Area, written: unknown): void {
  const at = inShape(area, written);
  book.requireUnprotected(sheet);
  for (let y = 0; y < area.rows; y++) {
    for (let x = 0; x < area.columns; x++) {
      const format = at(y, x);
      if (format === null || format === undefined) continue;
      if (typeof format !== "string") throw invalidArgument();
      setNumberFormat(sheet, area.row + y, area.column + x, format);
    }
  }
}

function setNumberFormat(sheet: Sheet, row: number, column: number, format: string): void {
  if (format === "General" || format === "") {
    const cell = cellAt(sheet, row, column);
    if (cell) delete cell.numberFormat;
    dropIfEmpty(sheet, row, column);
  } else ensureCell(sheet, row, column).numberFormat = format;
}

/** Range.clear: "All", "Formats", "Contents", "RemoveHyperlinks", "Hyperlinks". */
export function clearArea(book: Book, sheet: Sheet, area: Area, applyTo: string): void {
  if (!["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks", "ResetContents"].includes(applyTo)) throw invalidArgument();
  book.requireUnlocked(sheet, area);
  if (applyTo.endsWith("Hyperlinks")) return;
  const contents = applyTo !== "Formats";
  const formats = applyTo === "All" || applyTo === "Formats";
  for (const { row, column, cell } of [...cellsIn(sheet, area)]) {
    if (contents) {
      delete cell.value;
      delete cell.formula;
      book.calculation.touch(sheet, row, column);
    }
    if (formats) {
      delete cell.format;
      delete cell.numberFormat;
    }
    dropIfEmpty(sheet, row, column);
  }
  if (applyTo === "All") {
    sheet.merges = sheet.merges.filter((merge) => !intersect(merge, area));
    sheet.validations = sheet.validations.filter((validation) => !intersect(validation.area, area));
  }
  refillHeaders(book, sheet, area);
  if (contents) book.tell({ kind: "changed", sheet, area, changeType: "RangeEdited" });
}
