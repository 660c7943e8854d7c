/**
 * The input after its check: everything that the engine computes with, in whole numbers.
 *
 * Amounts are whole numbers of 10^−`decimals` kr, shares whole numbers of 10^−`shareDecimals`, where both are as
 * fine as the finest number in the input. So every sum and product is exact, and nothing is ever a float.
 * Committees and projects are named by their place in the lists.
 */
export interface Portfolio {
  committees: CheckedCommittee[];
  projects: CheckedProject[];
  decimals: number;
  shareDecimals: number;
  /** The rounding unit, as an amount. */
  unit: bigint;
  planFrom: number | undefined;
  /** What each committee receives from the fund by year, over all projects. */
  grants: YearlyAmounts[];
  caps: CheckedCap[];
  /** By committee, then year. */
  frames: YearlyAmounts[];
  capOrder: "oldestFirst" | "proportional";
  waivers: CheckedWaiver[];
  successions: SuccessionBook;
  fund: { opening: bigint; openingYear: number; contributions: YearlyAmounts } | undefined;
  appraisal: { rate: string; baseYear: number } | undefined;
  guideline: { first: number | undefined; last: number | undefined };
}

export type YearlyAmounts = Map<number, bigint>;

export interface CheckedCommittee {
  id: string;
  name: string;
  internal: boolean;
}

export interface CheckedProject {
  id: string;
  /** Place in the list. */
  index: number;
  owner: number | undefined;
  share: bigint;
  guarantee: bigint;
  cap: bigint;
  profile: "savings" | "level";
  includeEarlierSavings: boolean;
  split: Map<number, bigint> | undefined;
  start: number | undefined;
  end: number | undefined;
  window: { first: number; last: number } | undefined;
  capExtensionYears: number;
  cost: bigint;
  costs: YearlyAmounts;
  /** Step 3 before its limits on sign, window and committee: by committee, then year. */
  savings: YearlyAmounts[];
  /** Outcomes reported for committee and year, by `committeeYear`: whether established. */
  outcomes: Map<number, boolean>;
  /** Booked before `planFrom` in a replan: by committee, then year. */
  booked: YearlyAmounts[];
}

export interface CheckedCap {
  committee: number;
  year: number | undefined;
  amount: bigint | undefined;
  shareOfFrame: bigint | undefined;
}

export interface CheckedWaiver {
  project: number | undefined;
  committee: number | undefined;
  fromYear: number;
  toYear: number;
  share: bigint;
}

/** Who takes over from a committee: by `from`, the rows of each year, latest year last. */
export type SuccessionBook = Map<number, { year: number; heirs: { committee: number; share: bigint }[] }[]>;

/** A committee and a year as one key. */
export const committeeYear = (committee: number, year: number) => committee * 10_000 + year;

/** Adds to a year's amount. */
export function addTo(amounts: YearlyAmounts, year: number, amount: bigint): void {
  amounts.set(year, (amounts.get(year) ?? 0n) + amount);
}

export const sumOf = (amounts: Iterable<bigint>): bigint => {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return sum;
};
