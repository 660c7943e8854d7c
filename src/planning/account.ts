import { decimalText } from "../money/decimalText";
import { yearsBetween } from "../money/years";
import { addTo, committeeYear, type Portfolio, type YearlyAmounts } from "./portfolio";
import type { Placing, ScheduledRepayment } from "./placing";
import type { CommitteeYear, FundYear, Repayment } from "./types";

/** Step 11: what is booked and what is planned, by project, then committee, then year. */
export function scheduleOf(portfolio: Portfolio, { placed }: Placing): ScheduledRepayment[] {
  return portfolio.projects.flatMap(({ index, booked }) => {
    const byCommittee = booked.map((years, committee): ScheduledRepayment[] =>
      [...years].filter(([, amount]) => amount !== 0n).sort(([a], [b]) => a - b).map(([year, amount]) => ({ project: index, committee, year, amount, status: "booked" })),
    );
    // Placed year by year, and after everything that is booked.
    for (const repayment of placed[index]!) byCommittee[repayment.committee]!.push(repayment);
    return byCommittee.flat();
  });
}

export function scheduleText(portfolio: Portfolio, schedule: readonly ScheduledRepayment[]): Repayment[] {
  return schedule.map(({ project, committee, year, amount, status }) => ({
    project: portfolio.projects[project]!.id,
    committee: portfolio.committees[committee]!.id,
    year,
    amount: decimalText(amount, portfolio.decimals),
    status,
  }));
}

/** Step 12, frame change: grants received − repayments, per committee and year where there is either. */
export function committeeYears(portfolio: Portfolio, schedule: readonly ScheduledRepayment[]): CommitteeYear[] {
  const text = (amount: bigint) => decimalText(amount, portfolio.decimals);
  const repaid: YearlyAmounts = new Map();
  for (const { committee, year, amount } of schedule) addTo(repaid, committeeYear(committee, year), amount);
  const repaymentYears = portfolio.committees.map((): Set<number> => new Set());
  for (const { committee, year } of schedule) repaymentYears[committee]!.add(year);
  return portfolio.committees.flatMap(({ id }, committee) => {
    const grants = portfolio.grants[committee]!;
    const years = [...new Set([...grants.keys(), ...repaymentYears[committee]!])].sort((a, b) => a - b);
    return years.flatMap((year) => {
      const grant = grants.get(year) ?? 0n;
      const repayment = repaid.get(committeeYear(committee, year)) ?? 0n;
      if (grant === 0n && repayment === 0n) return [];
      return [{ committee: id, year, grant: text(grant), repayment: text(repayment), frameChange: text(grant - repayment) }];
    });
  });
}

/** A year of the fund account, as amounts. */
export interface FundBalance {
  year: number;
  opening: bigint;
  contributions: bigint;
  withdrawals: bigint;
  repayments: bigint;
  closing: bigint;
}

/**
 * Step 12, fund account: closing = opening + contributions − grants + repayments, every year from the fund's first
 * to its last event. A plan without a fund is shown from zero, from its first event.
 */
export function fundAccount({ fund, grants }: Portfolio, schedule: readonly ScheduledRepayment[]): FundBalance[] {
  const withdrawn = merged(grants);
  const contributed = fund?.contributions ?? new Map<number, bigint>();
  const repaid: YearlyAmounts = new Map();
  for (const { year, amount } of schedule) addTo(repaid, year, amount);
  const events = [withdrawn, contributed, repaid].flatMap((amounts) => [...amounts].filter(([, amount]) => amount !== 0n).map(([year]) => year));
  if (fund !== undefined) events.push(fund.openingYear);
  if (events.length === 0) return [];
  let opening = fund?.opening ?? 0n;
  return yearsBetween(Math.min(...events), Math.max(...events)).map((year) => {
    const contributions = contributed.get(year) ?? 0n;
    const withdrawals = withdrawn.get(year) ?? 0n;
    const repayments = repaid.get(year) ?? 0n;
    const closing = opening + contributions - withdrawals + repayments;
    const balance = { year, opening, contributions, withdrawals, repayments, closing };
    opening = closing;
    return balance;
  });
}

export function fundText({ decimals }: Portfolio, account: readonly FundBalance[]): FundYear[] {
  const text = (amount: bigint) => decimalText(amount, decimals);
  return account.map(({ year, opening, contributions, withdrawals, repayments, closing }) => ({
    year,
    opening: text(opening),
    contributions: text(contributions),
    withdrawals: text(withdrawals),
    repayments: text(repayments),
    closing: text(closing),
  }));
}

/** Amounts by year over several committees or projects. */
export function merged(parts: readonly YearlyAmounts[]): YearlyAmounts {
  const sums: YearlyAmounts = new Map();
  for (const part of parts) for (const [year, amount] of part) addTo(sums, year, amount);
  return sums;
}
