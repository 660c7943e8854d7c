/** @jest-environment jsdom */
import * as functions from "../../src/functions/functions";
import { cellFunctions, implementations } from "../../src/functions/functions";
import { loadRuntime, sheetRows, shown, wholeColumn } from "./cell";

beforeAll(loadRuntime);

/** A call of every function with flat ranges, as `[a, b, …]`; the rest are single values. */
const calls: Record<string, unknown[]> = {
  NPV: [0.03, [-100, 60, 0, 70]],
  NPV_BY_YEAR: [0.03, [-100, 60, 0, 70], [2026, 2027, 2028, 2029], 2026],
  SELF_RISK: [100, [20, 30, 0, 10]],
  SELF_RISK_PLAN: [100, [20, 30, 0, 10]],
  ALLOCATE: [100, [1, 2, 0, 3]],
  FUND_BALANCE: [100, [20, 30, 0, 10], [1, 2, 0, 3], [0, 0, 0, 5]],
  PAYBACK_TIME: [[-100, 60, 0, 70]],
  IRR: [[-100, 60, 0, 70]],
  BENEFIT_COST_RATIO: [0.03, [5, 60, 0, 70], [100, 1, 0, 2]],
  MILESTONE_PAYMENT: [100, [0.5, 0.3, 0, 0.2], [1, 0.5, 0, 1]],
  ADJUST_PRICE: [100, 2026, 2029, [2026, 2027, 2028, 2029], [100, 101, 102, 104]],
};
const withRanges = cellFunctions.filter(({ id }) => id in calls).map((one) => [one.name, one.id] as const);

const shaped = (id: string, shape: (flat: unknown[]) => unknown[][]) => calls[id]!.map((argument) => (Array.isArray(argument) ? shape(argument) : argument));
const flat = (answer: unknown) => (Array.isArray(answer) ? (answer as number[][]).flat() : answer);
const asRow = (cells: unknown[]) => [cells];
const asColumn = (cells: unknown[]) => cells.map((cell) => [cell]);
const asBlock = (cells: unknown[]) => [cells.slice(0, 2), cells.slice(2)];
const sizeOf = (rows: unknown[][]) => [rows.length, rows[0]?.length];

describe("A range", () => {
  it("is tried in every function that takes one, but for the plan by committee", () => {
    const ranged = cellFunctions.filter(({ arguments: declared }) => declared.some(({ range }) => range)).map(({ id }) => id);
    expect([...Object.keys(calls), "REPAYMENT_PLAN"].sort()).toEqual(ranged.sort());
  });

  it.each(withRanges)("of %s is read row by row: as a row, a column or a block the answer is the same", (_, id) => {
    const answer = implementations[id]!(...shaped(id, asRow));
    for (const shape of [asColumn, asBlock]) expect(flat(implementations[id]!(...shaped(id, shape)))).toEqual(flat(answer));
  });

  it.each(withRanges)("of %s may have blanks as null, as an empty text or as 0", (_, id) => {
    const blank = (as: unknown) => flat(implementations[id]!(...shaped(id, (cells) => asRow(cells.map((cell) => (cell === 0 ? as : cell))))));
    expect([blank(null), blank(""), blank(undefined)]).toEqual([blank(0), blank(0), blank(0)]);
  });

  it.each(withRanges)("of %s may not have a text, a yes or no, or an error: the cell is named", (_, id) => {
    for (const [wrong, words] of [
      ["ej klart", "texten ”ej klart”"],
      [true, "SANT"],
      [{ code: "#N/A" }, "felvärdet #N/A"],
      ["#REF!", "felvärdet #REF!"],
    ] as const) {
      const answer = shown(implementations[id]!, ...shaped(id, (cells) => asBlock([cells[0], cells[1], cells[2], wrong])));
      expect(answer).toMatch(/^#VALUE! Området \S+ får bara innehålla .+, men rad 2, kolumn 2 är /);
      expect(answer).toContain(words);
    }
  });

  it.each(withRanges.filter(([, id]) => cellFunctions.find((one) => one.id === id)!.spills))("gives what %s spills its shape", (_, id) => {
    for (const shape of [asRow, asColumn, asBlock]) expect(sizeOf(implementations[id]!(...shaped(id, shape)) as number[][])).toEqual(sizeOf(shape([1, 2, 3, 4])));
  });

  it.each(withRanges.filter(([, id]) => calls[id]!.filter(Array.isArray).length > 1 && id !== "BENEFIT_COST_RATIO"))("that belongs with another in %s must be as large: both are named", (_, id) => {
    let seen = 0;
    const passed = shaped(id, (cells) => asRow(seen++ === 0 ? cells : cells.slice(1)));
    const names = cellFunctions.find((one) => one.id === id)!.arguments.filter(({ range }) => range).map(({ name }) => name);
    expect(shown(implementations[id]!, ...passed)).toContain(`#VALUE! Områdena ${names[0]} och ${names[1]} hör ihop cell för cell, men ${names[0]} är 1 × 4 och ${names[1]} 1 × 3 celler.`);
  });

  it("may be a single cell, and a single value a range of one cell", () => {
    expect([functions.npv(0.1, 42), functions.npv([[0.1]], [[42]])]).toEqual([42, 42]);
    expect(functions.allocate([[10]], 1)).toEqual([[10]]);
    expect(functions.fundBalance(10, 4, 1)).toEqual([[7]]);
  });
});

describe("A whole column that is mostly blank", () => {
  it.each(withRanges)("is answered by %s as its few cells are", (_, id) => {
    const spread = shaped(id, (cells) => wholeColumn(Object.fromEntries(cells.map((cell, row) => [row, Number(cell)]))));
    const few = implementations[id]!(...shaped(id, asColumn));
    const answer = implementations[id]!(...spread);
    if (!Array.isArray(answer)) return expect(answer).toBe(few);
    expect(answer).toHaveLength(sheetRows);
    expect(answer.slice(0, 4)).toEqual(few);
    // Rows that are alike are one and the same, so that a column costs its content.
    expect(new Set(answer).size).toBeLessThan(10);
  });

  it("is answered by ÅTERFÖRINGSPLAN, as committees without savings", () => {
    const caps = wholeColumn({ 0: 15, 4: 100 });
    const plan = functions.repaymentPlan(50, wholeColumn({ 0: 20, 4: 10 }), 1, 0, 1, 10, 1, caps);
    expect(plan).toHaveLength(sheetRows);
    expect(plan.slice(0, 5)).toEqual([[15], [0], [0], [0], [10]]);
    expect(new Set(plan).size).toBeLessThan(5);
  });

  it("may have its last cell filled", () => {
    const last = sheetRows - 1;
    expect(functions.npv(0, wholeColumn({ 0: 1, [last]: 2 }))).toBe(3);
    expect(functions.paybackTime(wholeColumn({ 0: -1, [last]: 2 }))).toBe(last - 0.5);
    expect(functions.fundBalance(0, wholeColumn({ [last]: 2 }), wholeColumn({}))[last]).toEqual([-2]);
    expect(functions.allocate(1, wholeColumn({ [last]: 2 }))[last]).toEqual([1]);
  });
});
