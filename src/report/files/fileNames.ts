import type { Language } from "../../i18n";

/** What the files of a plan are called, by the workbook's name: `Plan 2027.xlsx` gives `Plan 2027-bilaga.docx`. */
export function fileNames(workbook: string, language: Language): { word: string; committees: string; csv: string; sie: string } {
  const name = workbook.replace(/\.xls[xmb]?$/i, "");
  const [annex, annexes] = language === "sv" ? ["bilaga", "bilagor"] : ["annex", "annexes"];
  return { word: `${name}-${annex}.docx`, committees: `${name}-${annexes}.zip`, csv: `${name}.csv`, sie: `${name}.se` };
}
