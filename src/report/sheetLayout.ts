/** A sheet as data, before it meets Excel. Rows and columns count from 0. */

/**
 * What is written to the workbook, and the sheets that each takes: a writing replaces those of its own, and no others.
 * A decided plan replaces none: what has been decided stands.
 */
export const documentSheets = { plan: ["plan", "frames", "fund", "control"], annex: ["annex"], followUp: ["followUp", "changes"], decided: ["decided"] } as const;
export type SheetDocument = keyof typeof documentSheets;
export type SheetKind = (typeof documentSheets)[SheetDocument][number];
export const sheetKinds: readonly SheetKind[] = Object.values(documentSheets).flat();

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
  | "overall"
  | "paper"
  | "paperHeader";

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
  orientation: "Portrait" | "Landscape";
  /** Rows repeated on every page, "$6:$7"; none when left out. */
  titleRows?: string;
  /** All on one page; else as many pages as it takes, one wide. */
  onePage: boolean;
  /** Rows that begin a page. */
  rowBreaks?: number[];
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
  /** Protected against changes by mistake, without a password. */
  protected?: true;
}
