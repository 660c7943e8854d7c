import { translator, type Language } from "../../i18n";
import { nameKey } from "../reading/names";
import { choices, ruleColumns, settingKeys, type Choice, type ChoiceList, type ColumnKey, type RuleColumn, type SettingKey, type TableKey } from "./tables";

const languages: readonly Language[] = ["sv", "en"];

export function headerText(column: ColumnKey, language: Language): string {
  return translator(language)(`template:columns.${column}.header`);
}

export function explanationText(column: ColumnKey, language: Language): string {
  return translator(language)(`template:columns.${column}.explanation`);
}

export function choiceText(choice: Choice | "yes" | "no", language: Language): string {
  return translator(language)(`template:choices.${choice}`);
}

export function sheetText(table: TableKey, language: Language): string {
  return translator(language)(`template:tables.${table}.sheet`);
}

/** The names of a thing in all our languages, as names are compared: found once, since every cell of a heading asks for them all. */
const namesOf = new Map<string, ReadonlySet<string>>();

/** Whether a cell's text is a name of the thing in any of our languages, whatever its case and spaces. */
function says(text: string, thing: string, name: (language: Language) => string): boolean {
  const names = namesOf.get(thing) ?? new Set(languages.map((language) => nameKey(name(language))));
  namesOf.set(thing, names);
  return names.has(nameKey(text));
}

/** Whether a heading is that of a template column. */
export function isHeader(text: string, column: ColumnKey): boolean {
  return says(text, `column ${column}`, (language) => headerText(column, language));
}

/** Whether a sheet has the name of a table's template sheet, also with a number after it: "Kostnader (2)". */
export function isSheetOf(sheet: string, table: TableKey): boolean {
  return says(sheet.replace(/ \(\d+\)$/, ""), `sheet ${table}`, (language) => sheetText(table, language));
}

/** The choice that a cell's text names, in any language; undefined when it is none of the list. */
export function choiceNamed<L extends ChoiceList>(list: L, text: string): (typeof choices)[L][number] | undefined {
  const offered: readonly (typeof choices)[L][number][] = choices[list];
  return offered.find((choice) => says(text, `choice ${choice}`, (language) => choiceText(choice, language)));
}

/** Yes or no in any language, also as Excel's own truth values; undefined when it is neither. */
export function yesOrNo(text: string): boolean | undefined {
  if (says(text, "choice yes", (language) => choiceText("yes", language)) || /^(?:x|sant|true|1)$/i.test(text)) return true;
  if (says(text, "choice no", (language) => choiceText("no", language)) || /^(?:falskt|false|0)$/i.test(text)) return false;
  return undefined;
}

/** A row of the settings table: one of the plan's own, or a part of the default rule. */
export type SettingRow = { setting: SettingKey } | { rule: RuleColumn };

/** The settings in the order of their rows. */
export const settingRows: readonly SettingRow[] = [...settingKeys.map((setting) => ({ setting })), ...ruleColumns.map((rule) => ({ rule }))];

export function settingText(row: SettingRow, language: Language): string {
  const text = translator(language);
  return "setting" in row ? text(`template:settings.${row.setting}.name`) : text("template:defaultRule", { name: headerText(row.rule, language) });
}

export function settingExplanation(row: SettingRow, language: Language): string {
  return "setting" in row ? translator(language)(`template:settings.${row.setting}.explanation`) : explanationText(row.rule, language);
}

/** The setting that a row's first cell names, in any language. */
export function settingNamed(text: string): SettingRow | undefined {
  return settingRows.find((row) => says(text, "setting" in row ? `setting ${row.setting}` : `default rule ${row.rule}`, (language) => settingText(row, language)));
}
