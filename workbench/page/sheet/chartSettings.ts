import type { ChartConfiguration, ChartDataset, ChartType } from "chart.js";
import { parseAddress } from "../../host/address";
import { displayText } from "../../host/numberFormat";
import type { CellValue, Chart, ChartSeries } from "../../host/model";
import type { OpenWorkbook } from "../openWorkbook";
import { SHEET_FONT } from "./textWidth";

const ACCENTS = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47", "#264478", "#9E480E"];
const TEXT = "#595959";

interface Kind {
  type: ChartType;
  stacked: boolean;
  share: boolean;
  horizontal: boolean;
  filled: boolean;
  markers: boolean;
}

/** Excel's chart type in the terms of Chart.js: "ColumnStacked100", "LineMarkers", "Doughnut" … */
function kindOf(type: string): Kind {
  const name = (/^(Column|Bar|Line|Area|Pie|Doughnut|XYScatter)/.exec(type)?.[1] ?? "Column") as "Column" | "Bar" | "Line" | "Area" | "Pie" | "Doughnut" | "XYScatter";
  const types: Record<typeof name, ChartType> = { Column: "bar", Bar: "bar", Line: "line", Area: "line", Pie: "pie", Doughnut: "doughnut", XYScatter: "scatter" };
  return { type: types[name], stacked: type.includes("Stacked"), share: type.endsWith("100"), horizontal: name === "Bar", filled: name === "Area", markers: type.includes("Markers") };
}

/** The cells of a series' address in one line, with the number format of the first. */
function cellsAt(workbook: OpenWorkbook, address: string): { values: CellValue[]; format: string | undefined } {
  const { sheet: name, area } = parseAddress(address);
  const sheet = workbook.host.workbook.sheets.find((one) => one.name === name);
  if (!sheet) return { values: [], format: undefined };
  return { values: workbook.values(sheet, area).flat(), format: sheet.cells.get(area.row)?.get(area.column)?.numberFormat };
}

function labelsOf(workbook: OpenWorkbook, series: ChartSeries | undefined): string[] {
  if (!series) return [];
  const { values, format } = series.categoriesAddress === undefined ? { values: cellsAt(workbook, series.valuesAddress).values.map((_, index) => index + 1), format: undefined } : cellsAt(workbook, series.categoriesAddress);
  return values.map((value) => displayText(value, format));
}

function nameOf(workbook: OpenWorkbook, series: ChartSeries, index: number): string {
  if (series.name !== undefined) return series.name;
  const cells = series.nameAddress === undefined ? undefined : cellsAt(workbook, series.nameAddress).values;
  return cells ? cells.join(" ") : `Serie${index + 1}`;
}

function dataset(workbook: OpenWorkbook, chart: Chart, series: ChartSeries, index: number): ChartDataset {
  const kind = kindOf(series.type ?? chart.type);
  const colour = ACCENTS[index % ACCENTS.length] as string;
  const round = kind.type === "pie" || kind.type === "doughnut";
  const line = kind.type === "line";
  return {
    type: kind.type,
    label: nameOf(workbook, series, index),
    data: cellsAt(workbook, series.valuesAddress).values.map((value) => (typeof value === "number" ? value : 0)),
    backgroundColor: round ? ACCENTS : (series.fillColor ?? colour),
    borderColor: line ? (series.lineColor ?? series.fillColor ?? colour) : undefined,
    borderWidth: line ? 2.5 : 0,
    fill: kind.filled,
    pointRadius: kind.markers ? 3 : 0,
    // Lines are drawn over columns.
    order: line ? 0 : 1,
    ...(kind.type === "bar" ? { categoryPercentage: 0.7, barPercentage: kind.stacked ? 1 : 0.9 } : {}),
    ...(series.axisGroup === "Secondary" ? { [kind.horizontal ? "xAxisID" : "yAxisID"]: "secondary" } : {}),
  } as ChartDataset;
}

/** Everything that Chart.js needs to draw the chart as Excel does, without movement. */
export function chartSettings(workbook: OpenWorkbook, chart: Chart): ChartConfiguration {
  const kind = kindOf(chart.type);
  const datasets = chart.series.map((series, index) => dataset(workbook, chart, series, index));
  const title = chart.title || (datasets.length === 1 ? (datasets[0]?.label ?? "") : "");
  const format = chart.valueAxis?.numberFormat ?? (chart.series[0] ? cellsAt(workbook, chart.series[0].valuesAddress).format : undefined);
  const round = kind.type === "pie" || kind.type === "doughnut";
  const font = { family: SHEET_FONT, size: 12 };
  const axisTitle = (text: string | undefined) => ({ display: text !== undefined && text !== "", text, color: TEXT, font });
  const valueScale = {
    stacked: kind.stacked,
    min: chart.valueAxis?.minimum,
    max: chart.valueAxis?.maximum,
    display: chart.valueAxis?.visible ?? true,
    border: { display: false },
    grid: { display: chart.valueAxis?.gridlines ?? true, color: "#D9D9D9" },
    ticks: { color: TEXT, font, callback: (value: string | number) => displayText(Number(value), format) },
    title: axisTitle(chart.valueAxis?.title),
  };
  const categoryScale = {
    stacked: kind.stacked,
    display: chart.categoryAxis?.visible ?? true,
    reverse: chart.categoryAxis?.reversePlotOrder ?? false,
    grid: { display: chart.categoryAxis?.gridlines ?? false },
    border: { color: "#BFBFBF" },
    ticks: { color: TEXT, font },
    title: axisTitle(chart.categoryAxis?.title),
  };
  const secondary = datasets.some((one) => Object.values(one).includes("secondary")) ? { secondary: { position: "right" as const, grid: { display: false }, ticks: { color: TEXT, font } } } : {};
  return {
    type: kind.type,
    data: { labels: labelsOf(workbook, chart.series[0]), datasets },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: kind.horizontal ? "y" : "x",
      layout: { padding: 8 },
      plugins: {
        title: { display: (chart.titleVisible ?? true) && title !== "", text: title, color: TEXT, font: { family: SHEET_FONT, size: 18, weight: "normal" } },
        legend: { display: chart.legend, position: (chart.legendPosition ?? "Bottom").toLowerCase() as "bottom", labels: { color: TEXT, font, boxWidth: 10, boxHeight: 10 } },
        tooltip: { enabled: false },
      },
      ...(round ? {} : { scales: { [kind.horizontal ? "x" : "y"]: valueScale, [kind.horizontal ? "y" : "x"]: categoryScale, ...secondary } }),
    },
  };
}
