const spaces = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g;
/** Control characters and those that only tell how others are shown: soft hyphens, joiners, directions. */
const unseen = /[\p{Cc}\p{Cf}]/gu;

/** A name as it should be shown: without spaces at the ends, one space between words, letters composed (NFC), nothing that can't be seen. */
export function tidyName(text: string): string {
  return text.normalize("NFC").replace(spaces, " ").replace(unseen, "").replace(/ {2,}/g, " ").trim();
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

/** Greek, Cyrillic and phonetic letters that look as Latin ones do. */
const latin: Readonly<Record<string, string>> = {
  а: "a", е: "e", о: "o", р: "p", с: "c", у: "y", х: "x", і: "i", ј: "j", ѕ: "s", к: "k", м: "m", т: "t", в: "b", н: "h", ԁ: "d", ո: "n",
  α: "a", ε: "e", ο: "o", ρ: "p", ν: "v", υ: "u", χ: "x", ι: "i", κ: "k", μ: "m", τ: "t", β: "b", η: "h", ζ: "z",
  ı: "i", ɑ: "a", ɡ: "g", ʟ: "l", ɴ: "n", ʀ: "r",
};

const shapes = new Map<string, string>();

/** What is left for the eye: the same letters, with dashes and spaces gone, a 1 or 0 in a word as the letter it looks like, and rn as m. */
function shapeOf(key: string): string {
  const known = shapes.get(key);
  if (known !== undefined) return known;
  const letters = key.normalize("NFKC").replace(/[\u0131\u0250-\u02af\u0370-\u058f]/gu, (letter) => latin[letter] ?? letter);
  const shape = letters
    .replace(/(?<=\p{L})[10](?=\p{L})|(?<![\p{L}\d])[10](?=\p{L}{3})/gu, (digit) => (digit === "1" ? "l" : "o"))
    .replace(/(?<!\d)[\p{P}\p{Z}\p{S}]+|[\p{P}\p{Z}\p{S}]+(?!\d)/gu, "")
    .replace(/rn/g, "m");
  if (shapes.size > 50_000) shapes.clear();
  shapes.set(key, shape);
  return shape;
}

/** Whether two names that differ look the same: "Kulturnämnden" with a Greek kappa, "Vård- och" and "Vård – och". */
export function looksTheSame(one: string, other: string): boolean {
  const [key, otherKey] = [nameKey(one), nameKey(other)];
  return key !== otherKey && key.length > 3 && shapeOf(key) === shapeOf(otherKey);
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
