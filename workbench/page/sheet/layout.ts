import { columnWidth, rowHeight } from "../../host/measures";
import type { Area, Sheet } from "../../host/model";
import type { OpenWorkbook } from "../openWorkbook";
import { autoHeight } from "./autoHeight";

/** The parts of a sheet with frozen panes, as the grid names them. */
export type ColumnPart = "colPinStart" | "rgCol";
export type RowPart = "rowPinStart" | "rgRow";

/** How a sheet lies on the screen: its columns and rows in each part, and their sizes in pixels. */
export interface SheetLayout {
  columns: Record<ColumnPart, number[]>;
  rows: Record<RowPart, number[]>;
  widths: Map<number, number>;
  heights: Map<number, number>;
}

const PIXELS_PER_POINT = 4 / 3;
const LEAST_ROWS = 60;
const LEAST_COLUMNS = 26;
const ROWS_AFTER = 40;
const COLUMNS_AFTER = 6;

/** Points as pixels of the screen. */
export function pixels(points: number): number {
  return Math.round(points * PIXELS_PER_POINT);
}

/** A width in pixels as characters of the default font, which files and the host count in. */
export function charactersWide(width: number): number {
  return Math.round((width / 7) * 100) / 100;
}

/** How far down and to the right the sheet has cells, charts or tables. */
function extent(sheet: Sheet): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  const reach = ({ row, column, rows: high, columns: wide }: Area) => {
    rows = Math.max(rows, row + high);
    columns = Math.max(columns, column + wide);
  };
  for (const [row, line] of sheet.cells) for (const column of line.keys()) reach({ row, column, rows: 1, columns: 1 });
  for (const { area } of sheet.tables) reach(area);
  return { rows, columns };
}

function counted(from: number, to: number, hidden: ReadonlySet<number>): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index).filter((index) => !hidden.has(index));
}

/** Lays the active sheet out, with empty rows and columns after what it holds and after what is selected. */
export function layOut(workbook: OpenWorkbook): SheetLayout {
  const { sheet, selection } = workbook;
  const used = extent(sheet);
  const reachable = (end: number, most: number) => (end > most ? 0 : end);
  const rowCount = Math.max(LEAST_ROWS, used.rows + ROWS_AFTER, reachable(selection.row + selection.rows, used.rows + 10_000));
  const columnCount = Math.max(LEAST_COLUMNS, used.columns + COLUMNS_AFTER, reachable(selection.column + selection.columns, used.columns + 500));
  const columns = {
    colPinStart: counted(0, sheet.frozenColumns, sheet.hiddenColumns),
    rgCol: counted(sheet.frozenColumns, columnCount, sheet.hiddenColumns),
  };
  const rows = {
    rowPinStart: counted(0, sheet.frozenRows, sheet.hiddenRows),
    rgRow: counted(sheet.frozenRows, rowCount, sheet.hiddenRows),
  };
  const widths = new Map([...columns.colPinStart, ...columns.rgCol].map((column) => [column, pixels(columnWidth(sheet, column))]));
  const height = (row: number) => (sheet.rowHeights.has(row) ? pixels(rowHeight(sheet, row)) : autoHeight(workbook, sheet, row, widths));
  return { columns, rows, widths, heights: new Map([...rows.rowPinStart, ...rows.rgRow].map((row) => [row, height(row)])) };
}

/** Whether the layout has the cell that an area begins with. */
export function holds({ widths, heights }: SheetLayout, { row, column }: Area): boolean {
  return widths.has(column) && heights.has(row);
}

/** The frozen parts' width and height in pixels. */
export function frozenSize({ columns, rows, widths, heights }: SheetLayout): { width: number; height: number } {
  const sum = (indexes: number[], sizes: Map<number, number>) => indexes.reduce((total, index) => total + (sizes.get(index) ?? 0), 0);
  return { width: sum(columns.colPinStart, widths), height: sum(rows.rowPinStart, heights) };
}

/** Says whether two layouts differ, as text: the grid is only laid out anew when it must be. */
export function layoutKey(sheet: Sheet, { columns, rows, widths, heights }: SheetLayout): string {
  const ends = [columns.colPinStart.length, columns.rgCol.length, rows.rowPinStart.length, rows.rgRow.length];
  const hidden = [[...sheet.hiddenColumns], [...sheet.hiddenRows]];
  return JSON.stringify([sheet.id, ends, hidden, [...widths.values()], [...heights].filter(([, height]) => height !== 20)]);
}
