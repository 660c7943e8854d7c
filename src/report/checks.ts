import { translator } from "../i18n";
import { areaAddress, cellAddress, onSheet } from "./a1";
import { amountCell, sumOver, type SheetDraft } from "./sheetDraft";
import { fundColumns, type FundPlaces } from "./sheetFund";
import type { FramePlaces } from "./sheetFrames";
import type { CellContent } from "./sheetLayout";
import type { PlanPlaces } from "./sheetPlan";
import { yearFormat } from "./sheetStyles";
import type { PlanReport, ReportTable } from "./types";

/** What the checks compare: the report's own figures, and where the other sheets have theirs. */
export interface ControlSubject {
  report: PlanReport;
  plan: PlanPlaces;
  frames: FramePlaces;
  /** Left out when there is no fund account. */
  fund: FundPlaces | undefined;
}

/** Columns of Kontroll: the figure computed, then the same figure on each sheet. */
const computed = 1;
const onPlan = 2;
const onFrames = 3;
const onFund = 4;
const checkColumn = 6;

const formula = (text: string): CellContent => ({ formula: `=${text}` });

/** OK when each figure equals the first to the öre, else the first difference there is. */
function equalCheck(row: number, first: number, others: number[], ok: string): CellContent {
  const differences = others.map((column) => `ROUND(${cellAddress(row, column)}-${cellAddress(row, first)},2)`);
  return formula(differences.reduceRight((otherwise, difference) => `IF(${difference}<>0,${difference},${otherwise})`, `"${ok}"`));
}

/** A table's heading, notes and header row. */
function begin(draft: SheetDraft, title: string, notes: string[], headers: string[]): void {
  draft.style("section", draft.area(draft.add(title), 1, 0, 1));
  for (const note of notes) draft.style("note", draft.area(draft.add(note), 1, 0, 1));
  const columns = Array.from({ length: draft.width }, (_, column) => ({
    header: headers[column] ?? "",
    kind: column === 0 ? ("text" as const) : ("amount" as const),
  }));
  draft.addHeader(columns);
}

function end(draft: SheetDraft, firstRow: number): void {
  const rows = draft.nextRow - firstRow;
  draft.style("rows", draft.area(firstRow, rows));
  draft.names(draft.area(firstRow, rows, 0, 1));
  draft.amounts(draft.area(firstRow, rows, 1, checkColumn - 1));
  draft.add();
}

/** Per project: cost = repaid (from the plan's own cells) + waived + stopped by cap + borne by the fund. Returns how many checks. */
export function projectChecks(draft: SheetDraft, { report, plan }: ControlSubject): number {
  const translate = translator(report.language);
  const table = report.control.projects;
  const ok = translate("report:control.ok");
  begin(draft, table.title, table.notes, [...table.columns.map(({ header }) => header), translate("report:control.check")]);
  const first = draft.nextRow;
  const identity = (row: number) => {
    const parts = areaAddress(draft.area(row, 1, 2, 4));
    const difference = `ROUND(SUM(${parts})-${cellAddress(row, 1)},2)`;
    return formula(`IF(${difference}<>0,${difference},"${ok}")`);
  };
  const projects = table.rows.filter(({ role }) => role === "item");
  for (const { cells, project = -1 } of projects) {
    const row = draft.nextRow;
    const [name = "", cost = "0", , waived = "0", stopped = "0", borne = "0"] = cells;
    const repaid = plan.projectAmounts.get(project);
    draft.add(
      name,
      amountCell(cost),
      repaid === undefined ? 0 : formula(`SUM(${onSheet("plan", areaAddress(repaid))})`),
      amountCell(waived),
      amountCell(stopped),
      amountCell(borne),
      identity(row),
    );
  }
  const sums = [1, 2, 3, 4, 5].map((column) => sumOver(draft.area(first, projects.length, column, 1)));
  const totalRow = draft.add(translate("report:words.total"), ...sums, identity(draft.nextRow));
  end(draft, first);
  draft.style("total", draft.area(totalRow));
  return projects.length + 1;
}

