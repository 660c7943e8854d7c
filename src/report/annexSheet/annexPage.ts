import { SheetDraft } from "../sheetDraft";
import type { CellContent, SheetStyleName } from "../sheetLayout";
import type { PageColumns } from "./pageColumns";
import { rowPoints } from "./textHeight";

/** A4 upright between the margins for header and footer is 734 points high; a little is kept back for printers. */
const pagePoints = 700;

const charactersOf = (pixels: number) => (pixels - 5) / 7;

/** A paper while it is laid out: every row gets its height, so that it is known where a page ends. */
export class AnnexPage {
  readonly rowBreaks: number[] = [];
  private used = 0;

  constructor(
    readonly draft: SheetDraft,
    readonly columns: PageColumns,
  ) {
    draft.columnWidths = [...Array<number>(columns.names).fill(charactersOf(columns.namePixels)), ...Array<number>(columns.amounts).fill(charactersOf(columns.amountPixels))];
  }

  /** Pixels from a column to the edge of the page. */
  pixelsFrom(column: number): number {
    return this.pixelsOf(column, this.draft.width - column);
  }

  /** Pixels of neighbouring columns, less what a cell keeps free. */
  pixelsOf(column: number, columns: number): number {
    let pixels = -8;
    for (let at = column; at < column + columns; at++) pixels += at < this.columns.names ? this.columns.namePixels : this.columns.amountPixels;
    return pixels;
  }

  /** Begins a page unless so many points are left of this one, or more than a page is asked for. */
  keep(points: number): boolean {
    if (this.used === 0 || this.used + Math.min(points, pagePoints) <= pagePoints) return false;
    this.rowBreaks.push(this.draft.nextRow);
    this.used = 0;
    return true;
  }

  /** Adds a row of so many points, on this page or the next. Returns where it is. */
  row(points: number, ...cells: CellContent[]): number {
    this.keep(points);
    const row = this.draft.add(...cells);
    const { rowHeights } = this.draft;
    const last = rowHeights.at(-1);
    if (last !== undefined && last.height === points && last.row + last.rows === row) last.rows += 1;
    else rowHeights.push({ row, rows: 1, height: points });
    this.used += points;
    return row;
  }

  /** Adds empty room, unless the page has just begun. */
  gap(points = rowPoints(1) / 2): void {
    if (this.used > 0 && this.used + points <= pagePoints) this.row(points);
  }

  /** Adds a text over the page's width from a column on. */
  wide(points: number, cells: CellContent[], from: number, styles: SheetStyleName[]): void {
    const row = this.row(points, ...cells);
    for (const style of styles) this.draft.style(style, this.draft.area(row, 1, from));
    this.draft.mergedRows.push(this.draft.area(row, 1, from));
  }
}
