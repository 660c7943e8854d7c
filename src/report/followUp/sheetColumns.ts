import { amountWidth, nameWidth } from "../columnWidths";
import type { SheetDraft } from "../sheetDraft";
import type { ReportTable } from "../types";

const tableOf = (kind: "text" | "amount", cells: readonly string[]): ReportTable => ({ title: "", notes: [], columns: [{ header: "", kind }], rows: cells.map((cell) => ({ role: "item", cells: [cell] })) });

/** A width, in characters, that holds amounts and, wrapped, the headings over them; sums are longer than what they sum. */
export function amountColumnWidth(amounts: readonly string[], decimals: number): number {
  return Math.max(13, amountWidth(tableOf("amount", amounts), decimals) + 2);
}

/** A width for a column of names; longer ones wrap. */
export function nameColumnWidth(names: readonly string[]): number {
  return nameWidth(tableOf("text", names), 0, 18, 32);
}

/** A header of texts, and of figures from a column on, high enough for headings of two lines. Returns its row. */
export function addWrappedHeader(draft: SheetDraft, headers: readonly string[], firstFigure: number): number {
  const row = draft.addHeader(headers.map((header, column) => ({ header, kind: column < firstFigure ? "text" : "amount" })));
  draft.rowHeights.push({ row, rows: 1, height: 32 });
  return row;
}
