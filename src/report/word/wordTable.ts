import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType } from "docx";
import { formatInUnit } from "../../i18n/format";
import { plainText } from "../paper/plainText";
import type { Annex } from "../paper/types";
import type { ReportColumn, ReportRow, ReportTable } from "../types";
import { colours, contentWidth } from "./wordStyles";

const line = { style: BorderStyle.SINGLE, size: 4, color: colours.line };
const strong = { style: BorderStyle.SINGLE, size: 8, color: colours.accent };
const none = { style: BorderStyle.NONE, size: 0, color: "auto" };

/** In twips: what a committee's or project's name needs, and an amount. */
const widths = { name: 2300, year: 800, amount: { kr: 1160, tkr: 900, mkr: 860 } };

/** So many columns of amounts fit beside the names on a page. */
export function amountsPerPage({ columns }: ReportTable, { unit }: Annex): number {
  return Math.floor((contentWidth - namesWidth(columns)) / widths.amount[unit]);
}

function namesWidth(columns: readonly ReportColumn[]): number {
  return columns.reduce((sum, { kind }) => sum + (kind === "amount" ? 0 : kind === "year" ? widths.year : widths.name), 0);
}

/** A table with a header row that repeats on every page; sums are bold and ruled, so that nothing is told by colour alone. */
export function wordTable(table: ReportTable, annex: Annex): Table {
  const { columns, rows } = table;
  const amounts = columns.filter(({ kind }) => kind === "amount").length;
  const left = contentWidth - namesWidth(columns);
  // A table without years has few columns with long headings: they share the page.
  const amountWidth = columns.some(({ year }) => year !== undefined) ? widths.amount[annex.unit] : Math.floor(left / Math.max(1, amounts));
  const columnWidths = columns.map(({ kind }) => (kind === "amount" ? amountWidth : kind === "year" ? widths.year : widths.name));
  return new Table({
    columnWidths,
    layout: TableLayoutType.FIXED,
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    borders: { top: strong, bottom: strong, left: none, right: none, insideHorizontal: line, insideVertical: none },
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    rows: [headerRow(columns, columnWidths), ...rows.map((row) => bodyRow(row, columns, columnWidths, annex))],
  });
}

function headerRow(columns: readonly ReportColumn[], columnWidths: readonly number[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ header, kind, status }, index) =>
        new TableCell({
          width: { size: columnWidths[index]!, type: WidthType.DXA },
          shading: { fill: colours.header },
          verticalAlign: VerticalAlign.BOTTOM,
          children: [cellText(status === undefined ? header : `${header} ${status.text}`, { bold: true, right: kind === "amount" })],
        }),
    ),
  });
}

const isSum = ({ role }: ReportRow) => role === "sum" || role === "total" || role === "change";

function bodyRow(row: ReportRow, columns: readonly ReportColumn[], columnWidths: readonly number[], { language, unit, decimals }: Annex): TableRow {
  const bold = isSum(row);
  return new TableRow({
    cantSplit: true,
    children: columns.map(({ kind }, index) => {
      const cell = row.cells[index] ?? "";
      const right = kind === "amount";
      return new TableCell({
        width: { size: columnWidths[index]!, type: WidthType.DXA },
        ...(row.role === "total" && { borders: { top: strong } }),
        children: [cellText(right ? formatInUnit(cell, language, unit, decimals) : cell, { bold, right })],
      });
    }),
  });
}

function cellText(text: string, { bold, right }: { bold: boolean; right: boolean }): Paragraph {
  return new Paragraph({ style: "Tabell", alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT, children: [new TextRun({ text: plainText(text), ...(bold && { bold }) })] });
}
