import { intersect } from "./address";
import type { Area, Cell, CellFormat, Sheet } from "./model";

/** The cell, if it has content or format. */
export function cellAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  return sheet.cells.get(row)?.get(column);
}

/** The cell, made when it is not there. */
export function ensureCell(sheet: Sheet, row: number, column: number): Cell {
  let line = sheet.cells.get(row);
  if (!line) sheet.cells.set(row, (line = new Map()));
  let cell = line.get(column);
  if (!cell) line.set(column, (cell = {}));
  return cell;
}

/** The cell's format, made when it is not there. */
export function ensureFormat(sheet: Sheet, row: number, column: number): CellFormat {
  const cell = ensureCell(sheet, row, column);
  return (cell.format ??= {});
}

/** Whether the cell has a value or a formula. */
export function hasContent(cell: Cell | undefined): cell is Cell {
  return cell !== undefined && (cell.formula !== undefined || (cell.value !== undefined && cell.value !== ""));
}

/** Takes the cell away when nothing is left of it. */
export function dropIfEmpty(sheet: Sheet, row: number, column: number): void {
  const line = sheet.cells.get(row);
  const cell = line?.get(column);
  if (!line || !cell) return;
  const empty = cell.value === undefined && cell.formula === undefined && cell.numberFormat === undefined;
  if (!empty || (cell.format && Object.keys(cell.format).length > 0)) return;
  line.delete(column);
  if (line.size === 0) sheet.cells.delete(row);
}

/** Every existing cell in the area, row by row in no promised order. */
export function* cellsIn(sheet: Sheet, area: Area): Generator<{ row: number; column: number; cell: Cell }> {
  for (const [row, line] of linesIn(sheet, area)) {
    for (const [column, cell] of line) {
      if (column >= area.column && column < area.column + area.columns) yield { row, column, cell };
    }
  }
}

/** The lines of the area: by looking each row up when it is low, by looking through all when it is high. */
function* linesIn(sheet: Sheet, area: Area): Generator<[number, Map<number, Cell>]> {
  if (area.rows > sheet.cells.size) {
    for (const [row, line] of sheet.cells) if (row >= area.row && row < area.row + area.rows) yield [row, line];
    return;
  }
  for (let row = area.row; row < area.row + area.rows; row++) {
    const line = sheet.cells.get(row);
    if (line) yield [row, line];
  }
}

/** The smallest area that holds every cell with content (or format, unless `valuesOnly`) within `within`. */
export function usedArea(sheet: Sheet, within: Area, valuesOnly: boolean): Area | undefined {
  let top = Infinity;
  let left = Infinity;
  let bottom = -1;
  let right = -1;
  for (const { row, column, cell } of cellsIn(sheet, within)) {
    if (valuesOnly && !hasContent(cell)) continue;
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  return bottom < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** The merged areas that touch the area. */
export function mergesIn(sheet: Sheet, area: Area): Area[] {
  return sheet.merges.filter((merge) => intersect(merge, area));
}
