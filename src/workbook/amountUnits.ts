import type { AmountUnit } from "../i18n/format";
import type { DecimalText } from "../planning/types";

/** How many places a unit moves the decimal point: an amount in tkr is a thousand times as many kronor. */
const places: Record<AmountUnit, number> = { kr: 0, tkr: 3, mkr: 6 };

const phrases: [AmountUnit, RegExp][] = [
  ["mkr", /(?<![\p{L}])(mkr|mnkr|mn kr|msek|milj(?:\.|oner)?(?: (?:kr|kronor|sek))?|mio\.? ?(?:kr|sek)?|million(?:s)?(?: (?:of )?(?:sek|kronor))?|sek m)(?![\p{L}])/u],
  ["tkr", /(?<![\p{L}])(tkr|kkr|tsek|ksek|tusentals? (?:kr|kronor|sek)|tusen(?: (?:kr|kronor|sek))|i tusental|thousand(?:s)?(?: (?:of )?(?:sek|kronor))?)(?![\p{L}])/u],
  ["kr", /(?<![\p{L}])(kr|kronor|sek)(?![\p{L}])/u],
];

/** "1 000 kr", "1000-tal kronor": a declaration, unlike "21 000 kr". */
const thousands = /(?<!\d[ .]?)1[ .]?000(?:-tals?)? (?:kr|kronor|sek)(?!\p{L})/u;
const amountWithUnit = /(?<![\d.,])(?<!\d )(\d[\d .,]*) ?(?:mkr|mnkr|tkr|kkr|msek|tsek|milj\p{L}*\.?(?: (?:kr|kronor))?|kr|kronor|sek)(?!\p{L})/gu;

/** Takes away amounts that carry their unit, so that only declarations are left; a year before a unit is no amount. */
function withoutAmounts(text: string): string {
  return text.replace(amountWithUnit, (whole, digits: string) => (/^(?:19|20|21)\d\d$/.test(digits.trim()) ? whole : ""));
}

const cache = new Map<string, AmountUnit | undefined>();

/**
 * The unit that a heading, title or note states: "Belopp i tkr", "2026 (mkr)", "tusental kronor".
 * An amount in running text ("fonden på 40 mkr") states no unit. Undefined when none is stated.
 */
export function statedUnit(text: string): AmountUnit | undefined {
  if (cache.has(text)) return cache.get(text);
  const plain = text.toLowerCase().replace(/[\s\u00a0\u202f\u2007\u2009]+/g, " ");
  const unit = thousands.test(plain) ? "tkr" : phrases.find(([, phrase]) => phrase.test(withoutAmounts(plain)))?.[0];
  if (cache.size > 5000) cache.clear();
  cache.set(text, unit);
  return unit;
}

/** An amount in a unit as kronor, exactly: the decimal point moves. `inKronor("1.2345", "tkr")` → `"1234.5"`. */
export function inKronor(amount: DecimalText, unit: AmountUnit): DecimalText {
  return movePoint(amount, places[unit]);
}

/** An amount in kronor in a unit, exactly. `fromKronor("1234.5", "tkr")` → `"1.2345"`. */
export function fromKronor(amount: DecimalText, unit: AmountUnit): DecimalText {
  return movePoint(amount, -places[unit]);
}

/** Moves the decimal point: to the right when `by` is positive, to the left when negative. No trailing zeros. */
export function movePoint(amount: DecimalText, by: number): DecimalText {
  if (by === 0) return amount;
  const negative = amount.startsWith("-");
  const [whole = "0", fraction = ""] = amount.replace("-", "").split(".");
  let digits = whole + fraction;
  let point = whole.length + by;
  if (point <= 0) {
    digits = "0".repeat(1 - point) + digits;
    point = 1;
  }
  digits = digits.padEnd(point, "0");
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, "");
  const right = digits.slice(point).replace(/0+$/, "");
  const text = right === "" ? left : `${left}.${right}`;
  return negative && /[1-9]/.test(text) ? `-${text}` : text;
}
