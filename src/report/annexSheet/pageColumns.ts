import { amountWidth } from "../columnWidths";
import { plainText } from "../paper/plainText";
import type { Annex } from "../paper/types";
import type { ReportTable } from "../types";
import { textPixels } from "./textHeight";

/** A4 upright between margins of 1.5 cm is 680 pixels wide; the rest is for printers that measure a little wider. */
const pagePixels = 640;
const namePixels = 110;
/** Digits at nine points. */
const digitPixels = 6.4;
const cellMargin = 10;
/** Headers are bold at eight points. */
const headerSize = 0.95;

/** Columns that every table of the paper shares: two for names, and as many for amounts as fit. */
export interface PageColumns {
  names: 2;
  amounts: number;
  namePixels: number;
  amountPixels: number;
}

/** The page's columns, wide enough for every amount and every word above them. */
export function pageColumns(tables: readonly ReportTable[], { unit, decimals }: Annex): PageColumns {
  const zeros = { kr: 0, tkr: 3, mkr: 6 }[unit];
  const needed = tables.map((table) => {
    const words = table.columns.filter(({ kind }) => kind === "amount").flatMap(({ header, status }) => plainText(`${header} ${status?.text ?? ""}`).split(" "));
    const digits = amountWidth(table, decimals) - zeros - Math.floor(zeros / 3);
    return Math.max(digits * digitPixels, ...words.map((word) => textPixels(word) * headerSize)) + cellMargin;
  });
  const room = pagePixels - 2 * namePixels;
  const amounts = Math.max(1, Math.floor(room / Math.max(60, ...needed)));
  return { names: 2, amounts, namePixels, amountPixels: Math.floor(room / amounts) };
}
