import fc from "fast-check";
import { decimalsOf, decimalText, isDecimalText, wholeOf } from "../../src/money/decimalText";
import { divideUnits } from "../../src/money/largestRemainder";
import { Decimal, presentValueByYear, roundToOre } from "../../src/money/presentValue";
import { termOfOffice, yearsBetween } from "../../src/money/years";

describe("decimal text", () => {
  test.each([["12.5", 2, 1250n], ["-0.01", 2, -1n], ["7", 0, 7n], ["-7", 3, -7000n], ["0.00", 2, 0n]])("%s with %i decimals is %s", (text, decimals, whole) => {
    expect(wholeOf(text, decimals)).toBe(whole);
  });
  test.each([[1250n, 2, "12.5"], [-1n, 2, "-0.01"], [-100n, 2, "-1"], [0n, 2, "0"], [5n, 0, "5"], [-1050n, 3, "-1.05"]])("%s of 10^-%i is written %s", (whole, decimals, text) => {
    expect(decimalText(whole, decimals)).toBe(text);
  });
  test("what is written reads back as the same number", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat({ max: 8 }), (whole, decimals) => {
        const text = decimalText(whole, decimals);
        expect(isDecimalText(text)).toBe(true);
        expect(decimalsOf(text)).toBeLessThanOrEqual(decimals);
        expect(wholeOf(text, decimals)).toBe(whole);
      }),
    );
  });
});

describe("largest remainder", () => {
  test("what is left goes to the largest remainders, ties to the one listed first", () => {
    expect(divideUnits(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
    expect(divideUnits(10n, [1n, 2n, 3n])).toEqual([2n, 3n, 5n]);
    expect(divideUnits(1n, [0n, 3n, 7n])).toEqual([0n, 0n, 1n]);
    expect(divideUnits(2n, [5n, 5n, 5n, 5n])).toEqual([1n, 1n, 0n, 0n]);
  });
  test("units over nobody are refused, none at all are not", () => {
    expect(() => divideUnits(1n, [0n, 0n])).toThrow(RangeError);
    expect(divideUnits(0n, [0n, 0n])).toEqual([0n, 0n]);
  });
  test("the parts sum to the units, and none is a whole unit from its exact share", () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 8 }).filter((values) => values.some((value) => value > 0n));
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), weights, (units, values) => {
        const parts = divideUnits(units, values);
        const total = values.reduce((sum, value) => sum + value, 0n);
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(units);
        parts.forEach((part, index) => {
          const difference = part * total - units * values[index]!;
          expect(difference < total && difference > -total).toBe(true);
        });
      }),
    );
  });
});

describe("present value by year", () => {
  const flows = (amounts: Record<number, string>) => new Map(Object.entries(amounts).map(([year, amount]) => [Number(year), new Decimal(amount)]));
  test("the budget row of SKR/RISE (16, 42, 34, 54, 84, 135 mkr, 2023–2028)", () => {
    const row = flows({ 2023: "16", 2024: "42", 2025: "34", 2026: "54", 2027: "84", 2028: "135" });
    expect(presentValueByYear(row, new Decimal("0.03"), 2023).toFixed(4)).toBe("329.3277");
    expect(presentValueByYear(row, new Decimal("0.04"), 2023).toFixed(4)).toBe("318.5890");
    expect(presentValueByYear(row, new Decimal("0.03"), 2022).toFixed(4)).toBe("319.7356");
  });
  test("years before the base year grow", () => expect(presentValueByYear(flows({ 2024: "100" }), new Decimal("0.1"), 2026).toFixed()).toBe("121"));
  test("the öre is rounded half away from zero", () => {
    expect(roundToOre(new Decimal("0.005")).toFixed()).toBe("0.01");
    expect(roundToOre(new Decimal("-0.005")).toFixed()).toBe("-0.01");
  });
});

test("budget years belong to the term of office that decides them", () => {
  expect(yearsBetween(2022, 2031).map((year) => termOfOffice(year) - termOfOffice(2023))).toEqual([-1, 0, 0, 0, 0, 1, 1, 1, 1, 2]);
});
