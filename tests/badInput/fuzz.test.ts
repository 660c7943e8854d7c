import fc from "fast-check";
import { planRepayments } from "../../src/planning";
import { understandAmounts } from "../../src/workbook/reading";
import type { Diagnostic } from "../../src/planning/types";
import { seed, sheet, tries, workbook } from "./mutations";
import { openBadWorkbook } from "./openBadWorkbook";

beforeAll(() => process.stdout.write(`fuzz: ${tries.sheets} sheets and ${tries.workbooks} workbooks, seed ${seed} (FC_SEED=${seed} runs them again)\n`));

const opened = openBadWorkbook();
afterAll(() => opened.close());

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
    { seed, numRuns: tries.sheets },
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
    { seed, numRuns: tries.workbooks },
  );
});
