import type { AnnexBlock } from "./types";

/** What must not begin a line: a unit after its number, and a year after its word. */
const units = /(?<=\d) (?=(?:kr|tkr|mkr|kronor|%)(?!\p{L}))/gu;
const years = /(?<=(?<!\p{L})(?:år|basår|year|in)) (?=\d{4}(?!\d))/giu;

/** A sentence whose amounts and years stay on one line: "3 500 000 kr", "år 2027". */
export function unbroken(sentence: string): string {
  return sentence.replace(units, "\u00a0").replace(years, "\u00a0");
}

/** A block whose sentences are `unbroken`. */
export function unbrokenBlock(block: AnnexBlock): AnnexBlock {
  switch (block.kind) {
    case "paragraph":
    case "note":
      return { ...block, text: unbroken(block.text) };
    case "numbered":
      return { ...block, items: block.items.map(unbroken) };
    case "entries":
      return { ...block, entries: block.entries.map(({ label, text }) => ({ label, text: unbroken(text) })) };
    case "table":
      return { ...block, table: { ...block.table, notes: block.table.notes.map(unbroken) } };
    case "chart":
      return { ...block, chart: { ...block.chart, alternative: unbroken(block.chart.alternative), scale: unbroken(block.chart.scale) } };
  }
}
