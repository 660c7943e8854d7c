/** The workbench's own words; the pane has its own. */
const sv = {
  title: "Återföring – arbetsbänk",
  examples: "Exempel",
  empty: "Tom arbetsbok",
  open: "Öppna …",
  save: "Spara",
  language: "Språk",
  theme: "Tema",
  light: "Ljust",
  dark: "Mörkt",
  contrast: "Hög kontrast",
  width: "Bredd",
  trouble: "Prova svårigheter",
  slow: "Långsam Excel (1,5 s per anrop)",
  editing: "Cell redigeras",
  protected: "Bladet är skyddat",
  structureProtected: "Arbetsbokens struktur är skyddad",
  readOnly: "Skrivskyddad arbetsbok",
  failNext: "Nästa anrop misslyckas",
  closePane: "Återföring",
  nameBox: "Markering",
  formulaBar: "Innehåll",
  sheets: "Blad",
  pane: "Återföring, fönstret i Excel",
  notOpened: "Filen kunde inte öppnas",
  close: "Stäng",
  protectedSheet: "Bladet är skyddat eller arbetsboken skrivskyddad. Ta bort skyddet under Prova svårigheter om du vill ändra.",
  refused: "Cellen kan inte ändras så",
  sum: "Summa",
  count: "Antal",
};

const en: typeof sv = {
  title: "Återföring – workbench",
  examples: "Examples",
  empty: "Empty workbook",
  open: "Open …",
  save: "Save",
  language: "Language",
  theme: "Theme",
  light: "Light",
  dark: "Dark",
  contrast: "High contrast",
  width: "Width",
  trouble: "Try difficulties",
  slow: "Slow Excel (1.5 s a call)",
  editing: "A cell is being edited",
  protected: "The sheet is protected",
  structureProtected: "The workbook's structure is protected",
  readOnly: "Read-only workbook",
  failNext: "The next call fails",
  closePane: "Återföring",
  nameBox: "Selection",
  formulaBar: "Content",
  sheets: "Sheets",
  pane: "Återföring, the pane in Excel",
  notOpened: "The file could not be opened",
  close: "Close",
  protectedSheet: "The sheet is protected, or the workbook read-only. Take the protection off under Try difficulties if you want to change anything.",
  refused: "The cell can't be changed like that",
  sum: "Sum",
  count: "Count",
};

export type PageTexts = typeof sv;

/** Why a cell could not be changed, from Excel's error code. */
export function refusalText(texts: PageTexts, code: string): string {
  return code === "AccessDenied" ? texts.protectedSheet : `${texts.refused} (${code}).`;
}

/** The texts for a display language of Office. */
export function textsFor(displayLanguage: string): PageTexts {
  return displayLanguage.startsWith("en") ? en : sv;
}
