import { LineChart, ResponsiveContainer, VerticalStackedBarChart } from "@fluentui/react-charts";
import { memo } from "react";
import type { Language } from "../../../i18n";
import { formatAmount, type AmountUnit } from "../../../i18n/format";
import { axisTicks, type ChartSeries } from "../../chartSeries";
import { Drawing } from "./Drawing";
import { comparedColour, seriesColour } from "./seriesColours";

const culture = (language: Language) => (language === "sv" ? "sv-SE" : "en-GB");
const margins = { top: 12, bottom: 28, left: 44, right: 12 };
/** How the plan that is compared with is drawn. */
const dashed = { strokeDasharray: "6 4", strokeLinecap: "butt" as const };
/** "10" on an axis in mkr. */
const tick = (unit: AmountUnit, language: Language) => (value: number) => formatAmount(String(value), language, unit, 1).replace(/\s\p{L}+$/u, "");
/** So many years have room for their names under the axis. */
const namedYears = 8;

/** The years of a chart, those named under its axis, and what Fluent is told of any chart: its round amounts beside the axis. */
function axesOf(series: ChartSeries[], unit: AmountUnit, language: Language) {
  const years = [...new Set(series.flatMap(({ points }) => points.map(({ year }) => year)))].sort((a, b) => a - b);
  const step = Math.max(1, Math.ceil(years.length / namedYears));
  const ticks = axisTicks(series);
  return {
    years,
    named: years.filter((_, index) => index % step === 0),
    axes: { culture: culture(language), margins, hideLegend: true, yAxisTickFormat: tick(unit, language), yAxisTickValues: ticks, yMinValue: ticks[0], yMaxValue: ticks.at(-1) },
  };
}

interface RepaymentChartProps {
  committees: ChartSeries[];
  total: ChartSeries;
  /** All repayments of the plan that is compared with. */
  line: ChartSeries | null;
  unit: AmountUnit;
  language: Language;
}

/** Repayments per year, stacked by committee. Drawn anew only for other figures: a chart takes as long as all the rest of the tab. */
export const RepaymentChart = memo(function RepaymentChart({ committees, total, line, unit, language }: RepaymentChartProps) {
  const { years, named, axes } = axesOf([total, ...(line ? [line] : [])], unit, language);
  const at = (series: ChartSeries, year: number) => series.points.find((point) => point.year === year);
  const data = years.map((year) => {
    const compared = line && { legend: line.name, y: at(line, year)?.height ?? 0, color: comparedColour, lineOptions: dashed, yAxisCalloutData: formatAmount(at(line, year)?.amount ?? "0", language) };
    return {
      xAxisPoint: String(year),
      chartData: committees.flatMap((committee, index) => {
        const point = at(committee, year);
        if (!point || point.height === 0) return [];
        return [{ legend: committee.name, data: point.height, color: seriesColour(index), yAxisCalloutData: formatAmount(point.amount, language), xAxisCalloutData: String(year) }];
      }),
      ...(compared ? { lineData: [compared] } : {}),
    };
  });
  return (
    <Drawing>
      <ResponsiveContainer>
        <VerticalStackedBarChart
          {...axes}
          data={data}
          hideLabels
          barGapMax={2}
          barWidth="auto"
          xAxisInnerPadding={0.35}
          tickValues={named.map(String)}
        />
      </ResponsiveContainer>
    </Drawing>
  );
});

interface BalanceChartProps {
  lines: ChartSeries[];
  unit: AmountUnit;
  language: Language;
}

/** The fund's balance at the end of each year, under one plan or two; drawn anew as the other chart is. */
export const BalanceChart = memo(function BalanceChart({ lines, unit, language }: BalanceChartProps) {
  const data = {
    // The first is drawn last: the dashed line lies over the other where they agree.
    lineChartData: lines.map(({ name, points }, index) => ({
      legend: name,
      color: index === 0 ? seriesColour(0) : comparedColour,
      lineOptions: { strokeWidth: 3, ...(index > 0 ? dashed : {}) },
      data: points.map(({ year, height, amount }) => ({ x: year, y: height, xAxisCalloutData: String(year), yAxisCalloutData: formatAmount(amount, language) })),
    })).reverse(),
  };
  const { named, axes } = axesOf(lines, unit, language);
  return (
    <Drawing>
      <ResponsiveContainer>
        <LineChart {...axes} data={data} tickValues={named} />
      </ResponsiveContainer>
    </Drawing>
  );
});
