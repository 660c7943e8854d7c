import type { Language } from "../../i18n";
import { followUpTranslator } from "./followUpTexts";

/** What the Word file with a year's follow-up is called: "Bilaga uppföljning 2026.docx". */
export function followUpFileName(year: number, language: Language): string {
  return followUpTranslator(language)("followUp:paper.file", { year });
}
