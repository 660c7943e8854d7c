import type { CellFormat } from "../../host/model";

/** The font of cells, as CSS: Excel's own where the machine has it, else one of the same width (see sheet.css). */
export const SHEET_FONT = `Calibri, Carlito, "Sheet font"`;

/** A cell's font size in pixels; Excel's default is 11 points. */
export function fontPixels(format: CellFormat | undefined): number {
  return ((format?.fontSize ?? 11) * 4) / 3;
}

const canvas = document.createElement("canvas").getContext("2d");

/** How wide a text is in a cell's font, in pixels. */
export function textWidth(text: string, format: CellFormat | undefined): number {
  if (!canvas) return text.length * 7;
  canvas.font = `${format?.italic ? "italic " : ""}${format?.bold ? "bold " : ""}${fontPixels(format)}px ${SHEET_FONT}`;
  return canvas.measureText(text).width;
}
