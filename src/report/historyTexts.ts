import type { TFunction } from "i18next";
import { texts, type Language } from "../i18n";
import enHistory from "../i18n/en/history.json";
import svHistory from "../i18n/sv/history.json";

// With the follow-up, not with the pane: most who open the pane decide and report nothing that day.
texts.addResourceBundle("sv", "history", svHistory);
texts.addResourceBundle("en", "history", enHistory);

/** Translates what is said of decided plans and of what is reported afterwards. */
export type HistoryTranslate = TFunction<["history"]>;

/** The translating function of a language: `historyTranslator("sv")("history:sheet.title")`. */
export function historyTranslator(language: Language): HistoryTranslate {
  return texts.getFixedT(language) as HistoryTranslate;
}
