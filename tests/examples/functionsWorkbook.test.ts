import { readFileSync } from "node:fs";
import { join } from "node:path";
import { functionsWorkbook, registerCellFunctions } from "../../examples/functionsWorkbook";
import type { RepaymentPlan, PlanInput } from "../../src/planning";
import { createHost, type Host } from "../../workbench/host";
import { loadXlsx } from "../../workbench/host/xlsx";
import { readZip } from "../../workbench/host/xlsx/zip";

const file = readFileSync(join(__dirname, "../../examples/funktioner.xlsx"));
const json = (name: string) => JSON.parse(readFileSync(join(__dirname, "../planning/examples", name), "utf8")) as unknown;
let host: Host;

beforeAll(async () => {
  registerCellFunctions();
  host = createHost(await loadXlsx(file));
});

const cellsOf = (sheet: string) => host.values(`'${sheet}'!A1:L60`);

test("The workbook with functions is the one that is made", async () => {
  const [made, kept] = await Promise.all([readZip(await functionsWorkbook()), readZip(file)]);
  const texts = (parts: Map<string, Uint8Array>) => Object.fromEntries([...parts].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
  expect(texts(made)).toEqual(texts(kept));
});

test("keeps its answers where nobody can calculate the functions", async () => {
  const parts = await readZip(file);
  const texts = [...parts].filter(([path]) => /^xl\/(workbook|worksheets\/)/.test(path)).map(([, bytes]) => new TextDecoder().decode(bytes));
  expect(texts.join("")).not.toMatch(/fullCalcOnLoad|t="e"/);
  expect(texts.join("")).toMatch(/_xldudf_SIF_ÅTERFÖRINGSPLAN\([^<]*<\/f><v>0<\/v>/);
});

test.each([
  ["En miljon", 16],
  ["Självrisk", 27],
  ["Alla funktioner", 15],
])("Every check on the sheet %s says OK", (sheet, checks) => {
  const cells = cellsOf(sheet).flat();
  expect(cells.filter((cell) => cell === "OK")).toHaveLength(checks + 1);
  expect(cells.filter((cell) => cell === "Avviker" || /^#/.test(String(cell)))).toEqual([]);
});

test.each([
  ["En miljon", "skl-1-mkr"],
  ["Självrisk", "sjalvrisk-5-ar"],
])("ÅTERFÖRINGSPLAN on the sheet %s gives the plan of %s", (sheet, example) => {
  const { committees } = json(`${example}.json`) as PlanInput;
  const { schedule } = json(`${example}.expected.json`) as RepaymentPlan;
  const cells = cellsOf(sheet);
  const header = cells.findIndex(([label]) => label === "Med SIF.ÅTERFÖRINGSPLAN");
  const found = committees
    .filter(({ internal }) => internal !== false)
    .flatMap(({ id, name }, index) => {
      const row = cells[header + 1 + index]!;
      expect(row[0]).toBe(name);
      return row.flatMap((amount, column) => (typeof cells[header]![column] === "number" && amount !== 0 ? [{ committee: id, year: cells[header]![column], amount: String(amount) }] : []));
    });
  expect(found).toEqual(committees.flatMap(({ id }) => schedule.filter(({ committee }) => committee === id).map(({ committee, year, amount }) => ({ committee, year, amount }))));
});

test("A saving that is changed shows in the plan and in the checks", async () => {
  const own = createHost(await loadXlsx(file));
  const row = own.values("'En miljon'!A1:A30").findIndex(([label]) => label === "Utbildningsnämnden") + 1;
  own.setCell(`'En miljon'!D${row}`, 450_000);
  const checks = own.values("'En miljon'!A1:F60").flat();
  expect(checks.filter((cell) => cell === "Avviker").length).toBeGreaterThan(1);
});
