import type { Language } from "../../i18n";
import { isDecimalText } from "../../money/decimalText";
import type { PlanInput, RepaymentRule } from "../../planning/types";
import type { CellValue } from "../amountText";
import { cellOf } from "../reading/cellBlock";
import { nameKey } from "../reading/names";
import type { RecordTable } from "../reading/readWorkbook";
import { decimalCell, ruleCells } from "../template/ruleCells";
import { ruleColumns, settingKinds, type RuleColumn, type SettingKey } from "../template/tables";
import { choiceText, settingExplanation, settingNamed, settingText, type SettingRow } from "../template/texts";
import { RecordEdit } from "./recordEdit";

/** A setting's value in the terms of PlanInput: rate "0.03", capOrder "oldestFirst"; null empties the cell. */
export type SettingValue = string | number | null;

/** Rules and settings to write. */
export interface RuleChanges {
  /** `default`: no rule of the fund's own, which is villkorad, ten years. */
  defaultRule?: RepaymentRule | "default";
  /** By project id; `default`: the project follows the fund's rule, with no split of its own. */
  projects?: Readonly<Record<string, RepaymentRule | "default">>;
  settings?: Readonly<Partial<Record<SettingKey, SettingValue>>>;
}

/** Every cell of a rule: those that the rule does not need are blank. */
function allRuleCells(rule: RepaymentRule | "default", language: Language): Record<RuleColumn, CellValue> {
  const cells = rule === "default" ? {} : ruleCells(rule, language);
  return Object.fromEntries(ruleColumns.map((column) => [column, cells[column] ?? ""])) as Record<RuleColumn, CellValue>;
}

/** A setting as its cell holds it. Text that is no number where one is due is written as it is: the reading says so. */
function settingCell(setting: SettingKey, value: SettingValue, language: Language): CellValue {
  if (value === null || value === "") return "";
  const { kind } = settingKinds[setting];
  if (kind === "choice") return value === "oldestFirst" || value === "proportional" ? choiceText(value, language) : value;
  return kind !== "text" && typeof value === "string" && isDecimalText(value) ? decimalCell(value) : value;
}

/** The changes to projects in their table; a project that is not listed there gets a row. */
export function editProjects(record: RecordTable, rules: NonNullable<RuleChanges["projects"]>, input: PlanInput, language: Language): RecordEdit {
  const edit = new RecordEdit(record);
  const { block, place } = record;
  const names = place.columns.get("projectName");
  for (const project of input.projects) {
    const rule = rules[project.id];
    if (rule === undefined) continue;
    const row = edit.rows().find((one) => names !== undefined && cellOf(block, one, names) === project.cell);
    const cells = allRuleCells(rule, edit.language(language));
    if (row === undefined) edit.add({ ...(project.id === project.name ? {} : { projectId: project.id }), projectName: project.name, ...cells });
    else edit.set(row, cells);
  }
  return edit;
}

/** The changes to the settings' table; a setting whose row is gone gets one. */
export function editSettings(record: RecordTable, { defaultRule, settings = {} }: RuleChanges, language: Language): RecordEdit {
  const edit = new RecordEdit(record);
  const own = edit.language(language);
  const rule = defaultRule === undefined ? [] : Object.entries(allRuleCells(defaultRule, own)).map(([column, value]): [SettingRow, CellValue] => [{ rule: column as RuleColumn }, value]);
  const plain = (Object.entries(settings) as [SettingKey, SettingValue][]).map(([setting, value]): [SettingRow, CellValue] => [{ setting }, settingCell(setting, value, own)]);
  for (const [setting, value] of [...plain, ...rule]) {
    const row = edit.rows().find((one) => isSame(settingNamed(edit.text(one, "setting")), setting));
    if (row !== undefined) edit.set(row, { settingValue: value });
    else if (value !== "") {
      const explained = record.place.columns.has("settingExplanation") ? { settingExplanation: settingExplanation(setting, own) } : {};
      edit.add({ setting: settingText(setting, own), settingValue: value, ...explained });
    }
  }
  return edit;
}

const isSame = (one: SettingRow | undefined, other: SettingRow) => JSON.stringify(one) === JSON.stringify(other);

/** The input with the changes, for tables that are made anew. */
export function withChanges(input: PlanInput, { defaultRule, projects = {}, settings = {} }: RuleChanges, listed: boolean): PlanInput {
  const rule = defaultRule === undefined ? input.defaultRule : defaultRule === "default" ? undefined : defaultRule;
  const changed: PlanInput = {
    ...input,
    defaultRule: rule,
    // A project that is not listed has no rule of its own but an agreed split, which has a table of its own.
    projects: input.projects.map(({ rule: own, ...project }) => {
      const now = projects[project.id] ?? (listed ? own : undefined);
      return now === undefined || now === "default" ? project : { ...project, rule: now };
    }),
  };
  for (const [key, value] of Object.entries(settings) as [SettingKey, SettingValue][]) takeSetting(changed, key, value);
  return changed;
}

function takeSetting(input: PlanInput, key: SettingKey, value: SettingValue): void {
  const text = value === null || value === "" ? undefined : String(value);
  const number = text === undefined ? undefined : Number(text);
  const takes: Record<SettingKey, () => void> = {
    title: () => (input.title = text),
    roundingUnit: () => (input.roundingUnit = text),
    planFrom: () => (input.planFrom = number),
    rate: () => (input.appraisal = text === undefined ? undefined : { baseYear: firstYear(input), ...input.appraisal, rate: text }),
    baseYear: () => (input.appraisal = input.appraisal && { ...input.appraisal, baseYear: number ?? firstYear(input) }),
    capOrder: () => (input.capOrder = text === "proportional" ? text : text === undefined ? undefined : "oldestFirst"),
    capExtensionYears: () => (input.capExtensionYears = number),
    firstWithin: () => (input.guideline = { ...input.guideline, firstRepaymentWithinYears: number }),
    lastWithin: () => (input.guideline = { ...input.guideline, lastRepaymentWithinYears: number }),
  };
  takes[key]();
}

/** The year that the reading takes when none is stated. */
function firstYear({ costs }: PlanInput): number {
  const year = costs.filter(({ amount }) => /[1-9]/.test(amount)).reduce((first, row) => Math.min(first, row.year), Infinity);
  return Number.isFinite(year) ? year : new Date().getFullYear();
}

/** Whether two names are the same to a reader. */
export const sameName = (one: string, other: string) => nameKey(one) === nameKey(other);
