import { translator } from "../i18n";
import { areaAddress, cellAddress, onSheet } from "./a1";
import { amountWidth } from "./columnWidths";
import { amountCell, SheetDraft, sumOver } from "./sheetDraft";
import type { CellContent, SheetArea, SheetLayout } from "./sheetLayout";
import type { FramePlaces } from "./sheetFrames";
import type { PlanPlaces } from "./sheetPlan";
import { accent, accentLight, yearFormat } from "./sheetStyles";
import type { PlanReport } from "./types";

/** Columns of Fondkonto, from 0. */
export const fundColumns = { year: 0, opening: 1, contributions: 2, withdrawals: 3, repayments: 4, closing: 5 } as const;

/** Where the years of the fund account stand. */
export interface FundPlaces {
  yearRow: Map<number, number>;
  firstRow: number;
  years: number;
  totalRow: number;
}

const chartRows = 18;
/** So many years and the chart still read well on one page. */
const yearsOnPage = 40;

/**
 * Fondkonto: the first opening and the contributions are values, grants and repayments come from the other sheets,
 * the balances are formulas; the lowest balance below, and a chart.
 */
export function fundSheet(report: PlanReport, plan: PlanPlaces, frames: FramePlaces): { layout: SheetLayout; places: FundPlaces } {
  const { columns, rows, notes, title } = report.fund;
  const translate = translator(report.language);
  const years = rows.filter(({ role }) => role === "item");
  const draft = new SheetDraft(report, "fund", title, columns.length);
  const width = Math.max(18, amountWidth(report.fund, report.decimals));
  draft.columnWidths = [24, ...Array<number>(columns.length - 1).fill(width)];
  draft.addHead(title, notes);
  const headerRow = draft.addHeader(columns.map((column) => (column.kind === "year" ? { ...column, kind: "text" as const } : column)));

  const firstRow = draft.nextRow;
  const yearRow = new Map<number, number>();
  const linked = (address: string | undefined): CellContent => (address === undefined ? 0 : { formula: `=${address}` });
  years.forEach(({ cells }, index) => {
    const row = draft.nextRow;
    const year = Number(cells[fundColumns.year]);
    const at = (column: keyof typeof fundColumns) => cellAddress(row, fundColumns[column]);
    const frameColumn = frames.yearColumn.get(year);
    const planColumn = plan.yearColumn.get(year);
    draft.add(
      year,
      index === 0 ? amountCell(cells[fundColumns.opening] ?? "0") : { formula: `=${cellAddress(row - 1, fundColumns.closing)}` },
      amountCell(cells[fundColumns.contributions] ?? "0"),
      linked(frameColumn === undefined ? undefined : onSheet("frames", cellAddress(frames.totalGrantRow, frameColumn))),
      linked(planColumn === undefined ? undefined : onSheet("plan", cellAddress(plan.totalRow, planColumn))),
      { formula: `=${at("opening")}+${at("contributions")}-${at("withdrawals")}+${at("repayments")}` },
    );
    yearRow.set(year, row);
  });
  const column = (name: keyof typeof fundColumns): SheetArea => draft.area(firstRow, years.length, fundColumns[name], 1);
  draft.style("rows", draft.area(firstRow, years.length));
  draft.style("strong", column("closing"));
  draft.format(yearFormat, column("year"));
  draft.style("sentence", column("year"));
  const closingAt = { formula: `=${cellAddress(firstRow + years.length - 1, fundColumns.closing)}` };
  const openingAt = { formula: `=${cellAddress(firstRow, fundColumns.opening)}` };
  const totalRow = draft.add(translate("report:words.sum"), openingAt, sumOver(column("contributions")), sumOver(column("withdrawals")), sumOver(column("repayments")), closingAt);
  draft.style("total", draft.area(totalRow));
  draft.amounts(draft.area(firstRow, years.length + 1, 1));

  draft.add();
  const closing = areaAddress(column("closing"));
  const lowestRow = draft.add(translate("report:fund.lowest"), { formula: `=MIN(${closing})` });
  draft.amounts(draft.area(lowestRow, 1, 1, 1));
  const lowest = cellAddress(lowestRow, 1);
  const lowestYearRow = draft.add(translate("report:fund.lowestYear"), { formula: `=INDEX(${areaAddress(column("year"))},MATCH(${lowest},${closing},0))` });
  draft.format(yearFormat, draft.area(lowestYearRow, 1, 1, 1));

  draft.add();
  draft.charts.push({
    title: translate("report:fund.chart"),
    type: "ColumnClustered",
    categories: column("year"),
    series: [
      { name: draft.area(headerRow, 1, fundColumns.closing, 1), values: column("closing"), color: accent },
      { name: draft.area(headerRow, 1, fundColumns.repayments, 1), values: column("repayments"), color: accentLight },
    ],
    place: { row: draft.nextRow, column: 0, rows: chartRows, columns: columns.length },
  });
  draft.onePage = years.length <= yearsOnPage;
  draft.frozen = { rows: firstRow, columns: 1 };
  draft.titleRows = `$${headerRow + 1}:$${headerRow + 1}`;
  return { layout: draft.layout(), places: { yearRow, firstRow, years: years.length, totalRow } };
}
