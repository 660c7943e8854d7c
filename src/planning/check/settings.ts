import { decimalText, isDecimalText, powerOfTen, wholeOf } from "../../money/decimalText";
import { firstYear, isYear, lastYear } from "../../money/years";
import type { CheckedCap, CheckedWaiver, SuccessionBook } from "../portfolio";
import { heirsOf } from "../succession";
import { shown, type InputCheck, type Row } from "./inputCheck";

/** Turns a checked text into a whole number, once the finest decimals are known. */
export type Later<T> = (amount: (text: string) => bigint, share: (text: string) => bigint) => T;

/** Caps; `frames` tells for which committees and years a share of the frame can be worked out. */
export function checkedCaps(check: InputCheck, value: unknown, hasFrame: (committee: number, year: number) => boolean): Later<CheckedCap[]> {
  const caps: { committee: number; year: number | undefined; amount: string | undefined; shareOfFrame: string | undefined }[] = [];
  for (const row of check.rows(value, "caps")) {
    const committee = check.committee(row.committee, "caps", row);
    const year = row.year === undefined || row.year === null ? undefined : check.year(row.year, "caps", row);
    const amount = row.amount === undefined || row.amount === null ? undefined : check.amount(row.amount, "caps", row, "negativeAmount");
    const shareOfFrame = row.shareOfFrame === undefined || row.shareOfFrame === null ? undefined : check.share(row.shareOfFrame, "Taket som andel av budgetramen", row);
    if (committee === undefined) continue;
    if (row.amount == null && row.shareOfFrame == null) check.report("capWithoutLimit", { committee: shown(row.committee) }, row);
    if (shareOfFrame !== undefined && year !== undefined && !hasFrame(committee, year)) {
      check.report("capFrameMissing", { committee: shown(row.committee), year }, row);
    }
    caps.push({ committee, year, amount, shareOfFrame });
  }
  return (amountOf, shareOf) =>
    caps.map(({ committee, year, amount, shareOfFrame }) => ({
      committee,
      year,
      amount: amount === undefined ? undefined : amountOf(amount),
      shareOfFrame: shareOfFrame === undefined ? undefined : shareOf(shareOfFrame),
    }));
}

export function checkedWaivers(check: InputCheck, value: unknown): Later<CheckedWaiver[]> {
  const waivers: (Omit<CheckedWaiver, "share"> & { share: string })[] = [];
  for (const row of check.rows(value, "waivers")) {
    const project = row.project == null ? undefined : check.project(row.project, "waivers", row);
    const committee = row.committee == null ? undefined : check.committee(row.committee, "waivers", row);
    const fromYear = row.fromYear == null ? firstYear : check.year(row.fromYear, "waivers", row);
    const toYear = row.toYear == null ? lastYear : check.year(row.toYear, "waivers", row);
    const share = check.share(row.share ?? "1", "Den efterskänkta andelen", row);
    if (!isFilled(row.reason) || !isFilled(row.decision)) check.report("waiverUndocumented", {}, row);
    if (fromYear === undefined || toYear === undefined || share === undefined) continue;
    if (toYear < fromYear) check.report("waiverYears", { from: fromYear, to: toYear }, row);
    waivers.push({ project, committee, fromYear, toYear, share });
  }
  return (_amount, shareOf) => waivers.map((waiver) => ({ ...waiver, share: shareOf(waiver.share) }));
}

const isFilled = (value: unknown) => typeof value === "string" && value.trim() !== "";

/**
 * Reorganisations by committee and year. The shares of the rows with the same `from` and `year` sum to 1; a later
 * year's rows take the place of an earlier year's. A committee that in any year would inherit from itself is a circle.
 */
