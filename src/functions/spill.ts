import type { Decimal } from "../money/presentValue";

/** An answer in the shape of a range. */
export interface Spill {
  rows: number;
  columns: number;
  /** By place, counted from 0 row by row. */
  byPosition: ReadonlyMap<number, Decimal>;
  /** What stands before the first known place; every cell that is not known is as the one before. Without it they are 0. */
  before?: Decimal;
}

/** The rows that Excel spills. Rows that hold the same share their cells, so that a whole column costs its content. */
export function spilled({ rows, columns, byPosition, before }: Spill, inCell: (amount: Decimal) => number): number[][] {
  const rowsWithContent = new Set([...byPosition.keys()].map((position) => Math.floor(position / columns)));
  let last = before ? inCell(before) : 0;
  const alike = () => Array.from({ length: columns }, () => last);
  let quiet = alike();
  return Array.from({ length: rows }, (_, row) => {
    if (!rowsWithContent.has(row)) return quiet;
    const cells = quiet.map((__, column) => {
      const known = byPosition.get(row * columns + column);
      const amount = known ? inCell(known) : last;
      if (before) last = amount;
      return amount;
    });
    if (before) quiet = alike();
    return cells;
  });
}
