import type { Language } from "../../i18n";
import type { AmountRow, PlanInput } from "../../planning/types";
import type { CellValue } from "../amountText";
import { nameKey } from "../reading/names";
import { decimalCell, ruleCells } from "./ruleCells";
import { templateTables, type ColumnKey, type SettingKey, type TableKey } from "./tables";
import { choiceText, headerText, settingExplanation, settingRows, settingText } from "./texts";

/** A template table's cells: its headings, years among them, and its rows. */
export interface FilledTable {
  table: TableKey;
  header: string[];
  rows: CellValue[][];
}

type Row = Partial<Record<ColumnKey, CellValue>>;

/**
 * A plan's input as the template's tables: reading them gives the same input back. Amounts are in kronor. Tables
 * without rows are left out, but for projects, costs and savings. Projects and committees are named, where their names
 * are their own; else by id.
 */
export function fillTemplate(input: PlanInput, language: Language = "sv"): FilledTable[] {
  const project = displayNames(input.projects);
  const committee = displayNames(input.committees);
  const named = ({ project: projectId, committee: committeeId, year, amount }: AmountRow): Row => ({
    project: project(projectId), committee: committee(committeeId), year, amount: decimalCell(amount),
  });
  const yesNo = (value: boolean) => choiceText(value ? "yes" : "no", language);
  const rows: Record<TableKey, Row[] | FilledTable> = {
    projects: input.projects.map(({ id, name, owner, rule, startYear, endYear }) => ({
      ...(id === name ? {} : { projectId: id }), projectName: name, ...(owner === undefined ? {} : { owner: committee(owner) }), ...defined({ startYear, endYear }), ...ruleCells(rule, language),
    })),
    costs: byYear("costs", input.costs.map((row) => ({ ...row, project: project(row.project), committee: committee(row.committee) })), true, language),
    savings: byYear("savings", input.savings.map((row) => ({ ...row, project: project(row.project), committee: committee(row.committee) })), true, language),
    committees: input.committees.map(({ id, name, internal }) => ({ ...(id === name ? {} : { committeeId: id }), committeeName: name, ...(internal === undefined ? {} : { internal: yesNo(internal) }) })),
    frames: byYear("frames", (input.frames ?? []).map((row) => ({ ...row, project: "", committee: committee(row.committee) })), false, language),
    caps: (input.caps ?? []).map(({ committee: id, year, amount, shareOfFrame }) => ({
      committee: committee(id), ...defined({ capYear: year }), ...(amount === undefined ? {} : { capAmount: decimalCell(amount) }), ...(shareOfFrame === undefined ? {} : { capShare: decimalCell(shareOfFrame) }),
    })),
    split: [...input.projects.map(({ id, rule }) => ({ splitProject: project(id), rule })), { splitProject: "", rule: input.defaultRule }].flatMap(({ splitProject, rule }) =>
      (rule?.split ?? []).map(({ committee: id, share }) => ({ splitProject, committee: committee(id), splitShare: decimalCell(share) })),
    ),
    fund: input.fund
      ? [
          { fundPost: choiceText("opening", language), fundYear: input.fund.openingYear, amount: decimalCell(input.fund.openingBalance) },
          ...(input.fund.contributions ?? []).map(({ year, amount }) => ({ fundPost: choiceText("contribution", language), fundYear: year, amount: decimalCell(amount) })),
        ]
      : [],
    outcomes: (input.outcomes ?? []).map((row) => ({ ...named(row), status: choiceText(row.status, language), ...defined({ source: row.source, date: row.date }) })),
    booked: (input.booked ?? []).map(named),
    waivers: (input.waivers ?? []).map(({ project: projectId, committee: committeeId, fromYear, toYear, share, reason, decision }) => ({
      ...(projectId === undefined ? {} : { anyProject: project(projectId) }), ...(committeeId === undefined ? {} : { anyCommittee: committee(committeeId) }), ...defined({ fromYear, toYear }), waivedShare: decimalCell(share), reason, decision,
    })),
    successions: (input.successions ?? []).map(({ from, to, year, share }) => ({
      fromCommittee: committee(from), toCommittee: committee(to), successionYear: year, ...(share === undefined ? {} : { successionShare: decimalCell(share) }),
    })),
    comparison: [],
    settings: settings(input, language),
  };
  return templateTables.flatMap(({ key, columns, core }) => {
    const filled = rows[key];
    const table = Array.isArray(filled)
      ? { table: key, header: columns.map((column) => headerText(column, language)), rows: filled.map((row) => columns.map((column) => row[column] ?? "")) }
      : filled;
    return table.rows.length > 0 || core ? [table] : [];
  });
}

/** Leaves out what is undefined. */
function defined<T extends Record<string, CellValue | undefined>>(cells: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** How each item is named in other tables: by its name when no other item has it as name or id, else by its id. */
export function displayNames(items: { id: string; name: string }[]): (id: string) => string {
  const uses = new Map<string, Set<number>>();
  items.forEach(({ id, name }, index) => {
    for (const key of [nameKey(id), nameKey(name)]) uses.set(key, (uses.get(key) ?? new Set()).add(index));
  });
  const shown = new Map(items.map(({ id, name }) => [id, uses.get(nameKey(name))?.size === 1 ? name : id]));
  return (id) => shown.get(id) ?? id;
}

/** Amounts with a column per year: a row per project and committee, more when a year has several amounts. */
function byYear(table: TableKey, amounts: AmountRow[], withProject: boolean, language: Language): FilledTable {
  const used = amounts.map(({ year }) => year);
  const first = used.reduce((least, year) => Math.min(least, year), Infinity);
  const last = used.reduce((most, year) => Math.max(most, year), -Infinity);
  const years = used.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const groups = new Map<string, { labels: string[]; rows: Map<number, CellValue>[] }>();
  for (const { project, committee, year, amount } of amounts) {
    const labels = withProject ? [project, committee] : [committee];
    const key = JSON.stringify(labels);
    const group = groups.get(key) ?? { labels, rows: [] };
    groups.set(key, group);
    let row = group.rows.find((one) => !one.has(year));
    if (!row) group.rows.push((row = new Map()));
    row.set(year, decimalCell(amount));
  }
  const labels = (withProject ? (["project", "committee"] as const) : (["committee"] as const)).map((column) => headerText(column, language));
  return {
    table,
    header: [...labels, ...years.map(String)],
    rows: [...groups.values()].flatMap((group) => group.rows.map((row) => [...group.labels, ...years.map((year) => row.get(year) ?? "")])),
  };
}

function settings(input: PlanInput, language: Language): Row[] {
  const values: Partial<Record<SettingKey, CellValue>> = defined({
    title: input.title,
    roundingUnit: input.roundingUnit === undefined ? undefined : decimalCell(input.roundingUnit),
    planFrom: input.planFrom,
    rate: input.appraisal && decimalCell(input.appraisal.rate),
    baseYear: input.appraisal?.baseYear,
    capOrder: input.capOrder && choiceText(input.capOrder, language),
    capExtensionYears: input.capExtensionYears,
    firstWithin: input.guideline?.firstRepaymentWithinYears,
    lastWithin: input.guideline?.lastRepaymentWithinYears,
  });
  const rule = ruleCells(input.defaultRule, language);
  if (Object.keys(values).length === 0 && Object.keys(rule).length === 0) return [];
  return settingRows.map((row) => ({
    setting: settingText(row, language),
    settingValue: ("setting" in row ? values[row.setting] : rule[row.rule]) ?? "",
    settingExplanation: settingExplanation(row, language),
  }));
}
