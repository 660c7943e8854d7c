import { translator, type Language } from "../../i18n";
import { firstYear as earliest, lastYear as latest } from "../../money/years";
import type { Diagnostic } from "../../planning/types";
import { failureDiagnostic, refusalDiagnostic, withUndoing } from "../excelErrors";
import { FreeNames } from "../writing/sheetNames";
import type { FilledTable } from "./fillTemplate";
import { bodyRowCount, templateSheet, wantedSheet, type NameColumn, type TemplateContent, type TemplateSheet } from "./sheetPlan";
import { templateTables, type TableKey } from "./tables";
import { writeSheet } from "./writeSheet";

export interface TemplateOptions {
  language?: Language;
  /** The first year column. */
  firstYear: number;
  /** How many year columns. */
  years: number;
  /** Which tables; default Projekt, Kostnader and Besparingar, or those of `filled`. */
  tables?: readonly TableKey[];
  /** What to write in the tables: see `fillTemplate`. */
  filled?: readonly FilledTable[];
}

export interface CreatedTemplate {
  /** The sheets that were made, in order; none when it failed. */
  sheets: { table: TableKey; sheet: string }[];
  diagnostics: Diagnostic[];
}

/**
 * Inserts the template's sheets ("Skapa underlag"), each with an Excel table, in two syncs. All or nothing: after a
 * failure the sheets made are removed. A sheet that exists is never touched (the new one gets a number); a template
 * table that exists is a reason to refuse. Never throws: what went wrong is an error diagnostic.
 */
export async function createTemplate(context: Excel.RequestContext, options: TemplateOptions): Promise<CreatedTemplate> {
  const language = options.language ?? "sv";
  const text = translator(language);
  const refuse = (code: string, message: string): CreatedTemplate => ({ sheets: [], diagnostics: [{ code: `template.${code}`, severity: "error", message }] });
  const { firstYear, years } = options;
  if (!Number.isInteger(firstYear) || !Number.isInteger(years) || years < 1 || firstYear < earliest || firstYear + years - 1 > latest) return refuse("years", text("template:problems.years"));

  const made: string[] = [];
  try {
    const { worksheets, tables, protection } = context.workbook;
    worksheets.load("items/name");
    protection.load("protected");
    tables.load("items/name,items/worksheet/name");
    await context.sync();

    if (protection.protected) return { sheets: [], diagnostics: [failureDiagnostic("structureProtected", language)] };
    const chosen = chosenTables(options);
    const existing = tables.items.find(({ name }) => chosen.some((table) => table.name.toLowerCase() === name.toLowerCase()));
    if (existing) return refuse("exists", text("template:problems.exists", { table: existing.name, sheet: existing.worksheet.name }));

    const plans = planSheets(chosen.map(({ key }) => key), { language, firstYear, years, filled: options.filled }, worksheets.items.map(({ name }) => name));
    for (const plan of plans) {
      made.push(plan.sheet);
      writeSheet(context, plan, language);
    }
    const [first] = plans;
    if (first) worksheets.getItem(first.sheet).activate();
    await context.sync();
    return { sheets: plans.map(({ table, sheet }) => ({ table, sheet })), diagnostics: renamed(plans, language) };
  } catch (error) {
    return { sheets: [], diagnostics: [await undoneTables(context, made, error, language)] };
  }
}

function chosenTables({ tables, filled }: TemplateOptions) {
  const wanted = new Set<TableKey>(tables ?? filled?.map(({ table }) => table) ?? templateTables.filter(({ core }) => core).map(({ key }) => key));
  return templateTables.filter(({ key }) => wanted.has(key));
}

/**
 * Lays out the sheets of tables.
 * @param taken the names of the workbook's sheets
 * @param existing where tables that the workbook has already list their names, for drop-downs
 */
export function planSheets(keys: TableKey[], content: TemplateContent, taken: string[], existing: (key: TableKey) => NameColumn | undefined = () => undefined): TemplateSheet[] {
  const names = new FreeNames(taken);
  const sheets = new Map(keys.map((key) => [key, names.take(wantedSheet(key, content.language))]));
  const namesOf = (key: TableKey): NameColumn | undefined => {
    const sheet = sheets.get(key);
    return sheet === undefined ? existing(key) : { sheet, rows: bodyRowCount(key, content) };
  };
  return keys.map((key) => templateSheet(key, sheets.get(key) ?? "", content, namesOf));
}

/** Tells which sheets could not have the names they should. */
export function renamed(plans: TemplateSheet[], language: Language): Diagnostic[] {
  return plans.flatMap(({ table, sheet }): Diagnostic[] => {
    const wanted = wantedSheet(table, language);
    if (wanted === sheet) return [];
    return [{ code: "template.nameTaken", severity: "warning", message: translator(language)("template:problems.nameTaken", { wanted, sheet }), values: { wanted, sheet } }];
  });
}

/** Takes away the sheets that a failed batch may have made, and tells why it failed. */
export async function undoneTables(context: Excel.RequestContext, made: string[], error: unknown, language: Language): Promise<Diagnostic> {
  const failure = await refusalDiagnostic(context, error, language);
  return made.length === 0 ? failure : withUndoing(failure, await removeSheets(context, made), language);
}

/** Takes away what a failed batch may have made; a sheet that was never made is passed over. Gives the sheets that may be left. */
export async function removeSheets(context: Excel.RequestContext, names: string[]): Promise<string[]> {
  if (names.length === 0) return [];
  try {
    for (const name of names) context.workbook.worksheets.getItemOrNullObject(name).delete();
    await context.sync();
    return [];
  } catch {
    return names;
  }
}
