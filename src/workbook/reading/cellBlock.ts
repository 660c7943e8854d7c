import type { CellValue } from "../amountText";
import { areaReference, cellReference } from "../cellAddress";

/** Values read from a sheet, with where they stand: row and column of the top left cell, counted from 0. */
export interface CellBlock {
  sheet: string;
  row: number;
  column: number;
  values: readonly (readonly CellValue[])[];
  /** What was typed in the cells, where that was asked for: the formula, else the value. */
  formulas?: readonly (readonly CellValue[])[];
}

/** A cell's value; blank outside the block. Row and column count from the block's corner. */
export function valueAt(block: CellBlock, row: number, column: number): CellValue {
  return block.values[row]?.[column] ?? "";
}

/** A cell's text without spaces at its ends; "" for numbers and truth values. */
export function textAt(block: CellBlock, row: number, column: number): string {
  const value = valueAt(block, row, column);
  return typeof value === "string" ? value.trim() : "";
}

export function isBlank(value: CellValue): boolean {
  return typeof value === "string" && (value === "" || /^[\s\u00a0\u2000-\u200b\u202f\u3000]*$/.test(value));
}

const widths = new WeakMap<CellBlock["values"], number>();

/** The widest row's number of columns; counted once for the values of a block, which may have a million rows. */
export function widthOf({ values }: CellBlock): number {
  const known = widths.get(values);
  if (known !== undefined) return known;
  const width = values.reduce((widest, row) => Math.max(widest, row.length), 0);
  widths.set(values, width);
  return width;
}

/** The cell's reference on its sheet: `Kostnader!D5`. A table without headings has them at row −1, which may be above the sheet. */
export function cellOf(block: CellBlock, row: number, column: number): string {
  return cellReference(block.sheet, Math.max(0, block.row + row), block.column + column);
}

/** The reference of an area of the block. */
export function areaOf(block: CellBlock, row: number, column: number, rows: number, columns: number): string {
  return areaReference(block.sheet, Math.max(0, block.row + row), block.column + column, rows, columns);
}
