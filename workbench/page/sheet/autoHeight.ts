import { displayText } from "../../host/numberFormat";
import type { CellFormat, Sheet } from "../../host/model";
import type { OpenWorkbook } from "../openWorkbook";
import { mergeAt } from "./merges";
import { fontPixels, textWidth } from "./textWidth";

const STANDARD = 20;
const PADDING = 4;
const BETWEEN_ROWS = 2.4;

/** How many lines a text takes in a width, broken between words. */
function linesOf(text: string, format: CellFormat, width: number): number {
  const space = textWidth(" ", format);
  return text.split("\n").reduce((lines, paragraph) => {
    let used = 0;
    let count = 1;
    for (const word of paragraph.split(" ")) {
      const wide = textWidth(word, format);
      if (used > 0 && used + space + wide > width) {
        count++;
        used = wide;
      } else used += (used > 0 ? space : 0) + wide;
    }
    return lines + count;
  }, 0);
}

/** The height in pixels that Excel gives a row that nobody has given one: as high as its largest font and its wrapped text. */
export function autoHeight(workbook: OpenWorkbook, sheet: Sheet, row: number, widths: ReadonlyMap<number, number>): number {
  let height = STANDARD;
  for (const [column, { format, numberFormat }] of sheet.cells.get(row) ?? []) {
    if (!format?.wrapText && (format?.fontSize ?? 11) <= 11) continue;
    const line = fontPixels(format) * 1.2;
    const wraps = format?.wrapText === true && !mergeAt(sheet, row, column);
    const value = wraps ? workbook.values(sheet, { row, column, rows: 1, columns: 1 })[0]?.[0] : undefined;
    const lines = value === undefined || value === "" ? 1 : linesOf(displayText(value, numberFormat), format as CellFormat, (widths.get(column) ?? 64) - PADDING);
    height = Math.max(height, Math.round(lines * line + BETWEEN_ROWS));
  }
  return height;
}
