import type { Language } from "./index";

const locales: Record<Language, string> = { sv: "sv-SE", en: "en-GB" };

/** Making a format takes a hundred times as long as using it, and a large fund's paper has tens of thousands of amounts. */
const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const made = formats.get(key) ?? new Intl.NumberFormat(locales[language], options);
  formats.set(key, made);
  return made;
}

/** Amount units as people write them, with how many kronor each is, as a power of ten. */
const powers = { kr: 0, tkr: 3, mkr: 6 } as const;
export type AmountUnit = keyof typeof powers;

/**
 * An exact amount as text: `1 234 567 kr`, `1 234,5 tkr`.
 * @param amount kr, a decimal as text; formatted digit by digit, never through a float
 * @param decimals at most so many decimals are shown; öre shows two or none in kr, none when whole kronor (0) are asked for
 */
export function formatAmount(amount: string, language: Language, unit: AmountUnit = "kr", decimals = 2): string {
  const [, fraction = ""] = amount.split(".");
  const minimum = unit === "kr" && decimals > 0 && /[1-9]/.test(fraction) ? 2 : 0;
  const format = numberFormat(language, { minimumFractionDigits: minimum, maximumFractionDigits: Math.max(minimum, decimals), signDisplay: "negative" });
  return `${format.format(`${amount}E-${powers[unit]}` as Intl.StringNumericLiteral)}\u00a0${unit}`; // Never a line between them.
}

/** A share (0–1, decimal as text) in per cent: `75 %`. */
export function formatShare(share: string, language: Language): string {
  return numberFormat(language, { style: "percent", maximumFractionDigits: 2 }).format(share as Intl.StringNumericLiteral);
}

/** A count: `1 234`. */
export function formatCount(count: number, language: Language): string {
  return numberFormat(language).format(count);
}

/** An exact amount without its unit, for a table that states it once: `1 234,50`. */
export function formatDecimal(amount: string, language: Language, decimals: number): string {
  return numberFormat(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(amount as Intl.StringNumericLiteral);
}

/** An exact amount in a unit, without its name, for a table that states it once: `1 234,5` of 1 234 500 kr in tkr. */
export function formatInUnit(amount: string, language: Language, unit: AmountUnit, decimals: number): string {
  return formatDecimal(`${amount}E-${powers[unit]}`, language, decimals);
}