export function checkedSuccessions(check: InputCheck, value: unknown, committees: readonly Row[]): Later<SuccessionBook> {
  const rows: { from: number; to: number; year: number; share: string; row: Row }[] = [];
  for (const row of check.rows(value, "successions")) {
    const from = check.committee(row.from, "successions", row);
    const to = check.committee(row.to, "successions", row);
    const year = check.year(row.year, "successions", row);
    const share = check.share(row.share ?? "1", "Andelen i nämndbytet", row);
    if (to !== undefined && committees[to]?.internal === false) check.report("successionExternal", { id: shown(row.to) }, row);
    if (from !== undefined && to !== undefined && year !== undefined && share !== undefined) rows.push({ from, to, year, share, row });
  }
  return (_amount, shareOf) => {
    const book: SuccessionBook = new Map();
    for (const { from, to, year, share } of [...rows].sort((a, b) => a.year - b.year)) {
      const steps = book.get(from) ?? [];
      book.set(from, steps);
      if (steps.at(-1)?.year !== year) steps.push({ year, heirs: [] });
      const heirs = steps.at(-1)!.heirs;
      const same = heirs.find(({ committee }) => committee === to);
      if (same) same.share += shareOf(share);
      else heirs.push({ committee: to, share: shareOf(share) });
    }
    reportSums(check, book, rows, shareOf("1"));
    reportCircle(check, book, rows.map(({ year }) => year));
    return book;
  };
}

function reportSums(check: InputCheck, book: SuccessionBook, rows: { from: number; year: number; row: Row }[], one: bigint): void {
  for (const [from, steps] of book) {
    for (const { year, heirs } of steps) {
      const sum = heirs.reduce((total, { share }) => total + share, 0n);
      if (sum === one) continue;
      const { row } = rows.find((candidate) => candidate.from === from && candidate.year === year)!;
      const text = decimalText(sum, check.shareDecimals).replace(".", ",");
      check.report("successionSum", { from: shown(row.from), year, sum: text }, row);
    }
  }
}

function reportCircle(check: InputCheck, book: SuccessionBook, years: number[]): void {
  const ids = [...check.committees.keys()];
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    for (const start of book.keys()) {
      const circle = circleFrom(book, year, start, [start]);
      if (circle === undefined) continue;
      const names = circle.map((committee) => ids.find((id) => check.committees.get(id) === committee)).join(" → ");
      check.report("successionCircle", { circle: names }, { year });
      return;
    }
  }
}

function circleFrom(book: SuccessionBook, year: number, start: number, path: number[]): number[] | undefined {
  for (const { committee } of heirsOf(book, path.at(-1)!, year) ?? []) {
    if (committee === start) return [...path, start];
    if (path.includes(committee)) continue;
    const circle = circleFrom(book, year, start, [...path, committee]);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

type Contribution = Row & { year: number; amount: string };

export function checkedFund(check: InputCheck, value: unknown): { openingYear: number; contributions: Contribution[]; opening: string } | undefined {
  const fund = check.object(value, "fundNotReadable");
  if (fund === undefined) return undefined;
  const contributions = check.rows(fund.contributions, "contributions").filter((row): row is Contribution => {
    const year = check.year(row.year, "contributions", row);
    const amount = check.amount(row.amount, "contributions", row);
    return year !== undefined && amount !== undefined;
  });
  if (!isDecimalText(fund.openingBalance) || !isYear(fund.openingYear)) {
    check.report("fundNotReadable");
    return undefined;
  }
  check.amount(fund.openingBalance, "contributions", {});
  return { opening: fund.openingBalance, openingYear: fund.openingYear, contributions };
}

export function checkedAppraisal(check: InputCheck, value: unknown): { rate: string; baseYear: number } | undefined {
  const appraisal = check.object(value, "inputNotReadable");
  if (appraisal === undefined) return undefined;
  const { rate, baseYear } = appraisal;
  const rateRight = isDecimalText(rate) && wholeOf(rate, 40) > -powerOfTen(40);
  if (!rateRight) check.report("rateWrong", { text: shown(rate) });
  if (!isYear(baseYear)) check.report("baseYearWrong", { text: shown(baseYear) });
  return rateRight && isYear(baseYear) ? { rate, baseYear } : undefined;
}

/** The rounding unit in kr, above zero. */
export function checkedUnit(check: InputCheck, value: unknown): string {
  if (value === undefined || value === null) return "1";
  if (isDecimalText(value) && /[1-9]/.test(value) && !value.startsWith("-")) return check.amount(value, "costs", {})!;
  check.report("roundingUnitWrong", { text: shown(value) });
  return "1";
}
