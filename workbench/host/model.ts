/**
 * The in-memory workbook as plain data. `workbook.ts` gives it Excel's behaviour, `xlsx.ts` loads and
 * saves it; neither holds state of its own about a cell. Rows and columns count from 0.
 */

export type CellValue = string | number | boolean;

export interface Border {
  style: string;
  color: string;
  weight: string;
}

/** What Excel's Range.format holds for a cell; what is left out is the default. */
export interface CellFormat {
  /** "#RRGGBB"; left out: no fill. */
  fill?: string;
  fontColor?: string;
  fontName?: string;
  fontSize?: number;
  bold?: boolean;
  italic?: boolean;
  underline?: string;
  strikethrough?: boolean;
  horizontalAlignment?: string;
  verticalAlignment?: string;
  wrapText?: boolean;
  indentLevel?: number;
  textOrientation?: number;
  shrinkToFit?: boolean;
  locked?: boolean;
  formulaHidden?: boolean;
  /** By Excel's border index: EdgeTop, EdgeBottom, EdgeLeft, EdgeRight. */
  borders?: Record<string, Border>;
}

export interface Cell {
  /** What the user typed when it is not a formula. */
  value?: CellValue;
  /** With its equals sign, English names and commas. Its value is computed. */
  formula?: string;
  /** Default "General". */
  numberFormat?: string;
  format?: CellFormat;
}

export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export interface Table {
  id: string;
  name: string;
  /** With header row, and totals row when shown. */
  area: Area;
  showHeaders: boolean;
  showTotals: boolean;
  style: string;
  showBandedRows: boolean;
  showFilterButton: boolean;
  highlightFirstColumn?: boolean;
  highlightLastColumn?: boolean;
  showBandedColumns?: boolean;
}

/** A chart's axis, as far as the API has set it. */
export interface ChartAxis {
  title?: string;
  visible?: boolean;
  minimum?: number;
  maximum?: number;
  numberFormat?: string;
  displayUnit?: string;
  reversePlotOrder?: boolean;
  gridlines?: boolean;
}

export interface ChartSeries {
  name?: string;
  nameAddress?: string;
  valuesAddress: string;
  categoriesAddress?: string;
  /** Its own type, in a combined chart. */
  type?: string;
  /** "#RRGGBB" of its fill, and of its line. */
  fillColor?: string;
  lineColor?: string;
  axisGroup?: string;
  hasDataLabels?: boolean;
}

export interface Chart {
  id: string;
  name: string;
  /** Excel.ChartType: "ColumnClustered", "Line" … */
  type: string;
  title: string;
  /** Where the series come from: one A1 address with its sheet for each part. */
  series: ChartSeries[];
  /** In points from the sheet's corner, or anchored to cells. */
  left: number;
  top: number;
  width: number;
  height: number;
  legend: boolean;
  /** "Top", "Bottom", "Right" … as Excel.ChartLegendPosition. */
  legendPosition?: string;
  titleVisible?: boolean;
  /** What the series are: the source's "Rows" or "Columns". */
  plotBy?: string;
  valueAxis?: ChartAxis;
  categoryAxis?: ChartAxis;
  altText?: string;
}

/** Excel's DataValidation: the rule as the API states it, with its prompt and error alert. */
export interface Validation {
  area: Area;
  rule: Record<string, unknown>;
  /** Default true. */
  ignoreBlanks?: boolean;
  prompt?: { title: string; message: string; showPrompt: boolean };
  errorAlert?: { title: string; message: string; showAlert: boolean; style: string };
}

export interface PageLayout {
  orientation: "Portrait" | "Landscape";
  paperSize?: string;
  fitToWidth?: number;
  fitToHeight?: number;
  printTitleRows?: string;
  printTitleColumns?: string;
  printArea?: string;
  /** Per cent, when the sheet is not fitted to pages. */
  scale?: number;
  centerHorizontally?: boolean;
  centerVertically?: boolean;
  printGridlines?: boolean;
  printHeadings?: boolean;
  blackAndWhite?: boolean;
  firstPageNumber?: number;
  printOrder?: string;
  /** Rows that begin a page. */
  rowBreaks?: number[];
  header?: { left: string; center: string; right: string };
  footer?: { left: string; center: string; right: string };
  /** In points. */
  margins?: Partial<Record<"top" | "bottom" | "left" | "right" | "header" | "footer", number>>;
}

export interface DefinedName {
  name: string;
  /** With its equals sign. */
  formula: string;
  visible: boolean;
  comment?: string;
}

export interface Sheet {
  id: string;
  name: string;
  visibility: "Visible" | "Hidden" | "VeryHidden";
  tabColor?: string;
  showGridlines: boolean;
  /** Keyed row by row; a cell without content and format is absent. */
  cells: Map<number, Map<number, Cell>>;
  /** In characters of the default font, as files have them. */
  columnWidths: Map<number, number>;
  /** In points. */
  rowHeights: Map<number, number>;
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
  merges: Area[];
  tables: Table[];
  charts: Chart[];
  validations: Validation[];
  names: DefinedName[];
  /** Worksheet.customProperties. */
  customProperties: Map<string, string>;
  frozenRows: number;
  frozenColumns: number;
  page: PageLayout;
  protected: boolean;
  protectionPassword?: string;
  /** Excel's WorksheetProtectionOptions, as far as they were given. */
  protectionOptions?: Record<string, unknown>;
}

export interface Workbook {
  sheets: Sheet[];
  names: DefinedName[];
  activeSheet: number;
  selection: Area;
  /** The workbook's structure is protected: sheets can't be added, renamed or deleted. */
  structureProtected: boolean;
  structurePassword?: string;
  /** Workbook.settings: what an add-in keeps in the file, as JSON values. */
  settings?: Map<string, unknown>;
  /** The file it was opened from, for what this model does not know: kept by the xlsx loader. */
  source?: unknown;
}