/** Sums and balances that must agree with one another. Returns how many checks. */
export function balanceChecks(draft: SheetDraft, { report, plan, frames, fund }: ControlSubject): number {
  const translate = translator(report.language);
  const planTotal = onSheet("plan", cellAddress(plan.totalRow, plan.sumColumn));
  const planArea = (row: number, rows: number, column: number, columns: number) => onSheet("plan", areaAddress({ row, rows, column, columns }));
  const { amounts } = plan;
  const committeeRows = [...plan.committeeRow.values()];
  const framesAt = (row: number) => onSheet("frames", cellAddress(row, frames.sumColumn));
  const checks: { name: "planRows" | "planCommittees" | "results" | "negative" | "frames" | "costs" | "fundClosing" | "fundChain"; first: CellContent; second: CellContent }[] = [];

  if (amounts.rows > 0) {
    checks.push({
      name: "planRows",
      first: formula(`SUM(${planArea(amounts.row, amounts.rows, plan.sumColumn, 1)})`),
      second: formula(`SUM(${planArea(plan.totalRow, 1, amounts.column, amounts.columns)})`),
    });
    checks.push({
      name: "planCommittees",
      first: formula(`SUM(${planArea(Math.min(...committeeRows), committeeRows.length, plan.sumColumn, 1)})`),
      second: formula(planTotal),
    });
  }
  checks.push({ name: "results", first: amountCell(report.control.projects.rows.at(-1)?.cells[2] ?? "0"), second: formula(planTotal) });
  if (amounts.rows > 0) {
    checks.push({ name: "negative", first: formula(`COUNTIF(${onSheet("plan", areaAddress(amounts))},"<0")`), second: 0 });
  }
  checks.push({ name: "frames", first: formula(`${framesAt(frames.totalGrantRow)}-${framesAt(frames.totalRepaymentRow)}`), second: formula(framesAt(frames.totalChangeRow)) });
  if (fund !== undefined) {
    const at = (row: number, column: keyof typeof fundColumns) => onSheet("fund", cellAddress(row, fundColumns[column]));
    const down = (column: keyof typeof fundColumns, row = fund.firstRow, rows = fund.years) =>
      onSheet("fund", areaAddress({ row, rows, column: fundColumns[column], columns: 1 }));
    checks.push({ name: "costs", first: amountCell(report.control.projects.rows.at(-1)?.cells[1] ?? "0"), second: formula(at(fund.totalRow, "withdrawals")) });
    checks.push({
      name: "fundClosing",
      first: formula(`${at(fund.firstRow, "opening")}+SUM(${down("contributions")})-SUM(${down("withdrawals")})+SUM(${down("repayments")})`),
      second: formula(at(fund.firstRow + fund.years - 1, "closing")),
    });
    if (fund.years > 1) {
      const openings = down("opening", fund.firstRow + 1, fund.years - 1);
      const closings = down("closing", fund.firstRow, fund.years - 1);
      checks.push({ name: "fundChain", first: formula(`SUMPRODUCT((ROUND(${openings}-${closings},2)<>0)*1)`), second: 0 });
    }
  }

  const headers = ["", translate("report:control.sums.first"), translate("report:control.sums.second"), "", "", "", translate("report:control.check")];
  begin(draft, translate("report:control.sums.title"), [], headers);
  const first = draft.nextRow;
  for (const check of checks) {
    draft.add(translate(`report:control.sums.${check.name}`), check.first, check.second, null, null, null, equalCheck(draft.nextRow, 2, [1], translate("report:control.ok")));
  }
  end(draft, first);
  return checks.length;
}

