import { HyperFormula } from "hyperformula";
import type { PlanInput } from "../src/planning";

/**
 * The same plan as people build it today: a sheet of formulas, here calculated by HyperFormula. For each project the
 * savings, their cumulative sum limited to the cost, the year's due, and its division over committees (rounded, which
 * is where such sheets lose kronor: largest remainders and caps over projects are left out, in the formulas' favour).
 */
export function planInFormulas(input: PlanInput): number {
  const rows: (string | number)[][] = [];
  const savings = new Map<string, number[]>();
  for (const { project, committee, year, amount } of input.savings) {
    const key = `${project}\n${committee}`;
    const row = savings.get(key) ?? [];
    row[year - 2026] = Number(amount);
    savings.set(key, row);
  }
  const years = Array.from({ length: 22 }, (_, index) => index);
  const column = (index: number) => String.fromCharCode(66 + index);
  input.costs.forEach(({ project, amount }) => {
    const first = rows.length + 1;
    const last = first + input.committees.length - 1;
    const [sum, limit, due] = [last + 1, last + 2, last + 3];
    for (const { id } of input.committees) rows.push([id, ...years.map((year) => savings.get(`${project}\n${id}`)![year] ?? 0)]);
    rows.push(["Summa", ...years.map((year) => `=SUM(${column(year)}${first}:${column(year)}${last})`)]);
    rows.push([Number(amount), ...years.map((year) => `=MIN($A${limit},SUM($B${sum}:${column(year)}${sum}))`)]);
    rows.push(["Återförs", ...years.map((year) => (year === 0 ? `=B${limit}` : `=${column(year)}${limit}-${column(year - 1)}${limit}`))]);
    input.committees.forEach(({ id }, place) => {
      rows.push([id, ...years.map((year) => `=IF(${column(year)}${sum}=0,0,ROUND(${column(year)}${due}*${column(year)}${first + place}/${column(year)}${sum},0))`)]);
    });
  });
  const engine = HyperFormula.buildFromArray(rows, { licenseKey: "gpl-v3", maxRows: 1_000_000 });
  const answer = engine.getCellValue({ sheet: 0, row: rows.length - 1, col: 1 });
  engine.destroy();
  return Number(answer);
}
