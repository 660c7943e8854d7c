import type { RepaymentPlan } from "../../src/planning";
import { fileNames } from "../../src/report/files/fileNames";
import { makeExport } from "../../src/taskpane/export/exportJob";
import type { PlanFileKind } from "../../src/taskpane/exportState";
import type { Paper } from "../../src/workbook/paper";
import type { WorkbookReading } from "../../src/workbook/reading";

/** A file to be written: its name and contents. */
export interface MadeFile {
  name: string;
  bytes: Uint8Array;
}

/** The names of the files that are asked for beside the workbook. */
export function paperNames(workbook: string, files: readonly PlanFileKind[], { language }: Paper): string[] {
  return files.map((kind) => fileNames(workbook, language)[kind]);
}

/** The files that are asked for, made by the pane's own code; or sentences on why they cannot be. */
export async function paperFiles(
  workbook: string,
  { input, ...reading }: WorkbookReading,
  plan: RepaymentPlan,
  kinds: readonly PlanFileKind[],
  paper: Paper,
  { now, version }: { now: Date; version: string },
): Promise<MadeFile[] | { problems: string[] }> {
  const files: MadeFile[] = [];
  for (const kind of kinds) {
    const made = await makeExport({ kind, paper, input, plan, reading, now, version }, () => undefined);
    if ("problems" in made) return { problems: made.problems.map(({ message }) => message) };
    if ("file" in made) files.push({ name: fileNames(workbook, paper.language)[kind], bytes: made.file.bytes });
  }
  return files;
}
