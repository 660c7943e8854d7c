import { annexTranslator } from "../paper/annexTexts";
import { plainText } from "../paper/plainText";
import type { Annex, AnnexBlock } from "../paper/types";
import type { ReportTable } from "../types";
import { sectionsOf, type AnnexPart } from "./annexPart";
import { shownCell, shownHeader } from "./shownCell";

/**
 * An annex as plain text, for where nothing else can be pasted: a line for each paragraph, tables with a tab between
 * their columns.
 * @param part copies only a section, or only the tables
 */
export function annexText(annex: Annex, part?: AnnexPart): string {
  const { title, lines, unitNote, fingerprint } = annex;
  const head = [plainText(title), ...lines.map(({ label, text }) => `${label}: ${plainText(text)}`), unitNote].join("\n");
  const sections = sectionsOf(annex, part).map(({ title: heading, blocks }) => [heading, ...blocks.map((block) => blockText(block, annex))].join("\n\n"));
  return part === undefined ? [head, ...sections, plainText(fingerprint)].join("\n\n") : sections.join("\n\n");
}

function blockText(block: AnnexBlock, annex: Annex): string {
  switch (block.kind) {
    case "paragraph":
    case "note":
      return plainText(block.text);
    case "numbered":
      return block.items.map((item, index) => `${index + 1}. ${plainText(item)}`).join("\n");
    case "entries":
      return block.entries.map(({ label, text }) => `${plainText(label)}: ${plainText(text)}`).join("\n");
    case "table":
      return tableText(block.table, annex);
    case "chart":
      return "";
  }
}

function tableText(table: ReportTable, annex: Annex): string {
  const caption = annexTranslator(annex.language)("annex:caption", { title: table.title, unit: annex.unit });
  const rows = table.rows.map(({ cells }) => table.columns.map((column, index) => shownCell(cells[index] ?? "", column, annex)).join("\t"));
  return [...table.notes.map(plainText), caption, table.columns.map(shownHeader).join("\t"), ...rows].join("\n");
}
