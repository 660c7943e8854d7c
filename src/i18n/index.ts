import { createInstance, type TFunction } from "i18next";
import enDiagnostics from "./en/diagnostics.json";
import enExcel from "./en/excel.json";
import enFunctions from "./en/functions.json";
import enPane from "./en/pane.json";
import enReading from "./en/reading.json";
import enReport from "./en/report.json";
import enTemplate from "./en/template.json";
import svExcel from "./sv/excel.json";
import svFunctions from "./sv/functions.json";
import svPane from "./sv/pane.json";
import svReading from "./sv/reading.json";
import svReport from "./sv/report.json";
import svTemplate from "./sv/template.json";

/** Swedish is complete and the default; English follows it key by key. */
export type Language = "sv" | "en";

/** One namespace for each room that speaks. The engine's Swedish sentences are its own: see planning/diagnostics.ts. */
const sv = { excel: svExcel, functions: svFunctions, pane: svPane, reading: svReading, report: svReport, template: svTemplate };
const en = { diagnostics: enDiagnostics, excel: enExcel, functions: enFunctions, pane: enPane, reading: enReading, report: enReport, template: enTemplate };

export type Translate = TFunction<["report", "template", "reading", "excel", "pane", "functions"]>;

/** The texts; React binds to this instance, everything else asks `translator`. */
export const texts = createInstance({
  lng: "sv",
  fallbackLng: "sv",
  defaultNS: "pane",
  resources: { sv, en },
  initAsync: false,
  interpolation: { escapeValue: false },
});
void texts.init();

const translators: Record<Language, Translate> = { sv: texts.getFixedT("sv") as Translate, en: texts.getFixedT("en") as Translate };

/**
 * The translating function of a language: `translator("sv")("report:plan.title")`.
 * A missing English key falls back to Swedish.
 */
export function translator(language: Language): Translate {
  return translators[language];
}

/** The language for a locale as Office states it: "en-US" is English, everything else Swedish. */
export function languageOf(locale: string | undefined): Language {
  return locale?.toLowerCase().startsWith("en") ? "en" : "sv";
}
