import type { CellValue } from "../amountText";
import { excelFailure } from "../excelErrors";
import { areaOf, widthOf, type CellBlock } from "./cellBlock";
import type { Findings } from "./findings";

/** A range to read. */
export interface WantedRange {
  sheet: string;
  queue: (context: Excel.RequestContext) => Excel.Range;
  /** The range together with what stands above it: titles, and the unit of amounts. */
  withTitles?: (sheet: Excel.Worksheet, own: Excel.Range) => Excel.Range;
  /** Formulas too, for those who write in it; they are left out when it is too much to read at once. */
  formulas?: boolean;
}

/** What was read, and in its block the row where the wanted range itself begins. */
export interface ReadRange {
  block: CellBlock;
  firstRow: number;
  /** Some of its rows or columns are hidden, by hand or by a filter: their values are there all the same. */
  hidden: boolean;
}

/** Excel on the web refuses answers over 5 MB; a cell takes about this many bytes of them. */
const bytesPerCell = 14;
const bytesPerAnswer = 3_500_000;

/**
 * Reads ranges, undefined for one that is empty. Everything comes in one sync; only when Excel answers that it is too
 * much (or leaves values out) are the ranges measured and read again in blocks of rows.
 */
export async function readRanges(context: Excel.RequestContext, wanted: readonly WantedRange[]): Promise<(ReadRange | undefined)[]> {
  if (wanted.length === 0) return [];
  const queued = queueAll(context, wanted);
  queued.forEach(({ all }, index) => all.load(wanted[index]?.formulas ? "values,formulas" : "values"));
  try {
    await context.sync();
    const complete = queued.every(({ all }) => all.isNullObject || Array.isArray(all.values));
    if (complete) return queued.map((one, index) => (one.own.isNullObject ? undefined : readRange(one, one.all.values as CellValue[][], wanted[index]?.formulas ? (one.all.formulas as CellValue[][]) : undefined)));
  } catch (error) {
    if (excelFailure(error) !== "tooMuch") throw error;
  }
  return readInBlocks(context, wanted);
}

interface Queued {
  sheet: string;
  own: Excel.Range;
  /** With what stands above. */
  all: Excel.Range;
}

function queueAll(context: Excel.RequestContext, wanted: readonly WantedRange[]): Queued[] {
  return wanted.map(({ sheet, queue, withTitles }) => {
    const own = queue(context);
    const all = withTitles?.(context.workbook.worksheets.getItem(sheet), own) ?? own;
    own.load("rowIndex,columnIndex,rowHidden,columnHidden");
    all.load("rowIndex,columnIndex");
    return { sheet, own, all };
  });
}

/** Cells beside a table, to its left, are not its own; those above are its titles. */
function readRange({ sheet, own, all }: Queued, values: CellValue[][], formulas?: CellValue[][]): ReadRange {
  const firstRow = own.rowIndex - all.rowIndex;
  const left = own.columnIndex - all.columnIndex;
  const cells = left === 0 ? values : values.map((row, index) => (index < firstRow ? row : row.map((value, column) => (column < left ? "" : value))));
  // Null is what Excel says of ranges that are hidden in part.
  const hidden = own.rowHidden !== false || own.columnHidden !== false;
  return { hidden, block: { sheet, row: all.rowIndex, column: all.columnIndex, values: cells, ...(formulas ? { formulas } : {}) }, firstRow };
}

async function readInBlocks(context: Excel.RequestContext, wanted: readonly WantedRange[]): Promise<(ReadRange | undefined)[]> {
  const queued = queueAll(context, wanted);
  for (const { all } of queued) all.load("rowCount,columnCount");
  await context.sync();
  const read: (ReadRange | undefined)[] = [];
  for (const one of queued) {
    const { sheet, all } = one;
    read.push(one.own.isNullObject ? undefined : readRange(one, await rowsOf(context, sheet, all.rowIndex, all.columnIndex, all.rowCount, all.columnCount)));
  }
  return read;
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

/** Tells that hidden rows and columns count: somebody who looks at the sheet gets another sum. */
export function tellOfHidden({ block, firstRow, hidden }: ReadRange, findings: Findings): void {
  if (hidden) findings.problem("warning", "hiddenCells", {}, areaOf(block, firstRow, 0, block.values.length - firstRow, widthOf(block)));
}
