import { areaAddress, cellAddress } from "../a1";
import { amountCell, SheetDraft, sumOver } from "../sheetDraft";
import type { CellContent, SheetArea, SheetLayout } from "../sheetLayout";
import { checkFormat, yearFormat } from "../sheetStyles";
import { differs } from "./comparedPlans";
import { followUpTranslator, type FollowUpTranslate } from "./followUpTexts";
import { addWrappedHeader, amountColumnWidth, nameColumnWidth } from "./sheetColumns";
import type { FollowUpReport } from "./types";

/** Columns of Förändringar. */
const columns = { project: 0, committee: 1, year: 2, reason: 3, decided: 4, now: 5, difference: 6, ofReason: 7, check: 8 } as const;
const width = 9;

const formula = (text: string): CellContent => ({ formula: `=${text}` });

/**
 * Förändringar: the decided plan beside the new one by committee and year, the sum of each reason, and every repayment
 * that differs with its reasons. The plans' amounts and the reasons' are values; differences, sums and checks are
 * formulas. Names are compared in formulas, so `followUpNames` makes them unlike one another.
 */
export function changesSheet(report: FollowUpReport): SheetLayout {
  const { language, compared, changed, committeeYears, hasDecided } = report;
  const translate = followUpTranslator(language);
  const draft = new SheetDraft(report, "changes", translate("followUp:sheets.changes"), width);
  const amount = amountColumnWidth(committeeYears.flatMap(({ decided, now }) => [decided, now]), report.decimals);
  draft.columnWidths = [nameColumnWidth([...changed.map(({ project }) => project), ...committeeYears.map(({ committee }) => committee)]), nameColumnWidth(changed.map(({ committee }) => committee)), 8, 36, amount, amount, amount, amount, 12];
  draft.addHead(translate("followUp:changesTitle"), compared);
  if (!hasDecided) return draft.layout();
  if (!differs(report)) draft.style("note", draft.area(draft.add(translate("followUp:changes.nothing")), 1, 0, 1));
  else addTables(draft, report, translate);
  return draft.layout();
}

function addTables(draft: SheetDraft, report: FollowUpReport, translate: FollowUpTranslate): void {
  const { committeeYears, reasons, changed } = report;
  const overallRow = draft.add(translate("report:control.overall"), null);
  draft.style("section", draft.area(overallRow, 1, 0, 1));
  draft.style("overall", draft.area(overallRow, 1, 1, 1));
  for (const note of [translate("report:control.overallHint"), translate("followUp:changes.explained")]) draft.style("note", draft.area(draft.add(note), 1, 0, 1));
  draft.add();

  // Where the repayments will stand: after two tables, each with a title and a header, a total and an empty row.
  const firstYear = draft.nextRow + 2;
  const firstReason = firstYear + committeeYears.length + 2 + 2;
  const firstChange = firstReason + reasons.length + 2 + 2;
  const count = changed.reduce((sum, { reasons: own }) => sum + own.length, 0);
  const column = (of: keyof typeof columns) => draft.area(firstChange, count, columns[of], 1);
  const ok = translate("report:control.ok");

  addCommitteeYears(draft, report, translate, column, ok);
  addReasons(draft, report, translate, column, { ok, differenceTotal: cellAddress(firstYear + committeeYears.length, columns.difference) });
  addChanges(draft, report, translate, ok);

  const checks = draft.area(firstYear, draft.nextRow - firstYear, columns.check, 1);
  const expected = committeeYears.length + 1 + 1 + changed.length + 1;
  const good = `COUNTIF(${areaAddress(checks, "both")},"${ok}")`;
  (draft.cells[overallRow] ?? [])[1] = formula(`IF(${good}=${expected},"${ok}",${expected}-${good}&"${translate("report:control.deviations")}")`);
  draft.format(checkFormat, checks);
  draft.style("check", checks);
}

function begin(draft: SheetDraft, title: string, headers: readonly string[]): number {
  draft.style("section", draft.area(draft.add(title), 1, 0, 1));
  return addWrappedHeader(draft, headers, columns.decided);
}

/** @param names so many columns of names, which wrap when they are long */
function finish(draft: SheetDraft, first: number, rows: number, totalRow: number, names: number): void {
  draft.style("rows", draft.area(first, rows));
  if (names > 0) draft.names(draft.area(first, rows, 0, names));
  draft.format(yearFormat, draft.area(first, rows, columns.year, 1));
  draft.style("sentence", draft.area(first, rows, columns.year, 1));
  draft.amounts(draft.area(first, rows + 1, columns.decided, columns.check - columns.decided));
  draft.style("total", draft.area(totalRow));
  draft.add();
}

