import type { RepaymentPlan } from "../../src/planning";
import { planCsv } from "../../src/report/files/csv";
import { fileNames } from "../../src/report/files/fileNames";
import { planSie } from "../../src/report/files/sie";
import { annex } from "../../src/report/paper/annex";
import { wordAnnexBytes } from "../../src/report/word/wordAnnex";
import type { WorkbookReading } from "../../src/workbook/reading";
import { reportOptions } from "../../src/workbook/writing";
import type { PaperRequest } from "./paperOptions";

/** A file to be written: its name and contents. */
export interface MadeFile {
  name: string;
  bytes: Uint8Array;
}

/** The names of the files that are asked for beside the workbook. */
export function paperNames(workbook: string, { language, annex, csv, sie }: PaperRequest): string[] {
  const names = fileNames(workbook, language);
  return [...(annex === undefined ? [] : [names.annex]), ...(csv ? [names.csv] : []), ...(sie === undefined ? [] : [names.sie])];
}

/** The files that are asked for, made as the pane makes them; or sentences on why they cannot be. */
export async function paperFiles(
  workbook: string,
  reading: WorkbookReading,
  plan: RepaymentPlan,
  request: PaperRequest,
  { now, version }: { now: Date; version: string },
): Promise<MadeFile[] | { problems: string[] }> {
  const { language } = request;
  const names = fileNames(workbook, language);
  const options = await reportOptions(reading, { language, now, version });
  const files: MadeFile[] = [];
  if (request.annex !== undefined) files.push({ name: names.annex, bytes: await wordAnnexBytes(annex({ plan, input: reading.input, options }, request.annex)) });
  if (request.csv) files.push({ name: names.csv, bytes: planCsv(plan, reading.input, language) });
  if (request.sie !== undefined) {
    const sie = planSie(plan, reading.input, request.sie, { version, date: options.madeAt.slice(0, 10) });
    if (!sie.ok) return { problems: sie.problems.map(({ message }) => message) };
    files.push({ name: names.sie, bytes: sie.bytes });
  }
  return files;
}
