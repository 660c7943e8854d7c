import { bookedDifference, outcomeCounts, yearFollowUp } from "../../src/followUp";
import type { PlanInput } from "../../src/planning";

const of = (project: string, committee: string, year: number, amount: string) => ({ project, committee, year, amount });
const input: PlanInput = {
  committees: [{ id: "SN", name: "Socialnämnden" }, { id: "UN", name: "Utbildningsnämnden" }],
  projects: [{ id: "P", name: "Familjestöd" }, { id: "Q", name: "Skolsociala team" }],
  costs: [],
  savings: [of("P", "SN", 2026, "300000"), of("P", "SN", 2026, "0.50"), of("P", "UN", 2026, "100000"), of("Q", "UN", 2026, "50000"), of("Q", "UN", 2027, "7")],
  outcomes: [
    { ...of("P", "SN", 2026, "200000"), status: "established", source: "Bokslut", date: "2027-02-01", cell: "Utfall!D5" },
    { ...of("P", "SN", 2026, "999"), status: "preliminary" },
    { ...of("P", "UN", 2026, "40000"), status: "preliminary", source: "Delår" },
    { ...of("Q", "UN", 2027, "1"), status: "established" },
  ],
  booked: [of("P", "SN", 2026, "250000")],
};
const decided = [{ ...of("P", "SN", 2026, "300000"), status: "planned" as const }, { ...of("Q", "SN", 2026, "1000"), status: "planned" as const }];

test("a year is listed per project and committee: expected, outcome, planned and booked", () => {
  expect(yearFollowUp(input, decided, 2026)).toEqual([
    { ...of("P", "SN", 2026, ""), amount: undefined, expected: "300000.5", status: "established", outcome: "200000", source: "Bokslut", date: "2027-02-01", cell: "Utfall!D5", planned: "300000", booked: "250000" },
    { ...of("P", "UN", 2026, ""), amount: undefined, expected: "100000", status: "preliminary", outcome: "40000", source: "Delår", planned: "0" },
    { ...of("Q", "SN", 2026, ""), amount: undefined, expected: "0", status: "missing", planned: "1000" },
    { ...of("Q", "UN", 2026, ""), amount: undefined, expected: "50000", status: "missing", planned: "0" },
  ]);
});

test("only what was expected can be missing", () => {
  expect(outcomeCounts(yearFollowUp(input, decided, 2026))).toEqual({ established: 1, preliminary: 1, missing: 1 });
});

test("booked less planned; nothing booked is nothing repaid", () => {
  expect(yearFollowUp(input, decided, 2026).map(bookedDifference)).toEqual(["-50000", "0", "-1000", "0"]);
});

test("a year with nothing in it has nothing to follow up", () => expect(yearFollowUp(input, decided, 2030)).toEqual([]));
