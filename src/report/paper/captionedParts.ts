import type { ReportTable } from "../types";
import { annexTranslator } from "./annexTexts";
import { columnParts } from "./columnParts";
import type { Annex } from "./types";

/** A table that fits a page, under a caption that says its years and its unit. */
export interface CaptionedTable {
  caption: string;
  table: ReportTable;
}

/**
 * A table of an annex as tables that fit a page, each with a caption of its own: "Ramförändringar, år 2026–2030, tkr".
 * @param most so many columns of amounts fit
 */
export function captionedParts(table: ReportTable, { language, unit }: Pick<Annex, "language" | "unit">, most: number): CaptionedTable[] {
  const translate = annexTranslator(language);
  const parts = columnParts(table, most);
  return parts.map((part) => {
    const years = part.columns.flatMap(({ year }) => (year === undefined ? [] : [year]));
    const ofYears = { title: table.title, first: years[0], last: years.at(-1) };
    const title = parts.length === 1 || years.length === 0 ? table.title : translate(years.length === 1 ? "annex:partOneYear" : "annex:part", ofYears);
    return { caption: translate("annex:caption", { title, unit }), table: part };
  });
}
