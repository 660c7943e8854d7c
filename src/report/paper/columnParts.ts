import type { ReportTable } from "../types";

/**
 * Cuts a wide table into tables that fit a page: the columns that name a row stand in each, the amounts follow in turn,
 * as evenly as they divide.
 * @param most so many columns of amounts fit
 */
export function columnParts(table: ReportTable, most: number): ReportTable[] {
  const names = table.columns.filter(({ kind }) => kind !== "amount").length;
  const amounts = table.columns.length - names;
  const parts = Math.max(1, Math.ceil(amounts / most));
  return Array.from({ length: parts }, (_, part) => {
    const [from, to] = [part, part + 1].map((end) => names + Math.ceil((end * amounts) / parts));
    const cut = <T>(list: readonly T[]) => [...list.slice(0, names), ...list.slice(from, to)];
    return { ...table, notes: part === 0 ? table.notes : [], columns: cut(table.columns), rows: table.rows.map((row) => ({ ...row, cells: cut(row.cells) })) };
  });
}
