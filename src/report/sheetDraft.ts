import { translator, type Language } from "../i18n";
import { areaAddress } from "./a1";
import type { CellContent, SheetArea, SheetChart, SheetKind, SheetLayout, SheetPage, SheetStyleName } from "./sheetLayout";
import { amountFormat } from "./sheetStyles";
import type { PlanReport, ReportColumn } from "./types";

/** Points that a line of text takes in the default font. */
const lineHeight = 15;

/** A header text with its ampersands kept from Excel's header codes, within the 255 characters that a header takes. */
export function headerText(text: string): string {
  return text.slice(0, 80).replaceAll("&", "&&");
}

/** Page x of y and where the plan comes from; &P and &N are Excel's codes. */
function pageFooter(language: Language, madeAt: string, fingerprint: string): SheetPage["footer"] {
  const translate = translator(language);
  return {
    left: headerText(translate("report:print.footer", { madeAt, fingerprint: fingerprint.slice(0, 12) })),
    right: translate("report:print.page", { page: "&P", pages: "&N" }),
  };
}

/** Excel refuses longer texts in a cell. */
const longestText = 32_000;

function fitting(cell: CellContent): CellContent {
  return typeof cell === "string" && cell.length > longestText ? `${cell.slice(0, longestText)}…` : cell;
}

/** The cell for an amount: the nearest double of its decimal text. */
export const amountCell = (amount: string): CellContent => Number(amount);

/** A sheet while it is being laid out, row by row from the top. */
export class SheetDraft {
  readonly cells: CellContent[][] = [];
  readonly styles: SheetLayout["styles"] = [];
  readonly numberFormats: SheetLayout["numberFormats"] = [];
  readonly rowHeights: SheetLayout["rowHeights"] = [];
  readonly fittedRows: SheetArea[] = [];
  readonly mergedRows: SheetArea[] = [];
  readonly charts: SheetChart[] = [];
  columnWidths: number[] = [];
  frozen = { rows: 0, columns: 0 };
  onePage = false;
  titleRows: string | undefined;
  titleColumns: string | undefined;

  constructor(
    private readonly report: Pick<PlanReport, "language" | "fingerprint" | "subtitle" | "made" | "madeAt" | "decimals">,
    private readonly kind: SheetKind,
    private readonly name: string,
    readonly width: number,
  ) {}

  /** The row that comes next. */
  get nextRow(): number {
    return this.cells.length;
  }

  /** Adds a row; what it lacks is empty. Returns where it is. */
  add(...cells: CellContent[]): number {
    this.cells.push([...cells.map(fitting), ...Array<null>(Math.max(0, this.width - cells.length)).fill(null)]);
    return this.cells.length - 1;
  }

  /** An area of so many rows and columns; the sheet's whole width when no columns are said. */
  area(row: number, rows = 1, column = 0, columns = this.width - column): SheetArea {
    return { row, column, rows, columns };
  }

  style(style: SheetStyleName, area: SheetArea): void {
    if (area.rows > 0 && area.columns > 0) this.styles.push({ style, area });
  }

  format(format: string, area: SheetArea): void {
    if (area.rows > 0 && area.columns > 0) this.numberFormats.push({ format, area });
  }

  /** Names that wrap when they are long, in rows that are high enough. */
  names(area: SheetArea): void {
    this.style("name", area);
    if (area.rows > 0) this.fittedRows.push(area);
  }

  amounts(area: SheetArea): void {
    this.format(amountFormat(this.report.decimals), area);
  }

  /** The sheet's head: title, the user's own title, when it was made, and notes. */
  addHead(title: string, notes: string[]): void {
    this.style("title", this.area(this.add(title), 1, 0, 1));
    if (this.report.subtitle !== "") this.style("subtitle", this.area(this.add(this.report.subtitle), 1, 0, 1));
    for (const note of [this.report.made, ...notes]) this.style("note", this.area(this.add(note), 1, 0, 1));
    this.add();
  }

  /** A header row; amounts and years have their headers to the right. */
  addHeader(columns: Pick<ReportColumn, "header" | "kind" | "year">[]): number {
    const row = this.add(...columns.map(({ header, year }) => year ?? header));
    this.style("header", this.area(row));
    const firstNumber = columns.findIndex(({ kind, header }) => kind !== "text" && header !== "");
    if (firstNumber >= 0) this.style("headerNumber", this.area(row, 1, firstNumber));
    return row;
  }

  /** Rows of a label and a sentence over the rest of the width, high enough for their text. */
  addSentences(entries: { label: string; text: string }[]): void {
    const first = this.nextRow;
    const labelWidth = this.columnWidths[0] ?? 1;
    const sentenceWidth = this.columnWidths.slice(1).reduce((sum, width) => sum + width, 0);
    for (const { label, text } of entries) {
      const lines = Math.max(Math.ceil((label.length * 1.1) / labelWidth), Math.ceil((text.length * 1.05) / sentenceWidth), 1);
      const row = this.add(label, text);
      if (lines === 1) continue;
      const height = Math.min(lines * lineHeight, 400);
      const last = this.rowHeights.at(-1);
      if (last !== undefined && last.height === height && last.row + last.rows === row) last.rows += 1;
      else this.rowHeights.push({ row, rows: 1, height });
    }
    if (entries.length === 0) return;
    this.mergedRows.push(this.area(first, entries.length, 1));
    this.style("label", this.area(first, entries.length, 0, 1));
    this.style("sentence", this.area(first, entries.length, 1));
  }

  /** The finished sheet. */
  layout(): SheetLayout {
    const { language, fingerprint, subtitle, madeAt } = this.report;
    const page: SheetPage = {
      orientation: "Landscape",
      onePage: this.onePage,
      ...(this.titleRows === undefined ? {} : { titleRows: this.titleRows }),
      ...(this.titleColumns === undefined ? {} : { titleColumns: this.titleColumns }),
      header: { left: headerText(this.name), right: headerText(subtitle) },
      footer: pageFooter(language, madeAt, fingerprint),
    };
    return {
      kind: this.kind,
      name: this.name,
      fingerprint,
      cells: this.cells,
      styles: this.styles,
      numberFormats: this.numberFormats,
      columnWidths: this.columnWidths,
      hiddenColumns: [],
      rowHeights: this.rowHeights,
      fittedRows: this.fittedRows,
      mergedRows: this.mergedRows,
      frozen: this.frozen,
      charts: this.charts,
      page,
    };
  }
}

/** A sum over an area, or 0 when it is empty. */
export function sumOver(area: SheetArea): CellContent {
  return area.rows > 0 && area.columns > 0 ? { formula: `=SUM(${areaAddress(area)})` } : 0;
}
