import type { CellValue } from "../host/model";

const NUMBER = /^[-−+]?(\d{1,3}([ \u00a0\u202f]\d{3})+|\d+)(,\d+)?$/;
const PERCENT = /^([-−+]?\d+)(,\d+)?\s*%$/;

/** A number as it is typed in Swedish, in the form that JavaScript reads. */
function plain(text: string): string {
  return text.replace(/[ \u00a0\u202f]/g, "").replace("−", "-").replace(",", ".");
}

/** What somebody has typed into a cell of a Swedish Excel, as Excel's API would be given it: "1 234,5" is a number. */
export function typedValue(text: string): CellValue {
  const trimmed = text.trim();
  if (NUMBER.test(trimmed)) return Number(plain(trimmed));
  if (PERCENT.test(trimmed)) return plain(trimmed);
  if (/^(sant|falskt)$/i.test(trimmed)) return trimmed.toLowerCase() === "sant";
  return text;
}

/** What the formula bar shows of a cell: its formula, else its value as it would be typed. */
export function typedText(value: CellValue | undefined, formula: string | undefined): string {
  if (formula !== undefined) return formula;
  if (value === undefined) return "";
  if (typeof value === "number") return String(value).replace(".", ",");
  if (typeof value === "boolean") return value ? "SANT" : "FALSKT";
  return value;
}
