import fc from "fast-check";
import type { PlanInput } from "../../src/planning/types";
import { inputRecord, whatChanged } from "../../src/report";
import { recordIn, withRecord } from "../../src/report/recordCells";
import norrkoping from "../planning/examples/norrkoping-2010.json";
import uppfoljning from "../planning/examples/uppfoljning.json";
import { portfolios } from "../planning/portfolios";
import { hostileNames } from "./namedInputs";

const showcase = norrkoping as unknown as PlanInput;
const followUp = uppfoljning as unknown as PlanInput;

const after = (change: (input: PlanInput) => void, before: PlanInput = showcase) => {
  const input = structuredClone(before);
  change(input);
  return whatChanged(inputRecord(before), input, "sv").map((sentence) => sentence.replace(/\u00a0/g, " "));
};

describe("what has changed since a plan was written", () => {
  it("is nothing for the same input, wherever it now stands in the workbook", () => {
    expect(after((input) => input.costs.forEach((row) => (row.cell = "Annat!A1")))).toEqual([]);
    expect(after((input) => input.savings.reverse())).toEqual([]);
  });

  it("names an amount with its project, committee and year, before and after", () => {
    const [saving] = showcase.savings;
    const change = (input: PlanInput) => (input.savings[0]!.amount = "123456.5");
    expect(after(change)).toEqual([expect.stringMatching(/^Besparingar: 1 belopp ändrat \(.+, .+nämnden \d{4}: [\d ]+ kr → 123 456,50 kr\)\.$/)]);
    expect(after(change)[0]).toContain(String(saving?.year));
  });

  it("counts several, tells two, and what has come or gone is blank on the other side", () => {
    const sentences = after((input) => {
      input.costs.splice(0, 2);
      input.costs.push({ project: "SKOLFAM2", committee: "UN", year: 2030, amount: "5" });
    });
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toMatch(/^Kostnader: 3 belopp ändrade \(.*; .* …\)\.$/);
    expect(sentences[0]).toContain("SkolFam2, Utbildningsnämnden 2030: tomt → 5 kr");
  });

  it("adds up rows for the same project, committee and year, and sees no change in how zero or decimals are written", () => {
    const [cost] = showcase.costs;
    expect(after((input) => input.costs.push({ ...cost!, amount: "0.00" }))).toEqual([]);
    expect(after((input) => (input.costs[0]!.amount += ".00"))).toEqual([]);
    expect(after((input) => input.costs.push({ ...cost!, amount: "1" }))[0]).toMatch(/^Kostnader: 1 belopp ändrat/);
  });

  it.each<[string, (input: PlanInput) => void, RegExp]>([
    ["a project that is new", (input) => input.projects.push({ id: "X", name: "Nytt" }), /^Projekt har tillkommit: Nytt\.$/],
    ["a project that is gone", (input) => input.projects.shift(), /^Projekt har tagits bort: SkolFam2\.$/],
    ["a rule", (input) => (input.projects[0]!.rule = { cap: "0.5" }), /^Regeln för SkolFam2 har ändrats\.$/],
    ["rules", (input) => input.projects.forEach((project) => delete project.rule), /^Regeln har ändrats för \d projekt: SkolFam2, Alla barn i skolan …\.$/],
    ["a project's owner", (input) => (input.projects[0]!.owner = "UN"), /^Uppgifterna om SkolFam2 har ändrats\.$/],
    ["a committee that is new", (input) => input.committees.push({ id: "KS", name: "Kommunstyrelsen" }), /^Nämnd har tillkommit: Kommunstyrelsen\.$/],
    ["a setting", (input) => (input.roundingUnit = "1"), /^Avrundning: 1 000 kr → 1 kr\.$/],
    ["a rate that is new", (input) => (input.appraisal = { rate: "0.035", baseYear: 2011 }), /^Kalkylränta: .+ → 3,5 %\.$/],
    ["the fund's rule", (input) => (input.defaultRule = { cap: "0.5" }), /^Standardregeln har ändrats\.$/],
    ["the opening balance", (input) => (input.fund = { openingBalance: "5", openingYear: 2010 }), /^Fondens ingående saldo: .+ → 5 kr 2010\.$/],
    ["a cap", (input) => (input.caps = [{ committee: "SN", amount: "5" }]), /^Tak: ändringar i tabellen\.$/],
  ])("tells of %s", (_, change, sentence) => {
    expect(after(change)).toContainEqual(expect.stringMatching(sentence));
  });

  it("tells of outcomes and booked repayments", () => {
    expect(after((input) => (input.outcomes![0]!.amount = "1"), followUp)).toEqual([expect.stringMatching(/^Utfall: 1 belopp ändrat/)]);
    expect(after((input) => (input.booked![0]!.amount = "1"), followUp)).toEqual([expect.stringMatching(/^Bokfört: 1 belopp ändrat/)]);
  });

  it("speaks English too", () => {
    const input = structuredClone(showcase);
    input.costs[0]!.amount = "1";
    expect(whatChanged(inputRecord(showcase), input, "en")[0]).toMatch(/^Costs: 1 amount changed \(.+ → 1\skr\)\.$/);
  });

  it("says nothing when the record is missing, damaged or of another kind", () => {
    const record = inputRecord(showcase);
    for (const text of [undefined, "", "{}", "null", "5", record.slice(0, -10), '{"version":2}']) expect(whatChanged(text, followUp, "sv")).toEqual([]);
  });

  it("keeps the sums of a portfolio that is too large to remember amount by amount", () => {
    const large: PlanInput = {
      committees: [{ id: "SN", name: "SN" }],
      projects: Array.from({ length: 3000 }, (_, index) => ({ id: `P${index}`, name: `Projekt nummer ${index}` })),
      costs: Array.from({ length: 3000 }, (_, index) => ({ project: `P${index}`, committee: "SN", year: 2026, amount: "1234567.89" })),
      savings: Array.from({ length: 60_000 }, (_, index) => ({ project: `P${index % 3000}`, committee: "SN", year: 2027 + (index % 20), amount: "12345.67" })),
    };
    const record = inputRecord(large);
    expect(record.length).toBeLessThan(160_000);
    const changed = { ...large, costs: [...large.costs.slice(1), { ...large.costs[0]!, amount: "1" }] };
    expect(whatChanged(record, large, "sv")).toEqual([]);
    const [sentence, ...others] = whatChanged(record, changed, "sv");
    expect(others).toEqual([]);
    expect(sentence?.replace(/\u00a0/g, " ")).toBe("Kostnader: 3 000 belopp på sammanlagt 3 703 703 670 kr → 3 000 belopp på 3 702 469 103,11 kr.");
  });

  it("takes input with faults as it is: amounts and years that are none are passed over", () => {
    expect(after((input) => input.costs.push({ project: "SKOLFAM2", committee: "SN", year: 1e9, amount: "många" }))).toEqual([]);
  });

  it("is empty for any portfolio compared with itself, and its cells give the record back whatever the names", () => {
    fc.assert(
      fc.property(portfolios(), fc.constantFrom(...hostileNames), (input, name) => {
        const named = { ...input, projects: input.projects.map((project) => ({ ...project, name })) };
        const record = inputRecord(named);
        expect(whatChanged(record, named, "sv")).toEqual([]);
        const cells = withRecord([[null, null, null, null, null, null, null]], record);
        expect(cells.every((row) => row.length === 8)).toBe(true);
        expect(recordIn(cells.map((row) => row.slice(-1)))).toBe(record);
      }),
    );
  });
});
