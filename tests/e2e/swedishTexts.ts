import enExcel from "../../src/i18n/en/excel.json";
import enPane from "../../src/i18n/en/pane.json";
import enReport from "../../src/i18n/en/report.json";
import enTemplate from "../../src/i18n/en/template.json";
import svExcel from "../../src/i18n/sv/excel.json";
import svPane from "../../src/i18n/sv/pane.json";
import svReport from "../../src/i18n/sv/report.json";
import svTemplate from "../../src/i18n/sv/template.json";
import showcase from "../../src/workbook/examples/norrkoping-2010.json";

/** The sentences and words of texts: what stands around the values that are put in. */
function pieces(texts: unknown): string[] {
  if (typeof texts === "string") return texts.split(/\{\{.*?\}\}/).map((piece) => piece.replace(/^[\s.,:;()]+|[\s.,:;()]+$/g, ""));
  return typeof texts === "object" && texts !== null ? Object.values(texts).flatMap(pieces) : [];
}

/** What may stand in an English pane: English, and names of Norrköping's committees and projects. */
const english = pieces([enExcel, enPane, enReport, enTemplate, showcase.committees, showcase.projects]).join("\n").toLowerCase();

/** What is said only in Swedish; less than three letters may be any language. */
const swedish = [...new Set(pieces([svExcel, svPane, svReport, svTemplate]))].filter((piece) => /\p{L}{3}/u.test(piece) && !english.includes(piece.toLowerCase()));

/** The add-in's Swedish words and sentences that stand in a text, as whole words. */
export function swedishIn(text: string): string[] {
  const plain = text.replace(/\s+/g, " ");
  return swedish.filter((piece) => {
    const at = plain.indexOf(piece);
    return at >= 0 && !/\p{L}/u.test(plain.charAt(at - 1)) && !/\p{L}/u.test(plain.charAt(at + piece.length));
  });
}
