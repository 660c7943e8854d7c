import type { CellReference, DecimalText, OutcomeRow, PlanInput, Repayment } from "../planning/types";
import { cellKey, minus, plus, sumsOf } from "./cells";

/** What is known of an expected saving: its outcome is established, reported but preliminary, or not reported. */
export type OutcomeStatus = "established" | "preliminary" | "missing";

/** A project's year at a committee: what was expected, what came, what was to be repaid and what was. Amounts in kr. */
export interface FollowUpRow {
  project: string;
  committee: string;
  year: number;
  expected: DecimalText;
  status: OutcomeStatus;
  /** Left out when it is missing. */
  outcome?: DecimalText;
  source?: string;
  date?: string;
  /** Where the outcome was read. */
  cell?: CellReference;
  /** What the decided plan says. */
  planned: DecimalText;
  /** Left out when nothing is booked. */
  booked?: DecimalText;
}

/**
 * A year's follow-up: every project and committee that had a saving to expect, an outcome, a repayment planned or one
 * booked in the year. Outcomes of the same status add up; where some are established, the preliminary are not counted.
 * @param decided the schedule that bookings are compared with: the last decided plan's, else the current
 * @returns in the order that projects and committees are listed
 */
export function yearFollowUp(input: PlanInput, decided: readonly Repayment[], year: number): FollowUpRow[] {
  const inYear = <T extends { year: number }>(rows: readonly T[] | undefined) => (rows ?? []).filter((row) => row.year === year);
  const expected = sumsOf(inYear(input.savings));
  const planned = sumsOf(inYear(decided));
  const booked = sumsOf(inYear(input.booked));
  const outcomes = inYear(input.outcomes);
  const reported = sumsOf(outcomes);
  return input.projects.flatMap(({ id: project }) =>
    input.committees.flatMap(({ id: committee }): FollowUpRow[] => {
      const key = cellKey(project, committee, year);
      if (![expected, planned, booked, reported].some((sums) => sums.has(key))) return [];
      const paid = booked.get(key)?.amount;
      return [
        {
          project,
          committee,
          year,
          expected: expected.get(key)?.amount ?? "0",
          ...outcomeOf(outcomes.filter((row) => row.project === project && row.committee === committee)),
          planned: planned.get(key)?.amount ?? "0",
          ...(paid === undefined ? {} : { booked: paid }),
        },
      ];
    }),
  );
}

function outcomeOf(rows: readonly OutcomeRow[]): Pick<FollowUpRow, "status" | "outcome" | "source" | "date" | "cell"> {
  const status = rows.some((row) => row.status === "established") ? "established" : "preliminary";
  const counted = rows.filter((row) => row.status === status);
  const [first] = counted;
  if (first === undefined) return { status: "missing" };
  const { source, date, cell } = counted.at(-1)!;
  return {
    status,
    outcome: counted.reduce((sum, { amount }) => plus(sum, amount), "0"),
    ...(source === undefined ? {} : { source }),
    ...(date === undefined ? {} : { date }),
    ...(cell === undefined ? {} : { cell }),
  };
}

/** How a year stands: how many outcomes there are of each status, among the savings that were expected. */
export function outcomeCounts(rows: readonly FollowUpRow[]): Record<OutcomeStatus, number> {
  const counts = { established: 0, preliminary: 0, missing: 0 };
  for (const { status, expected } of rows) if (status !== "missing" || expected !== "0") counts[status] += 1;
  return counts;
}

/** What was booked less what was planned, kr; nothing booked is 0. */
export function bookedDifference({ planned, booked = "0" }: Pick<FollowUpRow, "planned" | "booked">): DecimalText {
  return minus(booked, planned);
}
