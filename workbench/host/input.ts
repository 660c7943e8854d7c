import type { CellValue } from "./model";

/** What a written value becomes: as if it had been typed into the cell. */
export interface Entered {
  value?: CellValue;
  formula?: string;
  /** A format that typing gives a cell that has none: "0%" for "5%". */
  numberFormat?: string;
}

const NUMBER = /^[+-]?(\d+(,\d{3})*(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
const PERCENT = /^[+-]?(\d+(\.\d*)?|\.\d+)\s?%$/;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY = 86_400_000;

/** The error values of a cell. */
export const ERROR_VALUES: ReadonlySet<string> = new Set([
  "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!",
]);

/** The serial number of a date, as Excel counts (1900-01-01 is 1, and 1900 is taken for a leap year). */
export function dateSerial(year: number, month: number, day: number): number {
  const days = Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 31)) / DAY);
  return days >= 60 ? days + 1 : days;
}

function enteredDate(text: string): Entered | undefined {
  const parts = ISO_DATE.exec(text);
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return { value: dateSerial(year, month, day), numberFormat: "yyyy-mm-dd" };
}

/**
 * What a text becomes in a cell with the number format: "=…" (and "+…", "-…", "@…") a formula, "'…" text, digits a number,
 * TRUE and FALSE booleans, an ISO date its serial number. In a text cell ("@") it stays as it is.
 */
export function enter(text: string, numberFormat: string | undefined): Entered {
  if (numberFormat === "@") return { value: text };
  if (text === "") return {};
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (text.startsWith("=") && text.length > 1) return { formula: text };
  const trimmed = text.trim();
  if (NUMBER.test(trimmed)) return { value: Number(trimmed.replaceAll(",", "")) };
  if (PERCENT.test(trimmed)) {
    return { value: Number(trimmed.replace(/\s?%$/, "")) / 100, numberFormat: trimmed.includes(".") ? "0.00%" : "0%" };
  }
  if (/^(true|false)$/i.test(trimmed)) return { value: trimmed.toLowerCase() === "true" };
  if (/^[+\-@]./.test(text)) return { formula: `=${text}` };
  return enteredDate(trimmed) ?? { value: text };
}
