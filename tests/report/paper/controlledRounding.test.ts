import fc from "fast-check";
import { controlledRounding, controlledRoundingTo } from "../../../src/report/paper/controlledRounding";

const unit = 1000n;
const tables = fc
  .tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 8 }))
  .chain(([rows, columns]) => fc.array(fc.array(fc.oneof(fc.constant(0n), fc.bigInt({ min: -3000n, max: 200_000n })), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }));

const sum = (cells: readonly bigint[]) => cells.reduce((total, cell) => total + cell, 0n);
const columnsOf = (table: readonly (readonly bigint[])[]) => (table[0] ?? []).map((_, column) => table.map((row) => row[column]!));

/** Whether units are the whole number just below or above an exact amount. */
const isNear = (units: bigint, exact: bigint) => units * unit - exact < unit && exact - units * unit < unit;

describe("Controlled rounding", () => {
  it("moves no cell, row sum, column sum or total by a unit or more", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const rounded = controlledRounding(table, unit);
        expect(rounded.map((row) => row.length)).toEqual(table.map((row) => row.length));
        table.forEach((row, at) => row.forEach((cell, column) => expect(isNear(rounded[at]![column]!, cell)).toBe(true)));
        table.forEach((row, at) => expect(isNear(sum(rounded[at]!), sum(row))).toBe(true));
        columnsOf(table).forEach((column, at) => expect(isNear(sum(columnsOf(rounded)[at]!), sum(column))).toBe(true));
        expect(isNear(sum(rounded.flat()), sum(table.flat()))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("moves no cell by a unit or more where the columns' sums are given either way", () => {
    const near = (exact: bigint, up: boolean) => {
      const below = (exact - (((exact % unit) + unit) % unit)) / unit;
      return up && below * unit !== exact ? below + 1n : below;
    };
    fc.assert(
      fc.property(tables.filter((table) => table.length > 0), fc.infiniteStream(fc.boolean()), (table, ways) => {
        const sums = columnsOf(table).map((column) => near(sum(column), ways.next().value === true));
        const rounded = controlledRoundingTo(sums, table, unit);
        expect(columnsOf(rounded).map(sum)).toEqual(sums);
        table.forEach((row, at) => row.forEach((cell, column) => expect(isNear(rounded[at]![column]!, cell)).toBe(true)));
      }),
      { numRuns: 500 },
    );
  });

  it("moves nothing that is whole", () => {
    expect(controlledRounding([[1000n, -2000n], [0n, 5000n]], unit)).toEqual([[1n, -2n], [0n, 5n]]);
  });

  it("makes thirds into whole units that still sum to one", () => {
    const [row] = controlledRounding([[333n, 333n, 334n]], unit);
    expect([...row!].sort()).toEqual([0n, 0n, 1n]);
  });
});
