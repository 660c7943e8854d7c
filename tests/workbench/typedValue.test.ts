import { typedText, typedValue } from "../../workbench/page/typedValue";

describe("What is typed into a cell of a Swedish Excel", () => {
  it.each([
    ["1 234,5", 1234.5],
    ["1\u00a0234\u00a0567", 1234567],
    ["−12,25", -12.25],
    ["+7", 7],
    ["0", 0],
  ])("%s is a number", (text, value) => expect(typedValue(text)).toBe(value));

  it.each(["1 23", "1.234,5", "1,2,3", "12 kr", "2026-01-01", "=A1+1", "'12", "", "Summa"])("%s is left for Excel to read", (text) => expect(typedValue(text)).toBe(text));

  it("is a percentage in the form that Excel's API reads", () => expect(typedValue("2,5 %")).toBe("2.5%"));

  it("is a truth value in Swedish", () => expect([typedValue("sant"), typedValue("FALSKT")]).toEqual([true, false]));

  it.each([1234.5, -3, true, "text"])("%s comes back from the text that the formula bar shows", (value) => expect(typedValue(typedText(value, undefined))).toBe(value));

  it("is shown as its formula where there is one", () => expect(typedText(5, "=2+3")).toBe("=2+3"));
});
