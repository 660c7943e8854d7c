import type { TFunction } from "i18next";
import enAnnex from "../../i18n/en/annex.json";
import { texts, type Language } from "../../i18n";
import svAnnex from "../../i18n/sv/annex.json";

// With the papers, not with the pane: most who open the pane make no paper that day.
texts.addResourceBundle("sv", "annex", svAnnex);
texts.addResourceBundle("en", "annex", enAnnex);

/** Translates what stands in a paper. */
export type AnnexTranslate = TFunction<["annex"]>;

/** The translating function of a paper's language: `annexTranslator("sv")("annex:title")`. */
export function annexTranslator(language: Language): AnnexTranslate {
  return texts.getFixedT(language) as AnnexTranslate;
}
