/** @jest-environment jsdom */
import fc from "fast-check";
import { HyperFormula } from "hyperformula";
import { irr, npv } from "../../src/functions/functions";
import { loadRuntime, shown } from "./cell";

/** The same conventions as the functions that a spreadsheet has already, computed by HyperFormula. */
const engine = HyperFormula.buildFromArray([[]], { licenseKey: "gpl-v3", smartRounding: false });

beforeAll(loadRuntime);
afterAll(() => engine.destroy());

/** What the spreadsheet makes of `=NAME(…, flows)`; an error as its text. */
function builtIn(formula: (flows: string) => string, flows: readonly number[]): number | string {
  engine.setSheetContent(0, [[...flows], [formula(`A1:${String.fromCharCode(64 + flows.length)}1`)]]);
  const value = engine.getCellValue({ sheet: 0, row: 1, col: 0 });
  return typeof value === "number" ? value : typeof value === "object" && value !== null ? value.value : String(value);
}

const excelIrr = (...flows: number[]) => builtIn((range) => `=IRR(${range})`, flows);
const kr = fc.integer({ min: -1_000_000, max: 1_000_000 });
const flowsOf = (one: fc.Arbitrary<number>) => fc.array(one, { minLength: 1, maxLength: 20 });

describe("NETTONUVÄRDE", () => {
  it("with första_period 1 is NPV", () => {
    fc.assert(
      fc.property(flowsOf(kr), fc.integer({ min: -50, max: 300 }), (flows, percent) => {
        const rate = percent / 100;
        const size = flows.reduce((sum, flow, period) => sum + Math.abs(flow) / (1 + rate) ** (period + 1), 0);
        expect(Math.abs(npv(rate, [flows], 1) - Number(builtIn((range) => `=NPV(${rate},${range})`, flows)))).toBeLessThanOrEqual(size * 1e-12);
      }),
    );
  });

  it("is the first flow and NPV of the others", () => {
    fc.assert(
      fc.property(flowsOf(kr), kr, fc.integer({ min: 0, max: 100 }), (flows, first, percent) => {
        const others = Number(builtIn((range) => `=NPV(${percent / 100},${range})`, flows));
        expect(npv(percent / 100, [[first, ...flows]])).toBeCloseTo(first + others, 4);
      }),
    );
  });

  it("keeps the place of a blank cell, which NPV closes up", () => {
    engine.setSheetContent(0, [[100, null, 100], ["=NPV(0.1,A1:C1)"]]);
    expect(engine.getCellValue({ sheet: 0, row: 1, col: 0 })).toBeCloseTo(npv(0.1, [[100, 100]], 1), 9);
    expect(npv(0.1, [[100, null, 100]], 1)).toBe(npv(0.1, [[100, 0, 100]], 1));
    expect(npv(0.1, [[100, null, 100]], 1)).not.toBe(npv(0.1, [[100, 100]], 1));
  });
});

describe("INTERNRÄNTA", () => {
  it("is IRR for a cost and savings, where IRR finds a rate", () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), flowsOf(fc.integer({ min: 0, max: 1_000_000 })), (cost, savings) => {
        fc.pre(savings.some((one) => one > 0));
        const other = excelIrr(-cost, ...savings);
        if (typeof other !== "number") return;
        compared += 1;
        const rate = irr([[-cost, ...savings]]);
        expect(Math.abs(rate - other)).toBeLessThanOrEqual(1e-7 * (1 + Math.abs(rate)));
      }),
    );
    expect(compared).toBeGreaterThan(50);
  });

  test.each([
    [[-50, -20, 10], -0.71010205],
    [[-20, -100, 30], -0.71611782],
    [[-150, 130, -20, -190, 30, 40], -0.44975437],
    [[-60, -30, -150, -110, 10], -0.91835374],
  ])("of %j is the only rate, %d, where Newton's method from 10 %% gives up", (flows, rate) => {
    expect(excelIrr(...flows)).toBe("#NUM!");
    expect(irr([flows])).toBeCloseTo(rate, 8);
    expect(Math.abs(npv(irr([flows]), [flows]))).toBeLessThan(1e-6);
  });

  it("says that there are two where IRR gives the one nearest to its guess", () => {
    expect(excelIrr(-100, 230, -132)).toBeCloseTo(0.1, 9);
    expect(builtIn((range) => `=IRR(${range},0.3)`, [-100, 230, -132])).toBeCloseTo(0.2, 9);
    expect(shown(irr, [[-100, 230, -132]])).toContain("#N/A Det finns 2 räntor");
  });
});
