import { yearsBetween } from "../money/years";
import type { Translate } from "../i18n";
import type { Repayment } from "../planning/types";
import type { Work } from "../planning/work";
import { sum } from "./amounts";
import type { ReportSubject } from "./parties";
import type { AmountByYear, ReportColumn, ReportRow, ReportTable } from "./types";

/** So many projects without repayment are named in the note; the rest are counted. */
const namedWithoutRepayment = 12;

/** What a committee repays in a year, of one project or of several. */
export type CommitteeAmount = Pick<Repayment, "committee" | "year" | "amount">;

/** Adds amounts that share a key. */
function group<T>(repayments: T[], key: (repayment: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const repayment of repayments) {
    const at = key(repayment);
    const members = groups.get(at);
    if (members === undefined) groups.set(at, [repayment]);
    else members.push(repayment);
  }
  return groups;
}

function byYear(repayments: CommitteeAmount[]): AmountByYear {
  const years = group(repayments, ({ year }) => year);
  return new Map([...years].map(([year, members]) => [year, members.length === 1 ? members[0]!.amount : sum(members.map(({ amount }) => amount))]));
}

/** A row's amounts, year by year, and their sum. */
function amountCells(amounts: AmountByYear, years: number[]): string[] {
  const cells = years.map((year) => amounts.get(year) ?? "0");
  return [...cells, sum(cells)];
}

/** The calendar years from the first to the last of some. */
export function span(years: number[]): number[] {
  const [any] = years;
  if (any === undefined) return [];
  return yearsBetween(years.reduce((first, year) => Math.min(first, year), any), years.reduce((last, year) => Math.max(last, year), any));
}

const statusOf = (booked: boolean, translate: Translate) => ({ booked, text: translate(booked ? "report:words.booked" : "report:words.planned") });

/** Columns for years, with what a year is in a replan. */
function yearColumns(years: number[], { input, translate }: ReportSubject): ReportColumn[] {
  return years.map((year) => ({
    header: String(year),
    kind: "amount",
    year,
    ...(input.planFrom === undefined ? {} : { status: statusOf(year < input.planFrom, translate) }),
  }));
}

function notesOf(subject: ReportSubject): string[] {
  const { plan, input, translate, projects } = subject;
  const notes: string[] = [];
  if (input.planFrom !== undefined) notes.push(translate("report:plan.replan", { year: input.planFrom }));
  if (plan.schedule.length === 0) return [...notes, translate("report:plan.nothing")];
  const repaying = new Set(plan.schedule.map(({ project }) => project));
  const without = input.projects.flatMap(({ id }, index) => (repaying.has(id) ? [] : [projects[index] ?? id]));
  const more = without.length - namedWithoutRepayment;
  if (more > 0) {
    notes.push(translate("report:plan.withoutMore", { projects: without.slice(0, namedWithoutRepayment).join(", "), count: more }));
  } else if (without.length > 0) {
    notes.push(translate("report:plan.without", { projects: without.join(", ") }));
  }
  return notes;
}

/**
 * Återföringsplan: a row per project and committee that repays (role `item`), then a row per committee (`sum`)
 * and one for everything (`total`); a column per year and the row's sum. Made row by row, as a large fund's
 * would hold the page.
 */
export function* planTable(subject: ReportSubject): Work<ReportTable> {
  const { plan, translate, committees, projects, committeeIndex, projectIndex } = subject;
  const years = span(plan.schedule.map(({ year }) => year));
  const committeeOf = ({ committee }: CommitteeAmount) => committeeIndex.get(committee) ?? -1;
  const projectOf = ({ project }: Repayment) => projectIndex.get(project) ?? -1;

  const items: ReportRow[] = [];
  for (const [key, repayments] of [...group(plan.schedule, (row) => projectOf(row) * committees.length + committeeOf(row))].sort(([a], [b]) => a - b)) {
    const project = Math.floor(key / committees.length);
    const committee = key % committees.length;
    items.push({ role: "item", project, committee, cells: [projects[project] ?? "", committees[committee] ?? "", ...amountCells(byYear(repayments), years)] });
    yield;
  }
  const sums = committeeRows(plan.schedule, subject).map(({ cells, ...row }) => ({ ...row, cells: row.role === "sum" ? [translate("report:plan.perCommittee"), ...cells] : [cells[0] ?? "", "", ...cells.slice(1)] }));

  return {
    title: translate("report:sheets.plan"),
    notes: notesOf(subject),
    columns: [
      { header: translate("report:words.project"), kind: "text" },
      { header: translate("report:words.committee"), kind: "text" },
      ...yearColumns(years, subject),
      { header: translate("report:words.sum"), kind: "amount" },
    ],
    rows: [...items, ...sums],
  };
}

/** A row per committee (`sum`), then one for everything (`total`): the name, the years' amounts and their sum. */
function committeeRows(repayments: CommitteeAmount[], { committees, committeeIndex, translate }: ReportSubject): ReportRow[] {
  const years = span(repayments.map(({ year }) => year));
  const rows = [...group(repayments, ({ committee }) => committeeIndex.get(committee) ?? -1)]
    .sort(([a], [b]) => a - b)
    .map(([committee, own]): ReportRow => ({ role: "sum", committee, cells: [committees[committee] ?? "", ...amountCells(byYear(own), years)] }));
  const total = Array.from({ length: years.length + 1 }, (_, year) => sum(rows.map(({ cells }) => cells[year + 1] ?? "0")));
  return [...rows, { role: "total", cells: [translate("report:words.total"), ...total] }];
}

/** Repayments per committee and year, without the projects: few sums, however many projects there are. */
export function committeeTable(repayments: CommitteeAmount[], subject: ReportSubject): ReportTable {
  const { translate } = subject;
  return {
    title: translate("report:sheets.plan"),
    notes: [],
    columns: [
      { header: translate("report:words.committee"), kind: "text" },
      ...yearColumns(span(repayments.map(({ year }) => year)), subject),
      { header: translate("report:words.sum"), kind: "amount" },
    ],
    rows: committeeRows(repayments, subject),
  };
}
