/** A sheet as data, before it meets Excel. Rows and columns count from 0. */

/** The four sheets of a plan. */
export const sheetKinds = ["plan", "frames", "fund", "control"] as const;
export type SheetKind = (typeof sheetKinds)[number];

/** In English with commas, with its equals sign; other sheets of the plan are named `«kind»`. */
export interface FormulaCell {
  formula: string;
}

/** A text is a text, whatever it begins with; only a `FormulaCell` is a formula. */
export type CellContent = string | number | FormulaCell | null;

export interface SheetArea {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** How a cell looks; see `sheetStyles.ts`. */
export type SheetStyleName =
  | "title"
  | "subtitle"
  | "note"
  | "section"
  | "header"
  | "headerNumber"
  | "status"
  | "booked"
  | "rows"
  | "name"
  | "strong"
  | "total"
  | "label"
  | "sentence"
  | "check"
  | "overall";

export interface SheetChart {
  title: string;
  /** Excel.ChartType. */
  type: "ColumnClustered" | "Line";
  categories: SheetArea;
  /** The name is in a cell of its own; the colours differ in lightness too, for paper in black and white. */
  series: { name: SheetArea; values: SheetArea; color: string }[];
  /** The cells that it covers. */
  place: SheetArea;
}

export interface SheetPage {
  /** Rows repeated on every page, "$6:$7"; none when left out. */
  titleRows?: string;
  /** All on one page; else as many pages as it takes, one wide. */
  onePage: boolean;
  /** Columns repeated on every page, "$A:$B". */
  titleColumns?: string;
  /** With Excel's header codes (&P, &N); an ampersand in a name is doubled. */
  header: { left: string; right: string };
  footer: { left: string; right: string };
}

export interface SheetLayout {
  kind: SheetKind;
  /** The name it wants. */
  name: string;
  /** Of the plan's input. */
  fingerprint: string;
  /** Every row has the same number of cells. */
  cells: CellContent[][];
  /** In this order: a later one adds to an earlier. */
  styles: { style: SheetStyleName; area: SheetArea }[];
  numberFormats: { format: string; area: SheetArea }[];
  /** In characters of the default font, one for each column. */
  columnWidths: number[];
  /** Columns that are not shown. */
  hiddenColumns: number[];
  /** In points; only rows that need more than a line. */
  rowHeights: { row: number; rows: number; height: number }[];
  /** Rows as high as their wrapped texts need. */
  fittedRows: SheetArea[];
  /** Each row of an area is merged for itself. */
  mergedRows: SheetArea[];
  frozen: { rows: number; columns: number };
  charts: SheetChart[];
  /** Where it says OK when every check of the plan agrees. */
  overallCheck?: SheetArea;
  page: SheetPage;
}
