import type { PlanInput, RepaymentPlan } from "../../planning/types";
import { annexSheet } from "../../report/annexSheet/annexSheet";
import { zip } from "../../report/archive/zip";
import { planCsv } from "../../report/files/csv";
import { planSie } from "../../report/files/sie";
import type { SieProblem } from "../../report/files/sieChoices";
import { annex, type AnnexSource } from "../../report/paper/annex";
import { annexTranslator } from "../../report/paper/annexTexts";
import { annexHtml, annexText } from "../../report/richText";
import type { FollowUpSource } from "../../report/followUp";
import type { SheetLayout } from "../../report/sheetLayout";
import { sieChoices, type Paper } from "../../workbook/paper/paper";
import type { WorkbookReading } from "../../workbook/reading";
import { reportOptions } from "../../workbook/writing/writeRepaymentPlan";
import type { ExportKind } from "../exportState";

/** What is to be made, of which plan, and how. */
export interface ExportJob {
  kind: ExportKind;
  paper: Paper;
  input: PlanInput;
  plan: RepaymentPlan;
  reading: Pick<WorkbookReading, "tables" | "diagnostics">;
  /** What else a follow-up is told from; the others do without. */
  followUp?: Omit<FollowUpSource, "input" | "plan">;
  now: Date;
  /** The add-in's version. */
  version: string;
}

/** A file to take away. */
export interface MadeFile {
  name: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** What the clipboard gets. */
export interface CopiedContent {
  html?: string;
  text: string;
}

/** What came of it; sentences when the choices or the plan make it impossible. */
export type Made = { file: MadeFile } | { content: CopiedContent } | { sheet: SheetLayout } | { problems: SieProblem[] };

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * Makes what is asked for. Runs in a worker, or on the page where there is none; Word's library is loaded when it is needed.
 * @param onProgress the share that is done, 0–1
 */
export async function makeExport(job: ExportJob, onProgress: (share: number) => void): Promise<Made> {
  const { kind, paper, plan, input, reading, now, version } = job;
  const name = (file: "word" | "committees" | "csv" | "sie") => annexTranslator(paper.language)(`annex:files.${file}`);
  const options = async () => reportOptions({ ...reading, input }, { language: paper.language, now, version });
  switch (kind) {
    case "csv":
      return { file: { name: name("csv"), type: "text/csv", bytes: owned(planCsv(plan, input, paper.language)) } };
    case "sie": {
      const made = planSie(plan, input, sieChoices(paper), { version, date: (await options()).madeAt.slice(0, 10) });
      return made.ok ? { file: { name: name("sie"), type: "application/octet-stream", bytes: owned(made.bytes) } } : { problems: made.problems };
    }
    case "copy": {
      const whole = annex({ plan, input, options: await options() }, paper);
      return { content: { html: annexHtml(whole), text: annexText(whole) } };
    }
    case "sheet":
      return { sheet: annexSheet(annex({ plan, input, options: await options() }, paper)) };
    case "word": {
      const { wordAnnexBytes } = await import("../../report/word/wordAnnex");
      return { file: { name: name("word"), type: word, bytes: owned(await wordAnnexBytes(annex({ plan, input, options: await options() }, paper))) } };
    }
    case "followUp": {
      if (!job.followUp) return { problems: [] };
      const [{ wordAnnexBytes }, { followUpAnnex, followUpFileName }] = await Promise.all([import("../../report/word/wordAnnex"), import("../../report/followUp")]);
      const paperOf = followUpAnnex({ input, plan, ...job.followUp }, paper, await options());
      return { file: { name: followUpFileName(job.followUp.year, paper.language), type: word, bytes: owned(await wordAnnexBytes(paperOf)) } };
    }
    case "committees": {
      const annexes = await ownAnnexes({ plan, input, options: await options() }, paper, onProgress);
      if (annexes.length === 0) return { problems: [{ message: annexTranslator(paper.language)("annex:files.noCommittee") }] };
      return { file: { name: name("committees"), type: "application/zip", bytes: owned(zip(annexes)) } };
    }
  }
}

/** Each committee's own annex, one Word file each. */
async function ownAnnexes(source: AnnexSource, paper: Paper, onProgress: (share: number) => void): Promise<{ name: string; bytes: Uint8Array }[]> {
  const { wordAnnexBytes } = await import("../../report/word/wordAnnex");
  const repaying = new Set(source.plan.schedule.map(({ committee }) => committee));
  const committees = source.input.committees.filter(({ id }) => repaying.has(id));
  const files: { name: string; bytes: Uint8Array }[] = [];
  const names = new Set<string>();
  for (const { id, name } of committees) {
    files.push({ name: freeName(name, names, paper), bytes: await wordAnnexBytes(annex(source, paper, id)) });
    onProgress(files.length / committees.length);
  }
  return files;
}

/** So much of a committee's name is part of a file's: systems take 255 bytes in all, and a letter may be four. */
const longestName = 50;

/** A file name that every system takes; committees whose names are the same there get a number. */
function freeName(committee: string, taken: Set<string>, { language }: Paper): string {
  const plain = [...committee.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, "-")].slice(0, longestName).join("").trim();
  for (let number = 1; ; number += 1) {
    const name = annexTranslator(language)("annex:files.own", { committee: number === 1 ? plain : `${plain} ${number}` });
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

/** The bytes in memory of their own, which a file and another thread can take. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
