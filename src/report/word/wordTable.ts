import { AlignmentType, BorderStyle, Paragraph, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType, type IXmlableObject, type Table } from "docx";
import { formatInUnit } from "../../i18n/format";
import { plainText } from "../paper/plainText";
import type { Annex } from "../paper/types";
import type { ReportColumn, ReportRow, ReportTable } from "../types";
import { LongTable, writtenRow } from "./longTable";
import type { WordColumns } from "./wordColumns";
import { colours } from "./wordStyles";

const line = { style: BorderStyle.SINGLE, size: 4, color: colours.line };
const strong = { style: BorderStyle.SINGLE, size: 8, color: colours.accent };
const none = { style: BorderStyle.NONE, size: 0, color: "auto" };

/** So many rows stay together on a page. */
const rowsTogether = 16;

/** A table with a header row that repeats on every page; sums are bold and ruled, so that nothing is told by colour alone. */
export function wordTable(table: ReportTable, { names, amount }: WordColumns, annex: Annex): Table {
  const { columns, rows } = table;
  const columnWidths = columns.map(({ kind }, index) => (kind === "amount" ? amount : names[index]!));
  const head = {
    columnWidths,
    layout: TableLayoutType.FIXED,
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    borders: { top: strong, bottom: strong, left: none, right: none, insideHorizontal: line, insideVertical: none },
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    rows: [headerRow(columns, columnWidths)],
  };
  return new LongTable(head, rows.map((row, at) => bodyRow(row, columns, columnWidths, annex, staysWithNext(rows, at))));
}

/** A short table stays whole; of a long one what belongs together: a committee's rows, and the total with what it ends. */
function staysWithNext(rows: readonly ReportRow[], at: number): boolean {
  const next = rows[at + 1];
  if (next === undefined) return false;
  return rows.length <= rowsTogether || at === 0 || rows[at]!.role === "grant" || rows[at]!.role === "repayment" || next.role === "total";
}

function headerRow(columns: readonly ReportColumn[], columnWidths: readonly number[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    keepNext: true,
    children: columns.map(
      ({ header, kind, status }, index) =>
        new TableCell({
          width: { size: columnWidths[index]!, type: WidthType.DXA },
          shading: { fill: colours.header },
          verticalAlign: VerticalAlign.BOTTOM,
          children: [headerText(status === undefined ? header : `${header} ${status.text}`, kind === "amount")],
        }),
    ),
  });
}

const isSum = ({ role }: ReportRow) => role === "sum" || role === "total" || role === "change";

function bodyRow(row: ReportRow, columns: readonly ReportColumn[], columnWidths: readonly number[], { language, unit, decimals }: Annex, keepNext: boolean): IXmlableObject {
  const cells = columns.map(({ kind }, index) => {
    const cell = row.cells[index] ?? "";
    const right = kind === "amount";
    return { text: plainText(right && cell !== "" ? formatInUnit(cell, language, unit, decimals) : cell), width: columnWidths[index]!, right };
  });
  return writtenRow(cells, { style: "Tabell", bold: isSum(row), keepNext, ...(row.role === "total" && { top: strong }) });
}

function headerText(text: string, right: boolean): Paragraph {
  return new Paragraph({ style: "Tabell", alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT, children: [new TextRun({ text: plainText(text), bold: true })] });
}
