import type { RevoGridCustomEvent } from "@revolist/revogrid";
import { boundingArea, intersect } from "../../host/address";
import type { Area } from "../../host/model";
import type { ColumnPart, RowPart, SheetLayout } from "./layout";

/** A range within one part of the grid, as the grid counts: x and y from the part's first column and row. */
export interface PartRange {
  x: number;
  y: number;
  x1: number;
  y1: number;
}

export type GridEvent<T> = RevoGridCustomEvent<T>;

export const COLUMN_PARTS: ColumnPart[] = ["colPinStart", "rgCol"];
export const ROW_PARTS: RowPart[] = ["rowPinStart", "rgRow"];

/** The sheet's area of a range in a part of the grid; undefined when the part no longer has it. */
export function areaOf(layout: SheetLayout, columnPart: ColumnPart, rowPart: RowPart, range: PartRange): Area | undefined {
  const columns = layout.columns[columnPart];
  const rows = layout.rows[rowPart];
  const [left, right, top, bottom] = [columns[range.x], columns[range.x1], rows[range.y], rows[range.y1]];
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return undefined;
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** What of an area lies in a part of the grid; undefined for nothing. */
export function rangeIn(layout: SheetLayout, columnPart: ColumnPart, rowPart: RowPart, area: Area): PartRange | undefined {
  const within = (indexes: number[], from: number, count: number) => {
    const first = indexes.findIndex((index) => index >= from);
    const last = indexes.findLastIndex((index) => index < from + count);
    return first < 0 || last < first ? undefined : [first, last];
  };
  const columns = within(layout.columns[columnPart], area.column, area.columns);
  const rows = within(layout.rows[rowPart], area.row, area.rows);
  if (!columns || !rows) return undefined;
  return { x: columns[0] as number, x1: columns[1] as number, y: rows[0] as number, y1: rows[1] as number };
}

/** The area grown so that it holds every merged area that it touches. */
export function withMerges(area: Area, merges: Area[]): Area {
  const touched = merges.filter((merge) => intersect(merge, area));
  const grown = touched.reduce(boundingArea, area);
  return JSON.stringify(grown) === JSON.stringify(area) ? area : withMerges(grown, merges);
}
