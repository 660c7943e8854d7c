import type { TFunction } from "i18next";
import enFollowUp from "../../i18n/en/followUp.json";
import { texts, type Language } from "../../i18n";
import svFollowUp from "../../i18n/sv/followUp.json";

// With the follow-up, not with the pane: it is a few days' work a year.
texts.addResourceBundle("sv", "followUp", svFollowUp);
texts.addResourceBundle("en", "followUp", enFollowUp);

/** Translates what stands in a follow-up. */
export type FollowUpTranslate = TFunction<["followUp", "report"]>;

/** The translating function of a follow-up's language: `followUpTranslator("sv")("followUp:reasons.cap")`. */
export function followUpTranslator(language: Language): FollowUpTranslate {
  return texts.getFixedT(language) as FollowUpTranslate;
}
