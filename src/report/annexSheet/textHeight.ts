/** Points that a line takes, in the paper's nine points. */
const linePoints = 12.5;
/** Above and below a row's text. */
const padding = 2;
/** Excel has no higher rows than 409 points. */
const highest = 400;

/** Pixels of a character at nine points, on the wide side: fonts differ, and a line too many hurts less than one too few. */
function pixelsOf(character: string): number {
  if (/\p{Extended_Pictographic}|[\u1100-\uFFDC]/u.test(character)) return 13;
  return /[\p{Lu}mwMW@%—]/u.test(character) ? 8.5 : 6;
}

/** Pixels that a text takes on one line. */
export function textPixels(text: string): number {
  let pixels = 0;
  for (const character of text) pixels += pixelsOf(character);
  return pixels;
}

/** Lines that a text takes when it wraps between words, and within those that are longer than a line. */
export function linesOf(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(" ")) {
    const pixels = textPixels(word);
    if (used > 0 && used + 6 + pixels > width) {
      lines += 1;
      used = 0;
    }
    if (pixels > width) lines += Math.ceil(pixels / width) - 1;
    used = pixels > width ? pixels % width : used + (used > 0 ? 6 : 0) + pixels;
  }
  return lines;
}

/** Points of a row with so many lines. */
export function rowPoints(lines: number): number {
  return Math.min(highest, Math.ceil(lines * linePoints + padding));
}

/** A text in pieces that each fit a row. */
export function rowsOfText(text: string, width: number): string[] {
  const most = Math.floor((highest - padding) / linePoints);
  if (linesOf(text, width) <= most) return [text];
  const words = text.split(" ");
  const half = Math.ceil(words.length / 2);
  if (words.length === 1) return [text];
  return [words.slice(0, half), words.slice(half)].flatMap((part) => rowsOfText(part.join(" "), width));
}
