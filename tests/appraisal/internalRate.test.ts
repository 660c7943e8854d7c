import fc from "fast-check";
import { internalRate } from "../../src/appraisal/internalRate";
import { generator, middle, neighbours, presentValueAt, seed, signOf } from "./exact";

const rateOf = (...amounts: number[]) => {
  const places = amounts.flatMap((amount, period) => (amount === 0 ? [] : [period]));
  return internalRate({ periods: places, amounts: places.map((period) => amounts[period]!) });
};

/** No other double is as near to the exact rate: the present value changes sign between the middles to its neighbours. */
function isNearest(rate: number, amounts: readonly number[]): boolean {
  if (rate === 0) return amounts.length > 0 && signOf(presentValueAt({ numerator: 0n, denominator: 1n }, amounts)) === 0;
  const [below, above] = neighbours(rate).map((other) => signOf(presentValueAt(middle(rate, other), amounts)));
  return below! * above! <= 0;
}

describe("internalRate", () => {
  test.each([
    [[-100, 110], 0.1],
    [[0, 0, -100, 110], 0.1],
    [[-100, 0, 121], 0.1],
    [[100, -110], 0.1],
    [[-100, 100], 0],
    [[-100, 50], -0.5],
    [[-1, 1e6], 999_999],
  ])("of %j is %d", (amounts, expected) => expect(rateOf(...amounts)).toEqual({ rate: expected }));

  test.each([[[]], [[5]], [[1, 2, 3]], [[-1, -2]], [[-100, 100, -100]]])("of %j there is none", (amounts) => {
    expect(rateOf(...amounts)).toEqual({ none: true });
  });

  test.each([
    [[-100, 230, -132], 2],
    [[-1000, 3600, -4310, 1716], 3],
  ])("of %j there are %d", (amounts, count) => expect(rateOf(...amounts)).toEqual({ several: count }));

  it("counts a rate that the present value only touches once", () => {
    expect(rateOf(-100, 220, -121)).toEqual({ rate: 0.1 });
  });

  it("counts no rate at or below −1", () => {
    // 1/(1 + r) = 2 and −3: the second lies beyond.
    expect(rateOf(-6, 1, 1)).toEqual({ rate: -0.5 });
  });

  it("does not mind periods whose flow is 0", () => {
    const found = internalRate({ periods: [0, 1, 2, 3, 4, 5], amounts: [0, -200, 300, -20, 40, 0] });
    expect(found).toEqual(rateOf(-200, 300, -20, 40));
    expect("rate" in found && isNearest(found.rate, [-200, 300, -20, 40])).toBe(true);
  });

  it("finds the only rate though the signs change several times", () => {
    const found = rateOf(-100, 60, -5, 80);
    expect("rate" in found && isNearest(found.rate, [-100, 60, -5, 80])).toBe(true);
  });

  it("gives in for flows that change sign several times over more than 150 periods", () => {
    expect(rateOf(...Array.from({ length: 200 }, (_, period) => (period % 3 === 0 ? -2 : 1)))).toEqual({ undecided: "tooLong" });
  });

  it("has opposite signs of the present value at the neighbouring doubles, in exact fractions", () => {
    const kr = fc.integer({ min: 1, max: 1_000_000_000 }).map((ore) => ore / 100);
    fc.assert(
      fc.property(kr, fc.array(fc.oneof(kr, fc.constant(0)), { minLength: 1, maxLength: 25 }), (cost, savings) => {
        fc.pre(savings.some((one) => one > 0));
        const amounts = [-cost, ...savings];
        const found = rateOf(...amounts);
        if (!("rate" in found)) throw new Error("There is exactly one.");
        expect(isNearest(found.rate, amounts)).toBe(true);
        if (found.rate === 0) return;
        const [below, above] = neighbours(found.rate).map((rate) => signOf(presentValueAt(middle(rate, rate), amounts)));
        expect(below! * above!).toBe(-1);
      }),
    );
  });

  it(`is the nearest double in 3 000 random cases with one change of sign or several (SEED=${seed})`, () => {
    const random = generator(seed);
    const wrong: number[][] = [];
    for (let number = 0; number < 3_000; number++) {
      const length = 2 + Math.floor(random() * 30);
      const scale = 10 ** (2 + Math.floor(random() * 9));
      const dip = number % 3 === 0 ? Math.floor(random() * length) : -1;
      const amounts = Array.from({ length }, (_, period) => {
        const size = Math.round(random() * scale) / (number % 2 === 0 ? 100 : 1) + 1;
        return period === 0 ? -size * (1 + random() * length) : period === dip ? -size / 10 : random() < 0.1 ? 0 : size;
      });
      const found = rateOf(...amounts);
      if ("rate" in found && !isNearest(found.rate, amounts)) wrong.push(amounts);
      if (!("rate" in found) && dip < 1 && amounts.some((amount) => amount > 0)) wrong.push(amounts);
    }
    expect(wrong).toEqual([]);
  });
});
