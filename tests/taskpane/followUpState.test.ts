import type { PlanInput } from "../../src/planning/types";
import { decidedPlan, yearsToFollow, yearToFollow } from "../../src/taskpane/followUpState";
import { differingYears, movedRepayments, reasonsOf, repaid, waiverCost } from "../../src/taskpane/followUpFigures";
import { planRepayments } from "../../src/planning";
import { planChanges } from "../../src/followUp";
import { initialState, reduce, type PaneAction } from "../../src/taskpane/state";
import type { DecidedVersion } from "../../src/taskpane/workbook";

const of = (year: number, amount: string, committee = "SN") => ({ project: "P", committee, year, amount });
const input: PlanInput = {
  committees: [{ id: "SN", name: "Socialnämnden" }, { id: "UN", name: "Utbildningsnämnden" }],
  projects: [{ id: "P", name: "Familjestöd", owner: "SN", rule: { window: { from: 2026, years: 6 } } }],
  costs: [of(2025, "1000000")],
  savings: [2026, 2027, 2028, 2029].map((year) => of(year, "300000")),
};
const schedule = planRepayments(input).schedule;
const version = (sheet: string): DecidedVersion => ({ sheet, decision: { reference: `KF ${sheet}`, date: "2026-02-14" }, madeAt: "", fingerprint: "", schedule, input, edited: false });
const after = (...actions: PaneAction[]) => actions.reduce(reduce, initialState("sv")).followUp!;

describe("the year to follow up", () => {
  const outcome = (year: number, status: "established" | "preliminary") => ({ ...of(year, "1"), status });

  test("is the first whose outcome is not established", () => {
    expect(yearToFollow(input)).toBe(2026);
    expect(yearToFollow({ ...input, outcomes: [outcome(2026, "established")] })).toBe(2027);
    expect(yearToFollow({ ...input, outcomes: [outcome(2026, "preliminary")] })).toBe(2026);
  });

  test("is not before the year that the plan was made anew after; the last when all are established", () => {
    expect(yearToFollow({ ...input, planFrom: 2028 })).toBe(2027);
    expect(yearToFollow({ ...input, outcomes: [2026, 2027, 2028, 2029].map((year) => outcome(year, "established")) })).toBe(2029);
    expect(yearToFollow({ ...input, savings: [] })).toBeUndefined();
  });

  test("can be any with a saving to expect", () => expect(yearsToFollow({ ...input, savings: [...input.savings, of(2031, "5"), of(2040, "0")] })).toEqual([2026, 2027, 2028, 2029, 2030, 2031]));
});

describe("the decided plans", () => {
  const read: PaneAction = { type: "versionsRead", versions: [version("A"), version("B")], problems: [] };

  test("the last is compared with, unless another is chosen", () => {
    expect(decidedPlan(after(read))?.sheet).toBe("B");
    expect(decidedPlan(after(read, { type: "versionChosen", sheet: "A" }))?.sheet).toBe("A");
    expect(decidedPlan(after(read, { type: "versionChosen", sheet: "gone" }))?.sheet).toBe("B");
  });

  test("what differs from another is not what differed from the first", () => {
    const found: PaneAction = { type: "changesFound", changes: [] };
    expect(after(read, found).changes).toEqual([]);
    expect(after(read, found, { type: "versionChosen", sheet: "A" }).changes).toBeNull();
  });

  test("what was found out of each falls when they are read again", () => {
    const explained: PaneAction = { type: "versionExplained", sheet: "B", changes: [] };
    expect(after(read, explained).history).toEqual({ B: [] });
    expect(after(read, explained, read).history).toEqual({});
  });
});

test("what was read from a selection is of the year that was chosen then", () => {
  const amounts = { rows: [of(2026, "5")], where: "Blad1!A1:D2", leftOut: [], diagnostics: [] };
  expect(after({ type: "amountsRead", kind: "outcomes", amounts }).read).toEqual({ kind: "outcomes", amounts });
  expect(after({ type: "amountsRead", kind: "outcomes", amounts }, { type: "followUpYearChosen", year: 2027 })).toMatchObject({ year: 2027, read: null });
});

describe("two plans beside one another", () => {
  // 200 of 300 came in 2026, when 300 had been repaid: 100 less in 2027, and 100 later.
  const now: PlanInput = { ...input, planFrom: 2027, outcomes: [{ ...of(2026, "200000"), status: "established" }], booked: [of(2026, "300000")] };
  const plan = planRepayments(now);
  const changes = planChanges({ input, schedule }, { input: now, schedule: plan.schedule });

  test("a committee's years that differ, with their reasons", () => {
    expect(differingYears({ input: now, plan, decided: version("A"), changes }, "sv")).toEqual([
      { id: "SN", committee: "Socialnämnden", year: 2027, decided: "300000", now: "200000", difference: "-100000", reasons: [{ reason: "Utfallet 2026 lägre än väntat", amount: "-100000" }] },
      { id: "SN", committee: "Socialnämnden", year: 2029, decided: "100000", now: "200000", difference: "100000", reasons: [{ reason: expect.stringContaining("2026") as string, amount: "100000" }] },
    ]);
  });

  test("what each reason comes to sums to what the plans differ by", () => {
    const amounts = reasonsOf(changes, "sv").map(({ amount }) => Number(amount));
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(Number(repaid(plan.schedule)) - Number(repaid(schedule)));
  });
});

test("an exception costs the fund what is waived under it", () => {
  const waived = planRepayments({ ...input, waivers: [{ fromYear: 2027, toYear: 2027, share: "0.5", reason: "", decision: "" }] });
  expect(waiverCost(planRepayments(input), waived)).toBe("150000");
});

test("a reorganisation moves repayments from one committee to another", () => {
  const moved = planRepayments({ ...input, successions: [{ from: "SN", to: "UN", year: 2029 }] });
  expect(movedRepayments(planRepayments(input), moved, input)).toEqual([
    { name: "Socialnämnden", was: "1000000", now: "900000" },
    { name: "Utbildningsnämnden", was: "0", now: "100000" },
  ]);
});
