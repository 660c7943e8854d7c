import { cellFunctions } from "../../src/functions/functions";
import excel from "../../src/i18n/sv/excel.json";
import reading from "../../src/i18n/sv/reading.json";
import template from "../../src/i18n/sv/template.json";
import { columnOf, ruleColumns, settingKeys, templateTables } from "../../src/workbook/template/tables";
import { markdownTable, testGenerated } from "./generated";

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
    .map(({ name, description, arguments: declared }) => {
      const written = declared.map((argument) => (argument.default === undefined ? argument.name : `[${argument.name}]`)).join("; ");
      const rows = declared.map((argument) => [argument.name, argument.description.sv]);
      return `\`SIF.${name}(${written})\`\n\n${description.sv}\n\n${markdownTable(["Argument", "Förklaring"], rows)}`;
    })
    .join("\n\n"),
);

testGenerated(page, "lämnas utanför", () => Object.values(reading.leftOut).map((what) => `- ${what}`).join("\n"));

testGenerated(page, "tolkningar", () => Object.values(reading.interpreted).map((sentence) => `- ${shown(sentence)}`).join("\n"));

testGenerated(page, "meddelanden vid inläsning", () =>
  markdownTable(["Kod", "Meddelande"], Object.entries(reading.problems).map(([code, message]) => [`\`reading.${code}\``, shown(message)])),
);

testGenerated(page, "när Excel säger nej", () => Object.values(excel).map((message) => `- ${shown(message)}`).join("\n"));