/** A table of the computation's figures beside the same figures on the sheets. Returns how many checks. */
function compare(draft: SheetDraft, { report }: ControlSubject, table: ReportTable, figures: { column: number; header: string; cell: (row: ReportTable["rows"][number]) => CellContent }[]): number {
  if (table.rows.length === 0) return 0;
  const translate = translator(report.language);
  const headers = table.columns.map(({ header }) => header);
  for (const { column, header } of figures) headers[column] = header;
  headers[checkColumn] = translate("report:control.check");
  begin(draft, table.title, table.notes, headers);
  const first = draft.nextRow;
  for (const row of table.rows) {
    const at = draft.nextRow;
    const [label = "", amount = "0"] = row.cells;
    const cells: CellContent[] = Array<CellContent>(draft.width).fill(null);
    cells[0] = table.columns[0]?.kind === "year" ? Number(label) : label;
    cells[computed] = amountCell(amount);
    for (const { column, cell } of figures) cells[column] = cell(row);
    cells[checkColumn] = equalCheck(at, computed, figures.map(({ column }) => column), translate("report:control.ok"));
    draft.add(...cells);
  }
  if (table.columns[0]?.kind === "year") {
    draft.format(yearFormat, draft.area(first, table.rows.length, 0, 1));
    draft.style("sentence", draft.area(first, table.rows.length, 0, 1));
  }
  end(draft, first);
  return table.rows.length;
}

/** Per year of the fund account: repayments, grants and closing balance are the same everywhere. Returns how many checks. */
export function yearChecks(draft: SheetDraft, subject: ControlSubject): number {
  const { report, plan, frames, fund } = subject;
  const { control } = report;
  const yearOf = (row: ReportTable["rows"][number]) => Number(row.cells[0]);
  const linked = (kind: "plan" | "frames", row: number, column: number | undefined): CellContent =>
    column === undefined ? 0 : formula(onSheet(kind, cellAddress(row, column)));
  const fundCell = (year: number, column: keyof typeof fundColumns): CellContent => {
    const row = fund?.yearRow.get(year);
    return row === undefined ? 0 : formula(onSheet("fund", cellAddress(row, fundColumns[column])));
  };
  const planFigure = { column: onPlan, header: report.plan.title, cell: (row: ReportTable["rows"][number]) => linked("plan", plan.totalRow, plan.yearColumn.get(yearOf(row))) };
  const frameFigure = (totalRow: number) => ({
    column: onFrames,
    header: report.frames.title,
    cell: (row: ReportTable["rows"][number]) => linked("frames", totalRow, frames.yearColumn.get(yearOf(row))),
  });
  const fundFigure = (column: keyof typeof fundColumns) => ({
    column: onFund,
    header: report.fund.title,
    cell: (row: ReportTable["rows"][number]) => fundCell(yearOf(row), column),
  });
  return (
    compare(draft, subject, control.repayments, [planFigure, frameFigure(frames.totalRepaymentRow), fundFigure("repayments")]) +
    compare(draft, subject, control.grants, [frameFigure(frames.totalGrantRow), fundFigure("withdrawals")]) +
    compare(draft, subject, control.closing, [fundFigure("closing")])
  );
}

/** Per committee over all years: repayments and changes of frame are as computed. Returns how many checks. */
export function committeeChecks(draft: SheetDraft, subject: ControlSubject): number {
  const { report, plan, frames } = subject;
  const onRow = (kind: "plan" | "frames", rows: Map<number, number>, column: number) => ({ committee = -1 }: ReportTable["rows"][number]): CellContent => {
    const row = rows.get(committee);
    return row === undefined ? 0 : formula(onSheet(kind, cellAddress(row, column)));
  };
  return (
    compare(draft, subject, report.control.committees, [
      { column: onPlan, header: report.plan.title, cell: onRow("plan", plan.committeeRow, plan.sumColumn) },
      { column: onFrames, header: report.frames.title, cell: onRow("frames", frames.repaymentRow, frames.sumColumn) },
    ]) +
    compare(draft, subject, report.control.changes, [
      { column: onFrames, header: report.frames.title, cell: onRow("frames", frames.changeRow, frames.sumColumn) },
    ])
  );
}
