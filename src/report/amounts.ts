import { decimalsOf, decimalText, wholeOf } from "../money/decimalText";
import type { DecimalText } from "../planning/types";

/** The exact sum of decimal texts; "0" of none. */
export function sum(amounts: Iterable<DecimalText>): DecimalText {
  const texts = [...amounts];
  const decimals = texts.reduce((finest, text) => Math.max(finest, decimalsOf(text)), 0);
  return decimalText(texts.reduce((total, text) => total + wholeOf(text, decimals), 0n), decimals);
}

/** The exact difference a − b. */
export function difference(a: DecimalText, b: DecimalText): DecimalText {
  const decimals = Math.max(decimalsOf(a), decimalsOf(b));
  return decimalText(wholeOf(a, decimals) - wholeOf(b, decimals), decimals);
}

/** Whether an amount has a fraction of a krona. */
export function hasFraction(amount: DecimalText): boolean {
  return /\.\d*[1-9]/.test(amount);
}

/** Whether a decimal text is zero, however it is written. */
export function isZero(amount: DecimalText): boolean {
  return !/[1-9]/.test(amount);
}
