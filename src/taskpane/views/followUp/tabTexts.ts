import { useTranslation } from "react-i18next";
import enTab from "../../../i18n/en/followUpTab.json";
import { texts, type Language } from "../../../i18n";
import svTab from "../../../i18n/sv/followUpTab.json";

// With the tab, not with the pane: following up is a few days' work a year.
texts.addResourceBundle("sv", "followUpTab", svTab);
texts.addResourceBundle("en", "followUpTab", enTab);

/** The tab's texts in the language of the state: `translate("followUpTab:year.label")`. */
export function useTabTexts(language: Language) {
  return useTranslation(["followUpTab"], { lng: language }).t;
}
