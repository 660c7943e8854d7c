/** @jest-environment jsdom */
import { adjustPrice, benefitCostRatio, npv, npvByYear } from "../../src/functions/functions";
import { loadRuntime, shown } from "./cell";

beforeAll(loadRuntime);

describe("NETTONUVÄRDE", () => {
  const row = [[16, 42, 34, 54, 84, 135]];

  test.each([
    [0.03, undefined, "329.3277"],
    [0.04, undefined, "318.5890"],
    [0.03, 1, "319.7356"],
    [0.04, 1, "306.3356"],
  ])("gives SKR/RISE's present value at %d with första_period %d", (rate, firstPeriod, expected) => {
    expect(npv(rate, row, firstPeriod).toFixed(4)).toBe(expected);
  });

  it("counts the first flow in full when första_period is left out, is blank or 0", () => {
    expect([npv(0.1, [[0, 110]]), npv(0.1, [[0, 110]], null), npv(0.1, [[0, 110]], 0)]).toEqual([100, 100, 100]);
    expect(npv(0.1, [[121]], 2)).toBe(100);
  });

  it("takes a rate as Excel keeps it, a fraction: 3 % is 0.03", () => {
    expect(npv(0.03, [[0, 103]])).toBe(100);
    expect(npv(3, [[0, 400]])).toBe(100);
  });

  it("takes a negative rate above −100 %, and no rate", () => {
    expect(npv(-0.5, [[0, 50]])).toBe(100);
    expect(npv(0, [[0.1, 0.2]])).toBe(0.3);
  });

  it("refuses a rate of exactly −100 % and below", () => {
    expect(shown(npv, -1, [[1]])).toBe("#VALUE! Argumentet ränta ska vara större än -1, men är -1. Rätta värdet.");
    expect(shown(npv, -1.5, [[1]])).toBe("#VALUE! Argumentet ränta ska vara större än -1, men är -1,5. Rätta värdet.");
  });
});

describe("NETTONUVÄRDE.ÅR", () => {
  it("counts the base year in full, discounts later years and lets earlier grow", () => {
    expect(npvByYear(0.03, [[100, 103]], [[2026, 2027]], 2026)).toBe(200);
    expect(npvByYear(0.1, [[100]], [[2024]], 2026)).toBe(121);
    expect(npvByYear(0.1, [[121]], [[2028]], 2026)).toBe(100);
  });

  it("takes the years in any order, with gaps, and adds up those that stand twice", () => {
    expect(npvByYear(0.1, [[121], [0.1], [100], [0.2]], [[2028], [2026], [2026], [2026]], 2026)).toBe(200.3);
  });

  it("is the same as NETTONUVÄRDE for years in a row", () => {
    const flows = [[16, 42, 34, 54, 84, 135]];
    const years = [[2023, 2024, 2025, 2026, 2027, 2028]];
    expect(npvByYear(0.03, flows, years, 2023)).toBe(npv(0.03, flows));
    expect(npvByYear(0.03, flows, years, 2022)).toBe(npv(0.03, flows, 1));
  });

  it("needs no year for a blank amount, and no amount for a year", () => {
    expect(npvByYear(0.1, [[110, null, 0]], [[2027, null, 2028]], 2026)).toBe(100);
    expect(npvByYear(0.1, [[null, null]], [[2026, 2027]], 2026)).toBe(0);
  });

  it("takes the years in a row beside amounts in a column", () => {
    expect(npvByYear(0.1, [[100], [110]], [[2026, 2027]], 2026)).toBe(200);
  });

  it("refuses an amount without a year, and what is no year", () => {
    expect(shown(npvByYear, 0.1, [[1, 2]], [[2026, null]], 2026)).toBe("#VALUE! Området år saknar årtal för cell 2 i belopp. Skriv årtalet, eller ta bort beloppet.");
    expect(shown(npvByYear, 0.1, [[1]], [[2026.5]], 2026)).toContain("#VALUE! Området år får bara innehålla hela årtal och tomma celler, men rad 1, kolumn 1 är 2026,5.");
    expect(shown(npvByYear, 0.1, [[1]], [[46_000]], 2026)).toContain("är 46000.");
    expect(shown(npvByYear, 0.1, [[1]], [[2026]], 46_000)).toBe("#VALUE! Argumentet basår ska vara högst 9999, men är 46000. Rätta värdet.");
  });
});

describe("NYTTOKOSTNADSKVOT", () => {
  it("divides present values", () => {
    expect(benefitCostRatio(0, [[0, 60, 60]], [[100, 0, 0]])).toBe(1.2);
    expect(benefitCostRatio(0.1, [[0, 110]], [[50]])).toBe(2);
  });

  it("does not change when both are discounted once more", () => {
    expect(benefitCostRatio(0.1, [[0, 110]], [[50]], 1)).toBe(2);
  });

  it("has no answer without costs", () => {
    const noCosts = "#N/A Kostnadernas nuvärde är inte större än 0, så det finns ingen kvot. Ange kostnader som positiva belopp.";
    expect(shown(benefitCostRatio, 0, [[1]], [[null]])).toBe(noCosts);
    expect(shown(benefitCostRatio, 0, [[1]], [[-100]])).toBe(noCosts);
    // 10 000 · 1.07² = 100 · 1.07 + 11 342
    expect(shown(benefitCostRatio, 0.07, [[1]], [[-10_000, 100, 11_342]])).toBe(noCosts);
  });
});

describe("PRISOMRÄKNA", () => {
  const years = [[2024, 2025, 2026]];
  const indices = [[200, 206, 210]];

  it("goes forwards, backwards and nowhere", () => {
    expect(adjustPrice(1000, 2024, 2026, years, indices)).toBe(1050);
    expect(adjustPrice(1050, 2026, 2024, years, indices)).toBe(1000);
    expect(adjustPrice(0.1, 2025, 2025, years, indices)).toBe(0.1);
  });

  it("takes the index in any order, and a year twice with the same index", () => {
    expect(adjustPrice(1000, 2024, 2026, [[2026], [2024], [2024]], [[210], [200], [200]])).toBe(1050);
  });

  it("says which year is missing, without an index, or ambiguous", () => {
    expect(shown(adjustPrice, 1, 2024, 2027, years, indices)).toBe("#N/A Området indexår saknar 2027. Lägg till året med sitt indextal.");
    expect(shown(adjustPrice, 1, 2024, 2025, years, [[200, null, 210]])).toBe("#VALUE! Området indextal saknar ett indextal för 2025. Skriv indextalet.");
    expect(shown(adjustPrice, 1, 2024, 2024, [[2024, 2024]], [[200, 201]])).toBe("#VALUE! Området indexår har 2024 mer än en gång med olika indextal. Ta bort det som är fel.");
    expect(shown(adjustPrice, 1, 2024, 2025, years, [[200, -5, 210]])).toContain("#VALUE! Området indextal får bara innehålla tal större än 0 och tomma celler, men rad 1, kolumn 2 är -5.");
  });
});
