import fc from "fast-check";
import type { AmountRow, OutcomeRow, PlanInput, Project, RepaymentRule } from "../../src/planning";

/** Random but valid portfolios, for properties: a few committees (one may be external), projects and every kind of row. */

const committeeIds = ["SN", "UN", "KS", "AVN", "REG"];

const share = fc.constantFrom("0", "0.25", "0.333", "0.4", "0.5", "0.75", "1");
const ore = fc.integer({ min: 0, max: 500_000_000 }).map((amount) => (amount / 100).toFixed(2));
const year = fc.integer({ min: 2020, max: 2040 });

const rule: fc.Arbitrary<RepaymentRule> = fc.record({
  share,
  guarantee: share,
  cap: share,
  profile: fc.constantFrom("savings" as const, "level" as const),
  window: fc.record({
    from: fc.oneof(
      fc.integer({ min: 2024, max: 2032 }),
      fc.record({ after: fc.constantFrom("projectStart" as const, "projectEnd" as const), years: fc.integer({ min: 0, max: 3 }) }),
    ),
    years: fc.integer({ min: 1, max: 10 }),
  }),
  includeEarlierSavings: fc.boolean(),
  split: fc.option(fc.constantFrom([{ committee: "SN", share: "0.35" }, { committee: "UN", share: "0.65" }], [{ committee: "KS", share: "1" }]), { nil: undefined }),
});

const amounts = (projects: string[], committees: string[], signed: boolean, maxLength: number): fc.Arbitrary<AmountRow[]> =>
  fc.array(
    fc.record({
      project: fc.constantFrom(...projects),
      committee: fc.constantFrom(...committees),
      year,
      amount: signed ? fc.tuple(ore, fc.integer({ min: 0, max: 9 })).map(([amount, dice]) => (dice === 0 && amount !== "0.00" ? `-${amount}` : amount)) : ore,
    }),
    { maxLength },
  );

export interface PortfolioOptions {
  /** With outcomes, booked repayments and a year to plan from. */
  replan?: boolean;
}

export function portfolios({ replan }: PortfolioOptions = {}): fc.Arbitrary<PlanInput> {
  return fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 2, max: 5 })).chain(([projectCount, committeeCount]) => {
    // The committees of the splits are always there.
    const committees = [...new Set(["SN", "UN", "KS", ...committeeIds.slice(0, committeeCount)])];
    const own = committees.filter((id) => id !== "REG");
    const ids = Array.from({ length: projectCount }, (_, index) => `P${index + 1}`);
    const projects: fc.Arbitrary<Project[]> = fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), name: fc.constant(`Projekt ${id}`), owner: fc.constantFrom(...own), rule })));
    return fc
      .record({
        committees: fc.constant(committees.map((id) => ({ id, name: id, internal: id !== "REG" }))),
        projects,
        costs: amounts(ids, own, false, 12),
        savings: amounts(ids, committees, true, 40),
        roundingUnit: fc.constantFrom("0.01", "1", "1000"),
        caps: fc.array(
          fc.record({ committee: fc.constantFrom(...own), year: fc.option(year, { nil: undefined }), amount: ore }),
          { maxLength: 3 },
        ),
        capOrder: fc.constantFrom("oldestFirst" as const, "proportional" as const),
        capExtensionYears: fc.integer({ min: 0, max: 3 }),
        waivers: fc.array(
          fc.record({
            project: fc.option(fc.constantFrom(...ids), { nil: undefined }),
            committee: fc.option(fc.constantFrom(...own), { nil: undefined }),
            fromYear: year,
            toYear: fc.constant(2040),
            share,
            reason: fc.constant("Skäl"),
            decision: fc.constant("KF § 1"),
          }),
          { maxLength: 2 },
        ),
        // From a committee listed later to one listed earlier: never a circle.
        successions: fc.constantFrom([], [{ from: "KS", to: "SN", year: 2028 }], [{ from: "KS", to: "UN", year: 2027, share: "0.4" }, { from: "KS", to: "SN", year: 2027, share: "0.6" }, { from: "UN", to: "SN", year: 2030 }]),
        fund: fc.record({ openingBalance: ore, openingYear: fc.constant(2020), contributions: fc.array(fc.record({ year, amount: ore }), { maxLength: 3 }) }),
        appraisal: fc.constant({ rate: "0.03", baseYear: 2025 }),
        planFrom: replan === true ? fc.integer({ min: 2025, max: 2042 }) : fc.constant(undefined),
        outcomes:
          replan === true
            ? amounts(ids, committees, true, 20).chain((rows) =>
                fc.array(fc.constantFrom("established" as const, "preliminary" as const), { minLength: rows.length, maxLength: rows.length }).map((statuses) => rows.map((row, index) => ({ ...row, status: statuses[index]! }))),
              )
            : fc.constant<OutcomeRow[]>([]),
        booked: replan === true ? amounts(ids, own, false, 8) : fc.constant<AmountRow[]>([]),
      })
      ;
  });
}
