import { Decimal } from "decimal.js";
import fc from "fast-check";
import { changeReasons, planChanges, type PlanChange } from "../../src/followUp";
import { planRepayments, type PlanInput, type Repayment } from "../../src/planning";
import { histories } from "./histories";

const runs = 100;
const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
beforeAll(() => process.stdout.write(`histories: ${runs} cases each, seed ${seed} (FC_SEED=${seed} runs them again)\n`));
const holds = (predicate: (inputs: PlanInput[]) => void) => fc.assert(fc.property(histories, predicate), { numRuns: runs, seed });

const planned = (input: PlanInput) => {
  const { schedule, diagnostics } = planRepayments(input);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return { input, schedule };
};
const cell = ({ project, committee, year }: { project: string; committee: string; year: number }) => `${project} ${committee} ${year}`;
const totals = (rows: readonly { project: string; committee: string; year: number; amount: string }[]) => {
  const sums = new Map<string, Decimal>();
  for (const row of rows) sums.set(cell(row), (sums.get(cell(row)) ?? new Decimal(0)).plus(row.amount));
  return sums;
};
const expectSum = (changes: PlanChange[], before: readonly Repayment[], now: readonly Repayment[]) => {
  const [was, is, why] = [totals(before), totals(now), totals(changes)];
  for (const key of new Set([...was.keys(), ...is.keys(), ...why.keys()])) {
    const difference = (is.get(key) ?? new Decimal(0)).minus(was.get(key) ?? 0);
    expect(`${key}: ${(why.get(key) ?? new Decimal(0)).toFixed()}`).toBe(`${key}: ${difference.toFixed()}`);
  }
};
const pairs = (inputs: PlanInput[]) => inputs.slice(1).map((input, index) => [planned(inputs[index]!), planned(input)] as const);

/** What is checked of the differences between two plans. */
const expectExplained = (before: ReturnType<typeof planned>, now: ReturnType<typeof planned>): PlanChange[] => {
  const changes = planChanges(before, now);
  expectSum(changes, before.schedule, now.schedule);
  expect(new Set(changes.map((change) => `${cell(change)} ${change.reason} ${change.because}`)).size).toBe(changes.length);
  for (const { amount, year, reason } of changes) {
    expect(new Decimal(amount).isZero()).toBe(false);
    // What has passed changes only by what was booked, unless the project is new or gone.
    if (year < now.input.planFrom!) expect(["booked", "removed", "added"]).toContain(reason);
  }
  return changes;
};

test("every krona that differs has one reason, and the reasons sum to the difference, in every cell, to the öre", () =>
  holds((inputs) => {
    for (const [before, now] of pairs(inputs)) expectExplained(before, now);
    if (inputs.length > 2) expectExplained(planned(inputs[0]!), planned(inputs.at(-1)!));
  }));

test("the histories above meet every reason that chance can bring", () => {
  const met = fc.sample(histories, { seed: 1, numRuns: 60 }).flatMap(pairs).flatMap(([before, now]) => planChanges(before, now).map(({ reason }) => reason));
  expect([...new Set(met)].sort()).toEqual(changeReasons.filter((reason) => !["recalculated", "settings"].includes(reason)).sort());
});

test("what is booked stays as it was booked", () =>
  holds((inputs) => {
    for (const input of inputs.slice(1)) {
      const past = (input.booked ?? []).filter(({ year, amount }) => year < input.planFrom! && !new Decimal(amount).isZero());
      const { schedule } = planned(input);
      const key = (rows: Map<string, Decimal>) => Object.fromEntries([...rows].map(([at, sum]) => [at, sum.toFixed()]).sort());
      expect(key(totals(schedule.filter(({ status }) => status === "booked")))).toEqual(key(totals(past)));
    }
  }));

test("what is preliminary is never repaid, and changes nothing", () =>
  holds((inputs) => {
    for (const input of inputs.slice(1)) {
      const established: PlanInput = { ...input, outcomes: (input.outcomes ?? []).filter(({ status }) => status === "established") };
      expect(planChanges(planned(input), planned(established))).toEqual([]);
    }
  }));

test("the same year planned again gives the same plan, and nothing to explain", () =>
  holds((inputs) => {
    for (const input of inputs) {
      const again = JSON.parse(JSON.stringify(input)) as PlanInput;
      expect(planned(again).schedule).toEqual(planned(input).schedule);
      expect(planChanges(planned(input), planned(again))).toEqual([]);
    }
  }));

/** 1 mkr in 2025, 300 tkr saved a year from 2026 by SN: repaid 300, 300, 300, 100. */
const decided: PlanInput = {
  committees: [
    { id: "SN", name: "Socialnämnden" },
    { id: "UN", name: "Utbildningsnämnden" },
  ],
  projects: [{ id: "P", name: "Familjestöd", owner: "SN", rule: { window: { from: 2026, years: 6 } } }],
  costs: [{ project: "P", committee: "SN", year: 2025, amount: "1000000" }],
  savings: [2026, 2027, 2028, 2029, 2030, 2031].map((year) => ({ project: "P", committee: "SN", year, amount: "300000" })),
};
const of = (year: number, amount: string, committee = "SN") => ({ project: "P", committee, year, amount });
const established = (year: number, amount: string) => ({ ...of(year, amount), status: "established" as const });
/** The year 2026 went as planned. */
const followed: PlanInput = { ...decided, planFrom: 2027, outcomes: [established(2026, "300000")], booked: [of(2026, "300000")] };
const change = (reason: string, year: number, amount: string, because?: number, committee = "SN") => ({ ...of(year, amount, committee), reason, ...(because === undefined ? {} : { because }) });

