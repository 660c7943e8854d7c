import { LineRuleType, type IStylesOptions } from "docx";
import type { Language } from "../../i18n";

/** A4 upright with margins of two centimetres, in twips. */
export const page = { width: 11_906, height: 16_838, margin: 1_134 };
export const contentWidth = page.width - 2 * page.margin;

/** Dark enough to read on white and on paper; nothing is told by them alone. */
export const colours = { accent: "17505C", header: "E6EEEF", line: "BFBFBF", quiet: "595959" };

const locales: Record<Language, string> = { sv: "sv-SE", en: "en-GB" };

/** The paper's styles: real headings, so that Word's navigation and screen readers know them. */
export function wordStyles(language: Language): IStylesOptions {
  const heading = (size: number, before: number) => ({
    run: { size, bold: true, color: colours.accent },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  return {
    default: {
      document: { run: { font: "Arial", size: 21, language: { value: locales[language] } }, paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } } },
      title: { run: { size: 40, bold: true, color: colours.accent }, paragraph: { spacing: { after: 240 } } },
      heading1: heading(28, 360),
      heading2: heading(24, 240),
      listParagraph: { paragraph: { spacing: { after: 80 } } },
    },
    paragraphStyles: [
      { id: "TOC1", name: "toc 1", basedOn: "Normal", next: "Normal", paragraph: { spacing: { after: 40 } } },
      { id: "Tabell", name: "Tabell", basedOn: "Normal", run: { size: 17 }, paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } } },
      { id: "Tabellrubrik", name: "Tabellrubrik", basedOn: "Normal", next: "Normal", run: { size: 19, bold: true }, paragraph: { spacing: { before: 200, after: 80 }, keepNext: true } },
      { id: "Not", name: "Not", basedOn: "Normal", run: { size: 18, color: colours.quiet } },
    ],
  };
}
