import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { PlanInput, RepaymentPlan } from "../../src/planning";
import { planRepayments } from "../../src/planning";
import { createHost } from "../../workbench/host";
import { loadXlsx, saveXlsx } from "../../workbench/host/xlsx";
import { folder, run } from "./runCommand";

const root = join(__dirname, "../..");
const examples = join(root, "examples");
const inputs = join(root, "tests/planning/examples");

const open = async (file: string) => createHost(await loadXlsx(readFileSync(file)));

/** Repayments on the sheet Återföringsplan: `project|committee|year` → kr. */
function repaymentsOn(host: ReturnType<typeof createHost>): Map<string, number> {
  const cells = host.values("Återföringsplan!A1:Z60");
  const header = cells.findIndex(([heading]) => heading === "Projekt");
  // In a replan a row under the heading says which years are booked.
  const first = cells[header + 1]![0] === "" ? header + 2 : header + 1;
  const end = cells.findIndex((row, index) => index > first && row[0] === "");
  const found = new Map<string, number>();
  for (const row of cells.slice(first, end)) {
    cells[header]!.forEach((year, column) => {
      if (/^\d{4}$/.test(String(year)) && typeof row[column] === "number" && row[column] !== 0) found.set(`${row[0]}|${row[1]}|${year}`, row[column]);
    });
  }
  return found;
}

const onTemplate = readdirSync(inputs).filter((name) => !name.includes(".expected.")).map((name) => name.replace(".json", ""));

test.each(onTemplate)("the workbook %s gives the sheets that its answer says, with every check OK", async (name) => {
  const out = folder();
  const { status, out: printed } = await run([join(examples, `${name}.xlsx`), "--out", out]);
  expect({ status, printed }).toMatchObject({ status: 0 });
  const host = await open(join(out, `${name}.xlsx`));
  const input = JSON.parse(readFileSync(join(inputs, `${name}.json`), "utf8")) as PlanInput;
  const { schedule } = JSON.parse(readFileSync(join(inputs, `${name}.expected.json`), "utf8")) as RepaymentPlan;
  const nameOf = (list: { id: string; name: string }[], id: string) => list.find((entry) => entry.id === id)!.name;
  const expected = new Map(schedule.map(({ project, committee, year, amount }) => [`${nameOf(input.projects, project)}|${nameOf(input.committees, committee)}|${year}`, Number(amount)]));
  expect([...repaymentsOn(host)].sort()).toEqual([...expected].sort());
  const checks = host.values("Kontroll!A1:L80").flat().filter((value) => value === "OK");
  expect(checks.length).toBeGreaterThan(10);
  expect(host.values("Kontroll!A1:L80").flat().some((value) => typeof value === "string" && value.startsWith("#"))).toBe(false);
});

test("a hand-made sheet in tkr and a long list are understood without pointing", async () => {
  const out = folder();
  const handMade = await run([join(examples, "egen-kalkyl-tkr.xlsx"), "--out", out]);
  expect(handMade.status).toBe(0);
  expect(handMade.out).toMatch(/Kostnader: 9 rader .*7\s800\s500\skr \(skrivet i tkr\)/);
  expect(handMade.out).toMatch(/Besparingar: 18 rader .*8\s650\s000\skr \(skrivet i tkr\)/);
  expect(handMade.out).toContain("Summarader");
  const list = await run([join(examples, "lang-lista.xlsx"), "--out", out]);
  expect(list.status).toBe(0);
  expect(list.out).toMatch(/Kostnader: 8 rader .*8\s150\s002\skr/);
});

test("ranges that are pointed out go before anything else", async () => {
  const { status, out } = await run([join(examples, "egen-kalkyl-tkr.xlsx"), "--out", folder(), "--costs", "'Kostnader sociala inv'!A4:F7", "--savings", "Förväntade besparingar!A3:H6"]);
  expect(status).toBe(0);
  // The unit stands above both ranges.
  expect(out).toMatch(/Kostnader: 7 rader .*6\s150\s500\skr \(skrivet i tkr\)/);
  expect(out).toMatch(/Besparingar: 14 rader .*7\s150\s000\skr \(skrivet i tkr\)/);
});