const cases: [what: string, before: PlanInput, now: PlanInput, changes: object[]][] = [
  ["a year that went as planned changes nothing", decided, followed, []],
  // 200 of 300 came: what was repaid too much comes off the next year; the ceiling is reached a year later.
  ["a lower outcome", decided, { ...followed, outcomes: [established(2026, "200000")] }, [change("outcomeLower", 2027, "-100000", 2026), change("carried", 2029, "100000", 2026)]],
  ["a higher outcome", decided, { ...followed, outcomes: [established(2026, "450000")] }, [change("outcomeHigher", 2027, "150000", 2026), change("carried", 2029, "-100000", 2026), change("carried", 2028, "-50000", 2026)]],
  ["a year without an outcome counts as nothing", decided, { ...followed, outcomes: [] }, [change("notEstablished", 2027, "-300000", 2026), change("carried", 2029, "200000", 2026), change("carried", 2030, "100000", 2026)]],
  ["a preliminary outcome counts as nothing", decided, { ...followed, outcomes: [{ ...of(2026, "900000"), status: "preliminary" }] }, [change("notEstablished", 2027, "-300000", 2026), change("carried", 2029, "200000", 2026), change("carried", 2030, "100000", 2026)]],
  ["what was not booked is carried", decided, { ...followed, booked: [of(2026, "250000")] }, [change("booked", 2026, "-50000"), change("carried", 2027, "50000")]],
  [
    "an outcome that is established late",
    { ...followed, outcomes: [], booked: [] },
    { ...followed, outcomes: [established(2026, "300000")], booked: [] },
    [change("establishedLate", 2027, "300000", 2026), change("carried", 2029, "-200000", 2026), change("carried", 2030, "-100000", 2026)],
  ],
  ["a waiver", followed, { ...followed, waivers: [{ fromYear: 2028, toYear: 2028, share: "0.5", reason: "Skäl", decision: "KF § 1" }] }, [change("waiver", 2028, "-150000")]],
  ["a succession", followed, { ...followed, successions: [{ from: "SN", to: "UN", year: 2029 }] }, [change("succession", 2029, "-100000"), change("succession", 2029, "100000", undefined, "UN")]],
  ["a cap", followed, { ...followed, caps: [{ committee: "SN", year: 2027, amount: "100000" }] }, [change("cap", 2027, "-200000"), change("cap", 2028, "200000")]],
  ["a rule", followed, { ...followed, projects: [{ ...decided.projects[0]!, rule: { cap: "0.9", window: { from: 2026, years: 6 } } }] }, [change("rule", 2029, "-100000")]],
  ["a cost", followed, { ...followed, costs: [...decided.costs, { ...decided.costs[0]!, year: 2026, amount: "50000" }] }, [change("cost", 2029, "50000")]],
  ["an expected saving", followed, { ...followed, savings: decided.savings.map((row) => (row.year === 2028 ? { ...row, amount: "250000" } : row)) }, [change("saving", 2028, "-50000"), change("saving", 2029, "50000")]],
  ["the rounding", followed, { ...followed, roundingUnit: "1000", savings: decided.savings }, []],
  ["a project that is gone", followed, { ...followed, projects: [], costs: [], savings: [], outcomes: [], booked: [] }, [change("removed", 2026, "-300000"), change("removed", 2027, "-300000"), change("removed", 2028, "-300000"), change("removed", 2029, "-100000")]],
];

test.each(cases)("%s", (_, before, now, expected) => {
  const order = (changes: object[]) => changes.map((one) => JSON.stringify(one)).sort();
  expect(order(planChanges(planned(before), planned(now)).map(({ project, committee, year, amount, reason, because }) => ({ project, committee, year, amount, reason, ...(because === undefined ? {} : { because }) })))).toEqual(order(expected));
});

test("a project that takes the room under a cap changes the others' repayments by the cap", () => {
  const capped: PlanInput = { ...followed, caps: [{ committee: "SN", amount: "300000" }], capExtensionYears: 5 };
  const older = { id: "O", name: "Äldre", owner: "SN", startYear: 2020, rule: { window: { from: 2027, years: 1 } } };
  const now: PlanInput = { ...capped, projects: [...capped.projects, older], costs: [...capped.costs, { project: "O", committee: "SN", year: 2020, amount: "100000" }], savings: [...capped.savings, { project: "O", committee: "SN", year: 2027, amount: "100000" }] };
  expect(planChanges(planned(capped), planned(now)).map(({ project, year, amount, reason }) => [project, year, amount, reason])).toEqual([
    ["P", 2027, "-100000", "cap"],
    ["P", 2029, "100000", "cap"],
    ["O", 2027, "100000", "added"],
  ]);
});

test("figures that the old input does not give are recalculated, and so is everything when it is not known", () => {
  const now = planned(followed);
  const edited = now.schedule.map((row) => (row.year === 2028 ? { ...row, amount: "299999.5" } : row));
  expect(planChanges({ input: followed, schedule: edited }, now)).toEqual([change("recalculated", 2028, "0.5")]);
  expect(planChanges({ input: undefined, schedule: [] }, now).map(({ reason }) => reason)).toEqual(["recalculated", "recalculated", "recalculated", "recalculated"]);
});

test("a mixture of old and new that gives no plan is passed over: the sums hold", () => {
  const shared: PlanInput = { ...followed, caps: [{ committee: "SN", shareOfFrame: "0.1" }], frames: [2027, 2028, 2029].map((year) => ({ committee: "SN", year, amount: "3000000" })) };
  const later: PlanInput = { ...shared, caps: [], frames: [], outcomes: [], savings: decided.savings.map((row) => ({ ...row, amount: "200000" })) };
  const [before, now] = [planned(shared), planned(later)];
  expectSum(planChanges(before, now), before.schedule, now.schedule);
});
