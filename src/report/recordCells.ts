import type { CellContent, SheetArea } from "./sheetLayout";

/** Every piece begins with this, so that no program takes it for a formula or a number. */
const mark = "§";
/** Characters in a cell: a text that is read and shown without trouble. */
const pieceLength = 8_000;

/** The column, beside the last that is shown, where the control sheet keeps its record. */
export const recordColumn = 7;
/** Cells from the top that may hold the record. */
export const recordArea: SheetArea = { row: 0, column: recordColumn, rows: 24, columns: 1 };

/** Adds the record to a sheet's cells, as a column of its own. */
export function withRecord(cells: CellContent[][], record: string): CellContent[][] {
  const pieces = Array.from({ length: Math.ceil(record.length / pieceLength) }, (_, index) => mark + record.slice(index * pieceLength, (index + 1) * pieceLength));
  const blank = Array<null>(cells[0]?.length ?? 0).fill(null);
  return Array.from({ length: Math.max(cells.length, pieces.length) }, (_, row) => [...(cells[row] ?? blank), pieces[row] ?? null]);
}

/** The record in the cells of `recordArea`; undefined when there is none. */
export function recordIn(values: readonly (readonly unknown[])[]): string | undefined {
  const pieces = values.flatMap((row) => row.filter((value): value is string => typeof value === "string" && value.startsWith(mark)));
  return pieces.length === 0 ? undefined : pieces.map((piece) => piece.slice(mark.length)).join("");
}
