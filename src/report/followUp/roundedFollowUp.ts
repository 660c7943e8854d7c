import { decimalsOf, decimalText, powerOfTen, wholeOf } from "../../money/decimalText";
import type { ProjectEvaluation } from "../../followUp";
import type { DecimalText, Repayment } from "../../planning/types";
import { difference, isZero, sum } from "../amounts";
import { controlledRounding } from "../paper/controlledRounding";
import { roundedByCommittee } from "../paper/roundedByCommittee";
import { roundedTo, type PaperUnit } from "../paper/roundedPlan";
import type { FollowUpSource } from "./types";

const cellOf = ({ project, committee, year }: Pick<Repayment, "project" | "committee" | "year">) => JSON.stringify([project, committee, year]);

/**
 * The follow-up with its amounts rounded for a paper, so that what it says adds up: the new plan is the decided one and
 * the reasons' amounts, and what was booked is what was planned and the difference. So what is equal stays equal, and
 * nothing differs without a reason.
 */
export function roundedFollowUp(source: FollowUpSource, unit: PaperUnit): FollowUpSource {
  const kronor = roundedTo[unit];
  if (kronor === null) return source;
  const { plan, decided, year } = source;
  const was = decided && roundedByCommittee(decided.schedule, ({ project }) => project, kronor);
  const changes = roundedByCommittee(source.changes, ({ project, reason, because }) => JSON.stringify([project, reason, because]), kronor).filter(({ amount }) => !isZero(amount));
  const now = was === null ? roundedByCommittee(plan.schedule, ({ project }) => project, kronor) : together(was, changes);
  const planned = new Map((was ?? now).filter((row) => row.year === year).map((row) => [cellOf(row), row.amount]));
  return {
    ...source,
    plan: { ...plan, schedule: now },
    decided: decided && { ...decided, schedule: was ?? [] },
    changes,
    rows: roundedRows(source, planned, kronor),
    evaluations: source.evaluations.map((evaluation) => roundedEvaluation(evaluation, kronor)),
  };
}

/** Amounts rounded so that their sum is at most a unit from the exact one; what is whole, and zero, stays. */
function roundedList(amounts: readonly DecimalText[], kronor: number): DecimalText[] {
  const decimals = amounts.reduce((finest, amount) => Math.max(finest, decimalsOf(amount)), 0);
  const rounded = controlledRounding(amounts.map((amount) => [wholeOf(amount, decimals)]), BigInt(kronor) * powerOfTen(decimals));
  return rounded.map(([units]) => decimalText((units ?? 0n) * BigInt(kronor), 0));
}

const roundedOne = (amount: DecimalText, kronor: number) => roundedList([amount], kronor)[0]!;

/** What the decided plan says and what changes it, as a schedule. */
function together(decided: readonly Repayment[], changes: FollowUpSource["changes"]): Repayment[] {
  const cells = new Map<string, { cell: Repayment; amounts: DecimalText[] }>();
  for (const { project, committee, year, amount } of [...decided, ...changes]) {
    const key = cellOf({ project, committee, year });
    const known = cells.get(key);
    if (known) known.amounts.push(amount);
    else cells.set(key, { cell: { project, committee, year, amount, status: "planned" }, amounts: [amount] });
  }
  return [...cells.values()].map(({ cell, amounts }) => ({ ...cell, amount: sum(amounts) })).filter(({ amount }) => !isZero(amount));
}

function roundedRows({ rows }: FollowUpSource, planned: ReadonlyMap<string, DecimalText>, kronor: number): FollowUpSource["rows"] {
  const expected = roundedList(rows.map((row) => row.expected), kronor);
  const outcomes = roundedList(rows.map((row) => (row.outcome === undefined ? "0" : difference(row.outcome, row.expected))), kronor);
  const bookings = roundedList(rows.map((row) => (row.booked === undefined ? "0" : difference(row.booked, row.planned))), kronor);
  return rows.map((row, index) => {
    const own = { ...row, expected: expected[index]!, planned: planned.get(cellOf(row)) ?? "0" };
    return {
      ...own,
      ...(row.outcome === undefined ? {} : { outcome: sum([own.expected, outcomes[index]!]) }),
      ...(row.booked === undefined ? {} : { booked: sum([own.planned, bookings[index]!]) }),
    };
  });
}

function roundedEvaluation(evaluation: ProjectEvaluation, kronor: number): ProjectEvaluation {
  const { years } = evaluation;
  const expected = roundedList(years.map((year) => year.expected), kronor);
  const achieved = roundedList(years.map((year) => (year.established === "all" ? difference(year.achieved, year.expected) : year.achieved)), kronor);
  const preliminary = roundedList(years.map((year) => year.preliminary), kronor);
  const rounded = years.map((year, index) => ({
    ...year,
    expected: expected[index]!,
    achieved: year.established === "all" ? sum([expected[index]!, achieved[index]!]) : achieved[index]!,
    preliminary: preliminary[index]!,
  }));
  const total = (of: "expected" | "achieved" | "preliminary") => sum(rounded.map((year) => year[of]));
  return {
    ...evaluation,
    cost: roundedOne(evaluation.cost, kronor),
    expectedOfEstablished: roundedOne(evaluation.expectedOfEstablished, kronor),
    expected: total("expected"),
    achieved: total("achieved"),
    preliminary: total("preliminary"),
    years: rounded,
  };
}
