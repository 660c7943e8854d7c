import { readFileSync } from "node:fs";
import { join } from "node:path";
import { planRepayments, type PlanInput } from "../../../src/planning";
import { annex } from "../../../src/report/paper/annex";
import { annexSections, type Annex, type AnnexChoices } from "../../../src/report/paper/types";

/** An example's input. */
export const exampleInput = (name: string) => JSON.parse(readFileSync(join(__dirname, `../../planning/examples/${name}.json`), "utf8")) as PlanInput;

/** The annex of an input's plan, with every section. */
export function annexOf(input: PlanInput, over: Partial<AnnexChoices> = {}, committee?: string): Annex {
  const details = { municipality: "Norrköpings kommun", caseNumber: "KS 2026/123", date: "2026-11-21", officer: "", recipient: "Kommunfullmäktige", decider: "" };
  const source = { plan: planRepayments(input), input, options: { madeAt: "2026-11-21", version: "1.0.0", sources: [], fingerprint: "0123456789abcdef" } };
  return annex(source, { language: "sv", unit: "tkr", form: "frameReduction", sections: annexSections, details, ...over }, committee);
}

/** Names that would be markup, formulas or another direction, if a writer let them. */
export const nastyNames = [
  '=HYPERLINK("http://example.se")', "<b>fet</b>", "<img src=x onerror=alert(1)>", `"citat" & 'apostrof'`, "rad 1\nrad 2", "🧾 Barn & unga 👩‍👧", "lång ".repeat(60), "שלום ‏עולם", "+46", "@SUM(A1)", "-minus", "&amp;&lt;",
];

/** An input with a committee and a project for each name. */
export function inputNamed(names: readonly string[]): PlanInput {
  return {
    title: names[0],
    committees: names.map((name, index) => ({ id: `N${index}`, name })),
    projects: names.map((name, index) => ({ id: `P${index}`, name })),
    costs: names.map((_, index) => ({ project: `P${index}`, committee: `N${index}`, year: 2026, amount: "1000000" })),
    savings: names.map((_, index) => ({ project: `P${index}`, committee: `N${index}`, year: 2027 + (index % 3), amount: "412345" })),
    fund: { openingBalance: "50000000", openingYear: 2026 },
  };
}

/** Thirty years, twelve committees, forty projects: what no page is wide enough for. */
export function wideInput(): PlanInput {
  const committees = Array.from({ length: 12 }, (_, index) => ({ id: `N${index}`, name: `Nämnden för område ${index + 1}` }));
  const projects = Array.from({ length: 40 }, (_, index) => ({ id: `P${index}`, name: `Projekt ${index + 1}: tidiga insatser` }));
  return {
    committees,
    projects,
    costs: projects.map(({ id }, index) => ({ project: id, committee: `N${index % 12}`, year: 2026, amount: "90000000" })),
    savings: projects.flatMap(({ id }, at) =>
      committees.flatMap(({ id: committee }, place) => Array.from({ length: 30 }, (_, index) => ({ project: id, committee, year: 2027 + index, amount: String(100_000 + 137 * at + 11 * place + index) }))),
    ),
    defaultRule: { window: { from: { after: "projectStart", years: 1 }, years: 30 } },
    fund: { openingBalance: "5000000000", openingYear: 2026 },
  };
}

/** A project without savings: there is nothing to repay. */
export function nothingToRepay(): PlanInput {
  return { committees: [{ id: "N", name: "Nämnden" }], projects: [{ id: "P", name: "Projektet" }], costs: [{ project: "P", committee: "N", year: 2026, amount: "1000000" }], savings: [] };
}
