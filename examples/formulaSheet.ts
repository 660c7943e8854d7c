import { areaAddress, type CellContent, type SheetArea, type SheetLayout } from "../src/report";
import { atOnce } from "../src/planning/work";
import { buildSteps } from "../src/workbook/writing/buildSheet";

type StyleName = SheetLayout["styles"][number]["style"];

/** A sheet with formulas as an analyst builds it, row by row; it looks like the sheets of a plan. */
export class FormulaSheet {
  private readonly cells: CellContent[][] = [];
  private readonly styles: SheetLayout["styles"] = [];
  private readonly numberFormats: SheetLayout["numberFormats"] = [];
  private readonly fittedRows: SheetArea[] = [];
  private readonly checks: string[] = [];

  constructor(
    readonly name: string,
    /** In characters, one for each column. */
    private readonly columnWidths: number[],
  ) {}

  /** Adds a row and gives its number, from 0. A text that begins with an equals sign is a formula. */
  add(...cells: (string | number | null)[]): number {
    this.cells.push([]);
    cells.forEach((cell, column) => this.put(this.cells.length - 1, column, cell));
    return this.cells.length - 1;
  }

  /** How many rows there are. */
  get rows(): number {
    return this.cells.length;
  }

  /** Writes a cell of a row that has been added. */
  put(row: number, column: number, cell: string | number | null): void {
    this.set(row, column, typeof cell === "string" && cell.startsWith("=") ? { formula: cell } : cell);
  }

  /** Writes a text, also one that looks like a formula. */
  text(row: number, column: number, text: string): void {
    this.set(row, column, text);
  }

  private set(row: number, column: number, content: CellContent): void {
    const line = this.cells[row]!;
    while (line.length <= column) line.push(null);
    line[column] = content;
  }

  /** Writes a check: OK when the condition holds, and it counts in `overall`. */
  check(row: number, column: number, condition: string): void {
    this.put(row, column, `=IF(${condition},"OK","Avviker")`);
    this.style("check", this.area(row, column));
    this.checks.push(areaAddress(this.area(row, column)));
  }

  /** Fills in the row for all checks together, when all of them are there. */
  overall(row: number, label: string): void {
    const conditions = this.checks.map((address) => `${address}="OK"`);
    this.put(row, 0, `${label} (${this.checks.length} kontroller)`);
    this.put(row, 1, `=IF(AND(${conditions.join(",")}),"OK","Avviker")`);
    this.style("strong", this.area(row, 0));
    this.style("check", this.area(row, 1));
  }

  /** From a cell, so many columns wide and rows high. */
  area(row: number, column = 0, columns = 1, rows = 1): SheetArea {
    return { row, column, rows, columns };
  }

  style(style: StyleName, area: SheetArea): void {
    this.styles.push({ style, area });
  }

  format(format: string, area: SheetArea): void {
    this.numberFormats.push({ format, area });
  }

  /** Makes a row as high as its wrapped texts need. */
  fit(row: number): void {
    this.fittedRows.push(this.area(row, 0, this.columnWidths.length));
  }

  /** A heading in a row of its own, with a row of air above. */
  section(text: string): void {
    this.add();
    this.style("section", this.area(this.add(text)));
  }

  /** A table's header: texts to the left, numbers and years to the right. */
  header(...cells: (string | number)[]): number {
    const row = this.add(...cells);
    this.style("header", this.area(row, 0, cells.length));
    if (cells.length > 1) this.style("headerNumber", this.area(row, 1, cells.length - 1));
    return row;
  }

  /** Queues the making of the sheet. */
  write(context: Excel.RequestContext): void {
    const width = this.columnWidths.length;
    const layout: SheetLayout = {
      kind: "control",
      name: this.name,
      fingerprint: "",
      cells: this.cells.map((row) => [...row, ...Array.from({ length: width - row.length }, () => null)]),
      styles: this.styles,
      numberFormats: this.numberFormats,
      columnWidths: this.columnWidths,
      hiddenColumns: [],
      rowHeights: [],
      fittedRows: this.fittedRows,
      mergedRows: [],
      frozen: { rows: 1, columns: 1 },
      charts: [],
      page: { orientation: "Landscape", onePage: true, header: { left: "Funktioner i celler", right: this.name }, footer: { left: "Exempel", right: "Sida &P av &N" } },
    };
    const sheet = context.workbook.worksheets.add(this.name);
    // Without the marker of a plan's sheet, which is in `begin`: this one is the analyst's own.
    for (const { queue } of atOnce(buildSteps(layout, {}, { contents: "", name: this.name })).steps) queue(sheet);
  }
}
