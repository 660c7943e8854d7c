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
  const entitlement = entitlementOf(project, base.total);
  if (entitlement === 0n) return { entitledUnits: 0n, years: [], waivedUnits: 0n };
  const dues = (project.profile === "level" ? levelDues : savingsDues)(portfolio, project, entitlement, base);
  if (dues === undefined) return undefined;

  const unit = portfolio.unit * powerOfTen(portfolio.shareDecimals);
  let out = 0n;
  let waivedUnits = 0n;
  const waivers = portfolio.waivers.filter((waiver) => waiver.project === undefined || waiver.project === project.index);
  const years = dues.map(({ year, dueSoFar, parts, weights }) => {
    // Step 7: ⌊cumulative due / unit⌋, less what is already out.
    const unitsDue = dueSoFar / (unit * parts) - out;
    out += unitsDue;
    const units = moveToHeirs(portfolio.successions, year, divideUnits(unitsDue, weights));
    if (waivers.length === 0) return { year, units };
    const waived = units.map((due, committee) => waivedOf(portfolio, waivers, committee, year, due));
    waivedUnits += sumOf(waived);
    return { year, units: units.map((due, committee) => due - waived[committee]!) };
  });
  return { entitledUnits: entitlement / unit, years, waivedUnits };
}

/** What is due up to and including a year, exactly `dueSoFar / parts`, with the weights of the year's own due. */
interface YearDue {
  year: number;
  dueSoFar: bigint;
  parts: bigint;
  weights: bigint[];
}

type Window = { first: number; last: number };

/** Step 3: savings within the window at own committees, only those above zero: for each year, by committee. */
function savingBase({ committees }: Portfolio, { savings, includeEarlierSavings }: CheckedProject, { first, last }: Window): SavingBase {
  const counted = savings.map((years, committee) => (committees[committee]!.internal ? years : none));
  const years = yearsBetween(first, last).map((year) => ({ year, savings: counted.map((amounts) => positive(amounts.get(year))) }));
  if (includeEarlierSavings) {
    const { savings: firstSavings } = years[0]!;
    counted.forEach((amounts, committee) => {
      for (const [year, amount] of amounts) if (year < first) firstSavings[committee] = firstSavings[committee]! + positive(amount);
    });
  }
  const byCommittee = counted.map((_, committee) => years.reduce((sum, { savings: inYear }) => sum + inYear[committee]!, 0n));
  return { years, byCommittee, total: sumOf(byCommittee) };
}

interface SavingBase {
  years: { year: number; savings: bigint[] }[];
  byCommittee: bigint[];
  total: bigint;
}

const none: YearlyAmounts = new Map();
const positive = (amount: bigint | undefined) => (amount !== undefined && amount > 0n ? amount : 0n);

/** Step 4: R = min(κC, max(γC, αS)). */
function entitlementOf({ cap, guarantee, share, cost }: CheckedProject, savings: bigint): bigint {
  const promised = guarantee * cost;
  const earned = share * savings;
  return least(cap * cost, promised > earned ? promised : earned);
}

const least = (a: bigint, b: bigint) => (a < b ? a : b);

/** Step 5: the agreed split, else each committee's savings in the window, else the owner alone. */
function weightsOf({ committees }: Portfolio, { split, owner }: CheckedProject, { byCommittee, total }: SavingBase): bigint[] | undefined {
  if (split !== undefined) return byCommittee.map((_, committee) => split.get(committee) ?? 0n);
  if (total > 0n) return byCommittee;
  if (owner === undefined || !committees[owner]!.internal) return undefined;
  return byCommittee.map((_, committee) => (committee === owner ? 1n : 0n));
}

/** Step 6, profile `level`: the same part of R every year. */
function levelDues(portfolio: Portfolio, project: CheckedProject, entitlement: bigint, base: SavingBase): YearDue[] | undefined {
  const weights = weightsOf(portfolio, project, base);
  const parts = BigInt(base.years.length);
  return weights && base.years.map(({ year }, index) => ({ year, dueSoFar: entitlement * BigInt(index + 1), parts, weights }));
}

/**
 * Step 6, profile `savings`: A(y) = min(κC, α·Σ savings up to y) is due so far, divided by the year's savings;
 * in the last year the rest of R (the guarantee that savings did not cover) is added, divided by the weights.
 */
function savingsDues(portfolio: Portfolio, project: CheckedProject, entitlement: bigint, base: SavingBase): YearDue[] | undefined {
  const dues: YearDue[] = [];
  let savingsSoFar = 0n;
  let earned = 0n;
  let lastDue: { due: bigint; savings: bigint[] } = { due: 0n, savings: [] };
  for (const { year, savings } of base.years) {
    savingsSoFar += sumOf(savings);
    const before = earned;
    earned = least(project.cap * project.cost, project.share * savingsSoFar);
    if (earned > before) dues.push({ year, dueSoFar: earned, parts: 1n, weights: savings });
    lastDue = { due: earned - before, savings };
  }
  if (earned === entitlement) return dues;

  const rest = weightsOf(portfolio, project, base);
  if (rest === undefined) return undefined;
  if (lastDue.due > 0n) dues.pop();
  const saved = sumOf(lastDue.savings);
  const restTotal = sumOf(rest);
  // due · b(n) / Σb + (R − A) · w(n) / Σw, over the common denominator Σb · Σw.
  const weights = lastDue.savings.map((saving, committee) =>
    saved === 0n ? rest[committee]! : lastDue.due * saving * restTotal + (entitlement - earned) * rest[committee]! * saved,
  );
  dues.push({ year: base.years.at(-1)!.year, dueSoFar: entitlement, parts: 1n, weights });
  return dues;
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
