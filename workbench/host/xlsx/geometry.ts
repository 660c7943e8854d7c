import type { Sheet } from "../model";
import { child, type XmlElement } from "./xml";

/** English metric units in a point. */
export const unitsPerPoint = 12700;

type Grid = Pick<Sheet, "columnWidths" | "hiddenColumns" | "rowHeights" | "hiddenRows"> & { columnWidth: number; rowHeight: number };

/** The sheet's grid, with the standard sizes of its `<sheetFormatPr>`. */
export function gridOf(sheet: Omit<Grid, "columnWidth" | "rowHeight">, sheetFormatPr: XmlElement | undefined): Grid {
  const { defaultColWidth, defaultRowHeight } = sheetFormatPr?.attributes ?? {};
  return { ...sheet, columnWidth: Number(defaultColWidth ?? 9.140625), rowHeight: Number(defaultRowHeight ?? 15) };
}

/** A column's width in points: characters of seven pixels, at 96 pixels to the inch (ECMA-376 18.3.1.13). */
function columnPoints(grid: Grid, column: number): number {
  if (grid.hiddenColumns.has(column)) return 0;
  const width = grid.columnWidths.get(column) ?? grid.columnWidth;
  return Math.trunc(((256 * width + Math.trunc(128 / 7)) / 256) * 7) * 0.75;
}

function rowPoints(grid: Grid, row: number): number {
  return grid.hiddenRows.has(row) ? 0 : (grid.rowHeights.get(row) ?? grid.rowHeight);
}

/** A distance from the sheet's corner as the number of whole steps and the points left over. */
function stepsIn(distance: number, size: (index: number) => number, most: number): { index: number; rest: number } {
  let [index, rest] = [0, Math.max(0, distance)];
  while (index < most && rest >= size(index)) rest -= size(index++);
  return { index, rest };
}

/** The cell at a point, and how far into it, in units. */
export function anchorAt(grid: Grid, left: number, top: number): { column: number; columnOffset: number; row: number; rowOffset: number } {
  const across = stepsIn(left, (column) => columnPoints(grid, column), 16383);
  const down = stepsIn(top, (row) => rowPoints(grid, row), 1048575);
  return { column: across.index, columnOffset: Math.round(across.rest * unitsPerPoint), row: down.index, rowOffset: Math.round(down.rest * unitsPerPoint) };
}

/** A chart's frame in points from its anchor. */
export function frameOf(grid: Grid, anchor: XmlElement): { left: number; top: number; width: number; height: number } {
  const corner = (element: XmlElement | undefined) => {
    const number = (name: string) => Number(child(element, name)?.text ?? 0);
    let left = number("colOff") / unitsPerPoint;
    let top = number("rowOff") / unitsPerPoint;
    for (let column = 0; column < number("col"); column++) left += columnPoints(grid, column);
    for (let row = 0; row < number("row"); row++) top += rowPoints(grid, row);
    return { left, top };
  };
  const position = child(anchor, "pos")?.attributes;
  const from = position ? { left: Number(position["x"]) / unitsPerPoint, top: Number(position["y"]) / unitsPerPoint } : corner(child(anchor, "from"));
  const extent = child(anchor, "ext")?.attributes;
  const end = child(anchor, "to");
  const to = end ? corner(end) : undefined;
  const rounded = (points: number) => Math.round(points * 1000) / 1000;
  return {
    left: rounded(from.left), top: rounded(from.top),
    width: rounded(to ? to.left - from.left : Number(extent?.["cx"] ?? 0) / unitsPerPoint),
    height: rounded(to ? to.top - from.top : Number(extent?.["cy"] ?? 0) / unitsPerPoint),
  };
}
