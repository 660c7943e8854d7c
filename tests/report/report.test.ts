import fc from "fast-check";
import { planRepayments } from "../../src/planning";
import type { PlanInput } from "../../src/planning/types";
import { fingerprintOf, planReport, planSheets, withSheetNames } from "../../src/report";
import { labelsOf } from "../../src/report/labels";
import { portfolios } from "../planning/portfolios";
import malmo from "../planning/examples/malmo-hela-familjen.json";
import norrkoping from "../planning/examples/norrkoping-2010.json";
import takOchKo from "../planning/examples/tak-och-ko.json";
import uppfoljning from "../planning/examples/uppfoljning.json";
import { reportOptions } from "./namedInputs";

const reportOf = (input: unknown, options = reportOptions) => planReport(planRepayments(input as PlanInput), input as PlanInput, options);
const sentences = (report: ReturnType<typeof reportOf>, title: string) => report.texts.find((text) => text.title === title)?.entries ?? [];
const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("fingerprint", () => {
  const base: PlanInput = { committees: [{ id: "SN", name: "Å" }], projects: [], costs: [{ project: "P", committee: "SN", year: 2026, amount: "1" }], savings: [] };

  test("is a SHA-256 of the canonical JSON", async () => {
    // sha256sum of {"committees":[{"id":"SN","name":"Socialnämnden"}]}: an empty table is no input.
    expect(await fingerprintOf({ committees: [{ name: "Socialnämnden", id: "SN", cell: "Nämnder!B6" }], projects: [], costs: [], savings: [], caps: [] })).toBe("4f00d785c177d8ec083cfe167975da0487fb336283c58f334d7e5689d8fe7940");
  });

  test("is the same whatever the order of keys, cells and what is undefined", async () => {
    const same: PlanInput = { savings: [], costs: [{ amount: "1", cell: "Blad1!A1", year: 2026, committee: "SN", project: "P" }], projects: [], committees: [{ name: "Å", id: "SN", internal: undefined }] };
    expect(await fingerprintOf(same)).toBe(await fingerprintOf(base));
  });

  test("changes with any amount, name or order of rows", async () => {
    const one = await fingerprintOf(base);
    expect(await fingerprintOf({ ...base, costs: [{ ...base.costs[0]!, amount: "2" }] })).not.toBe(one);
    expect(await fingerprintOf({ ...base, committees: [{ id: "SN", name: "Ä" }] })).not.toBe(one);
  });
});

describe("labels", () => {
  const labels = (...names: string[]) => [...labelsOf(names.map((name, index) => ({ id: `n${index}`, name }))).values()];

  test("stay as they are when they differ", () => {
    expect(labels("Socialnämnden", "Utbildningsnämnden")).toEqual(["Socialnämnden", "Utbildningsnämnden"]);
  });

  test("get the id when a program could take them for the same", () => {
    expect(labels("Vård", "vård", "Vard", "Skola")).toEqual(["Vård (n0)", "vård (n1)", "Vard (n2)", "Skola"]);
    expect(labels(" ", "")).toEqual(["n0", "n1"]);
  });

  test("are always unlike one another", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom("a", "A", "á", "a (n1)", "a (n0)", ""), fc.string())), (names) => {
        const folded = labels(...names).map((label) => label.normalize("NFKD").replace(/\p{M}/gu, "").trim().toLowerCase());
        expect(new Set(folded).size).toBe(names.length);
      }),
    );
  });
});

test("sheet names are quoted in formulas, apostrophes doubled", () => {
  expect(withSheetNames("=«plan»!C5+SUM(«fund»!B1:B2)", { plan: "O'Hara's plan", fund: "Fondkonto" })).toBe("='O''Hara''s plan'!C5+SUM('Fondkonto'!B1:B2)");
});

test("a replan names the booked years in words", () => {
  const report = reportOf(uppfoljning);
  expect(report.plan.columns.flatMap(({ year, status }) => (status ? [[year, status.text]] : []))).toEqual([[2025, "Bokfört"], [2026, "Bokfört"], [2027, "Plan"], [2028, "Plan"], [2029, "Plan"]]);
  expect(report.plan.notes[0]).toContain("Omplanering från 2027");
});

