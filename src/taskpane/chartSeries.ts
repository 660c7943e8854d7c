import type { AmountUnit } from "../i18n/format";
import type { FundYear } from "../planning/types";
import type { ReportTable } from "../report/types";

/**
 * A line or a stack of a chart: amounts in kr as doubles, which only decide how high something is drawn.
 * The texts that belong to them are made from the exact amounts.
 */
export interface ChartSeries {
  name: string;
  points: { year: number; height: number; amount: string }[];
}

const series = (name: string, amounts: [year: number, amount: string][]): ChartSeries => ({
  name,
  points: amounts.map(([year, amount]) => ({ year, amount, height: Number(amount) })),
});

/** The rows of a table of repayments: one series per committee, and one for all. */
export function repaymentSeries({ columns, rows }: ReportTable): { committees: ChartSeries[]; total: ChartSeries } {
  const years = columns.flatMap(({ year }, index) => (year === undefined ? [] : [{ year, index }]));
  const of = ({ cells }: ReportTable["rows"][number]) => series(cells[0] ?? "", years.map(({ year, index }) => [year, cells[index] ?? "0"]));
  const total = rows.find(({ role }) => role === "total");
  return { committees: rows.filter(({ role }) => role === "sum").map(of), total: total ? of(total) : series("", []) };
}

/** The fund's balance at the end of each year. */
export function balanceSeries(name: string, fund: readonly FundYear[]): ChartSeries {
  return series(name, fund.map(({ year, closing }) => [year, closing]));
}

/** The year with the highest point, and with the lowest: the first of several; undefined without points. */
export function extremes({ points }: ChartSeries): { highest: ChartSeries["points"][number]; lowest: ChartSeries["points"][number] } | undefined {
  const [first] = points;
  if (!first) return undefined;
  return {
    highest: points.reduce((best, point) => (point.height > best.height ? point : best), first),
    lowest: points.reduce((best, point) => (point.height < best.height ? point : best), first),
  };
}

/** Where an axis has its lines: from zero (or below the lowest) to above the highest, in round steps. */
export function axisTicks(all: readonly ChartSeries[]): number[] {
  const heights = all.flatMap(({ points }) => points).map(({ height }) => height);
  const most = heights.reduce((highest, height) => Math.max(highest, height), 0);
  const least = heights.reduce((lowest, height) => Math.min(lowest, height), 0);
  const rough = Math.max(most - least, 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((round) => round * power >= rough) ?? 10) * power;
  const [from, to] = [Math.floor(least / step), Math.max(Math.ceil(most / step), 1)];
  return Array.from({ length: to - from + 1 }, (_, index) => (from + index) * step);
}

/** The unit in which an axis up to such an amount is easiest to read. */
export function axisUnit(all: readonly ChartSeries[]): AmountUnit {
  const most = all.flatMap(({ points }) => points).reduce((highest, { height }) => Math.max(highest, Math.abs(height)), 0);
  return most >= 2_000_000 ? "mkr" : most >= 2000 ? "tkr" : "kr";
}