/** OK when what the reasons sum to is the difference, to the öre; else what is missing. */
function check(ofReason: string, difference: string, ok: string): CellContent {
  const off = `ROUND(${ofReason}-${difference},2)`;
  return formula(`IF(${off}<>0,${off},"${ok}")`);
}

/** The sum of the reasons' amounts in the rows that have a text or year in a column. */
function matching(sum: SheetArea, where: { area: SheetArea; equals: string }[]): CellContent {
  const factors = where.map(({ area, equals }) => `(${areaAddress(area, "both")}=${equals})*1`);
  return formula(`SUMPRODUCT(${[...factors, areaAddress(sum, "both")].join(",")})`);
}

type ColumnOf = (of: keyof typeof columns) => SheetArea;

function addCommitteeYears(draft: SheetDraft, { committeeYears }: FollowUpReport, translate: FollowUpTranslate, column: ColumnOf, ok: string): void {
  const words = (["decided", "now", "difference", "ofReason"] as const).map((name) => translate(`followUp:words.${name}`));
  begin(draft, translate("followUp:changes.perYear"), [translate("report:words.committee"), "", translate("report:words.year"), "", ...words, translate("report:control.check")]);
  const first = draft.nextRow;
  for (const { committee, year, decided, now } of committeeYears) {
    const row = draft.nextRow;
    const at = (of: keyof typeof columns) => cellAddress(row, columns[of]);
    const ofReason = matching(column("ofReason"), [
      { area: column("committee"), equals: at("project") },
      { area: column("year"), equals: at("year") },
    ]);
    draft.add(committee, null, year, null, amountCell(decided), amountCell(now), formula(`${at("now")}-${at("decided")}`), ofReason, check(at("ofReason"), at("difference"), ok));
  }
  const total = (of: keyof typeof columns) => sumOver(draft.area(first, committeeYears.length, columns[of], 1));
  const row = draft.nextRow;
  draft.add(translate("report:words.total"), null, null, null, total("decided"), total("now"), total("difference"), total("ofReason"), check(cellAddress(row, columns.ofReason), cellAddress(row, columns.difference), ok));
  finish(draft, first, committeeYears.length, row, 1);
}

function addReasons(draft: SheetDraft, { reasons }: FollowUpReport, translate: FollowUpTranslate, column: ColumnOf, { ok, differenceTotal }: { ok: string; differenceTotal: string }): void {
  begin(draft, translate("followUp:changes.perReason"), [translate("followUp:words.reason"), "", "", "", "", "", "", translate("followUp:words.ofReason"), translate("report:control.check")]);
  const first = draft.nextRow;
  for (const { reason } of reasons) {
    const name = cellAddress(draft.nextRow, columns.project);
    draft.add(reason, null, null, null, null, null, null, matching(column("ofReason"), [{ area: column("reason"), equals: name }]), null);
  }
  const row = draft.nextRow;
  draft.add(translate("report:words.total"), null, null, null, null, null, null, sumOver(draft.area(first, reasons.length, columns.ofReason, 1)), check(cellAddress(row, columns.ofReason), differenceTotal, ok));
  finish(draft, first, reasons.length, row, 0);
}

function addChanges(draft: SheetDraft, { changed }: FollowUpReport, translate: FollowUpTranslate, ok: string): void {
  const words = (["reason", "decided", "now", "difference", "ofReason"] as const).map((name) => translate(`followUp:words.${name}`));
  const header = begin(draft, translate("followUp:changes.perRepayment"), [translate("report:words.project"), translate("report:words.committee"), translate("report:words.year"), ...words, translate("report:control.check")]);
  // The table that takes pages; those before it do not have its header.
  draft.titleRows = `$${header + 1}:$${header + 1}`;
  const first = draft.nextRow;
  for (const { project, committee, year, decided, now, reasons } of changed) {
    const from = draft.nextRow;
    reasons.forEach(({ reason, amount }, index) => {
      const at = (of: keyof typeof columns) => cellAddress(from, columns[of]);
      const sum = `SUM(${areaAddress(draft.area(from, reasons.length, columns.ofReason, 1))})`;
      // The plans' amounts and the check stand once for each repayment, beside its first reason.
      const plans = index > 0 ? [null, null, null] : [amountCell(decided), amountCell(now), formula(`${at("now")}-${at("decided")}`)];
      draft.add(project, committee, year, reason, ...plans, amountCell(amount), index > 0 ? null : check(sum, at("difference"), ok));
    });
  }
  const rows = draft.nextRow - first;
  const total = (of: keyof typeof columns) => sumOver(draft.area(first, rows, columns[of], 1));
  const row = draft.nextRow;
  draft.add(translate("report:words.total"), null, null, null, null, null, total("difference"), total("ofReason"), check(cellAddress(row, columns.ofReason), cellAddress(row, columns.difference), ok));
  finish(draft, first, rows, row, columns.decided);
}
