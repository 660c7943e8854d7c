import { translator, type Language } from "../../i18n";
import { firstYear as earliest, lastYear as latest } from "../../money/years";
import type { Diagnostic } from "../../planning/types";
import type { CellValue } from "../amountText";
import { columnLetters } from "../cellAddress";
import { excelDiagnostic, failureDiagnostic } from "../excelErrors";
import { FreeNames } from "../writing/sheetNames";
import type { FilledTable } from "./fillTemplate";
import { bodyRowCount, templateRows, templateSheet, wantedSheet, type TemplateContent, type TemplateSheet, type Validation } from "./sheetPlan";
import { templateTables, type TableKey } from "./tables";

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
    return { sheets: [], diagnostics: [excelDiagnostic(error, language), ...(await removeSheets(context, made, language))] };
  }
}

function chosenTables({ tables, filled }: TemplateOptions) {
  const wanted = new Set<TableKey>(tables ?? filled?.map(({ table }) => table) ?? templateTables.filter(({ core }) => core).map(({ key }) => key));
  return templateTables.filter(({ key }) => wanted.has(key));
}

function planSheets(keys: TableKey[], content: TemplateContent, taken: string[]): TemplateSheet[] {
  const names = new FreeNames(taken);
  const sheets = new Map(keys.map((key) => [key, names.take(wantedSheet(key, content.language))]));
  const bodyRowsOf = (key: TableKey) => {
    const sheet = sheets.get(key);
    return sheet === undefined ? undefined : { sheet, rows: bodyRowCount(key, content) };
  };
  return keys.map((key) => templateSheet(key, sheets.get(key) ?? "", content, bodyRowsOf));
}

function renamed(plans: TemplateSheet[], language: Language): Diagnostic[] {
  return plans.flatMap(({ table, sheet }): Diagnostic[] => {
    const wanted = wantedSheet(table, language);
    if (wanted === sheet) return [];
    return [{ code: "template.nameTaken", severity: "warning", message: translator(language)("template:problems.nameTaken", { wanted, sheet }), values: { wanted, sheet } }];
  });
}

/** Takes away what a failed batch may have made; a sheet that was never made is passed over. */
async function removeSheets(context: Excel.RequestContext, names: string[], language: Language): Promise<Diagnostic[]> {
  if (names.length === 0) return [];
  try {
    for (const name of names) context.workbook.worksheets.getItemOrNullObject(name).delete();
    await context.sync();
    return [];
  } catch {
    const sheets = names.join(", ");
    return [{ code: "template.leftBehind", severity: "warning", message: translator(language)("template:problems.leftBehind", { sheets }), values: { sheets } }];
  }
}

/** Text that Excel would take for a formula, number, date or truth value is marked as text. */
function guarded(value: CellValue): CellValue {
  if (typeof value !== "string" || value === "") return value;
  return /^\p{L}[^\d]*$/u.test(value) && !/^(?:true|false|sant|falskt)$/i.test(value) ? value : `'${value}`;
}

function writeSheet(context: Excel.RequestContext, plan: TemplateSheet, language: Language): void {
  const sheet = context.workbook.worksheets.add(plan.sheet);
  const rows = plan.values.length;
  const width = plan.values[0]?.length ?? 0;
  const last = columnLetters(plan.columns.length - 1);
  const { header, body } = templateRows;
  plan.columns.forEach(({ numberFormat, width: points }, index) => {
    const letter = columnLetters(index);
    const column = sheet.getRange(`${letter}${body + 1}:${letter}${rows}`);
    if (numberFormat !== "General") column.numberFormat = Array.from({ length: plan.bodyRows }, () => [numberFormat]);
    sheet.getRange(`${letter}:${letter}`).format.columnWidth = points;
  });
  sheet.getRange(`A1:${columnLetters(width - 1)}${rows}`).values = plan.values.map((row) => row.map(guarded));

  const table = sheet.tables.add(plan.tableAddress, true);
  table.name = plan.tableName;
  table.style = "TableStyleLight9";

  const title = sheet.getRange("A1").format.font;
  title.bold = true;
  title.size = 14;
  const explanations = sheet.getRange(`A${templateRows.explanations + 1}:${last}${templateRows.explanations + 1}`).format;
  explanations.wrapText = true;
  explanations.verticalAlignment = "Bottom";
  explanations.font.italic = true;
  explanations.font.size = 9;
  explanations.rowHeight = 62;
  sheet.getRange(`A${header + 1}:${last}${header + 1}`).format.wrapText = true;
  for (const validation of plan.validations) validate(sheet, validation, translator(language)("template:validation.title"));

  sheet.freezePanes.freezeRows(header + 1);
  const page = sheet.pageLayout;
  page.orientation = "Landscape";
  page.paperSize = "A4";
  page.zoom = { horizontalFitToPages: 1 };
  page.setPrintTitleRows(`$${header + 1}:$${header + 1}`);
  page.headersFooters.defaultForAllPages.leftHeader = plan.title.replaceAll("&", "&&");
  page.headersFooters.defaultForAllPages.rightFooter = translator(language)("template:page");
}

function validate(sheet: Excel.Worksheet, { address, rule, prompt, alert }: Validation, title: string): void {
  const { dataValidation } = sheet.getRange(address);
  if (rule) {
    dataValidation.rule = rule;
    dataValidation.errorAlert = { title, message: alert ?? "", showAlert: alert !== undefined, style: "Stop" };
  }
  if (prompt) dataValidation.prompt = { ...prompt, showPrompt: true };
}
