import { canonical } from "../planning/canonical";
import type { AmountRow, OutcomeRow, PlanInput, Project } from "../planning/types";
import { cellKey, establishedOf, minus, plus, sumsOf, type CellSums } from "./cells";
import type { ChangeReason } from "./reasons";

/** What a cell of the schedule changes for, given the sign of its change. */
export type ReasonOf = (cell: { project: string; committee: string; year: number; rises: boolean }) => { reason: ChangeReason; because?: number };

/** One change of the input on the way from the old to the new. */
export interface Step {
  input: PlanInput;
  /** The projects whose own terms change; all when left out. What changes for others is the room under the caps. */
  projects?: ReadonlySet<string>;
  reasonOf: ReasonOf;
}

const because = (reason: ChangeReason): ReasonOf => () => ({ reason });

/**
 * The way from one input to another, one kind of change at a time. First time itself: the new plan's first year and what
 * has been booked before it, with everything else as the old plan had it (its expectations stand in for the outcomes of
 * the years that have passed); then projects that come and go and, in the order of the plan's own steps, costs, savings,
 * rules, successions, outcomes year by year, years without an outcome, waivers and caps. So what has passed changes only
 * by bookings, and by projects that come and go.
 * @param schedule what the old input gives
 */
export function stepsBetween(before: PlanInput, now: PlanInput, schedule: readonly AmountRow[]): Step[] {
  const steps: Step[] = [];
  let input: PlanInput = { ...before, committees: withMissing(now.committees, before.committees, ({ id }) => id), frames: withMissing(before.frames, now.frames, ({ committee, year }) => `${year} ${committee}`) };
  const take = (reasonOf: ReasonOf, change: Partial<PlanInput>, projects?: ReadonlySet<string>) => {
    if (projects?.size === 0) return;
    input = { ...input, ...change };
    steps.push({ input, reasonOf, ...(projects === undefined ? {} : { projects }) });
  };

  const old = idsOf(before.projects);
  const kept = idsOf(now.projects.filter(({ id }) => old.has(id)));
  const removed = without(old, kept);
  const { planFrom } = now;
  // What a project that is gone was to repay in the years that have passed goes with it, in the next step.
  const booked = [...(ofProjects(now.booked, kept) ?? []), ...ofProjects(schedule, removed)!];
  if (planFrom !== before.planFrom || differing(ofProjects(input.booked, kept), ofProjects(now.booked, kept)).size > 0)
    take(({ year }) => ({ reason: planFrom !== undefined && year < planFrom ? "booked" : "carried" }), {
      planFrom,
      booked,
      outcomes: [...(input.outcomes ?? []), ...expectedAsOutcomes(input, planFrom)],
    });
  take(because("removed"), onlyProjects(input, kept), removed);
  const added = without(idsOf(now.projects), kept);
  take(because("added"), withProjects(input, now, added), added);
  take(because("cost"), { costs: now.costs }, differing(input.costs, now.costs));
  take(because("saving"), { savings: now.savings }, differing(input.savings, now.savings));
  const rules = { projects: now.projects, defaultRule: now.defaultRule };
  take(because("rule"), rules, differingRules(input, now));
  const { roundingUnit, capExtensionYears } = now;
  if (roundingUnit !== before.roundingUnit || capExtensionYears !== before.capExtensionYears) take(because("settings"), { roundingUnit, capExtensionYears });
  if (canonical(now.successions ?? []) !== canonical(before.successions ?? [])) take(because("succession"), { successions: now.successions });
  for (const step of outcomeSteps(before, now, input)) take(step.reasonOf, step.change, step.projects);
  if (canonical(now.waivers ?? []) !== canonical(before.waivers ?? [])) take(because("waiver"), { waivers: now.waivers }, waivedProjects(before, now));
  const { caps, frames, capOrder } = now;
  if ([caps, frames, capOrder].some((value, index) => canonical(value ?? []) !== canonical([before.caps, before.frames, before.capOrder][index] ?? []))) take(because("cap"), { caps, frames, capOrder });
  return steps;
}

const idsOf = (projects: readonly Project[]) => new Set(projects.map(({ id }) => id));
const without = (all: ReadonlySet<string>, some: ReadonlySet<string>) => new Set([...all].filter((id) => !some.has(id)));
const ofProjects = <T extends { project: string }>(rows: readonly T[] | undefined, ids: ReadonlySet<string>) => rows?.filter(({ project }) => ids.has(project));

/** The first list, and what only the second has after it. */
function withMissing<T>(first: readonly T[] = [], second: readonly T[] = [], key: (one: T) => string): T[] {
  const known = new Set(first.map(key));
  return [...first, ...second.filter((one) => !known.has(key(one)))];
}

/** The old plan's expectations for the years that the new one leaves behind, as if they had come true. */
function expectedAsOutcomes(before: PlanInput, planFrom: number | undefined): OutcomeRow[] {
  if (planFrom === undefined) return [];
  const established = sumsOf(establishedOf(before));
  return [...sumsOf(before.savings.filter(({ year }) => year < planFrom && year >= (before.planFrom ?? -Infinity))).entries()].flatMap(([key, row]) =>
    established.has(key) ? [] : [{ ...row, status: "established" as const }],
  );
}

