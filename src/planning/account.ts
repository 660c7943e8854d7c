import { decimalText } from "../money/decimalText";
import { yearsBetween } from "../money/years";
import type { PlacedYear } from "./placing";
import { addTo, type CheckedProject, type Portfolio, type YearlyAmounts } from "./portfolio";
import type { CommitteeYear, FundYear, Repayment } from "./types";

/** A project's repayment, as an amount; the committee by its place in the list. */
export interface ScheduledRepayment {
  committee: number;
  year: number;
  amount: bigint;
  status: "booked" | "planned";
}

/** Step 11: what a project has booked and what is planned for it, by committee, then year. */
export function repaymentsOf({ booked }: CheckedProject, placed: readonly PlacedYear[], unit: bigint): ScheduledRepayment[] {
  const repayments: ScheduledRepayment[] = [];
  booked.forEach((years, committee) => {
    for (const [year, amount] of [...years].sort(([a], [b]) => a - b)) if (amount !== 0n) repayments.push({ committee, year, amount, status: "booked" });
    // Placed year by year, and after everything that is booked.
    for (const { year, units } of placed) if (units[committee] !== 0n) repayments.push({ committee, year, amount: units[committee]! * unit, status: "planned" });
  });
  return repayments;
}

/** A repayment of a project, as the plan says it. */
export function repaymentText({ committees, decimals }: Portfolio, { id }: CheckedProject, { committee, year, amount, status }: ScheduledRepayment): Repayment {
  return { project: id, committee: committees[committee]!.id, year, amount: decimalText(amount, decimals), status };
}

/** Step 12, frame change: grants received − repayments, per committee and year where there is either. */
export function committeeYears({ committees, grants, decimals }: Portfolio, repaid: readonly YearlyAmounts[]): CommitteeYear[] {
  const text = (amount: bigint) => decimalText(amount, decimals);
  return committees.flatMap(({ id }, committee) => {
    const years = [...new Set([...grants[committee]!.keys(), ...repaid[committee]!.keys()])].sort((a, b) => a - b);
    return years.flatMap((year) => {
      const grant = grants[committee]!.get(year) ?? 0n;
      const repayment = repaid[committee]!.get(year) ?? 0n;
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
export function fundAccount({ fund, grants }: Portfolio, repaidByCommittee: readonly YearlyAmounts[]): FundBalance[] {
  const withdrawn = merged(grants);
  const contributed = fund?.contributions ?? new Map<number, bigint>();
  const repaid = merged(repaidByCommittee);
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
