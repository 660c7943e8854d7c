import { amountWidth } from "../columnWidths";
import { plainText } from "../paper/plainText";
import type { Annex } from "../paper/types";
import type { ReportColumn, ReportTable } from "../types";
import { contentWidth } from "./wordStyles";

/** Widths in twips of a table's columns, the same in each of the parts that it is cut into. */
export interface WordColumns {
  names: number[];
  amount: number;
  /** So many columns of amounts fit beside the names. */
  amountsPerPage: number;
}

/** At the table's size of 8.5 points, bold: a letter, a digit with its share of the thousands' spaces, and what a cell keeps free. */
const letter = 96;
const digit = 85;
const margins = 140;
/** Years, and the sum under them: a short word is wider than its letters are on the whole. */
const year = 800;
/** A name takes no more when years compete for the page, and no more even when the page is empty: it wraps. */
const narrowName = 2_300;
const wideName = 3_600;
const leastAmount = 760;

/** Widths that hold every amount on one line, and fill the page with the widest of the table's parts. */
export function wordColumns(table: ReportTable, { unit, decimals }: Annex): WordColumns {
  const named = table.columns.filter(({ kind }) => kind !== "amount");
  const wanted = named.map((column, index) => nameOf(table, column, index));
  const narrow = named.map(({ kind }, index) => (kind === "year" ? year : Math.min(wanted[index]!, narrowName)));
  const room = contentWidth - sumOf(narrow);
  const zeros = { kr: 0, tkr: 3, mkr: 6 }[unit];
  const digits = amountWidth(table, decimals) - 2 - zeros - Math.floor(zeros / 3);
  const headers = table.columns.filter(({ kind }) => kind === "amount").flatMap(({ header, status }) => `${header} ${status?.text ?? ""}`.split(" ").map((word) => word.length));
  const least = Math.min(room, Math.max(leastAmount, digits * digit + margins, Math.max(...headers) * letter + margins));
  const amountsPerPage = Math.floor(room / least);
  const amounts = table.columns.length - named.length;
  const widest = Math.ceil(amounts / Math.ceil(amounts / amountsPerPage));
  // What is left over goes to the names first, then to the amounts.
  const left = room - widest * least;
  const lacking = narrow.map((width, index) => Math.max(0, Math.min(wanted[index]!, wideName) - width));
  const share = Math.min(1, left / Math.max(1, sumOf(lacking)));
  const names = narrow.map((width, index) => Math.floor(width + lacking[index]! * share));
  return { names, amount: Math.floor((contentWidth - sumOf(names)) / widest), amountsPerPage };
}

function nameOf({ rows }: ReportTable, { header, kind }: ReportColumn, index: number): number {
  if (kind === "year") return year;
  return Math.max(year, rows.reduce((longest, { cells }) => Math.max(longest, plainText(cells[index] ?? "").length), header.length) * letter + margins);
}

function sumOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}
