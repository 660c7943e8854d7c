import { cellAddress } from "../a1";
import { amountCell, SheetDraft, sumOver } from "../sheetDraft";
import type { CellContent, SheetLayout } from "../sheetLayout";
import { yearFormat } from "../sheetStyles";
import type { ReportText } from "../types";
import { followUpTranslator, type FollowUpTranslate } from "./followUpTexts";
import { addWrappedHeader, amountColumnWidth, nameColumnWidth } from "./sheetColumns";
import type { FollowUpReport } from "./types";

/** Columns of Uppföljning: what it is about, what came of it, and what was repaid. */
const columns = { project: 0, committee: 1, status: 2, source: 3, date: 4, expected: 5, established: 6, preliminary: 7, planned: 8, booked: 9, difference: 10 } as const;
const width = 11;
const firstAmount = columns.expected;
const amountColumns = width - firstAmount;

/**
 * Uppföljning: the year's outcomes and repayments, what is missing, what the projects have come to year by year, and the
 * control groups. Reported amounts are values; differences, sums and effects are formulas.
 */
export function followUpSheet(report: FollowUpReport): SheetLayout {
  const { language, title, compared, rows, evaluations, year } = report;
  const translate = followUpTranslator(language);
  const draft = new SheetDraft(report, "followUp", translate("followUp:sheets.followUp"), width);
  const amount = amountColumnWidth([...rows.flatMap(({ expected, planned }) => [expected, planned]), ...evaluations.map(({ expected }) => expected)], report.decimals);
  const names = [...rows, ...evaluations].map(({ project }) => project);
  draft.columnWidths = [nameColumnWidth(names), nameColumnWidth(rows.map(({ committee }) => committee)), 13, 20, 12, ...Array<number>(amountColumns).fill(amount)];
  draft.addHead(title, compared);

  begin(draft, translate("followUp:year.title", { year }), [translate("followUp:year.explained")]);
  if (rows.length === 0) draft.style("note", draft.area(draft.add(translate("followUp:year.nothing", { year })), 1, 0, 1));
  else addYear(draft, report, translate);
  draft.add();
  addTexts(draft, translate("followUp:missing.title", { year }), [], report.missing.length > 0 ? report.missing : [{ label: translate("report:words.all"), text: translate("followUp:missing.none") }]);
  if (evaluations.some(({ years }) => years.length > 0)) {
    begin(draft, translate("followUp:evaluation.title"), [translate("followUp:evaluation.explained")]);
    addEvaluation(draft, report, translate);
    draft.add();
    draft.addSentences(report.evaluated);
    draft.add();
  }
  if (report.comparisons.length > 0) {
    begin(draft, translate("followUp:comparison.title"), [translate("followUp:comparison.explained")]);
    addComparisons(draft, report, translate);
    draft.add();
    draft.addSentences(report.observed);
  }
  draft.titleColumns = "$A:$B";
  return draft.layout();
}

function begin(draft: SheetDraft, title: string, notes: readonly string[]): void {
  draft.style("section", draft.area(draft.add(title), 1, 0, 1));
  for (const note of notes) draft.style("note", draft.area(draft.add(note), 1, 0, 1));
}

function addTexts(draft: SheetDraft, title: string, notes: readonly string[], entries: ReportText["entries"]): void {
  begin(draft, title, notes);
  draft.addSentences(entries);
  draft.add();
}

/** The table's rows, as high as their names need, and its total under them. */
function finish(draft: SheetDraft, first: number, rows: number, names: number, totalRow?: number): void {
  draft.style("rows", draft.area(first, rows));
  draft.names(draft.area(first, rows, 0, names));
  if (totalRow !== undefined) draft.style("total", draft.area(totalRow));
}

const amountOr = (amount: string | undefined): CellContent => (amount === undefined ? null : amountCell(amount));

