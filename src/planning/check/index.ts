import { wholeOf } from "../../money/decimalText";
import { isYear } from "../../money/years";
import { addTo, committeeYear, sumOf, type CheckedProject, type Portfolio, type YearlyAmounts } from "../portfolio";
import type { Diagnostic } from "../types";
import { amountRows, type CheckedRow } from "./amountRows";
import { InputCheck, shown, type Row } from "./inputCheck";
import { nameOf, registerIds } from "./parties";
import { checkedRule, smallWhole, windowOf, type CheckedRule } from "./rule";
import { checkedAppraisal, checkedCaps, checkedFund, checkedSuccessions, checkedUnit, checkedWaivers } from "./settings";

/**
 * Checks a whole input and turns it into what the engine computes with.
 * @param input anything at all; what can't be right is reported, nothing throws
 * @returns the portfolio, unless there was an error
 */
export function checkInput(input: unknown): { portfolio?: Portfolio; diagnostics: Diagnostic[] } {
  const check = new InputCheck();
  const root = typeof input === "object" && input !== null && !Array.isArray(input) ? (input as Row) : undefined;
  if (root === undefined) {
    check.report("inputNotReadable");
    return { diagnostics: check.diagnostics };
  }
  const portfolio = checkPortfolio(check, root);
  return check.failed ? { diagnostics: check.diagnostics } : { portfolio, diagnostics: check.diagnostics };
}

function checkPortfolio(check: InputCheck, root: Row): Portfolio {
  const committees = check.rows(root.committees, "committees");
  const projects = check.rows(root.projects, "projects");
  registerIds(check, committees, "committees");
  registerIds(check, projects, "projects");

  const planFrom = checkedPlanFrom(check, root.planFrom);
  const unit = checkedUnit(check, root.roundingUnit);
  const extension = smallWhole(check, root.capExtensionYears, "capExtensionWrong") ?? 0;
  const costs = amountRows(check, root.costs, "costs", "negativeCost");
  const savings = amountRows(check, root.savings, "savings");
  const outcomes = amountRows(check, root.outcomes, "outcomes");
  const booked = amountRows(check, root.booked, "booked", "negativeAmount");
  const frames = check.rows(root.frames, "frames").flatMap((row) => {
    const committee = check.committee(row.committee, "frames", row);
    const year = check.year(row.year, "frames", row);
    const amount = check.amount(row.amount, "frames", row, "negativeAmount");
    return committee === undefined || year === undefined || amount === undefined ? [] : [{ committee, year, amount }];
  });
  const framed = new Set(frames.map(({ committee, year }) => committeeYear(committee, year)));
  const caps = checkedCaps(check, root.caps, (committee, year) => framed.has(committeeYear(committee, year)));
  const capOrder = root.capOrder ?? "oldestFirst";
  if (capOrder !== "oldestFirst" && capOrder !== "proportional") check.report("capOrderUnknown", { text: shown(capOrder) });
  const waivers = checkedWaivers(check, root.waivers);
  const successions = checkedSuccessions(check, root.successions, committees);
  const fund = checkedFund(check, root.fund);
  const appraisal = checkedAppraisal(check, root.appraisal);
  const guideline = check.object(root.guideline, "inputNotReadable") ?? {};
  const limits = {
    first: smallWhole(check, guideline.firstRepaymentWithinYears, "guidelineWrong"),
    last: smallWhole(check, guideline.lastRepaymentWithinYears, "guidelineWrong"),
  };
  const rules = projects.map((project) => checkedRule(check, project.rule ?? root.defaultRule, committees, projectPlace(project)));

  const amountOf = (text: string) => wholeOf(text, check.decimals);
  const shareOf = (text: string) => wholeOf(text, check.shareDecimals);
  const emptyByCommittee = () => committees.map((): YearlyAmounts => new Map());
  const grants = emptyByCommittee();
  for (const { committee, year, amount } of costs) addTo(grants[check.committees.get(committee)!]!, year, amountOf(amount));
  const frameBook = emptyByCommittee();
  for (const { committee, year, amount } of frames) addTo(frameBook[committee]!, year, amountOf(amount));

  if (fund !== undefined) {
    const inAccount = planFrom === undefined ? [] : booked.filter(({ year }) => year < planFrom);
    reportBeforeOpening(check, fund.openingYear, "costs", costs);
    reportBeforeOpening(check, fund.openingYear, "booked", inAccount);
    reportBeforeOpening(check, fund.openingYear, "contributions", fund.contributions);
  }
  reportNotCounted(check, planFrom, booked, amountOf);

  const noneBooked = emptyByCommittee();
  const emptyAmounts = () => ({ savings: emptyByCommittee(), booked: planFrom === undefined ? noneBooked : emptyByCommittee() });
  const checked = projects.map((project, index) => startProject(check, project, index, rules[index], emptyAmounts(), shareOf, extension));
  fillAmounts(check, checked, { costs, savings, outcomes, booked }, planFrom, amountOf);
  checked.forEach((project, index) => setYears(check, project, projects[index]!, rules[index]));

  return {
    committees: committees.map((row) => ({ id: shown(row.id), name: nameOf(row), internal: row.internal !== false })),
    projects: checked,
    decimals: check.decimals,
    shareDecimals: check.shareDecimals,
    unit: amountOf(unit),
    planFrom,
    grants,
    caps: caps(amountOf, shareOf),
    frames: frameBook,
    capOrder: capOrder === "proportional" ? capOrder : "oldestFirst",
    waivers: waivers(amountOf, shareOf),
    successions: successions(amountOf, shareOf),
    fund: fund && { opening: amountOf(fund.opening), openingYear: fund.openingYear, contributions: yearly(fund.contributions, amountOf) },
    appraisal,
    guideline: limits,
  };
}

