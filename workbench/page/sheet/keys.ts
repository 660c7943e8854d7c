import type { Area } from "../../host/model";

const PAGE = 20;

/** Where a key of Excel's that the grid does not know takes the selection; undefined for other keys. */
export function keyTarget({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, selection: Area): Area | undefined {
  if (altKey) return undefined;
  const cell = { row: selection.row, column: selection.column, rows: 1, columns: 1 };
  if (key === "Home") return ctrlKey || metaKey ? { ...cell, row: 0, column: 0 } : { ...cell, column: 0 };
  if (key === "PageDown") return { ...cell, row: cell.row + PAGE };
  if (key === "PageUp") return { ...cell, row: Math.max(0, cell.row - PAGE) };
  return undefined;
}
