import fc from "fast-check";
import { planRepayments } from "../../src/planning";
import { understandAmounts } from "../../src/workbook/reading";
import type { Diagnostic } from "../../src/planning/types";
import type { CellValue } from "../../workbench/host";
import { corpus } from "./corpus";
import { cellsOf } from "./grid";
import { openBadWorkbook } from "./openBadWorkbook";

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
const blocks = 1500;
const workbooks = 100;
beforeAll(() => process.stdout.write(`fuzz: ${blocks} sheets and ${workbooks} workbooks, seed ${seed} (FC_SEED=${seed} runs them again)\n`));

const opened = openBadWorkbook();
afterAll(() => opened.close());

const grids = Object.values(corpus).flat().map(({ sheets }) => Object.fromEntries(Object.entries(sheets).map(([name, grid]) => [name, cellsOf(grid)])));
const pieces = [...new Set(grids.flatMap((sheets) => Object.values(sheets).flat(2)))];

const cell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom(...pieces),
  fc.constantFrom<CellValue>("", 2026, 2027, "Projekt", "Nämnd", "År", "Belopp", "Summa", "Socialnämnden", "#REF!", "__proto__", "\u0000", "=1+1"),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -3000, max: 3000 }),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.boolean(),
);

/** What is done to a sheet: a cell changed, a row or column taken away, doubled or moved. */
const change = fc.record({ how: fc.constantFrom("cell", "dropRow", "doubleRow", "swapRows", "dropColumn", "doubleColumn"), row: fc.nat(60), column: fc.nat(12), cell });
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(cells: CellValue[][], { how, row: anyRow, column: anyColumn, cell: value }: Change): CellValue[][] {
  if (cells.length === 0) return [[value]];
  const row = anyRow % cells.length;
  const column = anyColumn % Math.max(1, ...cells.map((values) => values.length));
  const line = cells[row] ?? [];
  if (how === "cell") return cells.with(row, Array.from({ length: Math.max(line.length, column + 1) }, (_, at) => (at === column ? value : line[at] ?? "")));
  if (how === "dropRow") return cells.toSpliced(row, 1);
  if (how === "doubleRow") return cells.toSpliced(row, 0, line);
  if (how === "swapRows") return [...cells.slice(row), ...cells.slice(0, row)];
  if (how === "dropColumn") return cells.map((values) => values.toSpliced(column, 1));
  return cells.map((values) => values.toSpliced(column, 0, values[column] ?? ""));
}

const mutated = (cells: CellValue[][]) => fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) => changes.reduce(changed, cells));
const random = fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 12 });
const sheet = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...grids.flatMap((sheets) => Object.values(sheets))).chain(mutated) }, { weight: 1, arbitrary: random });
const workbook = fc.constantFrom(...grids).chain((sheets) => fc.record(Object.fromEntries(Object.entries(sheets).map(([name, cells]) => [name, fc.oneof(mutated(cells), random)]))));

/** A sentence of its own: begins as one, ends as one, has no hole, and nothing of the machine in it. */
function expectSentences(diagnostics: readonly Diagnostic[]): void {
  for (const { code, message } of diagnostics) {
    const outside = message.replace(/”[^”]*”/gsu, "x");
    if (!/^["”\p{Lu}\d'#_=$[(]/u.test(message) || !/[.!?]$/u.test(message) || /\{\{|undefined|\[object|NaN/u.test(outside) || message.length < 20) throw new Error(`${code}: ${message}`);
  }
}

it("no sheet stops the reading of amounts, and every fault is a sentence", () => {
  fc.assert(
    fc.property(sheet, fc.constantFrom("costs" as const, "savings" as const, undefined), (values, kind) => {
      const since = performance.now();
      const found = understandAmounts({ sheet: "Blad1", row: 0, column: 0, values }, kind ? { kind } : {});
      expectSentences(found.diagnostics);
      for (const { amount, year } of found.rows) if (!/^-?\d+(\.\d+)?$/.test(amount) || year < 1990 || year > 2150) throw new Error(`${amount} ${year}`);
      if (performance.now() - since > 5000) throw new Error("too slow");
    }),
    { seed, numRuns: blocks },
  );
});

it("no workbook stops the reading and the planning, and no plan is made of one with errors", async () => {
  await fc.assert(
    fc.asyncProperty(workbook, async (sheets) => {
      const reading = await opened.read(sheets);
      expectSentences(reading.diagnostics);
      const plan = planRepayments(reading.input);
      expectSentences(plan.diagnostics);
      const failed = plan.diagnostics.some(({ severity }) => severity === "error");
      if (failed && plan.schedule.length > 0) throw new Error("a plan of errors");
    }),
    { seed, numRuns: workbooks },
  );
});
