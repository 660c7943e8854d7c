import { evaluation, groupComparisons, planChanges, yearFollowUp } from "../../src/followUp";
import type { RepaymentPlan } from "../../src/planning";
import { followUpAnnex, followUpFileName, type FollowUpSource } from "../../src/report/followUp";
import { wordAnnexBytes } from "../../src/report/word/wordAnnex";
import type { Paper } from "../../src/workbook/paper";
import type { WorkbookReading } from "../../src/workbook/reading";
import type { DecidedVersion } from "../../src/workbook/versions";
import { reportOptions } from "../../src/workbook/writing";
import type { MadeFile } from "./papers";

/** A year's follow-up, compared with the plan that was decided last, when there is one. */
export function followUpOf({ input, observations }: WorkbookReading, plan: RepaymentPlan, versions: readonly DecidedVersion[], year: number): FollowUpSource {
  const decided = versions.at(-1) ?? null;
  return {
    input,
    plan,
    decided,
    year,
    rows: yearFollowUp(input, (decided ?? plan).schedule, year),
    changes: decided === null ? [] : planChanges(decided, { input, schedule: plan.schedule }),
    evaluations: evaluation(input),
    comparisons: groupComparisons(observations),
  };
}

/** The follow-up as a Word file, as the workbook says that papers shall be. */
export async function followUpFile(source: FollowUpSource, reading: WorkbookReading, paper: Paper, made: { now: Date; version: string }): Promise<MadeFile> {
  const { language } = paper;
  const annex = followUpAnnex(source, paper, await reportOptions(reading, { language, ...made }));
  return { name: followUpFileName(source.year, language), bytes: await wordAnnexBytes(annex) };
}
