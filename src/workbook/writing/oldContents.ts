import { hashOfRead, kindsReferredTo, type ReadContents } from "./contents";
import type { Turns } from "./turns";
import type { ExistingSheet } from "./workbookSheets";

/** What the user may have written since takes room too. */
const margin = 1.2;
/** About how many bytes a cell of a user's own sheet takes: mostly amounts and blanks. */
const usualBytesPerCell = 12;

/** The used range of a sheet; its size is known after a sync. */
export interface UsedSheet {
  sheet: ExistingSheet;
  used: Excel.Range;
}

/** Queues the reading of where sheets have contents. */
export function queueUsed(context: Excel.RequestContext, sheets: ExistingSheet[]): UsedSheet[] {
  return sheets.map((sheet) => {
    const used = context.workbook.worksheets.getItem(sheet.id).getUsedRangeOrNullObject(true);
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    return { sheet, used };
  });
}

interface Block {
  sheet: ExistingSheet;
  row: number;
  column: number;
  rows: number;
  columns: number;
  bytes: number;
}

function blocksOf({ sheet, used }: UsedSheet, limit: number): Block[] {
  if (used.isNullObject) return [];
  const { rowIndex, columnIndex: column, rowCount, columnCount: columns } = used;
  const rowBytes = columns * (sheet.marker?.bytesPerCell ?? usualBytesPerCell) * margin;
  const rowsAtOnce = Math.max(1, Math.floor(limit / rowBytes));
  const blocks: Block[] = [];
  for (let row = rowIndex; row < rowIndex + rowCount; row += rowsAtOnce) {
    const rows = Math.min(rowsAtOnce, rowIndex + rowCount - row);
    blocks.push({ sheet, row, column, rows, columns, bytes: rows * rowBytes });
  }
  return blocks;
}

function queueBlock(context: Excel.RequestContext, { sheet, row, column, rows, columns }: Block): { sheet: ExistingSheet; row: number; column: number; range: Excel.Range } {
  const range = context.workbook.worksheets.getItem(sheet.id).getRangeByIndexes(row, column, rows, columns);
  range.load("formulas");
  return { sheet, row, column, range };
}

/**
 * Reads the contents of sheets. What fits in a response is left queued for the sync that comes next anyway;
 * only the rest takes syncs of its own. Call the result after that sync: contents by sheet id.
 */
export async function queueContents(context: Excel.RequestContext, turns: Turns, sheets: UsedSheet[], limit: number): Promise<() => Map<string, ReadContents>> {
  const read: ReturnType<typeof queueBlock>[] = [];
  let bytes = 0;
  for (const block of sheets.flatMap((sheet) => blocksOf(sheet, limit))) {
    if (bytes > 0 && bytes + block.bytes > limit) {
      await turns.send(context);
      bytes = 0;
    }
    read.push(queueBlock(context, block));
    bytes += block.bytes;
  }
  return () => {
    const contents = new Map<string, ReadContents>(sheets.map(({ sheet }) => [sheet.id, { row: 0, column: 0, formulas: [] }]));
    for (const { sheet, row, column, range } of read) {
      const known = contents.get(sheet.id);
      if (known === undefined || known.formulas.length === 0) contents.set(sheet.id, { row, column, formulas: range.formulas });
      else known.formulas = known.formulas.concat(range.formulas);
    }
    return contents;
  };
}

/** An old sheet that must be kept; `by` is the sheet that refers to it, when no user has written in it. */
export interface KeptSheet {
  sheet: ExistingSheet;
  by?: ExistingSheet;
}

/**
 * Our old sheets that must be kept: those that a user has written in, those that the user's own sheets refer to
 * (their formulas would become #REF!), and those that kept ones refer to in turn.
 * @param contents as read, by sheet id, while the sheets had these names
 */
export async function sheetsToKeep(own: ExistingSheet[], others: ExistingSheet[], contents: Map<string, ReadContents>): Promise<KeptSheet[]> {
  const names = own.flatMap(({ name, marker }) => (marker === undefined ? [] : [{ kind: marker.kind, name }]));
  const keep = new Map<ExistingSheet, KeptSheet>();
  const follow: ExistingSheet[] = [...others];
  for (const sheet of own) {
    const read = contents.get(sheet.id);
    if (read === undefined || (await hashOfRead(read, names)) === sheet.marker?.contents) continue;
    keep.set(sheet, { sheet });
    follow.push(sheet);
  }
  // What is found is followed in its turn, until nothing new is referred to.
  for (const by of follow) {
    const read = contents.get(by.id);
    if (read === undefined) continue;
    const kinds = kindsReferredTo(read, names);
    for (const sheet of own) {
      if (keep.has(sheet) || sheet.marker === undefined || !kinds.has(sheet.marker.kind)) continue;
      keep.set(sheet, { sheet, by });
      follow.push(sheet);
    }
  }
  return own.flatMap((sheet) => keep.get(sheet) ?? []);
}
