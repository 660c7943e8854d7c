import fc from "fast-check";
import { allocate } from "../../src/appraisal/allocate";
import { Decimal } from "../../src/money/presentValue";

const parts = (amount: string, weights: readonly (number | string)[], unit = "0.01") =>
  allocate(
    new Decimal(amount),
    weights.map((weight) => new Decimal(weight)),
    new Decimal(unit),
  );

describe("allocate", () => {
  it("gives what is left to the largest remainders, the first of equal ones", () => {
    expect(parts("100", [1, 1, 1])?.map(String)).toEqual(["33.34", "33.33", "33.33"]);
    expect(parts("10", [1, 2, 4], "1")?.map(String)).toEqual(["1", "3", "6"]);
  });

  it("divides a negative amount as its opposite", () => {
    expect(parts("-100", [1, 1, 1])?.map(String)).toEqual(["-33.34", "-33.33", "-33.33"]);
  });

  it("has no answer for an amount that is no whole number of units", () => {
    expect(parts("100.005", [1])).toBeUndefined();
    expect(parts("1500", [1], "1000")).toBeUndefined();
  });

  it("sums to the amount exactly, each part less than a unit from its proportion", () => {
    const unit = fc.constantFrom("0.01", "0.05", "1", "7", "1000");
    const weight = fc.oneof(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 99_999 }).map((ore) => ore / 100), fc.double({ min: 0, max: 1e9, noNaN: true }));
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), unit, fc.array(weight, { minLength: 1, maxLength: 20 }), (units, size, weights) => {
        fc.pre(weights.some((one) => one > 0));
        const amount = new Decimal(units).times(size);
        const divided = parts(amount.toFixed(), weights, size)!;
        expect(divided.reduce((sum, one) => sum.plus(one), new Decimal(0)).equals(amount)).toBe(true);
        const all = weights.reduce((sum, one) => sum.plus(one), new Decimal(0));
        divided.forEach((part, index) => {
          expect(part.dividedBy(size).isInteger()).toBe(true);
          expect(part.times(all).minus(amount.times(weights[index]!)).abs().lessThan(all.times(size))).toBe(true);
        });
      }),
      { numRuns: 500 },
    );
  });

  it("divides over as many weights as a column has", () => {
    expect(parts("1", Array.from({ length: 200_000 }, () => 1))?.filter((part) => !part.isZero())).toHaveLength(100);
  });
});
