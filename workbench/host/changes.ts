import type { Area, CellValue, Sheet } from "./model";

/** What the workbook tells its listeners: an add-in's events come from here. */
export type Change =
  | {
      kind: "changed";
      sheet: Sheet;
      area: Area;
      changeType: "RangeEdited" | "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted" | "CellInserted" | "CellDeleted";
      /** Of a single cell: Excel tells what it was and became. */
      details?: { before: CellValue; after: CellValue };
    }
  | { kind: "added" | "deleted" | "activated" | "deactivated"; sheet: Sheet }
  | { kind: "renamed"; sheet: Sheet; before: string; after: string }
  | { kind: "selected"; sheet: Sheet; area: Area };
