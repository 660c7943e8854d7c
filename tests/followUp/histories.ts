import fc from "fast-check";
import { planRepayments, type AmountRow, type OutcomeRow, type PlanInput } from "../../src/planning";
import { portfolios } from "../planning/portfolios";

/** Random histories: a plan that is decided, and year after year what happens to it. */

/** What a year may bring, drawn before the plan is known; every part is optional. */
interface Happening {
  /** For each of the year's expected savings, in order: how it came out. */
  outcomes: { percent: number; fate: "established" | "preliminary" | "late" | "missing" }[];
  /** How the planned repayments of the year were booked, in percent. */
  booked: number;
  waiver: { committee: string; share: string } | undefined;
  succession: { from: string; to: string } | undefined;
  cap: { committee: string; amount: string } | "lifted" | undefined;
  cost: { project: number; amount: string } | undefined;
  saving: { project: number; committee: string; amount: string } | undefined;
  project: "added" | "removed" | undefined;
  rule: string | undefined;
}

const own = fc.constantFrom("SN", "UN", "KS");
const amount = fc.integer({ min: 0, max: 100_000_000 }).map((ore) => (ore / 100).toFixed(2));
const seldom = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 2 });

const happening: fc.Arbitrary<Happening> = fc.record({
  outcomes: fc.array(fc.record({ percent: fc.constantFrom(0, 50, 80, 100, 120, 200), fate: fc.constantFrom("established" as const, "preliminary" as const, "late" as const, "missing" as const) }), { minLength: 1, maxLength: 6 }),
  booked: fc.constantFrom(100, 100, 100, 0, 50, 110),
  waiver: seldom(fc.record({ committee: own, share: fc.constantFrom("0.25", "1") })),
  // From a committee listed later to one listed earlier: never a circle.
  succession: seldom(fc.constantFrom({ from: "KS", to: "UN" }, { from: "UN", to: "SN" }, { from: "KS", to: "SN" })),
  cap: seldom(fc.oneof(fc.constant("lifted" as const), fc.record({ committee: own, amount }))),
  cost: seldom(fc.record({ project: fc.nat(9), amount })),
  saving: seldom(fc.record({ project: fc.nat(9), committee: own, amount })),
  project: seldom(fc.constantFrom("added" as const, "removed" as const)),
  rule: seldom(fc.constantFrom("0.5", "0.75", "1")),
});

/** The inputs of a history, the first decided and each of the others planned anew from a later year. */
export const histories: fc.Arbitrary<PlanInput[]> = fc
  .tuple(portfolios(), fc.integer({ min: 2026, max: 2030 }), fc.array(happening, { minLength: 1, maxLength: 4 }))
  .map(([first, start, happenings]) => {
    const inputs: PlanInput[] = [withYearlySavings(first)];
    happenings.forEach((happens, index) => inputs.push(afterYear(inputs.at(-1)!, start + index, happens)));
    return inputs;
  });

/** A project with savings every year, so that every year has outcomes. */
function withYearlySavings(input: PlanInput): PlanInput {
  const id = "Y";
  const years = [2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034];
  return {
    ...input,
    projects: [...input.projects, { id, name: "Varje år", owner: "SN", rule: { window: { from: { after: "projectStart", years: 1 }, years: 9 } } }],
    costs: [...input.costs, { project: id, committee: "SN", year: 2025, amount: "1500000" }],
    savings: [...input.savings, ...years.flatMap((year) => [{ project: id, committee: "SN", year, amount: "150000" }, { project: id, committee: "UN", year, amount: "50000.33" }])],
  };
}

const rounded = (value: string, percent: number) => ((Math.round(Number(value) * 100) * percent) / 10000).toFixed(2);

function afterYear(input: PlanInput, year: number, happens: Happening): PlanInput {
  const reported = new Set((input.outcomes ?? []).filter(({ status }) => status === "established").map(({ project, committee, year: of }) => `${project} ${committee} ${of}`));
  const outcomes: OutcomeRow[] = input.savings.flatMap((row, index) => {
    const { percent, fate } = happens.outcomes[index % happens.outcomes.length]!;
    const due = fate === "late" ? row.year === year - 1 : row.year === year;
    if (!due || fate === "missing" || reported.has(`${row.project} ${row.committee} ${row.year}`)) return [];
    return [{ ...row, amount: rounded(row.amount, percent), status: fate === "preliminary" ? "preliminary" : "established" }];
  });
  const booked: AmountRow[] = planRepayments(input).schedule.flatMap((row) => (row.year === year && row.status === "planned" ? [{ ...row, amount: rounded(row.amount, happens.booked) }] : []));
  const projectAt = (place: number) => input.projects[place % input.projects.length]!.id;
  const next: PlanInput = {
    ...input,
    planFrom: year + 1,
    outcomes: [...(input.outcomes ?? []), ...outcomes],
    booked: [...(input.booked ?? []), ...booked],
    waivers: [...(input.waivers ?? []), ...(happens.waiver ? [{ ...happens.waiver, fromYear: year + 1, reason: "Skäl", decision: `KF ${year} § 1` }] : [])],
    successions: [...(input.successions ?? []), ...(happens.succession && !(input.successions ?? []).some(({ from }) => from === happens.succession!.from) ? [{ ...happens.succession, year: year + 1 }] : [])],
    caps: happens.cap === "lifted" ? [] : [...(input.caps ?? []), ...(happens.cap ? [happens.cap] : [])],
    costs: [...input.costs, ...(happens.cost ? [{ project: projectAt(happens.cost.project), committee: "SN", year, amount: happens.cost.amount }] : [])],
    savings: [...input.savings, ...(happens.saving ? [{ project: projectAt(happens.saving.project), committee: happens.saving.committee, year: year + 2, amount: happens.saving.amount }] : [])],
    projects: input.projects.map((project, index) => (index === 0 && happens.rule !== undefined ? { ...project, rule: { ...project.rule, share: happens.rule } } : project)),
  };
  if (happens.project === "added") return withNewProject(next, year);
  return happens.project === "removed" && input.projects.length > 1 ? withoutFirstProject(next) : next;
}

function withNewProject(input: PlanInput, year: number): PlanInput {
  const id = `N${year}`;
  return {
    ...input,
    projects: [{ id, name: `Nytt ${year}`, owner: "UN", rule: { window: { from: { after: "projectStart", years: 1 }, years: 5 } } }, ...input.projects],
    costs: [...input.costs, { project: id, committee: "UN", year, amount: "600000" }],
    savings: [...input.savings, ...[1, 2, 3].map((after) => ({ project: id, committee: "SN", year: year + after, amount: "250000.50" }))],
  };
}

function withoutFirstProject(input: PlanInput): PlanInput {
  const gone = input.projects[0]!.id;
  const stays = <T extends { project?: string }>(rows: T[] | undefined) => rows?.filter(({ project }) => project !== gone);
  return {
    ...input,
    projects: input.projects.filter(({ id }) => id !== gone),
    costs: stays(input.costs)!,
    savings: stays(input.savings)!,
    outcomes: stays(input.outcomes),
    booked: stays(input.booked),
    waivers: stays(input.waivers),
  };
}
