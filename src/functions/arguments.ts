import { Decimal } from "../money/presentValue";
import type { Language, Translate } from "../i18n";
import { Refusal, type Sentence } from "./refusal";

/** A text in both languages. */
export type Localised = Record<Language, string>;

/** A range as numbers, read row by row. Only what is not zero is kept, so that a whole column costs its content. */
export interface Amounts {
  rows: number;
  columns: number;
  /** By position, counted from 0 row by row. */
  byPosition: ReadonlyMap<number, Decimal>;
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
  /** What counts when the argument is left out, as Excel would pass it; required when absent. */
  default?: number | boolean;
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
export function number(name: string, limits: Limits, description: Localised): Argument<Decimal> {
  return {
    name,
    description,
    range: false,
    default: limits.default,
    read(passed) {
      const given = single(passed) ?? limits.default;
      if (given === undefined) throw new Refusal("value", (translate) => translate("functions:refused.missing", { argument: name }));
      if (typeof given !== "number" || !Number.isFinite(given)) {
        throw new Refusal("value", (translate, language) =>
          translate("functions:refused.notANumber", { argument: name, found: found(given, translate, language) }),
        );
      }
      checkLimits(name, given, limits);
      return new Decimal(given);
    },
  };
}

/** A share of something, 0–1. */
export function share(name: string, standard: number, description: Localised): Argument<Decimal> {
  return number(name, { default: standard, minimum: 0, maximum: 1 }, description);
}

/** A range of amounts; blank cells are zero and keep their place. */
export function amounts(name: string, description: Localised): Argument<Amounts> {
  return {
    name,
    description,
    range: true,
    read(passed) {
      const cells: unknown[][] = Array.isArray(passed) ? (passed as unknown[][]) : [[passed]];
      const columns = cells[0]?.length ?? 0;
      const byPosition = new Map<number, Decimal>();
      cells.forEach((row, rowIndex) => {
        for (let column = 0; column < columns; column++) {
          const cell = row[column];
          if (cell === 0 || isBlank(cell)) continue;
          if (typeof cell !== "number" || !Number.isFinite(cell)) {
            throw new Refusal("value", (translate, language) =>
              translate("functions:refused.notInRange", {
                argument: name,
                row: rowIndex + 1,
                column: column + 1,
                found: found(cell, translate, language),
              }),
            );
          }
          byPosition.set(rowIndex * columns + column, new Decimal(cell));
        }
      });
      return { rows: cells.length, columns, byPosition };
    },
  };
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
  const refuse = (key: "tooLow" | "tooHigh" | "notAbove" | "notWhole", limit = 0): Sentence => {
    return (translate, language) =>
      translate(`functions:refused.${key}`, { argument, limit: asTyped(limit, language), found: asTyped(given, language) });
  };
  if (whole && !Number.isInteger(given)) throw new Refusal("value", refuse("notWhole"));
  if (minimum !== undefined && given < minimum) throw new Refusal("value", refuse("tooLow", minimum));
  if (above !== undefined && given <= above) throw new Refusal("value", refuse("notAbove", above));
  if (maximum !== undefined && given > maximum) throw new Refusal("value", refuse("tooHigh", maximum));
}

/** A number as it is typed in Excel: a decimal comma in Swedish, a true minus sign nowhere. */
function asTyped(value: number, language: Language): string {
  const text = new Decimal(value).toString();
  return language === "sv" ? text.replace(".", ",") : text;
}

function found(value: unknown, translate: Translate, language: Language): string {
  if (typeof value === "boolean") {
    const names: Record<Language, [string, string]> = { sv: ["FALSKT", "SANT"], en: ["FALSE", "TRUE"] };
    return translate("functions:found.boolean", { value: names[language][value ? 1 : 0] });
  }
  if (typeof value === "string") return translate(value.startsWith("#") ? "functions:found.error" : "functions:found.text", { value: value.slice(0, 40) });
  if (typeof value === "object" && value !== null && "code" in value) return translate("functions:found.error", { value: String(value.code) });
  return translate("functions:found.other");
}
