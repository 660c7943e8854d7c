import { readAmount } from "../amountText";
import { areaOfAddress, quoteSheet } from "../cellAddress";
import { cellOf, isBlank, type CellBlock } from "./cellBlock";
import type { Findings } from "./findings";
import type { ReadRange, WantedRange } from "./rangeValues";
import { totalLabel } from "./words";

/** A range that a user has pointed out. */
export interface PointedRange {
  sheet: string;
  /** `A5:H20`, `A:H`; undefined for the whole sheet. */
  address?: string;
}

const lastRowOfSheet = 1_048_576;

export function pointedText({ sheet, address = "" }: PointedRange): string {
  return `${quoteSheet(sheet)}!${address}`;
}

/** What to read of it: its used cells, and what stands above them. */
export function wantedRange({ sheet, address }: PointedRange): WantedRange {
  return {
    sheet,
    queue: (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      return (address === undefined ? worksheet.getRange() : worksheet.getRange(address)).getUsedRangeOrNullObject(true);
    },
    withTitles: address === undefined ? undefined : (worksheet) => worksheet.getRange("A1").getBoundingRect(address).getUsedRangeOrNullObject(true),
  };
}

/** The row directly below it, which may have been forgotten; none below whole columns. */
export function rowBelow({ sheet, address }: PointedRange): WantedRange | undefined {
  const { row, column, rows, columns } = areaOfAddress(address);
  if (row + rows >= lastRowOfSheet) return undefined;
  return { sheet, queue: (context) => context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row + rows, column, 1, columns).getUsedRangeOrNullObject(true) };
}

/** The range itself, without what stands above it. */
export function belowTitles({ block, firstRow }: ReadRange): CellBlock {
  return { ...block, row: block.row + firstRow, values: block.values.slice(firstRow) };
}

/** Warns of a row of names and amounts below the range: it is easily added there, and not read. */
export function tellOfRowBelow(range: PointedRange, below: ReadRange | undefined, findings: Findings): void {
  const [row = []] = below?.block.values ?? [];
  if (!below || !row.some((value) => readAmount(value).kind === "amount")) return;
  const names = row.filter((value): value is string => typeof value === "string" && !isBlank(value) && readAmount(value).kind === "problem");
  if (names.length === 0 || names.some((name) => totalLabel(name) || /^(?:varav|därav|of which)(?!\p{L})/iu.test(name.trim()))) return;
  findings.problem("warning", "rowsBelow", { row: below.block.row + 1, text: pointedText(range) }, cellOf(below.block, 0, 0));
}
