import type { Annex, AnnexSection } from "../paper/types";

/** What is copied of an annex: one section, only its tables, or (left out) all of it. */
export type AnnexPart = { section: AnnexSection["id"] } | "tables";

/** The sections that a part holds. What is drawn is left out: the clipboard takes no charts, and the tables say the same. */
export function sectionsOf({ sections }: Annex, part?: AnnexPart): AnnexSection[] {
  return sections
    .filter(({ id }) => part === undefined || part === "tables" || part.section === id)
    .map((section) => ({ ...section, blocks: section.blocks.filter(({ kind }) => kind !== "chart" && (part !== "tables" || kind === "table")) }))
    .filter(({ blocks }) => blocks.length > 0);
}
