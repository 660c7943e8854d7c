import { divideUnits } from "../money/largestRemainder";
import { powerOfTen } from "../money/decimalText";
import { yearsBetween } from "../money/years";
import { problem } from "./diagnostics";
import type { ProjectDues } from "./dues";
import { sumOf, type CheckedProject, type Portfolio } from "./portfolio";
import { moveToHeirs } from "./succession";
import type { Diagnostic } from "./types";

/** What is placed in a year, in units by committee. */
export interface PlacedYear {
  year: number;
  units: readonly bigint[];
}

export interface Placing {
  /** What is planned, by project, year by year. */
  placed: PlacedYear[][];
  /** Still waiting when the project's last placing year has passed: units by project. */
  stoppedUnits: bigint[];
  /** Booked above what is owed: an amount by project. */
  overbooked: bigint[];
  diagnostics: Diagnostic[];
}

/** A project on its way through the years. All by committee, as amounts. */
interface Account {
  project: CheckedProject;
  dues: ProjectDues;
  lastYear: number;
  /** Due so far, less booked and placed: what each committee owes (negative: has paid too much). */
  open: bigint[];
}

/**
 * Step 10: year by year, what is due is placed as far as the caps allow; what does not fit waits.
 * @param dues whose years are taken out as they pass: none are left
 */
export function placeRepayments(portfolio: Portfolio, dues: readonly ProjectDues[]): Placing {
  const { planFrom, unit } = portfolio;
  const accounts = dues.map((projectDues, index) => openAccount(portfolio, portfolio.projects[index]!, projectDues));
  const placed = accounts.map((): PlacedYear[] => []);
  const missing = new Map<string, Diagnostic>();
  const inQueue = queue(portfolio, accounts);
  const firstYears = accounts.flatMap(({ project: { window } }) => (window === undefined ? [] : [window.first]));
  const firstYear = planFrom ?? firstYears.reduce((least, year) => Math.min(least, year), Infinity);
  const lastYear = accounts.reduce((most, account) => Math.max(most, account.lastYear), -Infinity);

  for (const year of yearsBetween(firstYear, lastYear)) {
    const active = inQueue.filter((account) => account.lastYear >= year);
    const wanted = active.map((account) => wantedUnits(portfolio, account, year));
    limitByCaps(portfolio, year, active, wanted, missing);
    active.forEach((account, position) => {
      const units = wanted[position];
      if (units === undefined || units.every((some) => some === 0n)) return;
      placed[account.project.index]!.push({ year, units });
      units.forEach((some, committee) => {
        if (some !== 0n) account.open[committee] = account.open[committee]! - some * unit;
      });
    });
  }

  for (const account of accounts) takeDues(account, unit, Infinity);
  const balances = accounts.map(({ open }) => sumOf(open));
  return {
    placed,
    stoppedUnits: balances.map((balance) => (balance > 0n ? balance / unit : 0n)),
    overbooked: balances.map((balance) => (balance < 0n ? -balance : 0n)),
    diagnostics: [...missing.values()],
  };
}

function openAccount({ planFrom }: Portfolio, project: CheckedProject, dues: ProjectDues): Account {
  const booked = project.booked.map((years) => -sumOf(years.values()));
  const lastYear = project.window === undefined ? -Infinity : Math.max(project.window.last, planFrom ?? -Infinity) + project.capExtensionYears;
  return { project, dues, lastYear, open: booked };
}

/** Oldest project first, then as listed: the order of the queue, which only `oldestFirst` gives a meaning. */
function queue({ capOrder }: Portfolio, accounts: readonly Account[]): Account[] {
  if (capOrder === "proportional") return [...accounts];
  return [...accounts].sort((a, b) => (a.project.start ?? Infinity) - (b.project.start ?? Infinity) || a.project.index - b.project.index);
}

/** Moves what has become due up to a year onto the account; a large fund needs the memory for what is placed. */
function takeDues({ dues: { years }, open }: Account, unit: bigint, year: number): void {
  while (years.length > 0 && years[0]!.year <= year) {
    years.shift()!.units.forEach((units, committee) => (open[committee] = open[committee]! + units * unit));
  }
}

/**
 * What a project wants to place in a year, in units by committee: the need, divided by what each committee owes.
 * What a committee owed before a reorganisation has passed to its successors, together with what it had paid.
 */
function wantedUnits({ unit, successions }: Portfolio, account: Account, year: number): bigint[] | undefined {
  takeDues(account, unit, year);
  if (successions.size > 0) account.open = moveToHeirs(successions, year, account.open);
  const need = sumOf(account.open) / unit;
  if (need <= 0n) return undefined;
  const units = account.open.map((owed) => owed / unit);
  // What is owed is whole units, and by all, unless somebody has booked too much or part of a unit.
  if (account.open.every((owed, committee) => owed >= 0n && owed === units[committee]! * unit)) return units;
  return divideUnits(need, account.open.map((owed) => (owed > 0n ? owed : 0n)));
}

/** Lowers what the projects want to what each committee's cap leaves room for in the year, over all projects. */
function limitByCaps(portfolio: Portfolio, year: number, active: readonly Account[], wanted: readonly (bigint[] | undefined)[], missing: Map<string, Diagnostic>): void {
  const capped = new Set(portfolio.caps.filter((cap) => cap.year === undefined || cap.year === year).map(({ committee }) => committee));
  for (const committee of capped) {
    const wishes = active.flatMap((_, position) => (wanted[position]?.[committee] ? [{ position, units: wanted[position][committee]! }] : []));
    const total = sumOf(wishes.map(({ units }) => units));
    if (total === 0n) continue;
    const room = roomUnder(portfolio, committee, year, missing);
    if (total <= room) continue;
    const granted = portfolio.capOrder === "proportional" ? divideUnits(room, wishes.map(({ units }) => units)) : firstComeFirstServed(room, wishes.map(({ units }) => units));
    wishes.forEach(({ position }, index) => (wanted[position]![committee] = granted[index]!));
  }
}

function firstComeFirstServed(room: bigint, wishes: readonly bigint[]): bigint[] {
  let left = room;
  return wishes.map((wish) => {
    const granted = wish < left ? wish : left;
    left -= granted;
    return granted;
  });
}

/** The lowest cap that matches the committee and the year, rounded down to units. */
function roomUnder({ caps, frames, committees, unit, shareDecimals }: Portfolio, committee: number, year: number, missing: Map<string, Diagnostic>): bigint {
  let room: bigint | undefined;
  const lower = (units: bigint) => (room = room === undefined || units < room ? units : room);
  for (const cap of caps) {
    if (cap.committee !== committee || (cap.year !== undefined && cap.year !== year)) continue;
    if (cap.amount !== undefined) lower(cap.amount / unit);
    if (cap.shareOfFrame === undefined) continue;
    const frame = frames[committee]!.get(year);
    if (frame === undefined) {
      const { id } = committees[committee]!;
      missing.set(`${committee}/${year}`, problem("capFrameMissing", { committee: id, year }, { committee: id, year }));
    } else lower((cap.shareOfFrame * frame) / (unit * powerOfTen(shareDecimals)));
  }
  return room ?? 0n;
}
