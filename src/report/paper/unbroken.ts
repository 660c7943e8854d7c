/** What must not begin a line: a unit after its number, and a year after its word. */
const units = /(?<=\d) (?=(?:kr|tkr|mkr|kronor|%)(?!\p{L}))/gu;
const years = /(?<=(?<!\p{L})(?:år|basår|year|in)) (?=\d{4}(?!\d))/giu;

/** A sentence whose amounts and years stay on one line: "3 500 000 kr", "år 2027". */
export function unbroken(sentence: string): string {
  return sentence.replace(units, "\u00a0").replace(years, "\u00a0");
}
