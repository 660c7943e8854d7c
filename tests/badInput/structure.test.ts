import { writeXlsx } from "hucre/xlsx";
import { readWorkbook } from "../../src/workbook/reading";
import { loadXlsx } from "../../workbench/host/xlsx";
import { codes } from "../workbook/openWorkbook";
import type { CellValue } from "../../workbench/host";
import { cellsOf } from "./grid";
import { openBadWorkbook } from "./openBadWorkbook";
import { sumOf } from "./sums";

const opened = openBadWorkbook();
afterAll(() => opened.close());

const rows = cellsOf(["Projekt|Nämnd|2026", "Skolfam|Socialnämnden|900000", "Trainee|Socialnämnden|300000"]);
const savings = cellsOf(["Projekt|Nämnd|2027", "Skolfam|Socialnämnden|500000", "Trainee|Socialnämnden|200000"]);
/** A guard against work that grows with rows times rows: it took minutes. */
const longest = 60_000;
const lastRow = 1_048_576;

it("a million rows, blank but for a remark in the last, stop nothing: few syncs, small requests", async () => {
  const sheet: CellValue[][] = [...rows];
  sheet[lastRow - 1] = ["Slut"];
  const since = performance.now();
  opened.host.resetCounts();
  const reading = await opened.read({ Kostnader: sheet, Besparingar: savings });
  expect([codes(reading.diagnostics), sumOf(reading.input.costs), reading.tables[0]?.where]).toEqual([[], "1200000", `Kostnader!A1:C${lastRow}`]);
  const { syncs, largestRequest, largestResponse } = opened.host.counts;
  expect(syncs).toBeLessThanOrEqual(20);
  expect(largestRequest).toBeLessThan(5_000);
  expect(largestResponse).toBeLessThan(5_000_000);
  expect(performance.now() - since).toBeLessThan(longest);
});

it("a filter that hides rows in a file does not take them away, and is told", async () => {
  const bytes = await writeXlsx({
    sheets: [
      { name: "Kostnader", rows: rows.map((row) => [...row]), autoFilter: { range: "A1:C3", columns: [{ colIndex: 0, filters: ["Skolfam"] }] }, rowDefs: new Map([[2, { hidden: true }]]) },
      { name: "Besparingar", rows: savings.map((row) => [...row]) },
    ],
  });
  const [filtered] = (await loadXlsx(bytes)).sheets;
  expect(filtered?.hiddenRows).toEqual(new Set([2]));
  opened.host.workbook.sheets.splice(0, Infinity, ...(await loadXlsx(bytes)).sheets);
  const reading = await opened.client.Excel.run((context) => readWorkbook(context));
  expect([codes(reading.diagnostics), sumOf(reading.input.costs)]).toEqual([["hiddenCells@Kostnader!A1:C3"], "1200000"]);
});
