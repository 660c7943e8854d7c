import type { Language } from "../../i18n";
import type { Diagnostic } from "../../planning/types";
import { annexTranslator } from "../../report/paper/annexTexts";
import type { CellValue } from "../amountText";
import { areaReference } from "../cellAddress";
import { failureDiagnostic, refusalDiagnostic, withUndoing } from "../excelErrors";
import { removeSheets } from "../template/createTemplate";
import { templateRows, type Validation } from "../template/sheetPlan";
import { guarded, writeSheet, type TableSheet } from "../template/writeSheet";
import { FreeNames } from "../writing/sheetNames";
import { changedKeys, paperKeyNamed, paperKeys, paperRow, type Paper, type PaperKey } from "./paper";
import { paperTable } from "./paperTable";
import { readPaperTable, type PlacedPaper } from "./readPaper";

/** What is to be kept, in place of what was read; only what differs is written, so that a colleague's changes stay. */
export interface PaperChange {
  from: Paper;
  to: Paper;
  language: Language;
}

/** Keeps a paper's details in the workbook, on a sheet of their own that is made when it is needed. Never throws. */
export async function writePaper(context: Excel.RequestContext, { from, to, language }: PaperChange): Promise<Diagnostic | null> {
  let undo: (() => Promise<string[]>) | undefined;
  try {
    const placed = await readPaperTable(context);
    if (placed) {
      const keys = changedKeys(from, to);
      undo = () => takeBack(context, placed, keys, to, language);
      queueChanges(context, placed, keys, to, language);
    }
    else {
      const { worksheets, protection } = context.workbook;
      worksheets.load("items/name");
      protection.load("protected");
      await context.sync();
      if (protection.protected) return failureDiagnostic("structureProtected", language);
      const name = new FreeNames(worksheets.items.map((sheet) => sheet.name)).take(annexTranslator(language)("annex:kept.sheet"));
      undo = () => removeSheets(context, [name]);
      writeSheet(context, paperSheet(name, to, language), language);
    }
    await context.sync();
    return null;
  } catch (error) {
    const failure = await refusalDiagnostic(context, error, language);
    return undo ? withUndoing(failure, await undo(), language) : failure;
  }
}

/** Puts back what the table said, wherever what was written stands, and takes added rows away; gives the sheet when that could not be done. */
async function takeBack(context: Excel.RequestContext, before: PlacedPaper, keys: PaperKey[], paper: Paper, language: Language): Promise<string[]> {
  try {
    const now = await readPaperTable(context);
    const table = context.workbook.tables.getItem(paperTable);
    const body = table.getDataBodyRange();
    for (const [row, [name, value]] of [...(now?.rows ?? []).entries()].reverse()) {
      const key = keys.find((one) => one === paperKeyNamed(String(name)));
      if (key === undefined || String(value) !== String(paperRow(key).cell(paper, language))) continue;
      const old = before.rows[row];
      if (!old) table.rows.getItemAt(row).delete();
      else body.getCell(row, 1).values = [[guarded(old[1] ?? "")]];
    }
    await context.sync();
    return [];
  } catch {
    return [before.sheet];
  }
}

function queueChanges(context: Excel.RequestContext, { rows }: PlacedPaper, keys: PaperKey[], paper: Paper, language: Language): void {
  const table = context.workbook.tables.getItem(paperTable);
  const body = table.getDataBodyRange();
  const missing: CellValue[][] = [];
  for (const key of keys) {
    const row = rows.findIndex(([name]) => paperKeyNamed(String(name)) === key);
    if (row < 0) missing.push([...rowOf(key, paper, language), ...new Array<CellValue>(Math.max(0, (rows[0]?.length ?? 3) - 3)).fill("")]);
    else body.getCell(row, 1).values = [[guarded(paperRow(key).cell(paper, language))]];
  }
  if (missing.length > 0) table.rows.add(undefined, missing.map((row) => row.map(guarded)));
}

function rowOf(key: PaperKey, paper: Paper, language: Language): CellValue[] {
  const translate = annexTranslator(language);
  return [translate(`annex:kept.settings.${key}.name`), paperRow(key).cell(paper, language), translate(`annex:kept.settings.${key}.explanation`)];
}

function paperSheet(sheet: string, paper: Paper, language: Language): TableSheet {
  const translate = annexTranslator(language);
  const heading = [translate("annex:kept.key"), translate("annex:kept.value"), translate("annex:kept.explanation")];
  const title = translate("annex:kept.title");
  const validations = paperKeys.flatMap((key, index): Validation[] => {
    const choices = paperRow(key).choices?.(language);
    return choices ? [{ address: `B${templateRows.body + 1 + index}`, rule: { list: { inCellDropDown: true, source: choices.join(",") } } }] : [];
  });
  return {
    tableName: paperTable,
    sheet,
    title,
    values: [[title, "", ""], [translate("annex:kept.intro"), "", ""], ["", "", ""], ["", "", ""], heading, ...paperKeys.map((key) => rowOf(key, paper, language))],
    tableAddress: areaReference(sheet, templateRows.header, 0, paperKeys.length + 1, heading.length),
    columns: [170, 260, 360].map((width) => ({ kind: "text", width, numberFormat: "General" })),
    bodyRows: paperKeys.length,
    validations,
  };
}
