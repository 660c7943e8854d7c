import { boundingArea } from "../../host/address";
import type { Area } from "../../host/model";
import { COLUMN_PARTS, ROW_PARTS } from "./gridSelection";
import type { ColumnPart, RowPart } from "./layout";

/** What the selecting across frozen panes needs to know and to do. */
export interface CrossingTarget {
  /** The cell at a place of a part. */
  at(columnPart: ColumnPart, rowPart: RowPart, x: number, y: number): Area | undefined;
  /** The cell that a selection with Shift starts from. */
  anchor(): Area;
  select(area: Area): void;
  /** A row's number has been clicked. */
  selectRow(rowPart: RowPart, y: number): void;
}

interface Place {
  columnPart: string;
  rowPart: RowPart;
  x: number;
  y: number;
}

/** The grid's data elements say which part of the sheet they draw. */
type DataElement = Element & { type?: string; colType?: string };

function placeAt(event: MouseEvent): Place | undefined {
  const cell = document.elementsFromPoint(event.clientX, event.clientY).find((element) => element.classList.contains("rgCell"));
  const part = cell?.closest<DataElement>("revogr-data");
  const rowPart = ROW_PARTS.find((name) => name === part?.type);
  if (!cell || !rowPart || part?.colType === undefined) return undefined;
  return { columnPart: part.colType, rowPart, x: Number(cell.getAttribute("data-rgcol")), y: Number(cell.getAttribute("data-rgrow")) };
}

/**
 * The grid selects within one part of a sheet with frozen panes. This lets a drag, or a click with Shift, reach from one
 * part into another, and a click on a row's number select the row.
 * @returns what ends it
 */
export function crossings(grid: HTMLElement, target: CrossingTarget): () => void {
  let start: Place | undefined;

  const cellOf = (place: Place | undefined) => {
    const columnPart = COLUMN_PARTS.find((part) => part === place?.columnPart);
    return place && columnPart ? target.at(columnPart, place.rowPart, place.x, place.y) : undefined;
  };
  // After the grid's own handling of the same event, which would select within one part.
  const selectAfter = (from: Area, to: Area) => setTimeout(() => target.select(boundingArea(from, to)), 0);

  const down = (event: MouseEvent) => {
    if (event.button !== 0) return;
    const place = placeAt(event);
    if (place?.columnPart === "rowHeaders") return target.selectRow(place.rowPart, place.y);
    const cell = cellOf(place);
    const anchor = target.anchor();
    if (event.shiftKey && cell) {
      event.preventDefault();
      selectAfter(anchor, cell);
    }
    start = place;
  };
  const up = (event: MouseEvent) => {
    const end = start && placeAt(event);
    const from = cellOf(start);
    const to = cellOf(end);
    const crossed = end && (end.columnPart !== start?.columnPart || end.rowPart !== start?.rowPart);
    if (crossed && from && to) selectAfter(from, to);
    start = undefined;
  };
  grid.addEventListener("mousedown", down, true);
  document.addEventListener("mouseup", up, true);
  return () => {
    grid.removeEventListener("mousedown", down, true);
    document.removeEventListener("mouseup", up, true);
  };
}