test("errors in the input end with status 1, a sentence with its cell, and no file", async () => {
  const out = folder();
  const file = join(folder(), "fel.xlsx");
  const host = await open(join(examples, "lang-lista.xlsx"));
  host.setCell("Kostnader!D3", "ungefär en miljon");
  writeFileSync(file, await saveXlsx(host.workbook, host.valueAt));
  const { status, out: printed, err } = await run([file, "--out", out]);
  expect(status).toBe(1);
  expect(printed).toContain("Fel (Kostnader!D3)");
  expect(err).toContain("Ingen plan har skrivits");
  expect(readdirSync(out)).toEqual([]);
});

test("wrong use ends with status 2 and the usage", async () => {
  const workbook = join(examples, "lang-lista.xlsx");
  const cases = [[], [workbook], [workbook, "--out"], [workbook, "--json"], ["finns-inte.xlsx", "--out", "x"], [workbook, workbook, "--out", "x"], [workbook, "--out", "x", "--annat"], [join(inputs, "skl-1-mkr.json")], [join(root, "package-lock.json"), "--out", "x"]];
  for (const args of cases) expect([args, (await run(args)).status]).toEqual([args, 2]);
  const { status, stderr } = spawnSync("npx", ["tsx", "workbench/plan.ts", "--hjälp"], { cwd: root, encoding: "utf8" });
  expect(status).toBe(2);
  expect(stderr).toContain("Användning:");
});

test("a file that is there is not overwritten, unless that is asked for", async () => {
  const out = folder();
  const file = join(examples, "lang-lista.xlsx");
  copyFileSync(file, join(out, basename(file)));
  const refused = await run([file, "--out", out]);
  expect(refused.status).toBe(2);
  expect(readFileSync(join(out, basename(file)))).toEqual(readFileSync(file));
  expect((await run([file, "--out", out, "--force"])).status).toBe(0);
});

test("a file that is no workbook gets a sentence, not a stack", () => {
  const file = join(folder(), "bild.xlsx");
  writeFileSync(file, "ingen arbetsbok");
  const { status, stderr } = spawnSync("npx", ["tsx", "workbench/plan.ts", file, "--out", folder()], { cwd: root, encoding: "utf8" });
  expect(status).toBe(1);
  expect(stderr.trim().split("\n").filter((line) => !line.startsWith("npm warn"))).toHaveLength(1);
});

test("--json gives the engine's plan, with status 1 when the input has errors", async () => {
  const file = join(inputs, "tak-och-ko.json");
  const { status, out } = await run([file, "--json"]);
  expect(status).toBe(0);
  expect(JSON.parse(out)).toEqual(planRepayments(JSON.parse(readFileSync(file, "utf8")) as PlanInput));
  const broken = join(folder(), "fel.json");
  writeFileSync(broken, JSON.stringify({ committees: [], projects: [], costs: [{ project: "P" }], savings: [] }));
  expect((await run([broken, "--json"])).status).toBe(1);
  writeFileSync(broken, "{");
  expect((await run([broken, "--json"])).status).toBe(1);
});

const office = "/usr/bin/libreoffice";
if (existsSync(office)) {
  test("LibreOffice opens the showcase, computes every formula anew, and every check is OK", async () => {
    const out = folder();
    await run([join(examples, "norrkoping-2010.xlsx"), "--out", out]);
    // Without stored values there is nothing to show but what LibreOffice computes itself.
    const bare = join(out, "utan.xlsx");
    writeFileSync(bare, await saveXlsx(await loadXlsx(readFileSync(join(out, "norrkoping-2010.xlsx")))));
    const everySheet = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1";
    execFileSync(office, [`-env:UserInstallation=file://${join(out, "profil")}`, "--headless", "--convert-to", everySheet, "--outdir", out, bare], { stdio: "ignore" });
    const control = readFileSync(join(out, "utan-Kontroll.csv"), "utf8");
    expect(control).toMatch(/Samlad kontroll;+OK/);
    expect(control.match(/;OK/g)!.length).toBeGreaterThan(20);
    for (const sheet of ["Återföringsplan", "Ramförändringar", "Fondkonto", "Kontroll"]) expect(readFileSync(join(out, `utan-${sheet}.csv`), "utf8")).not.toMatch(/#(REF|NAME|VALUE|DIV)|Err:/);
    expect(readFileSync(join(out, "utan-Återföringsplan.csv"), "utf8")).toMatch(/Totalt;.*32,?600,?000/);
  }, 120_000);
} else console.log("LibreOffice is not here, so nobody has opened the showcase's sheets in it (on Debian: apt install libreoffice-calc).");
