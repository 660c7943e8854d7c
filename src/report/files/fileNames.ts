import type { Language } from "../../i18n";

/** What the files of a plan are called, by the workbook's name: `Plan 2027.xlsx` gives `Plan 2027-bilaga.docx`. */
export function fileNames(workbook: string, language: Language): { annex: string; csv: string; sie: string } {
  const name = workbook.replace(/\.xls[xmb]?$/i, "");
  return { annex: `${name}-${language === "sv" ? "bilaga" : "annex"}.docx`, csv: `${name}.csv`, sie: `${name}.se` };
}
