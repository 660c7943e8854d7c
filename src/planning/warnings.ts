import { decimalText } from "../money/decimalText";
import { termOfOffice } from "../money/years";
import type { FundBalance, ScheduledRepayment } from "./account";
import { problem } from "./diagnostics";
import { committeeYear, type CheckedProject, type Portfolio } from "./portfolio";
import type { Placing } from "./placing";
import type { Diagnostic } from "./types";

/** A plan that outlives so many terms of office binds councils that have not been elected. */
const manyTerms = 3;

/** What a reader of the plan should know of a project before it is decided. */
export function projectWarnings(portfolio: Portfolio, project: CheckedProject, placing: Placing, repayments: readonly ScheduledRepayment[]): Diagnostic[] {
  return [
    ...savingWarnings(portfolio, project),
    ...guidelineWarnings(portfolio, project, repayments),
    ...placingWarnings(portfolio, project, placing),
    ...outcomeWarnings(portfolio, project, repayments),
  ];
}

/** What a reader should know of the plan as a whole. */
export function planWarnings(portfolio: Portfolio, placing: Placing, account: readonly FundBalance[]): Diagnostic[] {
  return [...fundWarnings(portfolio, account), ...termWarnings(placing)];
}

function savingWarnings({ committees, decimals }: Portfolio, project: CheckedProject): Diagnostic[] {
  const { id, window, savings, cap, cost, includeEarlierSavings } = project;
  if (window === undefined) return [];
  const warnings: Diagnostic[] = [];
  let inside = false;
  let outside = 0n;
  let external = false;
  let internal = false;
  savings.forEach((years, committee) => {
    const { id: committeeId, internal: own } = committees[committee]!;
    for (const [year, saving] of years) {
      if (saving < 0n) warnings.push(problem("negativeSaving", { amount: decimalText(saving, decimals) }, { project: id, committee: committeeId, year }));
      if (saving <= 0n) continue;
      if (!own) external = true;
      else {
        internal = true;
        const counted = year <= window.last && (year >= window.first || includeEarlierSavings);
        if (counted) inside = true;
        else outside += saving;
      }
    }
  });
  // A rule that asks for no repayment, or a project without cost, has nothing to expect from savings.
  if (cap === 0n || cost === 0n) return warnings;
  if (external && !internal) warnings.push(problem("externalOnly", {}, { project: id }));
  else if (!inside) warnings.push(problem("noSavings", { ...window }, { project: id }));
  if (outside > 0n) warnings.push(problem("savingsOutside", { amount: decimalText(outside, decimals), ...window }, { project: id }));
  return warnings;
}

/** Guidelines say "bör" (should): they warn. */
function guidelineWarnings({ guideline }: Portfolio, { id, end }: CheckedProject, repayments: readonly ScheduledRepayment[]): Diagnostic[] {
  if (end === undefined || repayments.length === 0) return [];
  const years = repayments.map(({ year }) => year);
  const warnings: Diagnostic[] = [];
  const check = (code: "firstRepaymentLate" | "lastRepaymentLate", year: number, limit: number | undefined) => {
    if (limit !== undefined && year > end + limit) warnings.push(problem(code, { year, years: year - end, limit }, { project: id, year }));
  };
  check("firstRepaymentLate", Math.min(...years), guideline.first);
  check("lastRepaymentLate", Math.max(...years), guideline.last);
  return warnings;
}

function placingWarnings({ decimals, unit, planFrom }: Portfolio, { id, index, window, capExtensionYears }: CheckedProject, placing: Placing): Diagnostic[] {
  const stopped = placing.stoppedUnits[index]! * unit;
  const overbooked = placing.overbooked[index]!;
  const last = Math.max(window?.last ?? 0, planFrom ?? 0) + capExtensionYears;
  return [
    ...(stopped > 0n ? [problem("stoppedByCap", { amount: decimalText(stopped, decimals), last: last + 1 }, { project: id })] : []),
    ...(overbooked > 0n ? [problem("bookedMoreThanOwed", { amount: decimalText(overbooked, decimals) }, { project: id })] : []),
  ];
}

/** A repayment in a year whose outcome is reported but only preliminary; once booked, any that is not established. */
function outcomeWarnings({ committees, decimals }: Portfolio, { id, outcomes }: CheckedProject, repayments: readonly ScheduledRepayment[]): Diagnostic[] {
  if (outcomes.size === 0) return [];
  return repayments.flatMap(({ committee, year, amount, status }) => {
    const established = outcomes.get(committeeYear(committee, year));
    if (established === true || (established === undefined && status === "planned")) return [];
    return [problem("notEstablished", { amount: decimalText(amount, decimals), year }, { project: id, committee: committees[committee]!.id, year })];
  });
}

function fundWarnings({ fund, decimals }: Portfolio, account: readonly FundBalance[]): Diagnostic[] {
  const first = account.find(({ closing }) => closing < 0n);
  if (fund === undefined || first === undefined) return [];
  const lowest = account.reduce((least, balance) => (balance.closing < least.closing ? balance : least));
  return [problem("fundBelowZero", { first: first.year, lowestYear: lowest.year, lowest: decimalText(lowest.closing, decimals) }, { year: first.year })];
}

function termWarnings({ placed }: Placing): Diagnostic[] {
  const first = placed.reduce((least, [year]) => Math.min(least, year?.year ?? Infinity), Infinity);
  const last = placed.reduce((most, years) => Math.max(most, years.at(-1)?.year ?? -Infinity), -Infinity);
  const terms = termOfOffice(last) - termOfOffice(first) + 1;
  return last >= first && terms >= manyTerms ? [problem("termsOfOffice", { first, last, terms }, { year: last })] : [];
}
