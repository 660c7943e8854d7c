/**
 * A text as it can stand in any file: without characters that XML does not know or that steer a printer, on one line.
 * What a user has named something is otherwise kept to the letter, whatever it looks like;
 * the spaces that hold an amount together stay.
 */
export function plainText(text: string): string {
  return text
    .replace(/[ \t\n\v\f\r\u0085\u2028\u2029]+/gu, " ")
    .replace(/[\u202A-\u202E\u2066-\u2069]/gu, "") // They would turn the amount that follows a name.
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ""); // With the u flag only lone surrogates are Cs.
}
