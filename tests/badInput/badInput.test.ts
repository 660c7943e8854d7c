import { planRepayments } from "../../src/planning";
import { codes } from "../workbook/openWorkbook";
import { corpus } from "./corpus";
import { cellsOf, type BadWorkbook } from "./grid";
import { openBadWorkbook } from "./openBadWorkbook";
import { sumOf } from "./sums";

beforeAll(() => process.stdout.write(`bad input: ${Object.values(corpus).flat().length} workbooks\n`));

const opened = openBadWorkbook();
afterAll(() => opened.close());

const read = ({ sheets, dress }: BadWorkbook) => opened.read(Object.fromEntries(Object.entries(sheets).map(([name, grid]) => [name, cellsOf(grid)])), dress);

describe.each(Object.entries(corpus))("%s", (_, cases) => {
  it.each(cases.map((one) => [one.what, one] as const))("%s", async (_what, one) => {
    const reading = await read(one);
    const failed = reading.diagnostics.some(({ severity }) => severity === "error");
    const plan = failed ? [] : planRepayments(reading.input).diagnostics.map((found) => ({ ...found, code: `plan.${found.code}` }));
    expect(codes([...reading.diagnostics, ...plan]).sort()).toEqual([...one.says].sort());
    if (one.costs !== undefined) expect(sumOf(reading.input.costs)).toBe(one.costs);
    if (one.savings !== undefined) expect(sumOf(reading.input.savings)).toBe(one.savings);
  });
});
