import { decimalText, powerOfTen, wholeOf } from "../../money/decimalText";
import { firstYear, isYear, lastYear } from "../../money/years";
import { shown, type InputCheck, type Row } from "./inputCheck";

/** A rule whose parts are known to be right; shares still as text. */
export interface CheckedRule {
  share: string;
  guarantee: string;
  cap: string;
  profile: "savings" | "level";
  window: { from: number | { after: "projectStart" | "projectEnd"; years: number }; years: number; latest: number | undefined };
  includeEarlierSavings: boolean;
  split: Map<number, string> | undefined;
  capExtensionYears: number | undefined;
}

/** Villkorad återföring: out of the savings achieved, ten years from the year after the project's start. */
const defaultWindow = { from: { after: "projectStart", years: 1 }, years: 10 };

const isSmallWhole = (value: unknown): value is number => typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 100;

/** Number of years 0–100; undefined when it is absent or reported. */
export function smallWhole(check: InputCheck, value: unknown, code: "capExtensionWrong" | "guidelineWrong", where: Row = {}): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (isSmallWhole(value)) return value;
  check.report(code, { text: shown(value) }, where);
  return undefined;
}

function checkedWindow(check: InputCheck, value: unknown, where: Row): CheckedRule["window"] | undefined {
  const window = check.object(value ?? defaultWindow, "windowNotReadable", where);
  if (window === undefined) return undefined;
  const { from, years, latest } = window;
  const start = typeof from === "object" && from !== null ? (from as Row) : undefined;
  const startRight = isYear(from) || ((start?.after === "projectStart" || start?.after === "projectEnd") && isSmallWhole(start.years));
  const latestRight = latest === undefined || latest === null || isYear(latest);
  if (!startRight || typeof years !== "number" || !Number.isInteger(years) || !latestRight) {
    check.report("windowNotReadable", {}, where);
    return undefined;
  }
  return { from: from as CheckedRule["window"]["from"], years, latest: isYear(latest) ? latest : undefined };
}

function checkedSplit(check: InputCheck, value: unknown, committees: readonly Row[], where: Row): Map<number, string> | undefined {
  const rows = check.rows(value, "split");
  if (rows.length === 0) return undefined;
  const split = new Map<number, string>();
  let decimals = 0;
  let sum = 0n;
  for (const row of rows) {
    const committee = check.committee(row.committee, "split", where);
    const share = check.share(row.share, "Andelen i fördelningen", where);
    if (committee === undefined || share === undefined) return undefined;
    if (committees[committee]?.internal === false) check.report("splitExternal", { id: shown(row.committee) }, where);
    decimals = check.shareDecimals;
    split.set(committee, addShares(split.get(committee) ?? "0", share, decimals));
  }
  for (const share of split.values()) sum += wholeOf(share, decimals);
  if (sum !== powerOfTen(decimals)) check.report("splitSum", { sum: decimalText(sum, decimals).replace(".", ",") }, where);
  return split;
}

const addShares = (a: string, b: string, decimals: number) => decimalText(wholeOf(a, decimals) + wholeOf(b, decimals), decimals);

/** A rule with every default in place; undefined when something in it was reported. */
export function checkedRule(check: InputCheck, value: unknown, committees: readonly Row[], where: Row): CheckedRule | undefined {
  const rule = check.object(value ?? {}, "ruleNotReadable", where);
  if (rule === undefined) return undefined;
  const share = check.share(rule.share ?? "1", "Återföringsandelen", where);
  const guarantee = check.share(rule.guarantee ?? "0", "Den garanterade andelen", where);
  const cap = check.share(rule.cap ?? "1", "Takandelen", where);
  const profile = rule.profile ?? "savings";
  const profileKnown = profile === "savings" || profile === "level";
  if (!profileKnown) check.report("profileUnknown", { text: shown(profile) }, where);
  const window = checkedWindow(check, rule.window, where);
  const split = checkedSplit(check, rule.split, committees, where);
  const capExtensionYears = smallWhole(check, rule.capExtensionYears, "capExtensionWrong", where);
  if (share === undefined || guarantee === undefined || cap === undefined || !profileKnown || window === undefined) return undefined;
  return { share, guarantee, cap, profile, window, includeEarlierSavings: rule.includeEarlierSavings === true, split, capExtensionYears };
}

/**
 * Step 2, the window [first, last]: first = the given year, or project start/end + years; last = first + years − 1,
 * at most `latest`. Undefined when the project has no years, or when the window was reported.
 */
export function windowOf(
  check: InputCheck,
  { from, years, latest }: CheckedRule["window"],
  start: number | undefined,
  end: number | undefined,
  where: Row,
): { first: number; last: number } | undefined {
  const origin = typeof from === "number" ? undefined : from.after === "projectStart" ? start : end;
  if (typeof from !== "number" && origin === undefined) return undefined;
  const first = typeof from === "number" ? from : origin! + from.years;
  const last = Math.min(first + years - 1, latest ?? Infinity);
  if (last < first) check.report("emptyWindow", { first, last }, where);
  else if (first < firstYear || last > lastYear) check.report("windowOutside", { first, last }, where);
  else return { first, last };
  return undefined;
}
