import { Decimal } from "../money/presentValue";
import type { DecimalText, PlanInput } from "../planning/types";
import { cellKey, establishedOf, minus, plus, sumsOf } from "./cells";

/** A project's year: what was expected of it, and what is established. Savings at own committees, kr. */
export interface EvaluatedYear {
  year: number;
  expected: DecimalText;
  achieved: DecimalText;
  /** Reported, but not established: shown, never counted. */
  preliminary: DecimalText;
  /** Whether the outcome is established at every committee that had something to expect, at some, or at none. */
  established: "all" | "some" | "none";
}

/** What a project was expected to save the municipality, and what it has saved as far as is established. */
export interface ProjectEvaluation {
  project: string;
  cost: DecimalText;
  expected: DecimalText;
  achieved: DecimalText;
  preliminary: DecimalText;
  /** What was expected where an outcome is established: what `achieved` is to be compared with. */
  expectedOfEstablished: DecimalText;
  /** Share achieved (a fraction, four decimals) of `expectedOfEstablished`; left out when nothing is established or nothing was expected. */
  share?: DecimalText;
  years: EvaluatedYear[];
  /** The first year in which savings together cover the cost drawn so far: as expected, and as established; left out when none does. */
  paybackExpected?: number;
  paybackReached?: number;
}

/** Per project: expected and achieved savings at the municipality's own committees, undiscounted. */
export function evaluation(input: PlanInput): ProjectEvaluation[] {
  const own = new Set(input.committees.filter(({ internal }) => internal !== false).map(({ id }) => id));
  const ofOwn = <T extends { committee: string }>(rows: readonly T[]) => rows.filter(({ committee }) => own.has(committee));
  const expected = byProject(sumsOf(ofOwn(input.savings)).values());
  const achieved = byProject(sumsOf(ofOwn(establishedOf(input))).values());
  const preliminary = byProject(sumsOf(ofOwn((input.outcomes ?? []).filter(({ status }) => status === "preliminary"))).values());
  const costs = byProject(sumsOf(input.costs).values());
  return input.projects.map(({ id }) => evaluated(id, { expected: expected.get(id) ?? [], achieved: achieved.get(id) ?? [], preliminary: preliminary.get(id) ?? [], costs: costs.get(id) ?? [] }));
}

type Cells = { project: string; committee: string; year: number; amount: DecimalText }[];

function byProject(cells: Iterable<Cells[number]>): Map<string, Cells> {
  const groups = new Map<string, Cells>();
  for (const cell of cells) {
    const group = groups.get(cell.project);
    if (group) group.push(cell);
    else groups.set(cell.project, [cell]);
  }
  return groups;
}

const total = (cells: Cells) => cells.reduce((sum, { amount }) => plus(sum, amount), "0");

function evaluated(project: string, cells: Record<"expected" | "achieved" | "preliminary" | "costs", Cells>): ProjectEvaluation {
  const established = new Set(cells.achieved.map(({ committee, year }) => cellKey(project, committee, year)));
  const compared = cells.expected.filter(({ committee, year }) => established.has(cellKey(project, committee, year)));
  const reported = cells.preliminary.filter(({ committee, year }) => !established.has(cellKey(project, committee, year)));
  const years = [...new Set([cells.expected, cells.achieved, reported].flatMap((list) => list.map(({ year }) => year)))].sort((a, b) => a - b);
  const [achieved, expectedOfEstablished] = [total(cells.achieved), total(compared)];
  const share = expectedOfEstablished === "0" ? undefined : new Decimal(achieved).dividedBy(expectedOfEstablished).toDecimalPlaces(4).toString();
  const [paybackExpected, paybackReached] = [payback(cells.costs, cells.expected), payback(cells.costs, cells.achieved)];
  return {
    project,
    cost: total(cells.costs),
    expected: total(cells.expected),
    achieved,
    preliminary: total(reported),
    expectedOfEstablished,
    ...(share === undefined ? {} : { share }),
    years: years.map((year) => {
      const of = (list: Cells) => list.filter((cell) => cell.year === year);
      const waited = of(cells.expected);
      const known = waited.filter(({ committee }) => established.has(cellKey(project, committee, year)));
      const all = known.length === waited.length && of(cells.achieved).length > 0;
      return { year, expected: total(waited), achieved: total(of(cells.achieved)), preliminary: total(of(reported)), established: all ? "all" : known.length > 0 ? "some" : "none" };
    }),
    ...(paybackExpected === undefined ? {} : { paybackExpected }),
    ...(paybackReached === undefined ? {} : { paybackReached }),
  };
}

/** The first year in which the savings so far cover the costs of all years. */
function payback(costs: Cells, savings: Cells): number | undefined {
  const cost = total(costs);
  if (cost === "0") return undefined;
  let left = cost;
  for (const { year, amount } of [...savings].sort((a, b) => a.year - b.year)) {
    left = minus(left, amount);
    if (left === "0" || left.startsWith("-")) return year;
  }
  return undefined;
}
