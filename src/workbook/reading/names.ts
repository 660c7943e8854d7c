const spaces = /[\s\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]+/g;

/** A name as it should be shown: without spaces at the ends, one space between words, letters composed (NFC). */
export function tidyName(text: string): string {
  return text.normalize("NFC").replace(spaces, " ").trim();
}

const keys = new Map<string, string>();

/** What two spellings of the same name have in common: "Socialnämnden " and "socialnämnden" have the same key. */
export function nameKey(text: string): string {
  const known = keys.get(text);
  if (known !== undefined) return known;
  const key = tidyName(text).toLocaleLowerCase("sv");
  if (keys.size > 50_000) keys.clear();
  keys.set(text, key);
  return key;
}

/**
 * Whether two different names are so alike that one may be a misspelling of the other: the same words but for one,
 * long, that differs in one letter. Names that differ in digits or in a short word (Team A, Team B) are not.
 */
export function looksMisspelt(one: string, other: string): boolean {
  const [key, otherKey] = [nameKey(one), nameKey(other)];
  if (Math.abs(key.length - otherKey.length) > 1 || differInDigit(key, otherKey)) return false;
  const a = key.split(" ");
  const b = otherKey.split(" ");
  if (a.length !== b.length) return false;
  const differing = a.flatMap((word, index) => (word === b[index] ? [] : [[word, b[index] ?? ""] as const]));
  const [pair] = differing;
  return differing.length === 1 && pair !== undefined && pair[0].length >= 6 && pair[1].length >= 6 && oneLetterApart(pair[0], pair[1]);
}

/** Whether the first that differs is a digit: so with most names, and seen before they are cut in words. */
function differInDigit(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return /\d/.test(`${a[at] ?? ""}${b[at] ?? ""}`);
}

function oneLetterApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const letters = `${long[at] ?? ""}${short[at] ?? ""}`;
  if (/[^\p{L}]/u.test(letters)) return false;
  if (long.length > short.length) return long.slice(at + 1) === short.slice(at);
  const swapped = long[at] === short[at + 1] && long[at + 1] === short[at] && long.slice(at + 2) === short.slice(at + 2);
  return swapped || long.slice(at + 1) === short.slice(at + 1);
}
