import fc from "fast-check";
import { planRepayments } from "../../src/planning";
import type { PlanInput } from "../../src/planning/types";
import { planReport, planSheets, type ReportOptions, type SheetLayout } from "../../src/report";
import { portfolios } from "../planning/portfolios";

/** Names that hurt: formulas, apostrophes, wildcards, numbers, dates, quotes, look-alikes. */
export const hostileNames = [
  "=1+1",
  "=HYPERLINK(\"http://example.se\")",
  "+46 11 15 00 00",
  "-minus",
  "@SUM(A1)",
  "'citerad",
  "''två",
  "O'Hara",
  "*",
  "Nämnd?",
  "~vård",
  "2026",
  "1-2",
  "TRUE",
  "Vård",
  "vård",
  "Vard",
  "  ",
  "«plan»!A1",
  "a\"b",
  "OK",
  "Återföringsplan & \"annat\" {{made}} $t(report:made)",
  "namn med\nradbrytning",
];

/** Valid inputs whose committees and projects have hostile names. */
export function namedInputs(): fc.Arbitrary<PlanInput> {
  const names = fc.array(fc.oneof(fc.constantFrom(...hostileNames), fc.string({ maxLength: 40 })), { minLength: 10, maxLength: 10 });
  return fc.tuple(fc.oneof(portfolios(), portfolios({ replan: true })), names).map(([input, named]) => ({
    ...input,
    committees: input.committees.map((committee, index) => ({ ...committee, name: named[index] ?? committee.id })),
    projects: input.projects.map((project, index) => ({ ...project, name: named[index + 5] ?? project.id })),
  }));
}

export const reportOptions: ReportOptions = {
  language: "sv",
  madeAt: "2026-11-21",
  version: "0.1.0",
  sources: [{ name: "Kostnader", address: "Kostnader!A1:D20" }],
  fingerprint: "0123456789abcdef".repeat(4),
};

/** The sheets of an input's plan. */
export function sheetsOf(input: PlanInput): SheetLayout[] {
  return planSheets(planReport(planRepayments(input), input, reportOptions));
}
