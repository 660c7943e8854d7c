import { yearsBetween } from "../money/years";
import type { Translate } from "../i18n";
import type { Repayment } from "../planning/types";
import { sum } from "./amounts";
import type { ReportSubject } from "./parties";
import type { AmountByYear, ReportColumn, ReportRow, ReportTable } from "./types";

/** So many projects without repayment are named in the note; the rest are counted. */
const namedWithoutRepayment = 12;

/** Adds amounts that share a key. */
function group(repayments: Repayment[], key: (repayment: Repayment) => number): Map<number, Repayment[]> {
  const groups = new Map<number, Repayment[]>();
  for (const repayment of repayments) {
    const at = key(repayment);
    const members = groups.get(at);
    if (members === undefined) groups.set(at, [repayment]);
    else members.push(repayment);
  }
  return groups;
}

function byYear(repayments: Repayment[]): AmountByYear {
  const years = group(repayments, ({ year }) => year);
  return new Map([...years].map(([year, members]) => [year, sum(members.map(({ amount }) => amount))]));
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
 * and one for everything (`total`); a column per year and the row's sum.
 */
export function planTable(subject: ReportSubject): ReportTable {
  const { plan, translate, committees, projects, committeeIndex, projectIndex } = subject;
  const years = span(plan.schedule.map(({ year }) => year));
  const committeeOf = ({ committee }: Repayment) => committeeIndex.get(committee) ?? -1;
  const projectOf = ({ project }: Repayment) => projectIndex.get(project) ?? -1;

  const items = [...group(plan.schedule, (row) => projectOf(row) * committees.length + committeeOf(row))]
    .sort(([a], [b]) => a - b)
    .map(([key, repayments]): ReportRow => {
      const project = Math.floor(key / committees.length);
      const committee = key % committees.length;
      return { role: "item", project, committee, cells: [projects[project] ?? "", committees[committee] ?? "", ...amountCells(byYear(repayments), years)] };
    });
  const sums = [...group(plan.schedule, committeeOf)]
    .sort(([a], [b]) => a - b)
    .map(([committee, repayments]): ReportRow => ({
      role: "sum",
      committee,
      cells: [translate("report:plan.perCommittee"), committees[committee] ?? "", ...amountCells(byYear(repayments), years)],
    }));
  const total: ReportRow = { role: "total", cells: [translate("report:words.total"), "", ...amountCells(byYear(plan.schedule), years)] };

  return {
    title: translate("report:sheets.plan"),
    notes: notesOf(subject),
    columns: [
      { header: translate("report:words.project"), kind: "text" },
      { header: translate("report:words.committee"), kind: "text" },
      ...yearColumns(years, subject),
      { header: translate("report:words.sum"), kind: "amount" },
    ],
    rows: [...items, ...sums, total],
  };
}
