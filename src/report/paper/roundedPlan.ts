import { decimalsOf, decimalText, powerOfTen, wholeOf } from "../../money/decimalText";
import type { CommitteeYear, DecimalText, FundYear, ProjectResult, Repayment, RepaymentPlan } from "../../planning/types";
import { difference, sum } from "../amounts";
import { controlledRounding } from "./controlledRounding";
import { roundedByCommittee } from "./roundedByCommittee";

/** Amounts in a paper: in kr as they are, in tkr to whole tkr, in mkr to a tenth. */
export const paperUnits = ["kr", "tkr", "mkr"] as const;
export type PaperUnit = (typeof paperUnits)[number];

/** What amounts are rounded to, in kr; null when they are not. */
export const roundedTo: Readonly<Record<PaperUnit, number | null>> = { kr: null, tkr: 1_000, mkr: 100_000 };

/**
 * The plan with its amounts rounded for a paper, so that every table that is made from it adds up, and the same figure
 * is the same in every table.
 *
 * Repayments per committee and year are rounded together with their sums, and a project's are fitted to their
 * committee's (`roundedByCommittee`); grants are rounded together with their sums. Everything else follows by addition:
 * frame changes, the fund's withdrawals, repayments and balances, and what becomes of a project's cost. A figure may
 * therefore differ from its own nearest unit, as the paper says; each repayment, and those of a year or a committee
 * together, by less than one.
 */
export function roundedPlan(plan: RepaymentPlan, unit: PaperUnit): RepaymentPlan {
  const kronor = roundedTo[unit];
  if (kronor === null) return plan;
  const rounding = new Rounding(plan, BigInt(kronor));
  const schedule = roundedByCommittee(plan.schedule, ({ project }) => project, kronor);
  const committeeYears = roundedCommitteeYears(plan.committeeYears, schedule, rounding);
  return {
    ...plan,
    schedule,
    committeeYears,
    fund: roundedFund(plan.fund, committeeYears, rounding),
    projects: roundedProjects(plan.projects, schedule, rounding),
    ...(plan.appraisal && { appraisal: { fundNpv: rounding.one(plan.appraisal.fundNpv), municipalNpv: rounding.one(plan.appraisal.municipalNpv), societalNpv: rounding.one(plan.appraisal.societalNpv) } }),
  };
}

/** Amounts of a plan as whole numbers of its finest decimal, and rounded units as amounts again. */
class Rounding {
  private readonly decimals: number;
  /** So many of the finest decimal are a unit. */
  private readonly parts: bigint;

  constructor(
    plan: RepaymentPlan,
    private readonly kronor: bigint,
  ) {
    const amounts = [...plan.schedule.map(({ amount }) => amount), ...plan.committeeYears.map(({ grant }) => grant), ...plan.fund.flatMap(({ opening, contributions }) => [opening, contributions]), ...plan.projects.map(({ cost }) => cost)];
    this.decimals = amounts.reduce((finest, amount) => Math.max(finest, decimalsOf(amount)), 2);
    this.parts = kronor * powerOfTen(this.decimals);
  }

  /** A table of amounts, rounded with its sums. */
  together(cells: DecimalText[][]): bigint[][] {
    return controlledRounding(cells.map((row) => row.map((amount) => wholeOf(amount, this.decimals))), this.parts);
  }

  /** An amount on its own, half away from zero. */
  one(amount: DecimalText): DecimalText {
    const whole = wholeOf(amount, this.decimals);
    const size = whole < 0n ? -whole : whole;
    const units = (2n * size + this.parts) / (2n * this.parts);
    return this.amount(whole < 0n ? -units : units);
  }

  /** Units as an amount in kr. */
  amount(units: bigint): DecimalText {
    return decimalText(units * this.kronor, 0);
  }
}

/** Rows and columns of something, by name and year. */
function crossTable<T>(items: readonly T[], rowOf: (item: T) => string, amountOf: (item: T) => DecimalText, yearOf: (item: T) => number) {
  const rows = [...new Set(items.map(rowOf))];
  const years = [...new Set(items.map(yearOf))].sort((one, other) => one - other);
  const rowIndex = new Map(rows.map((row, index) => [row, index]));
  const yearIndex = new Map(years.map((year, index) => [year, index]));
  const grouped: DecimalText[][][] = rows.map(() => years.map(() => []));
  for (const item of items) grouped[rowIndex.get(rowOf(item))!]![yearIndex.get(yearOf(item))!]!.push(amountOf(item));
  return { rows, years, cells: grouped.map((row) => row.map(sum)) };
}

function key(committee: string, year: number): string {
  return JSON.stringify([committee, year]);
}

function roundedCommitteeYears(committeeYears: readonly CommitteeYear[], schedule: readonly Repayment[], rounding: Rounding): CommitteeYear[] {
  const grants = crossTable(committeeYears, ({ committee }) => committee, ({ grant }) => grant, ({ year }) => year);
  const grantUnits = rounding.together(grants.cells);
  const repaid = new Map<string, DecimalText[]>();
  for (const { committee, year, amount } of schedule) {
    const at = key(committee, year);
    repaid.set(at, [...(repaid.get(at) ?? []), amount]);
  }
  const rowIndex = new Map(grants.rows.map((committee, index) => [committee, index]));
  const yearIndex = new Map(grants.years.map((year, index) => [year, index]));
  return committeeYears.map(({ committee, year }) => {
    const grant = rounding.amount(grantUnits[rowIndex.get(committee)!]![yearIndex.get(year)!]!);
    const repayment = sum(repaid.get(key(committee, year)) ?? []);
    return { committee, year, grant, repayment, frameChange: difference(grant, repayment) };
  });
}

function roundedFund(fund: readonly FundYear[], committeeYears: readonly CommitteeYear[], rounding: Rounding): FundYear[] {
  let opening = rounding.one(fund[0]?.opening ?? "0");
  return fund.map(({ year, contributions }) => {
    const ofYear = committeeYears.filter((row) => row.year === year);
    const row = { year, opening, contributions: rounding.one(contributions), withdrawals: sum(ofYear.map(({ grant }) => grant)), repayments: sum(ofYear.map(({ repayment }) => repayment)) };
    const closing = difference(sum([row.opening, row.contributions, row.repayments]), row.withdrawals);
    opening = closing;
    return { ...row, closing };
  });
}

function roundedProjects(projects: readonly ProjectResult[], schedule: readonly Repayment[], rounding: Rounding): ProjectResult[] {
  const fields = ["waived", "stoppedByCap", "borneByFund"] as const;
  const rest = rounding.together(projects.map((project) => fields.map((field) => project[field])));
  const scheduled = new Map<string, DecimalText[]>();
  for (const { project, amount } of schedule) scheduled.set(project, [...(scheduled.get(project) ?? []), amount]);
  return projects.map((project, index) => {
    const [waived, stoppedByCap, borneByFund] = rest[index]!.map((units) => rounding.amount(units)) as [DecimalText, DecimalText, DecimalText];
    const repaid = sum(scheduled.get(project.project) ?? []);
    return { ...project, scheduled: repaid, waived, stoppedByCap, borneByFund, cost: sum([repaid, waived, stoppedByCap, borneByFund]), entitlement: rounding.one(project.entitlement) };
  });
}
