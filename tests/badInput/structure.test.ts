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
const longest = 30_000;

it("many thousand rows, blank but for a remark in the last, stop nothing", async () => {
  const sheet: CellValue[][] = [...rows];
  sheet[199_999] = ["Slut"];
  const since = performance.now();
  const reading = await opened.read({ Kostnader: sheet, Besparingar: savings });
  expect([codes(reading.diagnostics), sumOf(reading.input.costs)]).toEqual([[], "1200000"]);
  expect(performance.now() - since).toBeLessThan(longest);
});
