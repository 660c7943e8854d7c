import { GRID_COLUMNS, GRID_ROWS } from "./address";
import { cellsIn } from "./cells";
import { invalidArgument } from "./errors";
import type { Area, Sheet } from "./model";
import { displayText } from "./numberFormat";
import type { Book } from "./workbook";

/** A column's width when nothing is said, in points, and a row's height. */
export const STANDARD_POINTS = 48;
export const STANDARD_ROW = 15;

/** A character of the default font is 7 pixels, a pixel three quarters of a point. */
const POINTS_PER_CHARACTER = 5.25;

/** A column's width in points. */
export function columnWidth(sheet: Sheet, column: number): number {
  if (sheet.hiddenColumns.has(column)) return 0;
  const characters = sheet.columnWidths.get(column);
  return characters === undefined ? STANDARD_POINTS : Math.round(characters * POINTS_PER_CHARACTER * 100) / 100;
}

/** A row's height in points. */
export function rowHeight(sheet: Sheet, row: number): number {
  return sheet.hiddenRows.has(row) ? 0 : (sheet.rowHeights.get(row) ?? STANDARD_ROW);
}

/** The widths of the area's columns in points; of a whole row's, those up to the last that has its own. */
export function columnPoints(sheet: Sheet, area: Area): number[] {
  const columns = area.columns === GRID_COLUMNS ? Math.max(1, ...[...sheet.columnWidths.keys()].map((column) => column + 2)) : area.columns;
  return Array.from({ length: columns }, (_, index) => columnWidth(sheet, area.column + index));
}

/** The heights of the area's rows in points. */
export function rowPoints(sheet: Sheet, area: Area): number[] {
  const rows = area.rows === GRID_ROWS ? Math.max(1, ...[...sheet.rowHeights.keys()].map((row) => row + 2)) : area.rows;
  return Array.from({ length: rows }, (_, index) => rowHeight(sheet, area.row + index));
}

/** Sets the width of the area's columns, in points. */
export function setColumnPoints(sheet: Sheet, area: Area, points: number): void {
  if (points < 0 || points > 1342) throw invalidArgument();
  for (let column = area.column; column < area.column + area.columns; column++) {
    if (points === STANDARD_POINTS) sheet.columnWidths.delete(column);
    else sheet.columnWidths.set(column, points / POINTS_PER_CHARACTER);
  }
}

/** Sets the height of the area's rows, in points. */
export function setRowPoints(sheet: Sheet, area: Area, points: number): void {
  if (points < 0 || points > 409.5) throw invalidArgument();
  const rows = area.rows === GRID_ROWS ? Math.max(0, ...sheet.cells.keys()) + 1 : area.rows;
  for (let row = area.row; row < area.row + rows; row++) {
    if (points === STANDARD_ROW) sheet.rowHeights.delete(row);
    else sheet.rowHeights.set(row, points);
  }
}

/** Makes every column of the area as wide as its longest text there. */
export function autofitColumns(book: Book, sheet: Sheet, area: Area): void {
  const longest = new Map<number, number>();
  for (const { row, column, cell } of cellsIn(sheet, area)) {
    if (cell.format?.wrapText) continue;
    const value = book.calculation.value(sheet, row, column, cell);
    const length = value === "" ? 0 : displayText(value, cell.numberFormat).length * (cell.format?.bold ? 1.1 : 1);
    longest.set(column, Math.max(longest.get(column) ?? 0, length));
  }
  for (const [column, length] of longest) if (length > 0) sheet.columnWidths.set(column, Math.min(255, Math.round((length + 1.5) * 100) / 100));
}

/** Makes every row of the area as high as its wrapped text needs. */
export function autofitRows(book: Book, sheet: Sheet, area: Area): void {
  const lines = new Map<number, number>();
  for (const { row, column, cell } of cellsIn(sheet, area)) {
    const text = String(book.calculation.value(sheet, row, column, cell));
    const width = columnWidth(sheet, column) / POINTS_PER_CHARACTER;
    const wrapped = cell.format?.wrapText ? text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / Math.max(1, width))), 0) : 1;
    lines.set(row, Math.max(lines.get(row) ?? 1, wrapped));
  }
  for (const [row, count] of lines) {
    if (count === 1) sheet.rowHeights.delete(row);
    else sheet.rowHeights.set(row, Math.min(409.5, count * STANDARD_ROW));
  }
}

/** Points from the sheet's edge to the column. */
export function leftOf(sheet: Sheet, column: number): number {
  let points = column * STANDARD_POINTS;
  for (const own of new Set([...sheet.columnWidths.keys(), ...sheet.hiddenColumns])) if (own < column) points += columnWidth(sheet, own) - STANDARD_POINTS;
  return points;
}

/** Points from the sheet's edge to the row. */
export function topOf(sheet: Sheet, row: number): number {
  let points = row * STANDARD_ROW;
  for (const own of new Set([...sheet.rowHeights.keys(), ...sheet.hiddenRows])) if (own < row) points += rowHeight(sheet, own) - STANDARD_ROW;
  return points;
}
