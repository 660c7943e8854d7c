import type { Language } from "../../i18n";
import type { CellValue } from "../amountText";
import { paperKeyNamed, paperRow, usualPaper, type Paper, type PaperKey } from "./paper";
import { paperTable } from "./paperTable";

/** A cell of the table that can't be understood: what holds instead is what is usual. */
export interface PaperProblem {
  key: PaperKey;
  text: string;
}

/** What the workbook says of papers. */
export interface KeptPaper {
  paper: Paper;
  /** Where it stands; null when nothing is kept yet. */
  sheet: string | null;
  problems: PaperProblem[];
}

/** The table as it stands, with its rows below the heading. */
export interface PlacedPaper {
  sheet: string;
  rows: CellValue[][];
}

/** Reads the table in two syncs; null when the workbook has none. */
export async function readPaperTable(context: Excel.RequestContext): Promise<PlacedPaper | null> {
  const table = context.workbook.tables.getItemOrNullObject(paperTable);
  table.load("name,worksheet/name");
  await context.sync();
  if (table.isNullObject) return null;
  const range = table.getRange();
  range.load("values");
  await context.sync();
  return { sheet: table.worksheet.name, rows: (range.values as CellValue[][]).slice(1) };
}

/** Reads what papers and files of the plan shall be like; what is left blank is as usual. */
export async function readPaper(context: Excel.RequestContext, { language }: { language: Language }): Promise<KeptPaper> {
  const placed = await readPaperTable(context);
  let paper = usualPaper(language);
  const problems: PaperProblem[] = [];
  for (const [name = "", value = ""] of placed?.rows ?? []) {
    const key = paperKeyNamed(String(name));
    const text = key === undefined ? "" : cellText(key, value);
    if (key === undefined || text === "") continue;
    const read = paperRow(key).read(text, paper);
    if (read) paper = read;
    else problems.push({ key, text });
  }
  return { paper, sheet: placed?.sheet ?? null, problems };
}

/** A cell as text; a date that Excel has taken for one is a number of days. */
function cellText(key: PaperKey, value: CellValue): string {
  if (key === "date" && typeof value === "number" && value > 2_150) return new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * 86_400_000).toISOString().slice(0, 10);
  return String(value).trim();
}
