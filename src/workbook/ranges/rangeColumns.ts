import type { Language } from "../../i18n";
import { formatDecimal } from "../../i18n/format";
import { isYear } from "../../money/years";
import { decimalOfNumber, type CellValue } from "../amountText";
import { columnLetters, parseReference } from "../cellAddress";
import { isBlank, valueAt, widthOf, type CellBlock } from "../reading/cellBlock";
import type { ColumnRole } from "../reading/correction";
import type { FoundColumn, UnderstoodAmounts } from "../reading/understandAmounts";

/** A column of a range, and what it is taken for. */
export interface RangeColumn {
  /** The sheet's column, counted from 0, and its letters. */
  index: number;
  letter: string;
  header: string;
  role: ColumnRole;
  /** Of a column of amounts in the layout with a column per year. */
  year?: number;
  /** The first cell with contents below the heading, as text. */
  sample: string;
}

/** The range's columns that are not blank, from left to right. */
export function rangeColumns(block: CellBlock, understood: UnderstoodAmounts, language: Language): RangeColumn[] {
  const found = new Map<string, FoundColumn>();
  for (const column of understood.columns) {
    const letter = /^[A-Z]+/.exec(parseReference(column.cell)?.address ?? "")?.[0] ?? "";
    if (!found.has(letter)) found.set(letter, column);
  }
  const columns: RangeColumn[] = [];
  for (let column = 0; column < widthOf(block); column += 1) {
    if (block.values.every((_, row) => isBlank(valueAt(block, row, column)))) continue;
    const index = block.column + column;
    const letter = columnLetters(index);
    const known = found.get(letter);
    const header = known?.header ?? (understood.headerRow === undefined ? "" : String(valueAt(block, understood.headerRow, column)).trim());
    columns.push({ index, letter, header, role: roleOf(known, understood), ...(known?.year === undefined ? {} : { year: known.year }), sample: sampleOf(block, understood.headerRow ?? -1, column, language) });
  }
  return columns;
}

function roleOf(column: FoundColumn | undefined, { layout, interpreted }: UnderstoodAmounts): ColumnRole {
  if (!column) return "ignored";
  switch (column.role) {
    case "kind":
    case "total":
      return "ignored";
    case "amount":
      return layout === "long" ? "amount" : "year";
    case "year":
      return "yearColumn";
    case "projectOrCommittee":
      return interpreted.some(({ kind }) => kind === "oneProject") ? "committee" : "project";
    default:
      return column.role;
  }
}

function sampleOf(block: CellBlock, headerRow: number, column: number, language: Language): string {
  for (let row = headerRow + 1; row < block.values.length; row += 1) {
    const value = valueAt(block, row, column);
    if (!isBlank(value)) return shown(value, language);
  }
  return "";
}

function shown(value: CellValue, language: Language): string {
  if (typeof value !== "number" || isYear(value)) return String(value).trim();
  const text = decimalOfNumber(value);
  return formatDecimal(text, language, Math.min(2, text.split(".")[1]?.length ?? 0));
}
