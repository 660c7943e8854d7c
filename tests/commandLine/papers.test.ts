import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { RepaymentPlan } from "../../src/planning";
import { fileNames } from "../../src/report/files/fileNames";
import { parseArguments } from "../../workbench/commandLine/arguments";
import { planWorkbook } from "../../workbench/commandLine/planWorkbook";
import { createHost } from "../../workbench/host";
import { loadXlsx, saveXlsx } from "../../workbench/host/xlsx";
import { readZip } from "../../workbench/host/xlsx/zip";
import { readSie } from "../report/files/readSie";

const root = join(__dirname, "../..");
const workbook = join(root, "examples/norrkoping-2010.xlsx");
const folder = () => mkdtempSync(join(tmpdir(), "aterforing-"));
const sie = ["--sie", "--municipality", "Norrköpings kommun", "--account", "3910", "--budget-year", "2012", "--month", "1"];

/** Runs the command in this process: its exit status and what it prints. */
async function run(args: string[]): Promise<{ status: number; printed: string }> {
  const lines: string[] = [];
  const spies = (["log", "error"] as const).map((stream) => jest.spyOn(console, stream).mockImplementation((...line: unknown[]) => void lines.push(line.join(" "))));
  try {
    const request = parseArguments(args);
    if ("help" in request) throw new Error("Help was not asked for.");
    const status = "problem" in request ? 2 : await planWorkbook(request);
    return { status, printed: "problem" in request ? request.problem : lines.join("\n") };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

test("the annex, the CSV file and the SIE file are made beside the workbook, and say what the plan says", async () => {
  const out = folder();
  const { status, printed } = await run([workbook, "--out", out, "--annex", "--csv", ...sie, "--case", "KS 2026/123"]);
  expect([status, readdirSync(out).sort()]).toEqual([0, ["norrkoping-2010-bilaga.docx", "norrkoping-2010.csv", "norrkoping-2010.se", "norrkoping-2010.xlsx"]]);
  expect(printed.match(/^\s*Sparad: /gm)).toHaveLength(4);
  const { schedule } = JSON.parse(readFileSync(join(root, "tests/planning/examples/norrkoping-2010.expected.json"), "utf8")) as RepaymentPlan;
  const öre = schedule.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0);
  const rows: string[][] = parse(readFileSync(join(out, "norrkoping-2010.csv")), { bom: true, delimiter: ";", from: 2 });
  expect(rows.reduce((sum, row) => sum + Number(row[5]!.replace(",", "")), 0)).toBe(öre);
  const text = execFileSync("iconv", ["-f", "CP437", "-t", "UTF-8", join(out, "norrkoping-2010.se")], { encoding: "utf8" });
  const budgets = readSie(text).filter(({ label }) => label === "#PBUDGET");
  expect(budgets.reduce((sum, { fields }) => sum + Number(String(fields[4]).replace(".", "")), 0)).toBe(öre);
  expect(text).toContain('#FNAMN "Norrköpings kommun"');
  const word = readFileSync(join(out, "norrkoping-2010-bilaga.docx"));
  const document = new TextDecoder().decode((await readZip(word)).get("word/document.xml"));
  expect(document).toContain("Norrköpings kommun");
  expect(document).toContain("KS 2026/123");
  expect(document).toContain("(tkr)");
});

test("language and unit are the paper's", async () => {
  const out = folder();
  expect((await run([workbook, "--out", out, "--annex", "--csv", "--language", "en", "--unit", "mkr"])).status).toBe(0);
  expect(readdirSync(out).sort()).toEqual(["norrkoping-2010-annex.docx", "norrkoping-2010.csv", "norrkoping-2010.xlsx"]);
  expect(readFileSync(join(out, "norrkoping-2010.csv"), "utf8")).toContain("Project id;Project;");
  expect(new TextDecoder().decode((await readZip(readFileSync(join(out, "norrkoping-2010-annex.docx")))).get("word/document.xml"))).toContain("mkr");
});

test("one file in the way stops all of them, unless --force is given", async () => {
  const out = folder();
  writeFileSync(join(out, "norrkoping-2010.csv"), "mitt");
  const refused = await run([workbook, "--out", out, "--csv"]);
  expect([refused.status, readdirSync(out)]).toEqual([2, ["norrkoping-2010.csv"]]);
  expect(refused.printed).toContain("norrkoping-2010.csv” finns redan");
  expect((await run([workbook, "--out", out, "--csv", "--force"])).status).toBe(0);
  expect(readFileSync(join(out, "norrkoping-2010.csv"), "utf8")).toContain("Projekt-id");
  mkdirSync(join(out, "norrkoping-2010.se"));
  expect((await run([workbook, "--out", out, ...sie, "--force"])).status).toBe(2);
});

test("a file that cannot be written leaves none of the others", async () => {
  const out = folder();
  // The workbook's name has room in a folder, the annex's, which is longer, has not.
  const file = join(folder(), `${"x".repeat(245)}.xlsx`);
  copyFileSync(workbook, file);
  await expect(run([file, "--out", out, "--annex"])).rejects.toThrow("ENAMETOOLONG");
  expect(readdirSync(out)).toEqual([]);
});

test("what a SIE file cannot say stops every file with its sentence", async () => {
  const file = join(folder(), "fin.xlsx");
  const out = folder();
  const host = createHost(await loadXlsx(readFileSync(join(root, "examples/lang-lista.xlsx"))));
  host.setCell("Kostnader!D3", 1000.005);
  writeFileSync(file, await saveXlsx(host.workbook, host.valueAt));
  const { status, printed } = await run([file, "--out", out, ...sie, "--grant-account", "3920"]);
  expect([status, readdirSync(out)]).toEqual([1, []]);
  expect(printed).toMatch(/delar av öre[^]*Inga filer har skrivits/);
});

test.each<[string[], RegExp]>([
  [["--sie"], /--municipality, --account, --budget-year, --month/],
  [[...sie, "--account", "39"], /”39” är inget kontonummer/],
  [[...sie, "--month", "13"], /”13” är ingen månad/],
  [["--annex", "--unit", "euro"], /--unit är kr, tkr eller mkr/],
  [["--csv", "--language", "fi"], /--language är sv eller en/],
  [["--annex", "--form", "x"], /--form är ram eller faktura/],
  [["--csv", "--account", "3910"], /--account gäller --sie/],
  [["--csv", "--unit", "mkr"], /--unit gäller --annex/],
])("%j is wrong use, with a sentence", async (args, sentence) => {
  const out = folder();
  const { status, printed } = await run([workbook, "--out", out, ...args]);
  expect([status, readdirSync(out)]).toEqual([2, []]);
  expect(printed).toMatch(sentence);
});

test("papers are of a workbook, not of an input in JSON", async () => {
  expect((await run([join(root, "tests/planning/examples/skl-1-mkr.json"), "--json", "--csv"])).status).toBe(2);
});

test("--help is the usage, with status 0", () => {
  const { status, stdout } = spawnSync("npx", ["tsx", "workbench/plan.ts", "--help"], { cwd: root, encoding: "utf8" });
  expect([status, stdout.includes("--budget-year")]).toEqual([0, true]);
});

test("files are called by the workbook's name", () => {
  expect(fileNames("Plan 2027.v2.xlsx", "sv")).toEqual({ annex: "Plan 2027.v2-bilaga.docx", csv: "Plan 2027.v2.csv", sie: "Plan 2027.v2.se" });
  expect(fileNames("Plan.XLSM", "en").annex).toBe("Plan-annex.docx");
});
