import type { CellFunction } from "../../src/functions/declaration";
import { cellFunctions } from "../../src/functions/functions";
import { exampleAnswer, exampleFormula, signature, visibleName } from "../../src/functions/reference";
import type { Language } from "../../src/i18n";
import { markdownTable, testGenerated } from "./generated";

/** The reference of the functions, in both languages, is as they are declared; tests/functions computes the examples. */
const words: Record<Language, { argument: string; explanation: string; example: string; answer: string }> = {
  sv: { argument: "Argument", explanation: "Förklaring", example: "Exempel", answer: "Svar" },
  en: { argument: "Argument", explanation: "Explanation", example: "Example", answer: "Answer" },
};

function entry(cellFunction: CellFunction, language: Language): string {
  const { description, arguments: declared, example } = cellFunction;
  const { argument, explanation, example: exampleWord, answer } = words[language];
  // Several cells are written beside and below each other, as they spill.
  const answers = exampleAnswer(example, language).map((cells) => cells.join(" · ").replace(/\s/g, " "));
  return [
    `## ${visibleName(cellFunction)}`,
    description[language],
    `\`\`\`\n${signature(cellFunction, language)}\n\`\`\``,
    markdownTable([argument, explanation], declared.map((one) => [`\`${one.name}\``, one.description[language]])),
    `${exampleWord}: ${example.about[language]}`,
    `\`\`\`\n${exampleFormula(cellFunction, language)}\n\`\`\``,
    `${answer}: ${answers.map((cells) => `**${cells}**`).join("<br>")}`,
  ].join("\n\n");
}

/** A list of the functions first: a heading is an anchor without its points. */
function reference(language: Language): string {
  const list = cellFunctions.map((cellFunction) => `- [${visibleName(cellFunction)}](#${visibleName(cellFunction).replaceAll(".", "").toLowerCase()})`);
  return [list.join("\n"), ...cellFunctions.map((cellFunction) => entry(cellFunction, language))].join("\n\n");
}

testGenerated("funktioner.md", "funktioner", () => reference("sv"));

testGenerated("en/functions.md", "funktioner", () => reference("en"));