function addYear(draft: SheetDraft, { rows }: FollowUpReport, translate: FollowUpTranslate): void {
  const word = (name: "project" | "committee") => translate(`report:words.${name}`);
  const own = (["status", "source", "date", "expected", "established", "preliminary", "planned", "booked", "bookedDifference"] as const).map((name) => translate(`followUp:words.${name}`));
  addWrappedHeader(draft, [word("project"), word("committee"), ...own], firstAmount);
  const first = draft.nextRow;
  for (const { project, committee, status, source, date, expected, outcome, planned, booked } of rows) {
    const row = draft.nextRow;
    draft.add(
      project,
      committee,
      translate(`followUp:status.${status}`),
      source ?? null,
      date ?? null,
      amountCell(expected),
      amountOr(status === "established" ? outcome : undefined),
      amountOr(status === "preliminary" ? outcome : undefined),
      amountCell(planned),
      amountOr(booked),
      { formula: `=${cellAddress(row, columns.booked)}-${cellAddress(row, columns.planned)}` },
    );
  }
  const sums = Array.from({ length: amountColumns }, (_, index) => sumOver(draft.area(first, rows.length, firstAmount + index, 1)));
  const totalRow = draft.add(translate("report:words.total"), null, null, null, null, ...sums);
  draft.amounts(draft.area(first, rows.length + 1, firstAmount));
  finish(draft, first, rows.length, columns.date, totalRow);
}

function addEvaluation(draft: SheetDraft, { evaluations }: FollowUpReport, translate: FollowUpTranslate): void {
  const own = (["expected", "established", "preliminary", "achievedDifference"] as const).map((name) => translate(`followUp:words.${name}`));
  addWrappedHeader(draft, [translate("report:words.project"), translate("report:words.year"), translate("followUp:words.isEstablished"), "", "", ...own], firstAmount);
  const figures = own.length;
  const first = draft.nextRow;
  const sumRows: number[] = [];
  for (const { project, years } of evaluations.filter((one) => one.years.length > 0)) {
    const from = draft.nextRow;
    for (const { year, expected, achieved, preliminary, established } of years) {
      const row = draft.nextRow;
      const difference: CellContent = established === "all" ? { formula: `=${cellAddress(row, columns.established)}-${cellAddress(row, columns.expected)}` } : null;
      draft.add(project, year, translate(`followUp:extent.${established}`), null, null, amountCell(expected), amountCell(achieved), amountCell(preliminary), difference);
    }
    const sums = Array.from({ length: figures }, (_, index) => sumOver(draft.area(from, years.length, firstAmount + index, 1)));
    const sumRow = draft.add(project, translate("report:words.sum"), null, null, null, ...sums);
    draft.style("strong", draft.area(sumRow));
    sumRows.push(sumRow);
  }
  const count = draft.nextRow - first;
  const totals = Array.from({ length: figures }, (_, index): CellContent => ({ formula: `=${sumRows.map((row) => cellAddress(row, firstAmount + index)).join("+")}` }));
  const totalRow = sumRows.length > 1 ? draft.add(translate("report:words.total"), null, null, null, null, ...totals) : undefined;
  draft.format(yearFormat, draft.area(first, count, 1, 1));
  draft.style("sentence", draft.area(first, count, 1, 1));
  draft.amounts(draft.area(first, count + 1, firstAmount, figures));
  finish(draft, first, count, 1, totalRow);
}

function addComparisons(draft: SheetDraft, { comparisons }: FollowUpReport, translate: FollowUpTranslate): void {
  const own = (["projectCount", "projectBefore", "projectAfter", "controlCount", "controlBefore", "controlAfter", "effect"] as const).map((name) => translate(`followUp:words.${name}`));
  addWrappedHeader(draft, [translate("report:words.project"), translate("followUp:words.measure"), "", "", ...own], 4);
  const first = draft.nextRow;
  for (const { project, measure, groups, effect } of comparisons) {
    const row = draft.nextRow;
    const group = ({ observations, before, after }: (typeof groups)["project"]) => (observations === 0 ? [0, null, null] : [observations, Number(before), Number(after)]);
    const at = (column: number) => cellAddress(row, column);
    draft.add(project, measure, null, null, ...group(groups.project), ...group(groups.control), effect === undefined ? null : { formula: `=ROUND((${at(6)}-${at(5)})-(${at(9)}-${at(8)}),6)` });
  }
  finish(draft, first, comparisons.length, 2);
}
