import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { PlanInput, RepaymentPlan } from "../../src/planning";
import { fileNames } from "../../src/report/files/fileNames";
import { usualPaper, writePaper, type Paper } from "../../src/workbook/paper";
import { createHost, loadClient } from "../../workbench/host";
import { loadXlsx, saveXlsx } from "../../workbench/host/xlsx";
import { readZip } from "../../workbench/host/xlsx/zip";
import { readSie } from "../report/files/readSie";
import { folder, run } from "./runCommand";

const root = join(__dirname, "../..");
const workbook = join(root, "examples/norrkoping-2010.xlsx");
const sie = ["--sie", "--municipality", "Norrköpings kommun", "--account", "3910", "--budget-year", "2012", "--month", "1"];

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

describe("with what is kept on the sheet Bilageuppgifter", () => {
  const kept: Paper = {
    ...usualPaper("sv"),
    language: "en",
    unit: "mkr",
    sections: ["decisions"],
    details: { municipality: "Exempelköping", caseNumber: "KS 2026/7", date: "2026-12-01", officer: "Anna", recipient: "", decider: "" },
    sie: { account: "4500", grantAccount: "", byProject: false, budgetYear: "2011", month: "3" },
  };
  /** The showcase with a sheet for papers, and what is typed on it. */
  async function fileWith(typed: Record<string, string> = {}): Promise<string> {
    const host = createHost(await loadXlsx(readFileSync(workbook)));
    const client = loadClient(host);
    const uninstall = client.install();
    try {
      await Excel.run((context) => writePaper(context, { from: usualPaper("sv"), to: kept, language: "sv" }));
    } finally {
      uninstall();
      client.close();
    }
    for (const [cell, value] of Object.entries(typed)) host.setCell(`Bilageuppgifter!${cell}`, value);
    const file = join(folder(), "norrkoping-2010.xlsx");
    writeFileSync(file, await saveXlsx(host.workbook, host.valueAt));
    return file;
  }
  const wordText = async (file: string) => new TextDecoder().decode((await readZip(readFileSync(file))).get("word/document.xml"));
  const budgetRows = (file: string) => readSie(execFileSync("iconv", ["-f", "CP437", "-t", "UTF-8", file], { encoding: "utf8" })).filter(({ label }) => label === "#PBUDGET");

  test("papers are as it says, and the sheet is as it was", async () => {
    const out = folder();
    const file = await fileWith();
    expect((await run([file, "--out", out, "--annex", "--sie"])).status).toBe(0);
    expect(readdirSync(out).sort()).toEqual(["norrkoping-2010-annex.docx", "norrkoping-2010.se", "norrkoping-2010.xlsx"]);
    const text = await wordText(join(out, "norrkoping-2010-annex.docx"));
    for (const said of ["Exempelköping", "KS 2026/7", "2026-12-01", "Anna", "(mkr)"]) expect(text).toContain(said);
    expect(text).not.toContain("Repayment by committee");
    const rows = budgetRows(join(out, "norrkoping-2010.se"));
    expect(rows.map(({ fields }) => [fields[2], String(fields[1]).slice(4)])).toEqual(rows.map(() => ["4500", "03"]));
    const sheet = async (of: string) => createHost(await loadXlsx(readFileSync(of))).values("Bilageuppgifter!A1:C20");
    expect(await sheet(join(out, "norrkoping-2010.xlsx"))).toEqual(await sheet(file));
  });

  test("what is given on the command line goes before it, and only that", async () => {
    const out = folder();
    const given = ["--language", "sv", "--unit", "kr", "--form", "faktura", "--case", "KS 2027/1", "--officer", "", "--account", "3910", "--per-project", "--budget-year", "2012"];
    expect((await run([await fileWith(), "--out", out, "--annex", "--sie", ...given])).status).toBe(0);
    const text = await wordText(join(out, "norrkoping-2010-bilaga.docx"));
    for (const said of ["Exempelköping", "KS 2027/1", "2026-12-01", "genom internfakturering"]) expect(text).toContain(said);
    for (const other of ["KS 2026/7", "Anna", "Återföring per nämnd"]) expect(text).not.toContain(other);
    const rows = budgetRows(join(out, "norrkoping-2010.se"));
    expect(new Set(rows.map(({ fields }) => fields[2]))).toEqual(new Set(["3910"]));
    expect(rows.every(({ fields }) => String(fields[1]).endsWith("03"))).toBe(true);
    expect(Number(rows[0]!.fields[0])).toBe(Number(String(rows[0]!.fields[1]).slice(0, 4)) - 2012);
    expect(JSON.stringify(rows[0]!.fields[3])).toContain("6");
  });

  test("what it has wrong is said: a SIE file is not made, another paper is made as usual", async () => {
    const out = folder();
    const file = await fileWith({ B13: "öre", B16: "39" });
    const refused = await run([file, "--out", out, "--sie"]);
    expect([refused.status, readdirSync(out)]).toEqual([2, []]);
    expect(refused.printed).toMatch(/”39” är inget kontonummer/);
    const made = await run([file, "--out", out, "--annex"]);
    expect(made.status).toBe(0);
    expect(made.printed).toContain("Förstår inte ”öre” för Belopp i på bladet Bilageuppgifter.");
    expect(await wordText(join(out, "norrkoping-2010-annex.docx"))).toContain("(tkr)");
  });
});

test("each committee gets its own annex, as from the pane", async () => {
  const out = folder();
  expect((await run([workbook, "--out", out, "--committees", "--unit", "kr", "--case", "KS 2026/123"])).status).toBe(0);
  expect(readdirSync(out).sort()).toEqual(["norrkoping-2010-bilagor.zip", "norrkoping-2010.xlsx"]);
  const { committees } = JSON.parse(readFileSync(join(root, "tests/planning/examples/norrkoping-2010.json"), "utf8")) as PlanInput;
  const { schedule } = JSON.parse(readFileSync(join(root, "tests/planning/examples/norrkoping-2010.expected.json"), "utf8")) as RepaymentPlan;
  const repaying = committees.filter(({ id }) => schedule.some(({ committee }) => committee === id));
  const files = await readZip(readFileSync(join(out, "norrkoping-2010-bilagor.zip")));
  expect([...files.keys()].sort()).toEqual(repaying.map(({ name }) => `Bilaga ${name}.docx`).sort());
  for (const { name } of repaying) {
    const text = new TextDecoder().decode((await readZip(files.get(`Bilaga ${name}.docx`)!)).get("word/document.xml"));
    expect(text).toContain(name);
    expect(text).toContain("KS 2026/123");
  }
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
  [["--sie"], /--municipality, --account, --budget-year, här eller på arbetsbokens blad/],
  [[...sie, "--account", "39"], /”39” är inget kontonummer/],
  [[...sie, "--month", "13"], /”13” är ingen månad/],
  [["--annex", "--unit", "euro"], /--unit är kr, tkr eller mkr/],
  [["--csv", "--language", "fi"], /--language är sv eller en/],
  [["--annex", "--form", "x"], /--form är ram eller faktura/],
  [["--csv", "--account", "3910"], /--account gäller --sie/],
  [["--csv", "--unit", "mkr"], /--unit gäller --annex eller --committees/],
  [[...sie, "--per-committee", "--per-project"], /inte båda/],
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
  expect(fileNames("Plan 2027.v2.xlsx", "sv")).toEqual({ word: "Plan 2027.v2-bilaga.docx", committees: "Plan 2027.v2-bilagor.zip", csv: "Plan 2027.v2.csv", sie: "Plan 2027.v2.se" });
  expect(fileNames("Plan.XLSM", "en").word).toBe("Plan-annex.docx");
});