function onlyProjects(input: PlanInput, ids: ReadonlySet<string>): Partial<PlanInput> {
  return {
    projects: input.projects.filter(({ id }) => ids.has(id)),
    costs: ofProjects(input.costs, ids)!,
    savings: ofProjects(input.savings, ids)!,
    outcomes: ofProjects(input.outcomes, ids),
    booked: ofProjects(input.booked, ids),
    waivers: input.waivers?.filter(({ project }) => project === undefined || ids.has(project)),
  };
}

/** The input with some projects of another, in that one's order. */
function withProjects(input: PlanInput, now: PlanInput, ids: ReadonlySet<string>): Partial<PlanInput> {
  const old = new Map(input.projects.map((project) => [project.id, project]));
  return {
    projects: now.projects.map((project) => old.get(project.id) ?? project),
    costs: [...input.costs, ...ofProjects(now.costs, ids)!],
    savings: [...input.savings, ...ofProjects(now.savings, ids)!],
    outcomes: [...(input.outcomes ?? []), ...(ofProjects(now.outcomes, ids) ?? [])],
    booked: [...(input.booked ?? []), ...(ofProjects(now.booked, ids) ?? [])],
  };
}

/** The projects whose amounts differ. */
function differing(before: readonly AmountRow[] | undefined, now: readonly AmountRow[] | undefined): Set<string> {
  return new Set(differences(sumsOf(before ?? []), sumsOf(now ?? [])).map(({ project }) => project));
}

interface Cell {
  project: string;
  committee: string;
  year: number;
}

/** The cells whose sums differ; nothing and zero differ too, as an established outcome may be zero. */
function differences(before: CellSums, now: CellSums): Cell[] {
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), now.get(key)];
    return is?.amount === was?.amount ? [] : [(is ?? was)!];
  });
}

function differingRules(before: PlanInput, now: PlanInput): Set<string> {
  const terms = ({ projects, defaultRule }: PlanInput) => new Map(projects.map(({ id, name: _, ...project }) => [id, canonical({ ...project, rule: project.rule ?? defaultRule })]));
  const [was, is] = [terms(before), terms(now)];
  return new Set([...is].filter(([id, rule]) => was.get(id) !== rule).map(([id]) => id));
}

function waivedProjects(before: PlanInput, now: PlanInput): Set<string> | undefined {
  const waivers = [...(before.waivers ?? []), ...(now.waivers ?? [])];
  const projects = waivers.flatMap(({ project }) => (project === undefined ? [] : [project]));
  return projects.length === waivers.length ? new Set(projects) : undefined;
}

/** Outcomes, a year at a time: first what is established now, then the years that have passed without. */
function outcomeSteps(before: PlanInput, now: PlanInput, reached: PlanInput): { reasonOf: ReasonOf; change: Partial<PlanInput>; projects: Set<string> }[] {
  const known = sumsOf(establishedOf(before));
  const goal = sumsOf(establishedOf(now));
  const savings = sumsOf(now.savings);
  let counted = sumsOf(establishedOf(reached));
  const countedAs = (outcomes: CellSums, planFrom: number | undefined) => (key: string, year: number) =>
    outcomes.get(key)?.amount ?? (planFrom !== undefined && year < planFrom ? "0" : (savings.get(key)?.amount ?? "0"));
  const changed = differences(counted, goal);
  const passedBy = ({ project, committee, year }: Cell) => !goal.has(cellKey(project, committee, year)) && !known.has(cellKey(project, committee, year));
  const groups = [false, true].flatMap((passed) => {
    const cells = changed.filter((cell) => passedBy(cell) === passed);
    return [...new Set(cells.map(({ year }) => year))].sort((a, b) => a - b).map((year) => ({ passed, year, cells: cells.filter((cell) => cell.year === year) }));
  });
  return groups.map(({ passed, year, cells }) => {
    const old = counted;
    const next = new Map(counted);
    for (const { project, committee } of cells) {
      const key = cellKey(project, committee, year);
      const row = goal.get(key);
      if (row === undefined) next.delete(key);
      else next.set(key, row);
    }
    counted = next;
    const [was, is] = [countedAs(old, reached.planFrom), countedAs(next, reached.planFrom)];
    const rise = (project: string, committee: string) => minus(is(cellKey(project, committee, year), year), was(cellKey(project, committee, year), year));
    const isLate = year < (before.planFrom ?? -Infinity);
    const reasonOf: ReasonOf = ({ project, committee, rises }) => {
      const own = rise(project, committee);
      const change = own !== "0" ? own : cells.filter((cell) => cell.project === project).reduce((sum, cell) => plus(sum, rise(project, cell.committee)), "0");
      if (change.startsWith("-") === rises) return { reason: "carried", because: year };
      if (passed) return { reason: "notEstablished", because: year };
      return { reason: isLate && rises ? "establishedLate" : rises ? "outcomeHigher" : "outcomeLower", because: year };
    };
    return { reasonOf, change: { outcomes: [...next.values()].map((row) => ({ ...row, status: "established" as const })) }, projects: new Set(cells.map(({ project }) => project)) };
  });
}
