import { mergeAt } from "./merges";
import type { CellReader } from "./cellReader";
import type { SheetLayout } from "./layout";
import { textWidth } from "./textWidth";

const PADDING = 4;

/** Whether the cell's text may run on over empty cells beside it: Excel lets text do so, not numbers and wrapped text. */
function mayRunOn(reader: CellReader, row: number, column: number): boolean {
  const value = reader.value(row, column);
  if (typeof value !== "string" || value === "") return false;
  const format = reader.cell(row, column)?.format;
  return !format?.wrapText && (format?.horizontalAlignment ?? "General") !== "Fill" && !mergeAt(reader.sheet, row, column);
}

/**
 * The columns of a row whose text runs on to the right, and how far: from the column to the last one it covers.
 * Text that is centred or to the right stays in its cell here.
 */
export function spillsOf(reader: CellReader, { columns, widths }: SheetLayout, row: number): Map<number, number> {
  const line = [...columns.colPinStart, ...columns.rgCol];
  const spills = new Map<number, number>();
  line.forEach((column, place) => {
    if (!mayRunOn(reader, row, column)) return;
    const format = reader.cell(row, column)?.format;
    if (!["General", "Left", undefined].includes(format?.horizontalAlignment)) return;
    let room = (widths.get(column) ?? 0) - PADDING - (format?.indentLevel ?? 0) * 9;
    const needed = textWidth(reader.text(row, column), format);
    let end = column;
    for (let next = place + 1; needed > room && next < line.length; next++) {
      const neighbour = line[next] as number;
      if (reader.value(row, neighbour) !== "" || mergeAt(reader.sheet, row, neighbour)) break;
      room += widths.get(neighbour) ?? 0;
      end = neighbour;
    }
    if (end !== column) spills.set(column, end);
  });
  return spills;
}
