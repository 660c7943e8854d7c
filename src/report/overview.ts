import type { Language } from "../i18n";
import { Decimal } from "../money/presentValue";
import type { DecimalText, FundYear, PlanAppraisal, PlanInput, RepaymentPlan } from "../planning/types";
import { hasFraction, isZero, sum } from "./amounts";
import { reportSubject } from "./parties";
import { committeeTable, type CommitteeAmount } from "./planTable";
import type { ReportTable } from "./types";

/** What a plan comes to, for whoever has a minute: amounts in kr, shares of the cost as fractions. */
export interface PlanOverview {
  granted: DecimalText;
  repaid: DecimalText;
  /** repaid / granted; null when nothing is granted. */
  repaidShare: DecimalText | null;
  waived: DecimalText;
  stoppedByCap: DecimalText;
  borneByFund: DecimalText;
  /** First and last year with a repayment; null when there is none. */
  years: [number, number] | null;
  /** The year with the fund's lowest closing balance, the first of several; null without a fund account. */
  lowestFund: FundYear | null;
  appraisal: PlanAppraisal | null;
  /** Repayments: a row per committee, then one for all; a column per year, then the sum. */
  committees: ReportTable;
  /** Decimals that amounts are shown with. */
  decimals: 0 | 2;
}

/** The plan's key figures, and its repayments per committee and year. */
export function planOverview(plan: RepaymentPlan, input: PlanInput, language: Language): PlanOverview {
  const granted = sum(plan.projects.map(({ cost }) => cost));
  const repaid = sum(plan.projects.map(({ scheduled }) => scheduled));
  const repayments = repaymentsPerCommittee(plan);
  const years = repayments.map(({ year }) => year);
  return {
    granted,
    repaid,
    repaidShare: new Decimal(granted).isZero() ? null : new Decimal(repaid).div(granted).toDecimalPlaces(6).toString(),
    waived: sum(plan.projects.map(({ waived }) => waived)),
    stoppedByCap: sum(plan.projects.map(({ stoppedByCap }) => stoppedByCap)),
    borneByFund: sum(plan.projects.map(({ borneByFund }) => borneByFund)),
    years: years.length === 0 ? null : [years.reduce((a, b) => Math.min(a, b)), years.reduce((a, b) => Math.max(a, b))],
    lowestFund: lowest(plan.fund),
    appraisal: plan.appraisal ?? null,
    committees: committeeTable(repayments, reportSubject(plan, input, language)),
    decimals: hasFraction(input.roundingUnit ?? "1") || plan.schedule.some(({ amount }) => hasFraction(amount)) ? 2 : 0,
  };
}

/** A project's repayments per committee and year; without a project, those of all: the plan has added them already. */
export function repaymentsPerCommittee({ schedule, committeeYears }: RepaymentPlan, project?: string): CommitteeAmount[] {
  if (project !== undefined) return schedule.filter((repayment) => repayment.project === project);
  return committeeYears.flatMap(({ committee, year, repayment }) => (isZero(repayment) ? [] : [{ committee, year, amount: repayment }]));
}

function lowest(fund: readonly FundYear[]): FundYear | null {
  let found: FundYear | null = null;
  for (const year of fund) if (found === null || new Decimal(year.closing).lt(found.closing)) found = year;
  return found;
}
