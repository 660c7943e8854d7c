import type { AmountUnit } from "../i18n/format";
import type { DecimalText } from "../planning/types";
import { movePoint } from "./amountUnits";

export type CellValue = string | number | boolean;

/** What an amount cell says. The amount is as written: its unit, if the cell has one of its own, is not applied. */
export type AmountReading =
  | {
      kind: "amount";
      amount: DecimalText;
      /** The unit written in the cell itself: "1 200 tkr". */
      unit?: AmountUnit;
      /** The text was per cent, and the amount is the fraction: "75 %" → 0.75. */
      percent?: true;
      /** Three digits after a lone point or comma: read the Swedish way (point groups, comma decimals). */
      ambiguous?: true;
    }
  | { kind: "blank" }
  | { kind: "dash" }
  | { kind: "problem"; problem: "errorValue" | "boolean" | "text" };

/** The longest amount anyone writes; what is longer is text. */
const longestText = 40;

const spaces = /[\s\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]+/g;
const minuses = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const errorValue = /^#(?:[\p{Lu}/0]+[!?]|N\/A|N\/A!|SAKNAS!?|GETTING_DATA)$/u;

/** A double as Excel shows it, 15 significant digits, written out: 0.1+0.2 → "0.3", 1e21 → "1" and 21 zeros. */
export function decimalOfNumber(value: number): DecimalText {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return value === 0 ? "0" : String(value);
  // The shortest text that gives the double: with at most 15 digits and a point it is what Excel shows.
  const shortest = String(value);
  if (shortest.length <= 16 && shortest.includes(".") && !shortest.includes("e")) return shortest;
  // Never back to a double: the largest one, rounded to 15 digits, is beyond all doubles.
  const [mantissa = "0", exponent = "0"] = value.toExponential(14).split("e");
  return movePoint(mantissa.replace(/\.?0+$/, ""), Number(exponent));
}

/** Whether a cell's text is one of Excel's error values, in English or Swedish: #SAKNAS!, #REF!, #DIVISION/0! */
export function isErrorValue(text: string): boolean {
  return text.startsWith("#") && errorValue.test(text.trim());
}

/**
 * Reads an amount from a cell: a number, or the ways people type one ("1 234,50 kr", "(500)", "1.234,50",
 * "500-", "−1 200 tkr", "500:-"). A lone dash is `dash`: nothing, in the way accounts are printed.
 */
export function readAmount(value: CellValue): AmountReading {
  if (typeof value === "number") return Number.isFinite(value) ? { kind: "amount", amount: decimalOfNumber(value) } : { kind: "problem", problem: "errorValue" };
  if (typeof value === "boolean") return { kind: "problem", problem: "boolean" };
  // Two lines in a cell are two things: "500" above "600" is not 500 600.
  if (/[\r\n\t]/.test(value.trim())) return { kind: "problem", problem: "text" };
  const text = value.replace(spaces, " ").replace(minuses, "-").trim();
  if (text === "" || text === "'") return { kind: "blank" };
  if (/^-+$/.test(text)) return { kind: "dash" };
  if (isErrorValue(text)) return { kind: "problem", problem: "errorValue" };
  return readText(text) ?? { kind: "problem", problem: "text" };
}

const units: [RegExp, AmountUnit | "percent"][] = [
  [/ ?%$/, "percent"],
  [/ ?(?:mkr|mnkr|msek|milj(?:oner|\.)?(?: ?(?:kr|kronor|sek))?)\.?$/i, "mkr"],
  [/ ?(?:tkr|kkr|tsek|ksek|tusen(?: ?(?:kr|kronor|sek))?)\.?$/i, "tkr"],
  [/ ?(?:kr|kronor|sek)\.?$/i, "kr"],
  [/[:,.]-$/, "kr"],
];

function readText(written: string): AmountReading | undefined {
  if (written.length > longestText) return undefined;
  let text = written.replace(/^'+/, "");
  let negative = false;
  const wrapped = /^(-?) ?\((.*)\)$/.exec(text);
  if (wrapped) {
    if (wrapped[1] === "-") return undefined;
    negative = true;
    text = wrapped[2]?.trim() ?? "";
  }
  let unit: AmountUnit | "percent" | undefined;
  for (const [pattern, name] of units) {
    if (!pattern.test(text)) continue;
    unit = name;
    text = text.replace(pattern, "").trim();
    break;
  }
  if (unit === undefined && /^(?:kr|sek)[ .]?(?=[-\d])/i.test(text)) {
    unit = "kr";
    text = text.replace(/^(?:kr|sek)[ .]?/i, "");
  }
  const sign = /^([-+]?) ?(.*?)(-?)$/.exec(text);
  if (!sign || (sign[1] !== "" && sign[3] !== "") || (negative && (sign[1] === "-" || sign[3] !== ""))) return undefined;
  negative ||= sign[1] === "-" || sign[3] === "-";
  const digits = plainDecimal(sign[2] ?? "");
  if (digits === undefined) return undefined;
  const amount = withSign(unit === "percent" ? movePoint(digits.amount, -2) : digits.amount, negative);
  return {
    kind: "amount",
    amount,
    ...(unit === "percent" ? { percent: true as const } : unit === undefined ? {} : { unit }),
    ...(digits.ambiguous ? { ambiguous: true as const } : {}),
  };
}

/** Digits with separators, without sign and unit, as a decimal; the Swedish way where two readings are possible. */
function plainDecimal(text: string): { amount: DecimalText; ambiguous: boolean } | undefined {
  const exact = (whole: string, fraction = "", ambiguous = false) => ({ amount: tidy(whole.replace(/\D/g, ""), fraction), ambiguous });
  let match = /^(\d*)(?:[.,](\d+))?e([+-]?\d{1,2})$/i.exec(text);
  if (match) return { amount: movePoint(tidy(match[1] ?? "", match[2] ?? ""), Number(match[3])), ambiguous: false };
  match = /^(\d*)$/.exec(text);
  if (match && text !== "") return exact(text);
  match = /^(\d{1,3}(?:[ '’]\d{3})+)(?:[.,](\d+))?$/.exec(text);
  if (match) return exact(match[1] ?? "", match[2]);
  match = /^(\d{1,3}(?:\.\d{3})+),(\d+)$/.exec(text) ?? /^(\d{1,3}(?:,\d{3})+)\.(\d+)$/.exec(text);
  if (match) return exact(match[1] ?? "", match[2]);
  match = /^(\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:,\d{3}){2,})$/.exec(text);
  if (match) return exact(match[1] ?? "");
  match = /^([1-9]\d{0,2})\.(\d{3})$/.exec(text);
  if (match) return exact(`${match[1]}${match[2]}`, "", true);
  match = /^(\d*),(\d+)$/.exec(text);
  if (match) return exact(match[1] ?? "", match[2], /^[1-9]\d{0,2},\d{3}$/.test(text));
  match = /^(\d*)\.(\d+)$/.exec(text);
  if (match) return exact(match[1] ?? "", match[2]);
  match = /^(\d+)[.,]$/.exec(text);
  return match ? exact(match[1] ?? "") : undefined;
}

function tidy(whole: string, fraction: string): DecimalText {
  const left = whole.replace(/^0+(?=\d)/, "") || "0";
  const right = fraction.replace(/0+$/, "");
  return right === "" ? left : `${left}.${right}`;
}

function withSign(amount: DecimalText, negative: boolean): DecimalText {
  return negative && /[1-9]/.test(amount) ? `-${amount}` : amount;
}
