import { Decimal } from "decimal.js";
import fc from "fast-check";
import { decimalOfNumber, isErrorValue, readAmount, type CellValue } from "../../../src/workbook/amountText";
import { inKronor, movePoint, statedUnit } from "../../../src/workbook/amountUnits";

describe("an amount as people write it", () => {
  const amounts: { value: CellValue; amount: string; unit?: string }[] = [
    { value: 1250000, amount: "1250000" },
    { value: 0.1 + 0.2, amount: "0.3" },
    { value: 30000000000000004, amount: "30000000000000000" },
    { value: -0, amount: "0" },
    { value: 1e21, amount: "1000000000000000000000" },
    { value: 1.5e-7, amount: "0.00000015" },
    { value: "1 234,50 kr", amount: "1234.5", unit: "kr" },
    { value: "1\u00a0234\u00a0567", amount: "1234567" },
    { value: "1\u202f234,5", amount: "1234.5" },
    { value: "−500", amount: "-500" },
    { value: "–500", amount: "-500" },
    { value: "(500)", amount: "-500" },
    { value: "(1 234,50 kr)", amount: "-1234.5", unit: "kr" },
    { value: "500-", amount: "-500" },
    { value: "+500", amount: "500" },
    { value: "- 500", amount: "-500" },
    { value: "1.234,50", amount: "1234.5" },
    { value: "1,234.50", amount: "1234.5" },
    { value: "1.234.567", amount: "1234567" },
    { value: "1,234,567", amount: "1234567" },
    { value: "12.5", amount: "12.5" },
    { value: "0,125", amount: "0.125" },
    { value: "0.125", amount: "0.125" },
    { value: "1234.567", amount: "1234.567" },
    { value: "1 234.567", amount: "1234.567" },
    { value: "1 200 tkr", amount: "1200", unit: "tkr" },
    { value: "1,2 mkr", amount: "1.2", unit: "mkr" },
    { value: "3,96 miljoner kronor", amount: "3.96", unit: "mkr" },
    { value: "500:-", amount: "500", unit: "kr" },
    { value: "500,-", amount: "500", unit: "kr" },
    { value: "SEK 1 200", amount: "1200", unit: "kr" },
    { value: "'1 200", amount: "1200" },
    { value: "1'234'567", amount: "1234567" },
    { value: "1,5E+06", amount: "1500000" },
    { value: "007", amount: "7" },
    { value: ",5", amount: "0.5" },
    { value: "-0", amount: "0" },
  ];
  it.each(amounts)("reads $value as $amount", ({ value, amount, unit }) => {
    expect(readAmount(value)).toEqual({ kind: "amount", amount, ...(unit ? { unit } : {}) });
  });

  it.each([["1.234", "1234"], ["1,234", "1.234"], ["12,345", "12.345"], ["-1.234 kr", "-1234"]])("reads %s the Swedish way and says that it could be read otherwise", (text, amount) => {
    expect(readAmount(text)).toMatchObject({ kind: "amount", amount, ambiguous: true });
  });

  it("reads per cent as a fraction", () => {
    expect(readAmount("75 %")).toEqual({ kind: "amount", amount: "0.75", percent: true });
    expect(readAmount("12,5%")).toEqual({ kind: "amount", amount: "0.125", percent: true });
  });

  it.each(["", "   ", "\u00a0", "'"])("takes %j for a blank cell", (text) => expect(readAmount(text)).toEqual({ kind: "blank" }));
  it.each(["-", "–", "—", "−", " - "])("takes %j for a printed nothing", (text) => expect(readAmount(text)).toEqual({ kind: "dash" }));
  it.each(["#N/A", "#SAKNAS!", "#REF!", "#REFERENS!", "#DIV/0!", "#DIVISION/0!", "#VALUE!", "#VÄRDEFEL!", "#NAME?", "#NAMN?", "#SPILL!"])("sees the error value %s", (text) => {
    expect(readAmount(text)).toEqual({ kind: "problem", problem: "errorValue" });
    expect(isErrorValue(text)).toBe(true);
  });
  it.each(["ca 500", "1 23", "12 34 567", "1.23.4", "se not 1", "500 st", "--5", "(-5)", "-(5)", "1,2,3", "2026-01-01", "kr", "%", "9".repeat(60)])("does not guess at %j", (text) => {
    expect(readAmount(text)).toEqual({ kind: "problem", problem: "text" });
  });
  it("does not count a truth value", () => expect(readAmount(true)).toEqual({ kind: "problem", problem: "boolean" }));
});

describe("the unit of a column or a sheet", () => {
  it.each([
    ["Belopp i tkr", "tkr"], ["2026 (tkr)", "tkr"], ["Alla belopp i tusental kronor", "tkr"], ["TSEK", "tkr"], ["mkr", "mkr"], ["Miljoner kronor", "mkr"],
    ["kr", "kr"], ["Kronor", "kr"], ["Belopp (SEK)", "kr"], ["1 000 kr", "tkr"], ["1000-tal kronor", "tkr"], ["Budget 2026 mkr", "mkr"], ["2026 tkr", "tkr"],
    ["tusen kronor", "tkr"], ["Kostnad, mnkr", "mkr"],
  ])("%s is %s", (text, unit) => expect(statedUnit(text)).toBe(unit));
  it.each(["Fonden på 40 mkr", "Beviljat 33,5 mkr till fem projekt", "Krav på nämnden", "Skrivelse", "Projekt", "1 200 tkr", "Sekretess"])("%s states none", (text) => {
    expect(statedUnit(text)).toBeUndefined();
  });
  it("moves the decimal point exactly", () => {
    expect(inKronor("1.2345", "tkr")).toBe("1234.5");
    expect(inKronor("-0.0000001", "mkr")).toBe("-0.1");
    expect(inKronor("0", "mkr")).toBe("0");
    expect(inKronor("33.5", "mkr")).toBe("33500000");
    expect(inKronor("0.10", "kr")).toBe("0.10");
    expect(movePoint("75", -2)).toBe("0.75");
    expect(movePoint("5", -2)).toBe("0.05");
    expect(decimalOfNumber(123456789.123)).toBe("123456789.123");
  });
  it("takes any double for the fifteen digits that Excel shows", () => {
    const doubles = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, 1234567890123456, 0.1 + 0.2, -0));
    fc.assert(fc.property(doubles, (value) => {
      const text = decimalOfNumber(value);
      expect(text).toMatch(/^(0|-?(?!0\d)\d+(\.\d*[1-9])?)$/);
      expect(new Decimal(text).eq(value.toPrecision(15))).toBe(true);
    }), { numRuns: 2000 });
  });
});
