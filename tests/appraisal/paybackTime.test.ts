import fc from "fast-check";
import { paybackTime } from "../../src/appraisal/paybackTime";
import { Decimal } from "../../src/money/presentValue";

const years = (amounts: number[], rate = 0) => paybackTime({ periods: amounts.map((_, period) => period), amounts }, new Decimal(rate))?.toNumber();

describe("paybackTime", () => {
  test.each([
    [[-100, 40, 40, 40], 0, 2.5],
    [[-100, 110], 0.1, 1],
    [[-100, 0, 0, 200], 0, 2.5],
    [[0, -100, 100], 0, 2],
    [[0, 0], 0, 0],
    [[50, -20], 0, 0],
    [[-100, 50, 49], 0, undefined],
    [[-100, 100, -50, 20, 40], 0, 1],
    [[-100, 60, 60], 0.1, 2 - (60 / 1.21 + 60 / 1.1 - 100) / (60 / 1.21)],
  ])("of %j at %d is %d years", (amounts, rate, expected) => {
    const answer = years(amounts, rate);
    if (expected === undefined) expect(answer).toBeUndefined();
    else expect(answer).toBeCloseTo(expected, 12);
  });

  it("sees that a cost is repaid to the last öre, where quotients never end", () => {
    // 10 000 · 1.07² = 100 · 1.07 + 11 342: the last flow repays it exactly.
    expect(years([-10_000, 100, 11_342], 0.07)).toBe(2);
    expect(years([-10_000, 100, 11_341.99], 0.07)).toBeUndefined();
  });

  it("is where the cumulative flow passes 0: what has come by then covers the cost", () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000_000 }), fc.array(amount, { minLength: 1, maxLength: 30 }), (cost, savings) => {
        const answer = paybackTime({ periods: [0, ...savings.map((_, year) => year + 1)], amounts: [-cost, ...savings] }, new Decimal(0));
        const total = savings.reduce((sum, one) => sum + one, 0);
        expect(answer === undefined).toBe(total < cost);
        if (answer === undefined) return;
        const whole = answer.floor().toNumber();
        const come = savings.slice(0, whole).reduce((sum, one) => sum + one, 0);
        expect(answer.minus(whole).times(savings[whole] ?? 0).plus(come).toDecimalPlaces(50).toNumber()).toBe(cost);
      }),
    );
  });

  it("waits longer the higher the rate", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 20 }), fc.integer({ min: 0, max: 30 }), (cost, savings, percent) => {
        const flows = [-cost, ...savings];
        expect(years(flows, (percent + 1) / 100) ?? Infinity).toBeGreaterThanOrEqual(years(flows, percent / 100) ?? Infinity);
      }),
    );
  });
});
