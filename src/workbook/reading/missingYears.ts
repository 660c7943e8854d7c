import { isErrorValue, readAmount } from "../amountText";
import { cellOf, textAt, valueAt, widthOf, type CellBlock } from "./cellBlock";
import type { Findings } from "./findings";
import { headerWords } from "./words";
import { readYear, yearOfSerial } from "./yearText";

/** So far down a heading is looked for. */
const mostTitles = 30;

/** Tells why no table was found on a sheet that by its name holds amounts: the headings that are no years, else that there are none. */
export function tellOfMissingYears(block: CellBlock, findings: Findings): void {
  const columns = Array.from({ length: widthOf(block) }, (_, column) => column);
  const hasAmounts = (column: number, from: number) => block.values.some((_, row) => row >= from && readAmount(valueAt(block, row, column)).kind === "amount");
  const heading = block.values.slice(0, mostTitles).findIndex((_, row) => columns.some((column) => names(block, row, column)));
  const over = heading < 0 ? [] : columns.filter((column) => valueAt(block, heading, column) !== "" && !isLabel(block, heading, column) && hasAmounts(column, heading + 1));
  let told = false;
  for (const column of over) told = tellOf(block, heading, column, findings) || told;
  if (!told && columns.some((column) => hasAmounts(column, 0))) findings.problem("error", "noHeader", { sheet: block.sheet }, cellOf(block, 0, 0));
}

const names = (block: CellBlock, row: number, column: number) => headerWords(textAt(block, row, column)).some(({ role, strict }) => strict && (role === "project" || role === "committee"));

/** A heading of something else than amounts. */
const isLabel = (block: CellBlock, row: number, column: number) => headerWords(textAt(block, row, column)).some(({ role }) => role !== "amount");

function tellOf(block: CellBlock, row: number, column: number, findings: Findings): boolean {
  const value = valueAt(block, row, column);
  const reading = readYear(value);
  if (reading?.kind === "year" && !reading.date) return false;
  const cell = cellOf(block, row, column);
  const text = shownHeading(value);
  if (isErrorValue(text)) findings.problem("error", "errorValue", { text }, cell);
  else if (reading?.kind === "outside") findings.problem("error", "yearOutside", { text }, cell, { year: reading.year });
  else findings.problem("error", reading?.kind === "span" ? "yearSpan" : "yearNotCalendar", { text }, cell);
  return true;
}

/** As Excel shows it: a number that is a date is one. */
function shownHeading(value: string | number | boolean): string {
  if (typeof value !== "number" || yearOfSerial(value) === undefined) return String(value).trim().slice(0, 40);
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * 86_400_000).toISOString().slice(0, 10);
}
