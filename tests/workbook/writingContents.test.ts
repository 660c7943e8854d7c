import fc from "fast-check";
import type { CellContent } from "../../src/report";
import { hashOfLayout, hashOfRead, kindsReferredTo, textAreas, writable } from "../../src/workbook/writing/contents";
import { markerFormula, parseMarker } from "../../src/workbook/writing/marker";
import { FreeNames, hasWorkName } from "../../src/workbook/writing/sheetNames";
import { batches } from "../../src/workbook/writing/steps";
import { hostileNames } from "../report/namedInputs";

const cell: fc.Arbitrary<CellContent> = fc.oneof(
  fc.constant(null),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(...hostileNames),
  fc.string(),
  fc.constantFrom({ formula: "=SUM(«plan»!C5:C9)" }, { formula: "=A1+«frames»!$B$2" }),
);
const grid = fc.integer({ min: 1, max: 6 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }));

test("the text format covers every text once, and nothing else", () => {
  fc.assert(
    fc.property(grid, (cells) => {
      const covered = new Map<string, number>();
      for (const { row, column, rows, columns } of textAreas(cells)) {
        for (let y = row; y < row + rows; y++) for (let x = column; x < column + columns; x++) covered.set(`${y},${x}`, (covered.get(`${y},${x}`) ?? 0) + 1);
      }
      cells.forEach((line, y) => {
        line.forEach((content, x) => {
          const text = typeof content === "string" && content !== "" && !content.startsWith("'");
          expect(covered.get(`${y},${x}`) ?? 0).toBe(text ? 1 : 0);
        });
      });
    }),
  );
});

test("contents read back have the fingerprint of what was written, whatever a program does to quotes and sheet names", async () => {
  const names = [{ kind: "plan" as const, name: "O'Hara (2)" }, { kind: "frames" as const, name: "Ramförändringar" }];
  const byKind = { plan: "O'Hara (2)", frames: "Ramförändringar" };
  await fc.assert(
    fc.asyncProperty(grid, fc.boolean(), async (cells, unquoted) => {
      const asRead = cells.map((row) =>
        writable(row, byKind).map((content) => {
          if (typeof content !== "string" || content === "") return content;
          const shown = content.startsWith("'") ? content.slice(1) : content;
          return unquoted ? shown.replaceAll("'Ramförändringar'!", "Ramförändringar!") : shown;
        }),
      );
      expect(await hashOfRead({ row: 0, column: 0, formulas: asRead }, names)).toBe(await hashOfLayout(cells));
    }),
    { numRuns: 60 },
  );
});

test("any cell that is changed, moved or added changes the fingerprint", async () => {
  const cells: CellContent[][] = [["a", 1], [null, { formula: "=B1" }]];
  const read = (formulas: unknown[][], row = 0) => hashOfRead({ row, column: 0, formulas }, []);
  const written = await hashOfLayout(cells);
  expect(await read([["a", 1], ["", "=B1"]])).toBe(written);
  expect(await read([["a", "1"], ["", "=B1"]])).not.toBe(written);
  expect(await read([["a", 1], ["", "=B2"]])).not.toBe(written);
  expect(await read([["a", 1], ["", "=B1"]], 1)).not.toBe(written);
  expect(await read([["a", 1], ["x", "=B1"]])).not.toBe(written);
});

test("a reference is found by the whole name of its sheet", () => {
  const names = [{ kind: "plan" as const, name: "Plan" }];
  const kinds = (formula: string) => [...kindsReferredTo({ row: 0, column: 0, formulas: [[formula]] }, names)];
  expect(kinds("=Plan!A1")).toEqual(["plan"]);
  expect(kinds("=SUM('plan'!A1:B2)")).toEqual(["plan"]);
  expect(kinds("=MinPlan!A1+'Min Plan'!A1")).toEqual([]);
  expect(kinds("Plan!A1")).toEqual([]);
});

test("a marker is read as it was written", () => {
  const marker = { kind: "fund", fingerprint: "ab".repeat(32), contents: "cd".repeat(32), bytesPerCell: 12, name: 'Fond "|" konto' } as const;
  expect(parseMarker(markerFormula(marker))).toEqual(marker);
  expect(markerFormula(marker).length).toBeLessThan(255);
  for (const other of ["=Blad1!$A$1", '="x|y|z|1|n"', "", undefined, 5]) expect(parseMarker(other)).toBeUndefined();
});

test("names are free whatever the case, within 31 characters", () => {
  const names = new FreeNames(["KONTROLL", "kontroll (2)"]);
  expect(names.take("Kontroll")).toBe("Kontroll (3)");
  expect(names.take("x".repeat(31))).toBe("x".repeat(31));
  expect(names.take("X".repeat(31))).toBe(`${"X".repeat(27)} (2)`);
  expect(names.takeWork("temporary", "sv")).toBe("Återföring ny 1");
  expect(["Återföring ny 1", "Repayment new 12", "Återföring ny", "Återföring ny 1 "].map((name) => hasWorkName(name, "temporary"))).toEqual([true, true, false, false]);
});

test("steps keep their order in groups under the limit", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 50 })), fc.integer({ min: 10, max: 60 }), (sizes, limit) => {
      const groups = batches(sizes.map((bytes, index) => ({ bytes, index })), limit);
      expect(groups.flat().map(({ index }) => index)).toEqual(sizes.map((_, index) => index));
      for (const group of groups) expect(group.length === 1 || group.reduce((sum, { bytes }) => sum + bytes, 0) <= limit).toBe(true);
    }),
  );
});
