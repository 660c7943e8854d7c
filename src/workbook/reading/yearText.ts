import { isYear } from "../../money/years";
import type { CellValue } from "../amountText";
import { countsSomethingElse } from "./words";

/** What a cell says of a year. `date`: an Excel date serial, a year only where a heading is expected. */
export type YearReading = { kind: "year"; year: number; date?: true } | { kind: "outside"; year: number } | { kind: "span" } | undefined;

const firstSerial = 32874; // 1990-01-01
const lastSerial = 91676; // 2150-12-31
const openEnded = /(?:t\.? ?o\.? ?m|f[öo]re|efter|senare|framåt|tidigare|därefter|fr\.? ?o\.? ?m|från|after|before|onwards|later|until)|(?:(?:19|20|21)\d\d ?(?:[-–—]|ff\.?|>)$)|^[<>≤≥]/iu;
const twoParts = /(?<!\d)(?:19|20|21)\d\d ?[/–—-] ?\d\d(?![\d/–—-])/u;

/** The year of an Excel date (a serial number of the 1900 system), or undefined when it is none between 1990 and 2150. */
export function yearOfSerial(serial: number): number | undefined {
  if (serial < firstSerial || serial >= lastSerial + 1) return undefined;
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).getUTCFullYear();
}

/**
 * Reads a year from a heading or from a cell in a year column: 2026, "2026", "År 2026", "Budget 2026", "2026 (tkr)",
 * "2026-12-31", a date. Several years ("2026–2028", "2026/27", "2030 och framåt") are a `span`.
 */
export function readYear(value: CellValue): YearReading {
  if (typeof value === "boolean") return undefined;
  if (typeof value === "number") {
    if (isYear(value)) return { kind: "year", year: value };
    if (Number.isInteger(value) && value >= 1800 && value < 2300) return { kind: "outside", year: value };
    const year = yearOfSerial(value);
    return year === undefined ? undefined : { kind: "year", year, date: true };
  }
  const text = value.replace(/[\s\u00a0\u202f]+/g, " ").trim();
  if (text.length === 0 || text.length > 40 || !/\d{4}/.test(text) || countsSomethingElse(text)) return undefined;
  const years = new Set(Array.from(text.matchAll(/(?<!\d)(?:1[89]|2[012])\d\d(?!\d)/g), (match) => Number(match[0])));
  const [year] = years;
  if (year === undefined) return undefined;
  if (years.size > 1 || openEnded.test(text) || twoParts.test(text)) return { kind: "span" };
  return isYear(year) ? { kind: "year", year } : { kind: "outside", year };
}

const counted = /^(?:år|year) ?[-+]?\d{1,2}(?!\d)|^(?:(?:innevarande|nästa|nästföljande|följande|kommande|förra|föregående) (?:budget)?år|(?:this|next|coming|following|last) year)(?!\p{L})/iu;

/** Whether a heading counts years without the calendar: "År 1", "År 27", "Nästa år". */
export function countsYears(text: string): boolean {
  return counted.test(text.trim());
}