function checkedPlanFrom(check: InputCheck, value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (isYear(value)) return value;
  check.report("planFromWrong", { text: shown(value) });
  return undefined;
}

const projectPlace = ({ id, cell }: Row): Row => ({ project: id, cell });

const yearly = (rows: readonly { year: number; amount: string }[], amountOf: (text: string) => bigint): YearlyAmounts => {
  const amounts: YearlyAmounts = new Map();
  for (const { year, amount } of rows) addTo(amounts, year, amountOf(amount));
  return amounts;
};

/** The fund account begins in its opening year; what comes before would be in no balance. */
function reportBeforeOpening(check: InputCheck, opening: number, list: "costs" | "booked" | "contributions", rows: readonly (Row & { year: number; amount: string })[]): void {
  for (const row of rows) {
    const { year, amount } = row;
    if (year < opening && /[1-9]/.test(amount)) check.report("beforeFundOpens", { list, year, opening }, row);
  }
}

/** Booked repayments count only in a replan, and only before its first year (step 10). */
function reportNotCounted(check: InputCheck, planFrom: number | undefined, booked: CheckedRow[], amountOf: (text: string) => bigint): void {
  const left = booked.filter(({ year }) => planFrom === undefined || year >= planFrom);
  if (left.length === 0) return;
  const amount = check.textOf(left.reduce((sum, row) => sum + amountOf(row.amount), 0n));
  check.report("bookedNotCounted", { amount }, left[0]!);
}

function startProject(
  check: InputCheck,
  row: Row,
  index: number,
  rule: CheckedRule | undefined,
  amounts: Pick<CheckedProject, "savings" | "booked">,
  shareOf: (text: string) => bigint,
  extension: number,
): CheckedProject {
  const place = projectPlace(row);
  const start = row.startYear == null ? undefined : check.year(row.startYear, "projects", place);
  const end = row.endYear == null ? undefined : check.year(row.endYear, "projects", place);
  return {
    id: shown(row.id),
    index,
    owner: row.owner == null ? undefined : check.committee(row.owner, "projects", place),
    share: shareOf(rule?.share ?? "1"),
    guarantee: shareOf(rule?.guarantee ?? "0"),
    cap: shareOf(rule?.cap ?? "1"),
    profile: rule?.profile ?? "savings",
    includeEarlierSavings: rule?.includeEarlierSavings ?? false,
    split: rule?.split && new Map([...rule.split].map(([committee, share]) => [committee, shareOf(share)])),
    start,
    end,
    window: undefined,
    capExtensionYears: rule?.capExtensionYears ?? extension,
    cost: 0n,
    costs: new Map(),
    outcomes: new Map(),
    ...amounts,
  };
}

type AmountLists = Record<"costs" | "savings" | "outcomes" | "booked", CheckedRow[]>;

function fillAmounts(check: InputCheck, projects: CheckedProject[], { costs, savings, outcomes, booked }: AmountLists, planFrom: number | undefined, amountOf: (text: string) => bigint): void {
  const projectOf = (row: CheckedRow) => projects[check.projects.get(row.project)!]!;
  const committeeOf = (row: CheckedRow) => check.committees.get(row.committee)!;
  const costByCommittee = projects.map(() => new Map<number, bigint>());
  for (const row of costs) {
    const project = projectOf(row);
    addTo(project.costs, row.year, amountOf(row.amount));
    addTo(costByCommittee[project.index]!, committeeOf(row), amountOf(row.amount));
  }
  for (const project of projects) {
    project.cost = sumOf(project.costs.values());
    project.owner ??= largestCost(costByCommittee[project.index]!);
  }
  // Step 3: what was expected, unless a replan looks back on a year that nobody has established …
  for (const row of savings) {
    if (planFrom === undefined || row.year >= planFrom) addTo(projectOf(row).savings[committeeOf(row)]!, row.year, amountOf(row.amount));
  }
  // … replaced by what was established.
  for (const row of outcomes) {
    const { savings: base, outcomes: reported } = projectOf(row);
    const committee = committeeOf(row);
    const key = committeeYear(committee, row.year);
    const isFirst = reported.get(key) !== true;
    reported.set(key, row.status === "established" || !isFirst);
    if (row.status !== "established") continue;
    if (isFirst) base[committee]!.set(row.year, 0n);
    addTo(base[committee]!, row.year, amountOf(row.amount));
  }
  if (planFrom === undefined) return;
  for (const row of booked) {
    if (row.year < planFrom) addTo(projectOf(row).booked[committeeOf(row)]!, row.year, amountOf(row.amount));
  }
}

/** The committee with the largest cost; of several, the one listed first. */
function largestCost(costs: ReadonlyMap<number, bigint>): number | undefined {
  const inOrder = [...costs].sort(([a], [b]) => a - b);
  return inOrder.reduce<[number, bigint] | undefined>((best, entry) => (best === undefined || entry[1] > best[1] ? entry : best), undefined)?.[0];
}

/** Steps 1 and 2: the project's first and last year, and its window. */
function setYears(check: InputCheck, project: CheckedProject, row: Row, rule: CheckedRule | undefined): void {
  const place = projectPlace(row);
  const costYears = [...project.costs].filter(([, amount]) => amount !== 0n).map(([year]) => year);
  project.start ??= costYears.length > 0 ? Math.min(...costYears) : project.end;
  project.end ??= costYears.length > 0 ? Math.max(...costYears) : project.start;
  if (project.start !== undefined && project.end !== undefined && project.end < project.start) {
    check.report("projectYears", { start: project.start, end: project.end }, place);
    return;
  }
  if (rule === undefined) return;
  project.window = windowOf(check, rule.window, project.start, project.end, place);
  if (project.start === undefined && project.window === undefined) check.report("noCosts", {}, place);
}

