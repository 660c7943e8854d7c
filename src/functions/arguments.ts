import type { Language } from "../i18n";
import { found, typed } from "./found";
import { Refusal, refuse, type Sentence } from "./refusal";

/** A text in both languages. */
export type Localised = Record<Language, string>;

/** A range as numbers, read row by row. Only what is not zero is kept, so that a whole column costs its content. */
export interface Amounts {
  rows: number;
  columns: number;
  /** The places that are not zero, in rising order, counted from 0 row by row. */
  positions: readonly number[];
  /** What stands there. */
  values: readonly number[];
}

/**
 * An argument, declared once: checking, metadata and the reference all follow from it.
 * @typeParam Value what the computation gets
 */
export interface Argument<Value> {
  /** As Excel shows it, in every language. */
  name: string;
  description: Localised;
  /** A range (two-dimensional array) or a single value. */
  range: boolean;
  /** What counts when the argument is left out, as Excel would pass it; null when it then counts for nothing. Required when absent. */
  default?: number | boolean | null;
  /** From what Excel passes; throws `Refusal`. */
  read(passed: unknown): Value;
}

/** What a number must be; a limit is given as Excel users would type it. */
export interface Limits {
  default?: number;
  minimum?: number;
  /** The number must be greater than this. */
  above?: number;
  maximum?: number;
  whole?: boolean;
}

/** A single number: an amount, a rate, a share or a count. */
export function number(name: string, limits: Limits, description: Localised): Argument<number> {
  return {
    name,
    description,
    range: false,
    ...(limits.default !== undefined && { default: limits.default }),
    read(passed) {
      const given = single(passed) ?? limits.default;
      if (given === undefined) return refuse("value", (translate) => translate("functions:refused.missing", { argument: name }));
      if (typeof given !== "number" || !Number.isFinite(given)) {
        return refuse("value", (translate, language) => translate("functions:refused.notANumber", { argument: name, found: found(given, translate, language) }));
      }
      checkLimits(name, given, limits);
      return given;
    },
  };
}

/** A share of something, 0–1. */
export function share(name: string, standard: number, description: Localised): Argument<number> {
  return number(name, { default: standard, minimum: 0, maximum: 1 }, description);
}

/** A calendar year. Years outside 1–9999 are mistakes: a date, or an amount. */
export function calendarYear(name: string, description: Localised): Argument<number> {
  return number(name, { minimum: 1, maximum: 9999, whole: true }, description);
}

/** Yes or no; as in Excel's own functions, 0 is no and every other number yes. */
export function condition(name: string, standard: boolean, description: Localised): Argument<boolean> {
  return {
    name,
    description,
    range: false,
    default: standard,
    read(passed) {
      const given = single(passed) ?? standard;
      if (typeof given === "boolean") return given;
      if (typeof given === "number") return given !== 0;
      return refuse("value", (translate, language) => translate("functions:refused.notACondition", { argument: name, found: found(given, translate, language) }));
    },
  };
}

/** What each number of a range must be. */
export type Allowed = "number" | "notNegative" | "share" | "year" | "positive";

const allows: Record<Allowed, (value: number) => boolean> = {
  number: () => true,
  notNegative: (value) => value >= 0,
  positive: (value) => value > 0,
  share: (value) => value >= 0 && value <= 1,
  year: (value) => Number.isInteger(value) && value >= 1 && value <= 9999,
};

/** A range of amounts; blank cells are zero and keep their place. */
export function amounts(name: string, description: Localised, allowed: Allowed = "number"): Argument<Amounts> {
  return { name, description, range: true, read: (passed) => readAmounts(name, passed, allowed) };
}

/** The same, but it may be left out. */
export function optionalAmounts(name: string, description: Localised, allowed: Allowed = "number"): Argument<Amounts | undefined> {
  return { name, description, range: true, default: null, read: (passed) => (isBlank(passed) ? undefined : readAmounts(name, passed, allowed)) };
}

function readAmounts(name: string, passed: unknown, allowed: Allowed): Amounts {
  if (isBlank(passed)) return refuse("value", (translate) => translate("functions:refused.missing", { argument: name }));
  const cells: unknown[][] = Array.isArray(passed) ? (passed as unknown[][]) : [[passed]];
  const columns = cells[0]?.length ?? 0;
  const isAllowed = allows[allowed];
  const positions: number[] = [];
  const values: number[] = [];
  for (let row = 0; row < cells.length; row++) {
    const inRow = cells[row]!;
    for (let column = 0; column < columns; column++) {
      const cell = inRow[column];
      if (cell === 0 || isBlank(cell)) continue;
      if (typeof cell !== "number" || !Number.isFinite(cell) || !isAllowed(cell)) throw new Refusal("value", notAllowed({ name, row, column, cell, allowed }));
      positions.push(row * columns + column);
      values.push(cell);
    }
  }
  return { rows: cells.length, columns, positions, values };
}

function notAllowed({ name, row, column, cell, allowed }: { name: string; row: number; column: number; cell: unknown; allowed: Allowed }): Sentence {
  return (translate, language) =>
    translate("functions:refused.notInRange", {
      argument: name,
      allowed: translate(`functions:allowed.${allowed}`),
      row: row + 1,
      column: column + 1,
      found: found(cell, translate, language),
    });
}

/** Excel on the desktop passes a blank cell as 0, on the web as null; an argument left out is null or undefined. */
function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}

/** A single cell may come as a range of one. */
function single(passed: unknown): unknown {
  const value: unknown = Array.isArray(passed) && passed.length === 1 && Array.isArray(passed[0]) && passed[0].length === 1 ? passed[0][0] : passed;
  return isBlank(value) ? undefined : value;
}

function checkLimits(argument: string, given: number, { minimum, above, maximum, whole }: Limits): void {
  if (whole && !Number.isInteger(given)) throw outside("notWhole", argument, given);
  if (minimum !== undefined && given < minimum) throw outside("tooLow", argument, given, minimum);
  if (above !== undefined && given <= above) throw outside("notAbove", argument, given, above);
  if (maximum !== undefined && given > maximum) throw outside("tooHigh", argument, given, maximum);
}

function outside(key: "tooLow" | "tooHigh" | "notAbove" | "notWhole", argument: string, given: number, limit = 0): Refusal {
  return new Refusal("value", (translate, language) => translate(`functions:refused.${key}`, { argument, limit: typed(limit, language), found: typed(given, language) }));
}
