import { translator, type Language } from "../../i18n";
import type { Diagnostic, PlanInput, RepaymentRule } from "../../planning/types";
import { failureDiagnostic, refusalDiagnostic, withUndoing } from "../excelErrors";
import { NoAnswer } from "../excelRun";
import { readPlaces, type PlacedReading, type RecordTable } from "../reading/readWorkbook";
import { planTables, queueTables } from "../template/addTables";
import { removeSheets } from "../template/createTemplate";
import type { TemplateSheet } from "../template/sheetPlan";
import type { SettingKey, TableKey } from "../template/tables";
import { headerText } from "../template/texts";
import { editProjects, editSettings, withChanges, type RuleChanges, type SettingValue } from "./changes";
import { editSplits, splitChanges } from "./editSplits";
import { ColumnMissing, type RecordEdit } from "./recordEdit";

/** What is to be written: changes to tables that there are, and tables that there are not. */
export interface TableWork {
  edits: RecordEdit[];
  plans: TemplateSheet[];
}

/** The message of a problem that is not Excel's. */
export function ruleProblem(code: "projectGone" | "committeeGone" | "columnMissing" | "capGone", facts: Record<string, string | number>, language: Language): Diagnostic {
  return { code: `rules.${code}`, severity: "error", message: translator(language)(`template:problems.${code}`, facts), values: facts };
}

export function recordOf({ records }: PlacedReading, key: TableKey): RecordTable | undefined {
  return records.find(({ table }) => table.key === key);
}

/**
 * Reads where the tables stand (two syncs) and writes in them (one). All or nothing: when a later table refuses, what
 * an earlier one got is written back, and sheets that were made are taken away.
 * @param work what to write, or why nothing can be
 * @returns null when it is written, else why not
 */
export async function writeTables(context: Excel.RequestContext, language: Language, work: (placed: PlacedReading) => TableWork | Diagnostic): Promise<Diagnostic | null> {
  let edits: RecordEdit[] = [];
  let plans: TemplateSheet[] = [];
  try {
    const placed = await readPlaces(context, { language });
    const wanted = work(placed);
    if ("severity" in wanted) return wanted;
    if (wanted.plans.length > 0 && placed.found.structureProtected) return failureDiagnostic("structureProtected", language);
    ({ edits, plans } = wanted);
    for (const edit of edits) edit.write(context);
    queueTables(context, plans, language);
    await context.sync();
    return null;
  } catch (error) {
    if (error instanceof ColumnMissing) return ruleProblem("columnMissing", { column: headerText(error.column, language), sheet: error.sheet }, language);
    const failure = await refusalDiagnostic(context, error, language);
    return edits.length + plans.length === 0 ? failure : withUndoing(failure, await undo(context, edits, plans), language);
  }
}

/** Gives the sheets where something may be left. When Excel does not answer, nothing more is asked of it. */
async function undo(context: Excel.RequestContext, edits: RecordEdit[], plans: TemplateSheet[]): Promise<string[]> {
  const left = await removeSheets(context, plans.map(({ sheet }) => sheet));
  let silent = false;
  for (const edit of edits) {
    try {
      if (silent) throw new NoAnswer();
      await edit.undo(context);
    } catch (error) {
      left.push(edit.sheet);
      silent = error instanceof NoAnswer;
    }
  }
  return left;
}

/** Writes rules and settings in the workbook's own tables, several at once. Those that are missing are made and filled in. */
export function writeRules(context: Excel.RequestContext, { language, ...changes }: RuleChanges & { language: Language }): Promise<Diagnostic | null> {
  return writeTables(context, language, (placed) => rulesWork(placed, changes, language));
}

function rulesWork(placed: PlacedReading, changes: RuleChanges, language: Language): TableWork | Diagnostic {
  const { input } = placed.reading;
  const { projects = {}, settings = {}, defaultRule } = changes;
  const unknown = Object.keys(projects).find((id) => !input.projects.some((project) => project.id === id));
  if (unknown !== undefined) return ruleProblem("projectGone", { project: unknown }, language);
  const edits: RecordEdit[] = [];
  const missing: TableKey[] = [];
  const projectTable = recordOf(placed, "projects");
  const settingTable = recordOf(placed, "settings");
  if (Object.keys(projects).length > 0) {
    if (projectTable) edits.push(editProjects(projectTable, projects, input, language));
    else if (Object.values(projects).some((rule) => rule !== "default")) missing.push("projects");
  }
  if (Object.keys(settings).length > 0 || defaultRule !== undefined) {
    if (settingTable) edits.push(editSettings(settingTable, changes, language));
    else missing.push("settings");
  }
  // Last, as rows that are added can't be taken back when a later table refuses.
  const splits = splitChanges(changes, input);
  const splitTable = recordOf(placed, "split");
  if (splits.length > 0) {
    if (splitTable) edits.push(editSplits(splitTable, splits, input));
    else missing.push("split");
  }
  const changed: PlanInput = withChanges(input, changes, projectTable !== undefined);
  return { edits, plans: planTables(placed, missing, changed, language) };
}

/** Writes a project's rule in the projects' table, its split in its own; `default` empties both, and the fund's rule holds. */
export function writeProjectRule(context: Excel.RequestContext, { project, rule, language }: { project: string; rule: RepaymentRule | "default"; language: Language }): Promise<Diagnostic | null> {
  return writeRules(context, { projects: { [project]: rule }, language });
}

/** Writes the fund's own rule in the settings; `default` empties it: villkorad, ten years. */
export function writeDefaultRule(context: Excel.RequestContext, { rule, language }: { rule: RepaymentRule | "default"; language: Language }): Promise<Diagnostic | null> {
  return writeRules(context, { defaultRule: rule, language });
}

/** Writes a setting in its table, as `RuleChanges` has it. */
export function writeSetting(context: Excel.RequestContext, { setting, value, language }: { setting: SettingKey; value: SettingValue; language: Language }): Promise<Diagnostic | null> {
  return writeRules(context, { settings: { [setting]: value }, language });
}
