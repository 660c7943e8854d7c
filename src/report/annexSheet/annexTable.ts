import { plainText } from "../paper/plainText";
import { captionedParts } from "../paper/captionedParts";
import type { Annex } from "../paper/types";
import { amountFormat } from "../sheetStyles";
import type { CellContent } from "../sheetLayout";
import type { ReportRow, ReportTable } from "../types";
import type { AnnexPage } from "./annexPage";
import { linesOf, rowPoints } from "./textHeight";

const powers = { kr: 0, tkr: 3, mkr: 6 } as const;

/** The nearest double of an exact amount in the annex's unit. */
function amountIn(amount: string, unit: Annex["unit"]): number {
  return Number(`${amount}E-${powers[unit]}`);
}

/** So many rows follow a header on its page, at least. */
const rowsWithHeader = 3;

/** A table as parts that fit the page's width, with the header again on every page. */
export function addTable(page: AnnexPage, table: ReportTable, annex: Annex): void {
  for (const { caption, table: part } of captionedParts(table, annex, page.columns.amounts)) addPart(page, caption, part, annex);
}

/** The points that a table's beginning takes: all of it when a page is enough. */
export function beginningOf(page: AnnexPage, table: ReportTable): number {
  const points = rowPoints(1) + headerPoints(page, table) + table.rows.reduce((sum, row) => sum + pointsOf(page, table, row), 0);
  return points <= 600 ? points : rowPoints(2 + rowsWithHeader) + headerPoints(page, table);
}

function addPart(page: AnnexPage, caption: string, table: ReportTable, annex: Annex): void {
  const { draft } = page;
  page.keep(beginningOf(page, table));
  page.wide(rowPoints(1), [plainText(caption)], 0, ["strong"]);
  addHeader(page, table);
  for (const row of table.rows) {
    const points = pointsOf(page, table, row);
    if (page.keep(points)) addHeader(page, table);
    const at = page.row(points, ...placed(table, row.cells.map((cell, index) => cellOf(cell, table.columns[index]?.kind === "amount", annex))));
    const width = page.columns.names + amountsOf(table);
    draft.style(row.role === "total" ? "total" : "rows", draft.area(at, 1, 0, width));
    draft.style("name", draft.area(at, 1, 0, page.columns.names));
    if (row.role === "sum" || row.role === "change") draft.style("strong", draft.area(at, 1, 0, width));
    draft.format(amountFormat(annex.decimals), draft.area(at, 1, page.columns.names, amountsOf(table)));
    if (namesOf(table) === 1) draft.mergedRows.push(draft.area(at, 1, 0, page.columns.names));
  }
  page.gap();
}

function cellOf(cell: string, amount: boolean, { unit }: Annex): CellContent {
  if (!amount) return plainText(cell);
  return cell === "" ? null : amountIn(cell, unit);
}

/** A table's only column of names takes the place of both. */
function placed(table: ReportTable, cells: CellContent[]): CellContent[] {
  return namesOf(table) === 1 ? [cells[0] ?? null, null, ...cells.slice(1)] : cells;
}

const amountsOf = ({ columns }: ReportTable) => columns.filter(({ kind }) => kind === "amount").length;
const namesOf = (table: ReportTable) => table.columns.length - amountsOf(table);

function headersOf({ columns }: ReportTable): string[] {
  return columns.map(({ header, status }) => plainText(status === undefined ? header : `${header} ${status.text}`));
}

function headerPoints(page: AnnexPage, table: ReportTable): number {
  return rowPoints(Math.max(1, ...headersOf(table).slice(namesOf(table)).map((header) => linesOf(header, page.columns.amountPixels - 8))));
}

function addHeader(page: AnnexPage, table: ReportTable): void {
  const { draft } = page;
  const at = page.row(headerPoints(page, table), ...placed(table, headersOf(table)));
  const width = page.columns.names + amountsOf(table);
  draft.style("header", draft.area(at, 1, 0, width));
  draft.style("paperHeader", draft.area(at, 1, 0, width));
  draft.style("headerNumber", draft.area(at, 1, page.columns.names, amountsOf(table)));
  if (namesOf(table) === 1) draft.mergedRows.push(draft.area(at, 1, 0, page.columns.names));
}

function pointsOf(page: AnnexPage, table: ReportTable, { cells }: ReportRow): number {
  const names = namesOf(table);
  const width = page.pixelsOf(0, names === 1 ? page.columns.names : 1);
  return rowPoints(Math.max(...cells.slice(0, names).map((cell) => linesOf(plainText(cell), width))));
}
