import { formatAddress } from "./address";
import { cellAt } from "./cells";
import type { Area, Sheet, Table, Workbook } from "./model";

/** A table with the sheet that it lies on. */
export interface PlacedTable {
  sheet: Sheet;
  table: Table;
}

/** The rows of a table that hold its data. */
export function bodyArea({ area, showHeaders, showTotals }: Table): Area {
  const above = showHeaders ? 1 : 0;
  return { ...area, row: area.row + above, rows: area.rows - above - (showTotals ? 1 : 0) };
}

/** A table's column names, from its header row. */
export function columnNames({ sheet, table }: PlacedTable): string[] {
  return Array.from({ length: table.area.columns }, (_, index) => {
    const cell = table.showHeaders ? cellAt(sheet, table.area.row, table.area.column + index) : undefined;
    return cell?.value === undefined ? `Kolumn${index + 1}` : String(cell.value);
  });
}

const REFERENCE = /"(?:[^"]|"")*"|([\p{L}_][\p{L}\p{N}_.]*)?\[((?:'.|[^[\]]|\[(?:'.|[^[\]])*\])*)\]/gu;

/** The parts of what stands in the brackets: "[#Headers],[Kr]" → ["#Headers", "Kr"], with ":" for a span. */
function partsOf(inner: string): { items: string[]; columns: string[]; thisRow: boolean } {
  let text = inner.trim();
  const thisRow = text.startsWith("@") || /#This Row/i.test(text);
  if (text.startsWith("@")) text = text.slice(1);
  const pieces = text.includes("[") ? [...text.matchAll(/\[((?:'.|[^[\]])*)\]/g)].map((match) => match[1] ?? "") : [text];
  const plain = pieces.map((piece) => piece.trim().replace(/'(.)/g, "$1")).filter((piece) => piece !== "");
  return {
    items: plain.filter((piece) => piece.startsWith("#")).map((piece) => piece.toLowerCase()),
    columns: plain.filter((piece) => !piece.startsWith("#")),
    thisRow,
  };
}

function rowsOf(table: Table, items: string[], row: number | undefined): Area | undefined {
  const { area } = table;
  if (row !== undefined) return { ...area, row, rows: 1 };
  if (items.includes("#all")) return area;
  const headers = items.includes("#headers");
  const totals = items.includes("#totals");
  const body = bodyArea(table);
  const data = items.includes("#data") || (!headers && !totals);
  const parts: Area[] = [];
  if (headers && table.showHeaders) parts.push({ ...area, rows: 1 });
  if (data) parts.push(body);
  if (totals && table.showTotals) parts.push({ ...area, row: area.row + area.rows - 1, rows: 1 });
  const first = parts[0];
  const last = parts[parts.length - 1];
  return first && last ? { ...area, row: first.row, rows: last.row + last.rows - first.row } : undefined;
}

/** The formula with its references to tables (Kostnader[Kr], [@År]) as addresses; what fits no table is #REF!. */
export function withoutTableReferences(formula: string, workbook: Workbook, at: { sheet: Sheet; row: number; column: number }): string {
  if (!formula.includes("[")) return formula;
  const placed = workbook.sheets.flatMap((sheet) => sheet.tables.map((table) => ({ sheet, table })));
  return formula.replace(REFERENCE, (piece, name: string | undefined, inner: string | undefined) => {
    if (inner === undefined) return piece;
    const target = name === undefined ? placed.find((one) => holds(one, at)) : placed.find((one) => one.table.name.toLowerCase() === name.toLowerCase());
    if (!target) return "#REF!";
    const { items, columns, thisRow } = partsOf(inner);
    const rows = rowsOf(target.table, items, thisRow ? at.row : undefined);
    const names = columnNames(target).map((column) => column.toLowerCase());
    const from = columns.length > 0 ? names.indexOf((columns[0] ?? "").toLowerCase()) : 0;
    const to = columns.length > 0 ? names.indexOf((columns[columns.length - 1] ?? "").toLowerCase()) : names.length - 1;
    if (!rows || from < 0 || to < from) return "#REF!";
    const area = { ...rows, column: rows.column + from, columns: to - from + 1 };
    return formatAddress(target.sheet.name, area, true);
  });
}

function holds({ sheet, table }: PlacedTable, at: { sheet: Sheet; row: number; column: number }): boolean {
  const { area } = table;
  return sheet === at.sheet && at.row >= area.row && at.row < area.row + area.rows && at.column >= area.column && at.column < area.column + area.columns;
}
