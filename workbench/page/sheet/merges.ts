import { intersect } from "../../host/address";
import type { Area, Sheet } from "../../host/model";

/** The merged area that a cell lies in. */
export function mergeAt(sheet: Sheet, row: number, column: number): Area | undefined {
  return sheet.merges.find((merge) => intersect(merge, { row, column, rows: 1, columns: 1 }));
}
