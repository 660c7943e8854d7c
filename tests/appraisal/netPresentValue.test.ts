import fc from "fast-check";
import { netPresentValue, type PeriodFlows } from "../../src/appraisal/netPresentValue";
import { nearestDouble, presentValue } from "./exact";

const flows = (...amounts: number[]): PeriodFlows => ({ periods: amounts.map((_, period) => period), amounts });

describe("netPresentValue", () => {
  const budget = flows(16, 42, 34, 54, 84, 135);

  test.each([
    [0.03, 0, "329.3277"],
    [0.04, 0, "318.5890"],
    [0.03, 1, "319.7356"],
    [0.04, 1, "306.3356"],
  ])("SKR/RISE's budget row at %s from period %d is %s mkr", (rate, firstPeriod, expected) => {
    expect(netPresentValue(rate, budget, firstPeriod).toFixed(4)).toBe(expected);
  });

  it("is the plain sum without a rate", () => {
    expect(netPresentValue(0, flows(0.1, 0.2, -0.3))).toBe(0);
    expect(netPresentValue(0, flows(0.1, 0.2))).toBe(0.3);
  });

  it("keeps the place of a period without a flow", () => {
    expect(netPresentValue(0.1, { periods: [2], amounts: [121] })).toBe(100);
  });

  it("adds flows of the same period, and lets what lies before grow", () => {
    expect(netPresentValue(0.1, { periods: [0, 0, 1], amounts: [0.1, 0.2, 110] })).toBe(100.3);
    expect(netPresentValue(0.1, flows(100), -2)).toBe(121);
  });

  it("takes a number with seventeen digits as it is written", () => {
    expect(netPresentValue(0, flows(0.30000000000000004, -0.3))).toBe(4e-17);
    expect(netPresentValue(0, flows(1e22, 1, -1e22))).toBe(1);
  });

  it("is exactly 0 where flows cancel out, though quotients never end", () => {
    // 10 000 · 1.07² = 100 · 1.07 + 11 342
    expect(netPresentValue(0.07, flows(-10_000, 100, 11_342))).toBe(0);
    expect(netPresentValue(0.07, flows(-10_000, 100, 11_342), 3)).toBe(0);
    expect(netPresentValue(0.07, flows(-10_000, 100, 11_342), -3)).toBe(0);
  });

  it("is the nearest double where all but the last digits cancel out", () => {
    const amounts = [-10_000, 100, 11_342.000000000002, 3e-12];
    expect(netPresentValue(0.07, flows(...amounts))).toBe(nearestDouble(presentValue(0.07, amounts)));
  });

  it("takes thousands of periods, at the pace of its flows", () => {
    const amounts = Array.from({ length: 5_000 }, () => 103);
    expect(netPresentValue(0.03, flows(...amounts), 1)).toBe(nearestDouble(presentValue(0.03, amounts, 1)));
    expect(netPresentValue(0, { periods: [0, 1_048_575], amounts: [1, 2] })).toBe(3);
  });

  it("is infinite beyond all doubles", () => {
    expect(netPresentValue(-0.99, { periods: [400], amounts: [1] })).toBe(Infinity);
  });

  it("is linear: to the digits that a double can hold, the flows of two ranges give the sum of both", () => {
    const amount = fc.integer({ min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 40 }), fc.integer({ min: -50, max: 1000 }), (pairs, percent) => {
        const at = (values: number[]) => netPresentValue(percent / 100, flows(...values));
        const apart = at(pairs.map(([one]) => one)) + at(pairs.map(([, other]) => other));
        const size = pairs.reduce((sum, [one, other], period) => sum + (Math.abs(one) + Math.abs(other)) / (1 + percent / 100) ** period, 0);
        expect(Math.abs(at(pairs.map(([one, other]) => one + other)) - apart)).toBeLessThanOrEqual(size * 2 ** -51);
      }),
    );
  });
});
