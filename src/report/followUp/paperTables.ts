import { difference, isZero, sum } from "../amounts";
import { span } from "../planTable";
import type { AmountByYear, ReportColumn, ReportRow, ReportTable } from "../types";
import { followUpTranslator } from "./followUpTexts";
import type { ComparedYear, FollowUpReport } from "./types";

/** A paper's tables have at most two columns of names: what is longer is years beside one another. */
const names = (...headers: string[]): ReportColumn[] => headers.map((header) => ({ header, kind: "text" }));
const amounts = (...headers: string[]): ReportColumn[] => headers.map((header) => ({ header, kind: "amount" }));

const totalOf = (label: string, rows: readonly ReportRow[], columns: readonly ReportColumn[]): ReportRow => ({
  role: "total",
  cells: columns.map(({ kind }, index) => (index === 0 ? label : kind === "amount" ? sum(rows.map(({ cells }) => cells[index] || "0")) : "")),
});

/** What was expected of the year, and what came; nothing stands where nothing has been reported. */
export function outcomesTable({ rows, language, year }: FollowUpReport): ReportTable {
  const translate = followUpTranslator(language);
  const columns = [...names(translate("report:words.project"), translate("report:words.committee")), ...amounts(translate("followUp:words.expected"), translate("followUp:words.established"), translate("followUp:words.preliminary"))];
  const items = rows.map(({ project, committee, expected, status, outcome = "" }): ReportRow => ({ role: "item", cells: [project, committee, expected, status === "established" ? outcome : "", status === "preliminary" ? outcome : ""] }));
  return { title: translate("followUp:paper.outcomes", { year }), notes: [translate("followUp:year.explained")], columns, rows: [...items, totalOf(translate("report:words.total"), items, columns)] };
}

/** What was to be repaid in the year, and what was booked. */
export function repaymentsTable({ rows, language, year }: FollowUpReport): ReportTable {
  const translate = followUpTranslator(language);
  const columns = [...names(translate("report:words.project"), translate("report:words.committee")), ...amounts(translate("followUp:words.planned"), translate("followUp:words.booked"), translate("followUp:words.bookedDifference"))];
  const items = rows
    .filter(({ planned, booked }) => booked !== undefined || !isZero(planned))
    .map(({ project, committee, planned, booked }): ReportRow => ({ role: "item", cells: [project, committee, planned, booked ?? "", difference(booked ?? "0", planned)] }));
  return { title: translate("followUp:paper.repayments", { year }), notes: [], columns, rows: [...items, totalOf(translate("report:words.total"), items, columns)] };
}

/** Amounts of the years, and their sum. */
function yearCells(byYear: AmountByYear, years: readonly number[]): string[] {
  const cells = years.map((year) => byYear.get(year) ?? "0");
  return [...cells, sum(cells)];
}

function yearColumns(years: readonly number[], language: FollowUpReport["language"]): ReportColumn[] {
  return [...years.map((year): ReportColumn => ({ header: String(year), kind: "amount", year })), ...amounts(followUpTranslator(language)("report:words.sum"))];
}

/** The decided plan, the new one and the difference, by committee and in all, year by year. */
export function plansTable({ committeeYears, language }: FollowUpReport): ReportTable {
  const translate = followUpTranslator(language);
  const years = span(committeeYears.map(({ year }) => year));
  const three = (name: string, rows: readonly ComparedYear[]): ReportRow[] => {
    const by = (of: "decided" | "now") => yearCells(new Map(years.map((year) => [year, sum(rows.filter((row) => row.year === year).map((row) => row[of]))])), years);
    const [decided, now] = [by("decided"), by("now")];
    return [
      { role: "grant", cells: [name, translate("followUp:words.decided"), ...decided] },
      { role: "repayment", cells: [name, translate("followUp:words.now"), ...now] },
      { role: "change", cells: [name, translate("followUp:words.difference"), ...now.map((amount, index) => difference(amount, decided[index]!))] },
    ];
  };
  const committees = [...new Set(committeeYears.map(({ committee }) => committee))];
  return {
    title: translate("followUp:paper.plans"),
    notes: [],
    columns: [...names(translate("report:words.committee"), translate("report:words.item")), ...yearColumns(years, language)],
    rows: [...committees.flatMap((committee) => three(committee, committeeYears.filter((row) => row.committee === committee))), ...three(translate("report:words.total"), committeeYears)],
  };
}

/** Rows of something, with an amount for each year that it has one; in the order that they come. */
function yearTable(title: string, headers: string[], entries: readonly { labels: string[]; year: number; amount: string }[], language: FollowUpReport["language"]): ReportTable {
  const years = span(entries.map(({ year }) => year));
  const groups = new Map<string, { labels: string[]; byYear: Map<number, string> }>();
  for (const { labels, year, amount } of entries) {
    const key = JSON.stringify(labels);
    const group = groups.get(key) ?? { labels, byYear: new Map<number, string>() };
    groups.set(key, group);
    group.byYear.set(year, sum([group.byYear.get(year) ?? "0", amount]));
  }
  const columns = [...names(...headers), ...yearColumns(years, language)];
  const rows = [...groups.values()].map(({ labels, byYear }): ReportRow => ({ role: "item", cells: [...labels, ...yearCells(byYear, years)] }));
  return { title, notes: [], columns, rows: [...rows, totalOf(followUpTranslator(language)("report:words.total"), rows, columns)] };
}

/** What each reason comes to, year by year. */
export function reasonsTable({ changed, reasons, language }: FollowUpReport): ReportTable {
  const translate = followUpTranslator(language);
  const all = changed.flatMap(({ year, reasons: own }) => own.map(({ reason, amount }) => ({ labels: [reason], year, amount })));
  const inOrder = reasons.flatMap(({ reason }) => all.filter(({ labels }) => labels[0] === reason));
  return yearTable(translate("followUp:paper.reasons"), [translate("followUp:words.reason")], inOrder, language);
}

/** Why each project's repayments differ, by committee, year by year. */
export function changesTable({ changed, language }: FollowUpReport): ReportTable {
  const translate = followUpTranslator(language);
  const all = changed.flatMap(({ project, committee, year, reasons }) => reasons.map(({ reason, amount }) => ({ labels: [translate("followUp:paper.projectAt", { project, committee }), reason], year, amount })));
  return yearTable(translate("followUp:paper.changes"), [translate("followUp:paper.projectAndCommittee"), translate("followUp:words.reason")], all, language);
}

/** What each project was to save and has saved, year by year. */
export function evaluationTable({ evaluations, language }: FollowUpReport): ReportTable {
  const translate = followUpTranslator(language);
  const columns = [...names(translate("report:words.project"), translate("report:words.year")), ...amounts(translate("followUp:words.expected"), translate("followUp:words.established"), translate("followUp:words.preliminary"))];
  const rows = evaluations
    .filter(({ years }) => years.length > 0)
    .flatMap(({ project, years, expected, achieved, preliminary }): ReportRow[] => [
      ...years.map((year): ReportRow => ({ role: "item", cells: [project, String(year.year), year.expected, year.established === "none" && isZero(year.achieved) ? "" : year.achieved, isZero(year.preliminary) ? "" : year.preliminary] })),
      { role: "sum", cells: [project, translate("report:words.sum"), expected, achieved, preliminary] },
    ]);
  return { title: translate("followUp:evaluation.title"), notes: [translate("followUp:evaluation.explained")], columns, rows };
}
