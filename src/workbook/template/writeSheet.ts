import { translator, type Language } from "../../i18n";
import type { CellValue } from "../amountText";
import { columnLetters } from "../cellAddress";
import { templateRows, type TemplateSheet, type Validation } from "./sheetPlan";

/** Text that Excel would take for a formula, number, date or truth value is marked as text. */
export function guarded(value: CellValue): CellValue {
  if (typeof value !== "string" || value === "") return value;
  return /^\p{L}[^\d]*$/u.test(value) && !/^(?:true|false|sant|falskt)$/i.test(value) ? value : `'${value}`;
}

/** A sheet with a table to fill in, whatever the table is for. */
export type TableSheet = Omit<TemplateSheet, "table">;

/** Queues the making of a sheet with its Excel table. */
export function writeSheet(context: Excel.RequestContext, plan: TableSheet, language: Language): void {
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
  // A row without explanations keeps the usual height.
  if (plan.values[templateRows.explanations]?.some((value) => value !== "")) explanations.rowHeight = 62;
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
