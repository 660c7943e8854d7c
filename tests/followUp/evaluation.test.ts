import { evaluation, groupComparisons, type Observation } from "../../src/followUp";
import type { PlanInput } from "../../src/planning";

const of = (committee: string, year: number, amount: string) => ({ project: "P", committee, year, amount });
const input: PlanInput = {
  committees: [{ id: "SN", name: "Socialnämnden" }, { id: "UN", name: "Utbildningsnämnden" }, { id: "REG", name: "Regionen", internal: false }],
  projects: [{ id: "P", name: "Familjestöd" }],
  costs: [of("SN", 2025, "500000")],
  savings: [of("SN", 2026, "300000"), of("UN", 2026, "100000"), of("SN", 2027, "300000"), of("REG", 2026, "900000")],
  outcomes: [
    { ...of("SN", 2026, "240000"), status: "established" },
    { ...of("SN", 2027, "260000.5"), status: "established" },
    { ...of("UN", 2026, "20000"), status: "preliminary" },
    { ...of("REG", 2026, "900000"), status: "established" },
  ],
};

test("expected and achieved at own committees, year by year and in all; the preliminary beside", () => {
  expect(evaluation(input)).toEqual([
    {
      project: "P",
      cost: "500000",
      expected: "700000",
      achieved: "500000.5",
      preliminary: "20000",
      expectedOfEstablished: "600000",
      // 500 000.50 / 600 000
      share: "0.8333",
      years: [
        { year: 2026, expected: "400000", achieved: "240000", preliminary: "20000", established: "some" },
        { year: 2027, expected: "300000", achieved: "260000.5", preliminary: "0", established: "all" },
      ],
      paybackExpected: 2027,
      paybackReached: 2027,
    },
  ]);
});

test("payback is reached only when the whole cost is covered", () => {
  const [project] = evaluation({ ...input, outcomes: [{ ...of("SN", 2026, "499999.99"), status: "established" }] });
  expect(project).not.toHaveProperty("paybackReached");
  expect(evaluation({ ...input, outcomes: [{ ...of("SN", 2026, "500000"), status: "established" }] })[0]!.paybackReached).toBe(2026);
});

test("without outcomes there is no share to tell", () => {
  const [project] = evaluation({ ...input, outcomes: [] });
  expect(project).toMatchObject({ achieved: "0", expectedOfEstablished: "0", years: [{ established: "none" }, { established: "none" }] });
  expect(project).not.toHaveProperty("share");
});

const observed = (group: Observation["group"], before: string, after: string): Observation => ({ project: "P", measure: "Närvaro", group, before, after });

test("a control group: the means, how many they rest on, and the effect", () => {
  // Project 60 → 80 on average, control 60 → 67: 20 − 7 = 13.
  const [comparison] = groupComparisons([observed("project", "50", "75"), observed("project", "70", "85"), observed("control", "60", "67")]);
  expect(comparison).toEqual({
    project: "P",
    measure: "Närvaro",
    groups: { project: { observations: 2, before: "60", after: "80" }, control: { observations: 1, before: "60", after: "67" } },
    effect: "13",
    tooFew: true,
  });
});

test("thirty in each group are enough; a group that is empty has nothing to compare with", () => {
  const many = Array.from({ length: 30 }, () => [observed("project", "1", "0.2"), observed("control", "1", "0.43")]).flat();
  expect(groupComparisons(many)).toMatchObject([{ effect: "-0.23", tooFew: false }]);
  expect(groupComparisons(many.slice(1))).toMatchObject([{ tooFew: true }]);
  expect(groupComparisons([observed("project", "1", "2")])[0]).not.toHaveProperty("effect");
});

test("means that never end are cut at six decimals", () => {
  expect(groupComparisons([observed("project", "0", "1"), observed("project", "0", "0"), observed("project", "0", "0"), observed("control", "0", "0")])).toMatchObject([{ effect: "0.333333" }]);
});
