import type { CellValue } from "../amountText";
import { excelFailure } from "../excelErrors";
import type { CellBlock } from "./cellBlock";

/** A range to read: the part of it that has values, or with `whole` all of it. */
export interface WantedRange {
  sheet: string;
  queue: (context: Excel.RequestContext) => Excel.Range;
}

/** Excel on the web refuses answers over 5 MB; a cell takes about this many bytes of them. */
const bytesPerCell = 14;
const bytesPerAnswer = 3_500_000;

/**
 * Reads ranges, undefined for one that is empty. Everything comes in one sync; only when Excel answers that it is too
 * much (or leaves values out) are the ranges measured and read again in blocks of rows.
 */
export async function readRanges(context: Excel.RequestContext, wanted: readonly WantedRange[]): Promise<(CellBlock | undefined)[]> {
  if (wanted.length === 0) return [];
  const ranges = wanted.map(({ queue }) => queue(context));
  for (const range of ranges) range.load("rowIndex,columnIndex,values");
  try {
    await context.sync();
    const complete = ranges.every((range) => range.isNullObject || Array.isArray(range.values));
    if (complete) return ranges.map((range, index) => (range.isNullObject ? undefined : blockOf(wanted[index]?.sheet ?? "", range.rowIndex, range.columnIndex, range.values as CellValue[][])));
  } catch (error) {
    if (excelFailure(error) !== "tooMuch") throw error;
  }
  return readInBlocks(context, wanted);
}

function blockOf(sheet: string, row: number, column: number, values: CellValue[][]): CellBlock {
  return { sheet, row, column, values };
}

async function readInBlocks(context: Excel.RequestContext, wanted: readonly WantedRange[]): Promise<(CellBlock | undefined)[]> {
  const measured = wanted.map(({ sheet, queue }) => ({ sheet, range: queue(context) }));
  for (const { range } of measured) range.load("rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  const blocks: (CellBlock | undefined)[] = [];
  for (const { sheet, range } of measured) {
    if (range.isNullObject) blocks.push(undefined);
    else blocks.push(blockOf(sheet, range.rowIndex, range.columnIndex, await rowsOf(context, sheet, range.rowIndex, range.columnIndex, range.rowCount, range.columnCount)));
  }
  return blocks;
}

/** Blocks of rows, each in a sync of its own; halved when they still are too much, as long texts make them. */
async function rowsOf(context: Excel.RequestContext, sheet: string, row: number, column: number, rows: number, columns: number): Promise<CellValue[][]> {
  const values: CellValue[][] = [];
  let size = Math.max(1, Math.floor(bytesPerAnswer / bytesPerCell / columns));
  while (values.length < rows) {
    const count = Math.min(size, rows - values.length);
    const part = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row + values.length, column, count, columns);
    part.load("values");
    try {
      await context.sync();
      values.push(...(part.values as CellValue[][]));
    } catch (error) {
      if (excelFailure(error) !== "tooMuch" || count === 1) throw error;
      size = Math.max(1, Math.floor(count / 2));
    }
  }
  return values;
}
