import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { translator } from "../../src/i18n";
import { planRepayments, type RepaymentPlan } from "../../src/planning";
import { annexTranslator } from "../../src/report/paper/annexTexts";
import { followUpFileName } from "../../src/report/followUp";
import { readPaper, type KeptPaper, type Paper } from "../../src/workbook/paper";
import { readWorkbook, type WorkbookReading } from "../../src/workbook/reading";
import { readVersions } from "../../src/workbook/versions";
import { writeRepaymentPlan } from "../../src/workbook/writing";
import { writeFollowUpSheets } from "../../src/workbook/writing/writeFollowUp";
import { createHost, loadClient } from "../host";
import { loadXlsx, saveXlsx } from "../host/xlsx";
import type { PlanRequest } from "./arguments";
import { followUpFile, followUpOf } from "./followUp";
import { sieProblem } from "./paperOptions";
import { paperFiles, paperNames, type MadeFile } from "./papers";
import { diagnosticLines, planLines, tableLines } from "./summary";
import { inTheWay, writeFiles } from "./writeFiles";

const language = "sv";
const { version } = JSON.parse(readFileSync(join(__dirname, "../../package.json"), "utf8")) as { version: string };

/** Reads, plans, writes and saves a workbook and the papers that are asked for, and prints what came of it. Returns the exit status. */
export async function planWorkbook({ file, out, ranges, force, followUp, papers }: PlanRequest): Promise<number> {
  const name = basename(file);
  const workbook = await loadXlsx(readFileSync(file));
  const host = createHost(workbook);
  const client = loadClient(host);
  const uninstall = client.install();
  try {
    progress("Läser …");
    const kept = await Excel.run((context) => readPaper(context, { language }));
    const paper = papers.paper(kept.paper);
    const refusal = sieProblem(papers, paper) ?? inTheWay(out, [name, ...paperNames(name, papers.files, paper), ...(followUp === undefined ? [] : [followUpFileName(followUp, paper.language)])], force);
    if (refusal !== undefined) {
      console.error(refusal);
      return 2;
    }
    const reading = await Excel.run((context) => readWorkbook(context, { ranges, language }));
    progress("Planerar …");
    const plan: RepaymentPlan = planRepayments(reading.input);
    const diagnostics = [...reading.diagnostics, ...plan.diagnostics];
    for (const line of reading.tables.flatMap(tableLines)) console.log(line);
    for (const { what, cells } of reading.interpreted) console.log(`${what} (${cells})`);
    for (const line of diagnosticLines(diagnostics)) console.log(line);
    if (papers.files.length > 0) for (const line of unclearLines(kept)) console.log(line);
    if (diagnostics.some(({ severity }) => severity === "error")) {
      console.error("\nIngen plan har skrivits. Rätta felen ovan och kör igen.");
      return 1;
    }
    console.log("");
    for (const line of planLines(plan, reading.input)) console.log(line);
    const made = { now: new Date(), version };
    const files = await paperFiles(name, reading, plan, papers.files, paper, made);
    if ("problems" in files) {
      console.error(`\n${files.problems.join("\n")}\nInga filer har skrivits.`);
      return 1;
    }
    const written = await writeRepaymentPlan((batch) => Excel.run(batch), reading, plan, { language, ...made, onProgress: (_, doing) => progress(doing) });
    if (!written.ok) {
      console.error(`\n${written.message}`);
      return 1;
    }
    const followed = await follow(followUp, reading, plan, paper, made);
    if ("problem" in followed) {
      console.error(`\n${followed.problem}`);
      return 1;
    }
    for (const note of [...written.notes, ...followed.notes]) console.log(note);
    files.push(...followed.files);
    writeFiles(out, [{ name, bytes: await saveXlsx(workbook, host.valueAt, host.spillAt) }, ...files]);
    console.log(`\nSparad: ${join(out, name)} (nya blad: ${[...written.sheets, ...followed.sheets].join(", ")})`);
    for (const file of files) console.log(`Sparad: ${join(out, file.name)}`);
    return 0;
  } finally {
    uninstall();
    client.close();
  }
}

/** Writes a year's follow-up beside the plan, and makes its Word file; nothing without a year. */
async function follow(year: number | undefined, reading: WorkbookReading, plan: RepaymentPlan, paper: Paper, made: { now: Date; version: string }): Promise<{ sheets: string[]; notes: string[]; files: MadeFile[] } | { problem: string }> {
  if (year === undefined) return { sheets: [], notes: [], files: [] };
  progress("Följer upp …");
  const { versions, diagnostics } = await Excel.run((context) => readVersions(context, language));
  const source = followUpOf(reading, plan, versions, year);
  const written = await writeFollowUpSheets((batch) => Excel.run(batch), source, { language, ...made });
  if (!written.ok) return { problem: written.message };
  return { sheets: written.sheets, notes: [...diagnosticLines(diagnostics), ...written.notes], files: [await followUpFile(source, reading, paper, made)] };
}

/** What on the papers' sheet is not understood. */
function unclearLines({ problems, sheet }: KeptPaper): string[] {
  return problems.map(({ key, text }) => `Varning: ${translator(language)("pane:export.unclear", { text, name: annexTranslator(language)(`annex:kept.settings.${key}.name`), sheet })}`);
}

/** On the screen only: never in a file that the output is sent to. */
function progress(doing: string): void {
  if (process.stderr.isTTY && doing !== "") process.stderr.write(`\r\u001b[K${doing}\r`);
}
