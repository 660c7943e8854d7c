/** @jest-environment jsdom */
import fc from "fast-check";
import { repaymentPlan, selfRisk, selfRiskPlan } from "../../src/functions/functions";
import { planRepayments, type PlanInput } from "../../src/planning";

/** A project as an analyst has it in cells. */
interface Project {
  cost: number;
  /** Committees × years. */
  savings: number[][];
  share: number;
  guarantee: number;
  cap: number;
  years: number;
  first: number;
  caps: number[] | null;
  unit: number;
}

const ore = (most: number) => fc.integer({ min: 0, max: most * 100 }).map((amount) => amount / 100);
const part = fc.constantFrom(0, 0.25, 0.333, 0.4, 0.5, 0.75, 1);

function projects(committees: fc.Arbitrary<number>): fc.Arbitrary<Project> {
  return fc.tuple(committees, fc.integer({ min: 1, max: 12 })).chain(([rows, columns]) =>
    fc.record({
      cost: ore(100_000),
      savings: fc.array(fc.array(fc.oneof({ weight: 6, arbitrary: ore(30_000) }, fc.constant(0), ore(5_000).map((amount) => -amount)), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      share: part,
      guarantee: part,
      cap: part,
      years: fc.integer({ min: 1, max: 14 }),
      first: fc.integer({ min: 1, max: columns }),
      caps: fc.option(fc.array(ore(20_000), { minLength: rows, maxLength: rows })),
      unit: fc.constantFrom(0.01, 1, 100, 1000),
    }),
  );
}

/** The engine's plan of the same figures, in a calendar that begins with the range's first year. */
function planned({ cost, savings, share, guarantee, cap, years, first, caps, unit }: Project): number[][] {
  const begins = 2026;
  const columns = savings[0]!.length;
  const committees = savings.map((_, row) => ({ id: `N${row}`, name: `Nämnd ${row}` }));
  const input: PlanInput = {
    committees,
    projects: [{ id: "P", name: "Projekt", owner: "N0", startYear: 2020, endYear: 2021 }],
    costs: [{ project: "P", committee: "N0", year: 2020, amount: cost.toFixed(2) }],
    savings: savings.flatMap((row, index) => row.map((amount, column) => ({ project: "P", committee: `N${index}`, year: begins + column, amount: amount.toFixed(2) }))),
    ...(caps && { caps: caps.map((amount, row) => ({ committee: `N${row}`, amount: amount.toFixed(2) })) }),
    defaultRule: { share: String(share), guarantee: String(guarantee), cap: String(cap), profile: "savings", window: { from: begins + first - 1, years, latest: begins + columns - 1 } },
    roundingUnit: String(unit),
  };
  const { schedule, diagnostics } = planRepayments(input);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const answer = savings.map((row) => row.map(() => 0));
  for (const { committee, year, amount } of schedule) answer[Number(committee.slice(1))]![year - begins] = Number(amount);
  return answer;
}

const asked = ({ cost, savings, share, guarantee, cap, years, first, caps, unit }: Project) =>
  repaymentPlan(cost, savings, share, guarantee, cap, years, first, caps?.map((amount) => [amount]), unit);

describe("ÅTERFÖRINGSPLAN", () => {
  it("is the engine's plan, whatever the rule, the caps, the unit and the window", () => {
    fc.assert(
      fc.property(projects(fc.integer({ min: 1, max: 5 })), (project) => expect(asked(project)).toEqual(planned(project))),
      { numRuns: 400 },
    );
  });

  it("is SJÄLVRISKPLAN with one committee and no cap by year", () => {
    fc.assert(
      fc.property(projects(fc.constant(1)), (project) => {
        const { cost, savings, share, guarantee, cap, years, first, unit } = project;
        expect(selfRiskPlan(cost, savings, share, guarantee, cap, years, first, unit)).toEqual(asked({ ...project, caps: null }));
      }),
      { numRuns: 400 },
    );
  });
});

describe("SJÄLVRISKPLAN", () => {
  it("sums to SJÄLVRISK rounded down to units", () => {
    fc.assert(
      fc.property(projects(fc.constant(1)), ({ cost, savings, share, guarantee, cap, years, first }) => {
        const repaid = selfRiskPlan(cost, savings, share, guarantee, cap, years, first).flat();
        expect(repaid.reduce((sum, one) => sum + one, 0)).toBe(Math.floor(selfRisk(cost, savings, share, guarantee, cap, years, first)));
      }),
      { numRuns: 400 },
    );
  });
});
