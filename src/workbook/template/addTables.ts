import type { Language } from "../../i18n";
import type { PlanInput } from "../../planning/types";
import { columnLetters } from "../cellAddress";
import { failureDiagnostic } from "../excelErrors";
import { readPlaces, type PlacedReading } from "../reading/readWorkbook";
import { planSheets, renamed, undoneTables, type CreatedTemplate } from "./createTemplate";
import { displayNames, fillTemplate, type FilledTable } from "./fillTemplate";
import { templateRows, type NameColumn, type TemplateSheet } from "./sheetPlan";
import { templateTables, type TableKey } from "./tables";
import { headerText } from "./texts";
import { writeSheet } from "./writeSheet";

export interface AddTablesOptions {
  /** Tables that the workbook has already are passed over. */
  tables: readonly TableKey[];
  language: Language;
}

/** So many year columns a table gets when no amounts have been read. */
const usualYears = 12;

/**
 * Adds tables of the template to a workbook, on sheets of their own, in three syncs, and selects the first cell to fill
 * in. What the workbook says already of a table's contents is filled in, lists of projects and committees too. All or
 * nothing; never throws.
 */
export async function addTables(context: Excel.RequestContext, { tables, language }: AddTablesOptions): Promise<CreatedTemplate> {
  let plans: TemplateSheet[] = [];
  try {
    const placed = await readPlaces(context, { language });
    if (placed.found.structureProtected) return { sheets: [], diagnostics: [failureDiagnostic("structureProtected", language)] };
    plans = planTables(placed, tables, placed.reading.input, language);
    const [first] = plans;
    if (!first) return { sheets: [], diagnostics: [] };
    queueTables(context, plans, language);
    const sheet = context.workbook.worksheets.getItem(first.sheet);
    sheet.activate();
    sheet.getRange(firstEmptyCell(first)).select();
    await context.sync();
    return { sheets: plans.map(({ table, sheet }) => ({ table, sheet })), diagnostics: renamed(plans, language) };
  } catch (error) {
    return { sheets: [], diagnostics: [await undoneTables(context, plans.map(({ sheet }) => sheet), error, language)] };
  }
}

/** The first blank cell below the headings, row by row; the first of all when none is blank. */
function firstEmptyCell({ values, columns }: TemplateSheet): string {
  const { body } = templateRows;
  for (const [row, cells] of values.slice(body).entries()) {
    const column = cells.slice(0, columns.length).findIndex((value) => value === "");
    if (column >= 0) return `${columnLetters(column)}${body + row + 1}`;
  }
  return `A${body + 1}`;
}

/** Lays out those of the tables that the workbook lacks, filled with the input. */
export function planTables({ found, records }: PlacedReading, tables: readonly TableKey[], input: PlanInput, language: Language): TemplateSheet[] {
  const keys = templateTables.flatMap(({ key }) => (tables.includes(key) && !found.tables.some(({ table }) => table.key === key) ? [key] : []));
  const filled = contentsOf(input, language);
  const { firstYear, years } = yearsOf(input);
  const existing = (key: TableKey): NameColumn | undefined => {
    const record = records.find(({ table }) => table.key === key);
    const column = record?.place.columns.get(key === "projects" ? "projectName" : "committeeName");
    if (!record || column === undefined) return undefined;
    const { block, place } = record;
    return { sheet: block.sheet, row: block.row + place.headerRow + 1, column: block.column + column, rows: Math.max(1, block.values.length - place.headerRow - 1) };
  };
  return planSheets(keys, { language, firstYear, years, filled }, found.sheets.map(({ name }) => name), existing);
}

export function queueTables(context: Excel.RequestContext, plans: readonly TemplateSheet[], language: Language): void {
  for (const plan of plans) writeSheet(context, plan, language);
}

function yearsOf({ costs, savings }: PlanInput): { firstYear: number; years: number } {
  const used = [...costs, ...savings].map(({ year }) => year);
  if (used.length === 0) return { firstYear: new Date().getFullYear(), years: usualYears };
  const [firstYear, last] = used.reduce(([least, most], year) => [Math.min(least, year), Math.max(most, year)], [Infinity, -Infinity]);
  return { firstYear, years: last - firstYear + 1 };
}

/** The input as tables; frames that nobody has stated get a row for each of the municipality's own committees. */
function contentsOf(input: PlanInput, language: Language): FilledTable[] {
  const filled = fillTemplate(input, language).filter(({ rows }) => rows.length > 0);
  if (filled.some(({ table }) => table === "frames")) return filled;
  const { firstYear, years } = yearsOf(input);
  const name = displayNames(input.committees);
  const own = input.committees.filter(({ internal }) => internal !== false);
  if (own.length === 0) return filled;
  const frames: FilledTable = {
    table: "frames",
    header: [headerText("committee", language), ...Array.from({ length: years }, (_, index) => String(firstYear + index))],
    rows: own.map(({ id }) => [name(id), ...Array<string>(years).fill("")]),
  };
  return [...filled, frames];
}
