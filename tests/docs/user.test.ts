import { cellFunctions } from "../../src/functions/functions";
import { visibleName } from "../../src/functions/reference";
import excel from "../../src/i18n/sv/excel.json";
import reading from "../../src/i18n/sv/reading.json";
import template from "../../src/i18n/sv/template.json";
import { columnOf, ruleColumns, settingKeys, templateTables } from "../../src/workbook/template/tables";
import { readAmount } from "../../src/workbook/amountText";
import { headerWords } from "../../src/workbook/reading/words";
import { readYear } from "../../src/workbook/reading/yearText";
import { markdownTable, pageText, testGenerated } from "./generated";

/** The user's page shows the template, the functions and the messages as the program has them. */
const page = "anvandare.md";

/** What comes from the workbook is an ellipsis. */
const shown = (message: string) => message.replace(/{{\w+}}/g, "…");

testGenerated(page, "mallens blad", () =>
  markdownTable(
    ["Blad", "Tabellens namn", "Vad det är till för"],
    templateTables.map(({ key, name }) => [template.tables[key].sheet, `\`${name}\``, template.tables[key].intro]),
  ),
);

testGenerated(page, "mallens kolumner", () =>
  templateTables
    .map(({ key, columns }) => {
      const { sheet } = template.tables[key];
      const rows = columns.map((column) => [columnOf(column).kind === "years" ? "2026, 2027 …" : template.columns[column].header, template.columns[column].explanation, columnOf(column).required ? "ja" : ""]);
      return `**${sheet}**\n\n${markdownTable(["Kolumn", "Förklaring", "Måste"], rows)}`;
    })
    .join("\n\n"),
);

testGenerated(page, "inställningar", () =>
  markdownTable(["Inställning", "Förklaring"], [
    ...settingKeys.map((key) => [template.settings[key].name, template.settings[key].explanation]),
    ...ruleColumns.map((column) => [template.defaultRule.replace("{{name}}", template.columns[column].header), template.columns[column].explanation]),
  ]),
);

testGenerated(page, "funktioner", () =>
  cellFunctions
    .map((cellFunction) => `- [${visibleName(cellFunction)}](funktioner.md#${visibleName(cellFunction).replaceAll(".", "").toLowerCase()}): ${cellFunction.description.sv}`)
    .join("\n"),
);

testGenerated(page, "lämnas utanför", () => Object.values(reading.leftOut).map((what) => `- ${what}`).join("\n"));

testGenerated(page, "tolkningar", () => Object.values(reading.interpreted).map((sentence) => `- ${shown(sentence)}`).join("\n"));

testGenerated(page, "meddelanden vid inläsning", () =>
  markdownTable(["Kod", "Meddelande"], Object.entries(reading.problems).map(([code, message]) => [`\`reading.${code}\``, shown(message)])),
);

testGenerated(page, "när Excel säger nej", () => Object.values(excel).map((message) => `- ${shown(message)}`).join("\n"));

describe("what the page says can be read", () => {
  const listed = (label: string) => (new RegExp(`\\*\\*${label}\\.\\*\\*.*?: (.*?)\\. Ett ensamt`).exec(pageText(page))?.[1] ?? "").split(/, (?!\d{2}\b)/);

  test.each(listed("Tal som text"))("as an amount: %s", (text) => expect(readAmount(text).kind).toBe("amount"));

  test.each(["2026", "År 2026", "Budget 2026", "2026 (tkr)"])("as a year: %s", (text) => {
    expect(pageText(page)).toContain(text);
    expect(readYear(text)).toEqual({ kind: "year", year: 2026 });
  });

  test.each(["2026–2028", "2026/27"])("as several years: %s", (text) => {
    expect(pageText(page)).toContain(text);
    expect(readYear(text)).toEqual({ kind: "span" });
  });

  test.each([
    ["committee", ["Nämnd", "förvaltning", "styrelse", "ansvarig", "verksamhet", "huvudman"]],
    ["project", ["Projekt", "insats", "satsning", "åtgärd", "aktivitet"]],
  ])("as the heading of a %s", (role, words) => {
    const [heading, also = ""] = words[0] === "Nämnd" ? ["Nämnd", /Nämnd kan heta (.*?)\./.exec(pageText(page))?.[1]] : ["Projekt", /Projekt kan också heta (.*?)\./.exec(pageText(page))?.[1]];
    expect([heading, ...also.split(", ")]).toEqual(words);
    for (const word of words) expect(headerWords(word).map((found) => found.role)).toContain(role);
  });
});
