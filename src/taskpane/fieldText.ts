import { formatDecimal } from "../i18n/format";
import type { Language } from "../i18n";
import { firstYear, lastYear } from "../money/years";
import type { DecimalText } from "../planning/types";
import { readAmount } from "../workbook/amountText";
import { movePoint } from "../workbook/amountUnits";

/** A whole number within limits, as a field holds it; undefined when it is none. */
export function readWhole(text: string, least: number, most: number): number | undefined {
  const digits = text.trim();
  if (!/^\d{1,9}$/.test(digits)) return undefined;
  const whole = Number(digits);
  return whole >= least && whole <= most ? whole : undefined;
}

/** A calendar year that a plan may reach. */
export function readYear(text: string): number | undefined {
  return readWhole(text, firstYear, lastYear);
}

/** Per cent from 0 to 100, "62,5" or "62.5 %", as a fraction: "0.625". */
export function readShare(text: string): DecimalText | undefined {
  const share = readRate(text);
  return share !== undefined && !share.startsWith("-") && Number(share) <= 1 ? share : undefined;
}

/** Per cent above −100 as a fraction. */
export function readRate(text: string): DecimalText | undefined {
  const read = readAmount(text.replace(/%\s*$/, ""));
  if (read.kind !== "amount" || read.unit !== undefined) return undefined;
  const rate = movePoint(read.amount, -2);
  return Number(rate) > -1 && Number(rate) <= 10 ? rate : undefined;
}

/** An amount of zero or more, in kr: "1 200 000", "1,2 mkr". */
export function readKronor(text: string): DecimalText | undefined {
  const kronor = readSignedKronor(text);
  return kronor?.startsWith("-") ? undefined : kronor;
}

/** An amount in kr, which may be negative: a saving that became a cost. */
export function readSignedKronor(text: string): DecimalText | undefined {
  const read = readAmount(text);
  if (read.kind !== "amount" || read.percent) return undefined;
  return movePoint(read.amount, read.unit === "mkr" ? 6 : read.unit === "tkr" ? 3 : 0);
}

/** An amount in kr for a field, without its unit: "1250000.5" → "1 250 000,5". */
export function amountText(amount: DecimalText, language: Language): string {
  return formatDecimal(amount, language, amount.split(".")[1]?.length ?? 0);
}

/** A fraction as per cent without the sign, for a field: "0.625" → "62,5". */
export function percentText(share: DecimalText, language: Language): string {
  const percent = movePoint(share, 2);
  return formatDecimal(percent, language, percent.split(".")[1]?.length ?? 0);
}
