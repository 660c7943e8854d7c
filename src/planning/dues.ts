import { divideUnits } from "../money/largestRemainder";
import { powerOfTen } from "../money/decimalText";
import { yearsBetween } from "../money/years";
import { sumOf, type CheckedProject, type CheckedWaiver, type Portfolio, type YearlyAmounts } from "./portfolio";
import { moveToHeirs } from "./succession";

/** What a project owes: whole rounding units by year of the window, then committee. */
export interface ProjectDues {
  /** R, as whole units: what is never exceeded. */
  entitledUnits: bigint;
  /** Net of what is waived. */
  years: { year: number; units: bigint[] }[];
  waivedUnits: bigint;
}

/**
 * Steps 3–9 for one project: what each committee owes each year of the window, in whole rounding units.
 * @returns undefined when repayment falls on an owner outside the municipality: there is nobody to owe it
 */
export function projectDues(portfolio: Portfolio, project: CheckedProject): ProjectDues | undefined {
  const { window } = project;
  if (window === undefined) return { entitledUnits: 0n, years: [], waivedUnits: 0n };
  const base = savingBase(portfolio, project, window);
  const { entitlement, dues } = project.profile === "level" ? levelDues(portfolio, project, window, base) : savingsDues(portfolio, project, window, base);
  if (dues === undefined) return undefined;

  const unit = portfolio.unit * powerOfTen(portfolio.shareDecimals);
  let out = 0n;
  let waivedUnits = 0n;
  const waivers = portfolio.waivers.filter((waiver) => waiver.project === undefined || waiver.project === project.index);
  const years = dues.map(({ year, dueSoFar, years: parts, weights }) => {
    // Step 7. ⌊cumulative due / unit⌋, less what is already out; `parts` is the divisor of a due that is no whole number.
    const unitsDue = dueSoFar / (unit * parts) - out;
    out += unitsDue;
    const units = moveToHeirs(portfolio.successions, year, divideUnits(unitsDue, weights));
    const waived = units.map((due, committee) => waivedOf(portfolio, waivers, committee, year, due));
    waivedUnits += sumOf(waived);
    return { year, units: units.map((due, committee) => due - waived[committee]!) };
  });
  return { entitledUnits: entitlement / unit, years, waivedUnits };
}

/** What is due up to and including a year, exactly: `dueSoFar / years`, with the weights of the year's own due. */
interface YearDue {
  year: number;
  dueSoFar: bigint;
  years: bigint;
  weights: bigint[];
}

interface Dues {
  entitlement: bigint;
  dues: YearDue[] | undefined;
}

type Window = { first: number; last: number };

/** Step 3: savings within the window at own committees, by committee, then year; only those above zero. */
function savingBase({ committees }: Portfolio, project: CheckedProject, { first, last }: Window): YearlyAmounts[] {
  return project.savings.map((savings, committee) => {
    const base: YearlyAmounts = new Map();
    if (committees[committee]!.internal) {
      for (const [year, saving] of savings) {
        const counted = year < first && project.includeEarlierSavings ? first : year;
        if (saving > 0n && counted >= first && counted <= last) base.set(counted, (base.get(counted) ?? 0n) + saving);
      }
    }
    return base;
  });
}

/** Step 4: R = min(κC, max(γC, αS)). */
function entitlementOf({ cap, guarantee, share, cost }: CheckedProject, savings: bigint): bigint {
  const most = cap * cost;
  const promised = guarantee * cost > share * savings ? guarantee * cost : share * savings;
  return promised < most ? promised : most;
}

/** Step 5: the agreed split, else each committee's savings in the window, else the owner alone. */
function weightsOf({ committees }: Portfolio, project: CheckedProject, base: readonly YearlyAmounts[]): bigint[] | undefined {
  if (project.split !== undefined) return base.map((_, committee) => project.split!.get(committee) ?? 0n);
  const savings = base.map((years) => sumOf(years.values()));
  if (savings.some((saving) => saving > 0n)) return savings;
  if (project.owner === undefined || !committees[project.owner]!.internal) return undefined;
  return base.map((_, committee) => (committee === project.owner ? 1n : 0n));
}

/** Step 6, profile `level`: the same part of R every year. */
function levelDues(portfolio: Portfolio, project: CheckedProject, { first, last }: Window, base: readonly YearlyAmounts[]): Dues {
  const entitlement = entitlementOf(project, sumOf(base.flatMap((years) => [...years.values()])));
  if (entitlement === 0n) return { entitlement, dues: [] };
  const weights = weightsOf(portfolio, project, base);
  const years = BigInt(last - first + 1);
  const dues = weights && yearsBetween(first, last).map((year, index) => ({ year, dueSoFar: entitlement * BigInt(index + 1), years, weights }));
  return { entitlement, dues };
}

/**
 * Step 6, profile `savings`: A(y) = min(κC, α·Σ savings up to y) is due so far, divided by the year's savings;
 * in the last year the rest of R (the guarantee that savings did not cover) is added, divided by the weights.
 */
function savingsDues(portfolio: Portfolio, project: CheckedProject, { first, last }: Window, base: readonly YearlyAmounts[]): Dues {
  const entitlement = entitlementOf(project, sumOf(base.flatMap((years) => [...years.values()])));
  if (entitlement === 0n) return { entitlement, dues: [] };
  const most = project.cap * project.cost;
  const dues: YearDue[] = [];
  let savingsSoFar = 0n;
  let dueSoFar = 0n;
  for (const year of yearsBetween(first, last)) {
    const savings = base.map((years) => years.get(year) ?? 0n);
    const saved = sumOf(savings);
    savingsSoFar += saved;
    const earned = project.share * savingsSoFar < most ? project.share * savingsSoFar : most;
    const due = earned - dueSoFar;
    dueSoFar = earned;
    if (year < last || earned === entitlement) {
      if (due > 0n) dues.push({ year, dueSoFar, years: 1n, weights: savings });
      continue;
    }
    const rest = weightsOf(portfolio, project, base);
    if (rest === undefined) return { entitlement, dues: undefined };
    const restTotal = sumOf(rest);
    // due · b(n) / Σb + (R − A) · w(n) / Σw, over the common denominator Σb · Σw.
    const weights = savings.map((saving, committee) =>
      saved === 0n ? rest[committee]! : due * saving * restTotal + (entitlement - earned) * rest[committee]! * saved,
    );
    dues.push({ year, dueSoFar: entitlement, years: 1n, weights });
  }
  return { entitlement, dues };
}

/** Step 9: ⌊due × share⌋ units; where several waivers match, the largest share. */
function waivedOf({ shareDecimals }: Portfolio, waivers: readonly CheckedWaiver[], committee: number, year: number, due: bigint): bigint {
  let share = 0n;
  for (const waiver of waivers) {
    const matches = (waiver.committee === undefined || waiver.committee === committee) && waiver.fromYear <= year && year <= waiver.toYear;
    if (matches && waiver.share > share) share = waiver.share;
  }
  return (due * share) / powerOfTen(shareDecimals);
}
