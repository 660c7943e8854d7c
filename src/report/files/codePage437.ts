/**
 * The characters 0x80–0xFF of code page 437 (PC8), the only character set of SIE files, from Unicode's mapping
 * (unicode.org/Public/MAPPINGS/VENDORS/MICSFT/PC/CP437.TXT). A table of one's own: the libraries that have it bring
 * hundreds of others along.
 */
const upperHalf =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ" +
  "áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐" +
  "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀" +
  "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0";

const bytes = new Map([...upperHalf].map((character, index) => [character, 0x80 + index]));

/** What stands for the commonest characters that the code page lacks and that cannot be told from their parts. */
const substitutes = new Map([
  ...[..."‐‑‒–—―−"].map((dash) => [dash, "-"] as const),
  ...[..."‘’‚‛′"].map((quote) => [quote, "'"] as const),
  ...[..."“”„‟″"].map((quote) => [quote, '"'] as const),
  ["ø", "ö"],
  ["Ø", "Ö"],
  ["€", "EUR"],
  ["×", "x"],
  ["•", "·"],
]);

const has = (character: string) => bytes.has(character) || (character >= " " && character <= "~");

/**
 * A text with only characters of code page 437: a letter loses an accent that is not there (š → s), a dash becomes a
 * hyphen, marks that show nothing go, and what is left without a likeness is a question mark.
 * @param text on one line, without control characters (`plainText`)
 */
export function inCodePage437(text: string): string {
  return [...text.normalize("NFC")]
    .map((character) => {
      if (has(character)) return character;
      const substitute = substitutes.get(character);
      if (substitute !== undefined) return substitute;
      const parts = character.normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "");
      return [...parts].map((part) => (has(part) ? part : "?")).join("");
    })
    .join("");
}

/** The bytes of a text in code page 437; line breaks stay. Only for texts from `inCodePage437`. */
export function codePage437Bytes(text: string): Uint8Array {
  return Uint8Array.from([...text], (character) => bytes.get(character) ?? character.charCodeAt(0));
}
