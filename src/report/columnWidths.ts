import type { ReportTable } from "./types";

const narrowestAmount = 10;

/** Characters that an amount takes when it is shown with thousands separators. */
function shownLength(amount: string, decimals: number): number {
  const whole = amount.split(".")[0]?.length ?? 0;
  return whole + Math.floor((whole - 1) / 3) + (decimals > 0 ? decimals + 1 : 0);
}

/** A width, in characters, that holds every amount of a table. */
export function amountWidth(table: ReportTable, decimals: number): number {
  let longest = 0;
  for (const { cells } of table.rows) {
    cells.forEach((cell, index) => {
      if (table.columns[index]?.kind === "amount") longest = Math.max(longest, shownLength(cell, decimals));
    });
  }
  return Math.max(narrowestAmount, longest + 2);
}

/** A width for a column of names: as wide as the longest, within limits; longer ones wrap. */
export function nameWidth(table: ReportTable, column: number, narrowest = 14, widest = 40): number {
  const longest = table.rows.reduce((length, { cells }) => Math.max(length, cells[column]?.length ?? 0), 0);
  return Math.min(widest, Math.max(narrowest, longest + 2));
}