test("rules, waivers and successions are said in words", () => {
  const report = reportOf(malmo);
  expect(plain(sentences(report, "Regler")[0]?.text ?? "")).toBe(
    "Villkorad: besparingarna återförs, men högst hela kostnaden. Återföring i takt med besparingarna. Återföringstid 2016–2021. Av kostnaden 6 000 000 kr ska 6 000 000 kr återföras.",
  );
  expect(plain(sentences(report, "Undantag")[0]?.text ?? "")).toBe("Kommunstyrelsen, 2017–2030: 100 % av det som ska återföras efterskänks. Skäl: Ansvaret för försörjningsstödet har flyttats. Beslut: KF 2017-05-24 § 112.");
  expect(sentences(report, "Nämndbyten")[0]?.text).toBe("Från 2017 övertar Kommunstyrelsen det som Arbetsmarknads- och vuxenutbildningsnämnden ska återföra.");
});

test("caps are assumptions, and warnings say where", () => {
  const report = reportOf(takOchKo);
  const caps = sentences(report, "Förutsättningar").filter(({ label }) => label === "Tak").map(({ text }) => plain(text));
  expect(caps).toEqual(["Socialnämnden återför högst 900 000 kr varje år, alla projekt sammantaget.", "Utbildningsnämnden återför högst 0,1 % av sin budgetram 2028, alla projekt sammantaget."]);
  const remarks = sentences(report, "Anmärkningar");
  expect(remarks.length).toBeGreaterThan(0);
  expect(remarks.every(({ text }) => text.startsWith("Varning: "))).toBe(true);
});

test("what the reading found stands among the remarks, with its cell", () => {
  const report = reportOf(norrkoping, { ...reportOptions, readingDiagnostics: [{ code: "x", severity: "warning", message: "Summan stämmer inte.", cell: "Kostnader!D9" }] });
  expect(sentences(report, "Anmärkningar")[0]).toEqual({ label: "Kostnader!D9", text: "Varning: Summan stämmer inte." });
});

test("a user's words are never read as a text's placeholders", () => {
  const name = "{{madeAt}} $t(report:made) & mer";
  const input = { ...norrkoping, committees: norrkoping.committees.map((committee, index) => (index === 0 ? { ...committee, name } : committee)) };
  const withCap = { ...input, caps: [{ committee: "SN", amount: "1" }] };
  expect(sentences(reportOf(withCap), "Förutsättningar").some(({ text }) => text.startsWith(`${name} återför`))).toBe(true);
});

test("an input with errors has no sheets", () => {
  const report = reportOf({ ...norrkoping, roundingUnit: "0" });
  expect(report.hasErrors).toBe(true);
  expect(planSheets(report)).toEqual([]);
});

test("öre are shown when the unit has them, and only then", () => {
  expect(reportOf(norrkoping).decimals).toBe(0);
  expect(reportOf({ ...norrkoping, roundingUnit: "0.01" }).decimals).toBe(2);
});

test("English has every text of its own", () => {
  const report = reportOf(uppfoljning, { ...reportOptions, language: "en" });
  expect(planSheets(report).map(({ name }) => name)).toEqual(["Repayment plan", "Frame changes", "Fund account", "Checks"]);
  const texts = JSON.stringify({ ...report, subtitle: "" }).replace(/nämnden|Återföring 0|Skolsociala/g, "");
  expect(texts).not.toMatch(/[åäöÅÄÖ]/);
});

test("a layout is rectangular, and its sheets stand in order", () => {
  fc.assert(
    fc.property(portfolios(), (input) => {
      const layouts = planSheets(reportOf(input));
      for (const { cells, columnWidths } of layouts) {
        expect(new Set(cells.map((row) => row.length)).size).toBe(1);
        expect(columnWidths.length).toBe(cells[0]?.length);
      }
      if (layouts.length > 0) expect(layouts.map(({ kind }) => kind)).toEqual(["plan", "frames", "fund", "control"]);
    }),
    { numRuns: 40 },
  );
});
