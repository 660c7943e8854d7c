/** @jest-environment jsdom */
import { act } from "react";
import type { RangeUnderstanding } from "../../../src/workbook/ranges";
import { asked, enter, error, field, happensAndLoads, headings, place, press, text, usePane } from "./shownPane";

usePane();

describe("a range of the user's own", () => {
  const understood: RangeUnderstanding = {
    address: "Blad1!A1:C4",
    layout: "wide",
    columns: [
      { index: 0, letter: "A", header: "Insats", role: "project", sample: "Skolfam" },
      { index: 1, letter: "B", header: "Vem", role: "ignored", sample: "SN" },
      { index: 2, letter: "C", header: "2026", role: "year", year: 2026, sample: "100" },
    ],
    headerRow: 1,
    rows: 3,
    years: [2026],
    total: "300000",
    unit: "tkr",
    leftOut: [{ kind: "title", what: "Rubrik", cells: "Blad1!A1" }],
    interpreted: [],
    diagnostics: [],
    preview: [{ project: "Skolfam", committee: "Nämnden", year: 2026, amount: "100000", cell: "Blad1!C2" }],
  };
  const begin = (over: Partial<RangeUnderstanding> = {}) =>
    happensAndLoads({ type: "pickOpened", kind: "costs" }, { type: "pickUnderstood", kind: "costs", understood: { ...understood, ...over }, correction: {} });

  it("is read from the selection as costs or savings", async () => {
    await happensAndLoads({ type: "pickOpened", kind: "costs" });
    act(() => [...place.querySelectorAll<HTMLInputElement>('input[type="radio"]')][1]?.click());
    press("Läs markeringen");
    expect(asked).toEqual(["understandSelection savings"]);
  });

  it("shows how it is understood: columns, years, sum, and what is left out", async () => {
    await begin();
    expect(text()).toContain("Så här läses Blad1!A1:C4");
    expect(text()).toContain("3 rader · 2026–2026 · 300 000 kr");
    const roles = [...place.querySelectorAll<HTMLSelectElement>("li select")].map((select) => [select.getAttribute("aria-label"), select.selectedOptions[0]?.textContent]);
    expect(roles).toEqual([
      ["Vad A · Insats är", "Projekt"],
      ["Vad B · Vem är", "Räknas inte"],
      ["Vad C · 2026 är", "Belopp ett år"],
    ]);
    expect(text()).toContain("Rubrik räknas inte: Blad1!A1.");
    expect([...place.querySelectorAll("tbody tr")].map(({ textContent }) => textContent?.replace(/\s/g, " "))).toEqual(["SkolfamNämnden2026100 000 kr"]);
  });

  it("is corrected: a column's role, the unit, the year", async () => {
    await begin();
    const [, role] = place.querySelectorAll<HTMLSelectElement>("li select");
    act(() => {
      role!.value = "committee";
      role!.dispatchEvent(new Event("change", { bubbles: true }));
    });
    enter("Belopp i", "mkr");
    enter("År för kolumn C", "2027");
    act(() => field("År för kolumn C").dispatchEvent(new FocusEvent("focusout", { bubbles: true })));
    expect(asked).toEqual(['correctRange {"roles":{"B":"committee"}}', 'correctRange {"unit":"mkr"}', 'correctRange {"years":{"C":2027}}']);
  });

  it("is used when it has no errors, and only then", async () => {
    await begin({ diagnostics: [error] });
    press("Använd som kostnader");
    expect(asked).toEqual([]);
    await begin();
    press("Använd som kostnader");
    expect(asked).toEqual(["useRange"]);
    press("Avbryt");
    expect(headings()).toContain("h2 Kom i gång");
  });
});
