import { useTranslation } from "react-i18next";
import type { Language } from "../../i18n";

/** The pane's texts in the language of the state. */
export function usePaneTexts(language: Language) {
  return useTranslation("pane", { lng: language }).t;
}
