import type { Language } from "../../i18n";
import { annexTranslator } from "./annexTexts";
import type { PaperUnit } from "./roundedPlan";
import type { Annex, AnnexDetails } from "./types";

/** The title page's lines; only those that say something. */
export function titleLines(details: AnnexDetails, subject: string, language: Language): Annex["lines"] {
  const translate = annexTranslator(language);
  return [
    { label: translate("annex:lines.municipality"), text: details.municipality },
    { label: translate("annex:lines.caseNumber"), text: details.caseNumber },
    { label: translate("annex:lines.date"), text: details.date },
    { label: translate("annex:lines.officer"), text: details.officer },
    { label: translate("annex:lines.recipient"), text: details.recipient },
    { label: translate("annex:lines.subject"), text: subject },
  ].filter(({ text }) => text.trim() !== "");
}

/** Decimals in the unit: öre only where there are some, tenths of mkr. */
export function decimalsIn(unit: PaperUnit, kronorDecimals: number): number {
  if (unit === "kr") return kronorDecimals;
  return unit === "mkr" ? 1 : 0;
}
