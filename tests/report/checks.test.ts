import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { planRepayments } from "../../src/planning";
import type { PlanInput } from "../../src/planning/types";
import { planReport, planSheets, type CellContent, type SheetKind, type SheetLayout } from "../../src/report";
import { evaluate } from "./evaluate";
import { namedInputs, reportOptions, sheetsOf } from "./namedInputs";

const folder = join(__dirname, "../planning/examples");
const examples = readdirSync(folder).filter((file) => !file.includes(".expected."));
const example = (file: string) => JSON.parse(readFileSync(join(folder, file), "utf8")) as PlanInput;
const checkColumn = 6;

type Values = (string | number | null)[][];

function overall(layouts: SheetLayout[], values: Record<SheetKind, Values>): string | number | null | undefined {
  const cell = layouts.at(-1)?.overallCheck;
  return cell && values.control[cell.row]?.[cell.column];
}

/** The labels of the checks that do not say OK, with what they say. */
function deviations(values: Record<SheetKind, Values>): [string, string | number | null][] {
  return values.control.flatMap((row): [string, string | number | null][] => {
    const check = row[checkColumn] ?? null;
    return check === null || check === "" || check === "OK" || check === "Kontroll" ? [] : [[String(row[0]), check]];
  });
}

function change(values: (cells: CellContent[][], kind: SheetKind) => void, file = "norrkoping-2010.json") {
  const layouts = sheetsOf(example(file));
  const evaluated = evaluate(layouts, values);
  return { overall: overall(layouts, evaluated), deviations: deviations(evaluated) };
}

const rowOf = (cells: CellContent[][], ...labels: string[]) => cells.findIndex((row) => labels.every((label, index) => row[index] === label));

test.each(examples)("every check of %s says OK", (file) => {
  const layouts = sheetsOf(example(file));
  const values = evaluate(layouts);
  expect(deviations(values)).toEqual([]);
  expect(overall(layouts, values)).toBe("OK");
});

test("every check says OK for any plan, whatever the names are", () => {
  fc.assert(
    fc.property(namedInputs(), (input) => {
      const plan = planRepayments(input);
      const layouts = planSheets(planReport(plan, input, reportOptions));
      const failed = plan.diagnostics.some(({ severity }) => severity === "error");
      expect(layouts.length).toBe(failed ? 0 : 4);
      if (failed) return;
      const values = evaluate(layouts);
      expect(deviations(values)).toEqual([]);
      expect(overall(layouts, values)).toBe("OK");
    }),
    { numRuns: 60 },
  );
});

test("the sheets compute the report's own sums", () => {
  fc.assert(
    fc.property(namedInputs(), (input) => {
      const report = planReport(planRepayments(input), input, reportOptions);
      const layouts = planSheets(report);
      if (layouts.length === 0) return;
      const values = evaluate(layouts);
      for (const [kind, table] of [["plan", report.plan], ["frames", report.frames], ["fund", report.fund]] as const) {
        const last = table.rows.at(-1);
        const amounts = (last?.cells ?? []).filter((_, index) => table.columns[index]?.kind === "amount").map(Number);
        const found = values[kind].find((row) => row[0] === last?.cells[0] && (kind !== "frames" || row[1] === last?.cells[1]));
        const computed = (found ?? []).slice(-amounts.length).map((value) => Math.round(Number(value) * 100) / 100);
        expect(computed).toEqual(amounts);
      }
    }),
    { numRuns: 25 },
  );
});

test("a planned amount that is changed shows in its project, year, committee and balances, and nowhere else", () => {
  const result = change((cells, kind) => {
    if (kind !== "plan") return;
    const row = rowOf(cells, "Alla barn i skolan", "Utbildningsnämnden");
    const column = cells.find((line) => line[0] === "Projekt")?.indexOf(2014) ?? -1;
    cells[row]![column] = (cells[row]?.[column] as number) + 0.01;
  });
  const labels = result.deviations.map(([label]) => label);
  expect(labels).toContain("Alla barn i skolan");
  expect(labels).not.toContain("SkolFam2");
  expect(labels).not.toContain("Servicetrainee");
  // Totalt; the total against the computation; 2014; every balance from 2014 on; the committee twice.
  expect(labels).toContain("2014");
  expect(labels.filter((label) => label === "2013")).toEqual([]);
  expect(labels.filter((label) => label === "Utbildningsnämnden")).toHaveLength(2);
  expect(labels).not.toContain("Socialnämnden");
  for (const [, shown] of result.deviations) expect(Math.abs(Number(shown))).toBeCloseTo(0.01, 6);
  expect(result.overall).toBe(`${result.deviations.length} avviker`);
});

test("a grant that is changed shows in its year, balances and frame", () => {
  const result = change((cells, kind) => {
    if (kind !== "frames") return;
    const row = rowOf(cells, "Socialnämnden", "Beviljade medel");
    cells[row]![2] = (cells[row]?.[2] as number) + 500;
  });
  const labels = result.deviations.map(([label]) => label);
  expect(labels).toContain("Projektens kostnader = fondens uttag");
  expect(labels.filter((label) => label === "Socialnämnden")).toHaveLength(1);
  expect(labels).not.toContain("SkolFam2");
});

test("an opening balance that is overwritten breaks the chain and the closing", () => {
  const result = change((cells, kind) => {
    if (kind !== "fund") return;
    const first = cells.findIndex((row) => row[0] === "År") + 1;
    cells[first + 3]![1] = 1;
  });
  const labels = result.deviations.map(([label]) => label);
  expect(labels).toContain("Fondkonto: antal år där ingående saldo inte är föregående års utgående");
  expect(labels).toContain("Fondkonto: ingående + tillskott − uttag + återföringar = utgående");
});

test("a row sum that is overwritten shows as row sums against column sums", () => {
  const result = change((cells, kind) => {
    if (kind !== "plan") return;
    const row = cells[rowOf(cells, "SkolFam2", "Socialnämnden")]!;
    row[row.length - 1] = 7;
  });
  expect(result.deviations.map(([label]) => label)).toEqual(["Återföringsplan: radsummor = kolumnsummor"]);
});

test("a negative amount is counted", () => {
  const result = change((cells, kind) => {
    if (kind === "plan") cells[rowOf(cells, "SkolFam2", "Socialnämnden")]![2] = -1;
  });
  expect(result.deviations).toContainEqual(["Återföringsplan: antal belopp under noll", 1]);
});

test("a check that cannot be computed does not pass for OK", () => {
  const result = change((cells, kind) => {
    if (kind === "control") cells[rowOf(cells, "SkolFam2")]![checkColumn] = { formula: "=1/0" };
  });
  expect(result.overall).toBe("1 avviker");
});
