import { writeXlsx, type SheetChart } from "hucre/xlsx";
import type { Chart, ChartAxis, ChartSeries } from "../model";
import { child, childrenOf, descendants, flag, parseXml, raw, type XmlElement } from "./xml";
import { readZip } from "./zip";

type Kind = Pick<SheetChart, "type" | "barGrouping" | "lineGrouping" | "areaGrouping" | "showLineMarkers">;
type Axes = NonNullable<SheetChart["axes"]>;

/** Excel.ChartType in hucre's words. What is not here is drawn as clustered columns. */
const kinds: Record<string, Kind> = {
  ColumnClustered: { type: "column", barGrouping: "clustered" },
  ColumnStacked: { type: "column", barGrouping: "stacked" },
  ColumnStacked100: { type: "column", barGrouping: "percentStacked" },
  BarClustered: { type: "bar", barGrouping: "clustered" },
  BarStacked: { type: "bar", barGrouping: "stacked" },
  BarStacked100: { type: "bar", barGrouping: "percentStacked" },
  Line: { type: "line", lineGrouping: "standard" },
  LineStacked: { type: "line", lineGrouping: "stacked" },
  LineMarkers: { type: "line", lineGrouping: "standard" },
  LineMarkersStacked: { type: "line", lineGrouping: "stacked" },
  Area: { type: "area", areaGrouping: "standard" },
  AreaStacked: { type: "area", areaGrouping: "stacked" },
  AreaStacked100: { type: "area", areaGrouping: "percentStacked" },
  Pie: { type: "pie" },
  Doughnut: { type: "doughnut" },
  XYScatter: { type: "scatter" },
};
const otherKinds: Record<string, string> = { pie: "Pie", doughnut: "Doughnut", scatter: "XYScatter", radar: "Radar", bubble: "Bubble", surface: "Surface", stock: "StockHLC" };
const legends = { t: ["Top", "top"], b: ["Bottom", "bottom"], l: ["Left", "left"], r: ["Right", "right"], tr: ["Corner", "topRight"] } as const;

/** A chart's own part in the model's words; what an unchanged default says is left out. */
export function readChart(root: XmlElement): Omit<Chart, "id" | "name" | "left" | "top" | "width" | "height"> {
  const chart = child(root, "chart");
  const area = child(chart, "plotArea");
  const plots = area?.children.filter(({ name }) => name.endsWith("Chart")) ?? [];
  const type = chartType(plots[0]);
  const series = plots
    .flatMap((plot) => childrenOf(plot, "ser").map((ser) => ({ order: Number(child(ser, "order")?.attributes["val"] ?? 0), series: readSeries(ser, plot, type) })))
    .sort((a, b) => a.order - b.order);
  const title = child(chart, "title");
  const legend = child(chart, "legend");
  const position = legends[(child(legend, "legendPos")?.attributes["val"] ?? "r") as keyof typeof legends]?.[0];
  const categories = child(area, "catAx") ?? child(area, "dateAx");
  // A scatter chart has two value axes, the horizontal one first.
  const [horizontal, vertical] = childrenOf(area, "valAx");
  const value = readAxis(categories ? horizontal : vertical, true);
  const category = readAxis(categories ?? horizontal, false);
  return {
    type,
    title: descendants(title, "t").map(({ text }) => text).join(""),
    ...(!title && flag(child(chart, "autoTitleDeleted")?.attributes["val"]) ? { titleVisible: false } : {}),
    series: series.map((each) => each.series),
    legend: legend !== undefined,
    ...(legend && position !== "Right" ? { legendPosition: position } : {}),
    ...(value ? { valueAxis: value } : {}),
    ...(category ? { categoryAxis: category } : {}),
  };
}

function readSeries(ser: XmlElement, plot: XmlElement, chartsType: string): ChartSeries {
  const formula = (name: string) => descendants(child(ser, name), "f")[0]?.text;
  const nameFormula = formula("tx");
  // LibreOffice writes a plain name as a formula that is a text.
  const literal = /^"([\s\S]*)"$/.exec(nameFormula ?? "")?.[1]?.replaceAll('""', '"');
  const nameAddress = literal === undefined ? nameFormula : undefined;
  const name = literal ?? (nameAddress === undefined ? child(child(ser, "tx"), "v")?.text : undefined);
  const categoriesAddress = formula("cat") ?? formula("xVal");
  const shape = child(ser, "spPr");
  const color = (parent: XmlElement | undefined) => {
    const code = child(child(parent, "solidFill"), "srgbClr")?.attributes["val"];
    return code === undefined ? undefined : `#${code.toUpperCase()}`;
  };
  const [fill, line] = [color(shape), color(child(shape, "ln"))];
  const lines = plot.name.startsWith("line");
  const type = chartType(plot);
  return {
    ...(name === undefined ? {} : { name }),
    ...(nameAddress === undefined ? {} : { nameAddress }),
    valuesAddress: formula("val") ?? formula("yVal") ?? "",
    ...(categoriesAddress === undefined ? {} : { categoriesAddress }),
    ...(type === chartsType ? {} : { type }),
    ...(fill && !lines ? { fillColor: fill } : {}),
    ...(line && (lines || line !== fill) ? { lineColor: line } : {}),
    ...(flag(child(child(ser, "dLbls"), "showVal")?.attributes["val"]) ? { hasDataLabels: true } : {}),
  };
}

function chartType(plot: XmlElement | undefined): string {
  const value = (name: string) => child(plot, name)?.attributes["val"];
  const stacking = { stacked: "Stacked", percentStacked: "Stacked100" }[value("grouping") ?? ""];
  const plain = (plot?.name ?? "").replace(/3D/, "").replace(/Chart$/, "");
  if (plain === "bar") return `${value("barDir") === "bar" ? "Bar" : "Column"}${stacking ?? "Clustered"}`;
  if (plain === "area") return `Area${stacking ?? ""}`;
  if (plain !== "line") return otherKinds[plain] ?? "ColumnClustered";
  const bare = childrenOf(plot, "ser").every((ser) => child(child(ser, "marker"), "symbol")?.attributes["val"] === "none");
  return `Line${bare || !flag(value("marker")) ? "" : "Markers"}${stacking ?? ""}`;
}

/** `lined`: gridlines are what this axis has by itself. */
function readAxis(element: XmlElement | undefined, lined: boolean): ChartAxis | undefined {
  if (!element) return undefined;
  const value = (parent: XmlElement | undefined, name: string) => child(parent, name)?.attributes["val"];
  const scaling = child(element, "scaling");
  const [minimum, maximum] = [value(scaling, "min"), value(scaling, "max")];
  const format = child(element, "numFmt")?.attributes;
  const unit = value(child(element, "dispUnits"), "builtInUnit");
  const gridlines = child(element, "majorGridlines") !== undefined;
  const axis: ChartAxis = {};
  const title = descendants(child(element, "title"), "t").map(({ text }) => text).join("");
  if (title !== "") axis.title = title;
  if (flag(value(element, "delete"))) axis.visible = false;
  if (minimum !== undefined) axis.minimum = Number(minimum);
  if (maximum !== undefined) axis.maximum = Number(maximum);
  if (format && !flag(format["sourceLinked"])) axis.numberFormat = format["formatCode"];
  if (unit !== undefined) axis.displayUnit = unit[0]?.toUpperCase() + unit.slice(1);
  if (value(scaling, "orientation") === "maxMin") axis.reversePlotOrder = true;
  if (gridlines !== lined) axis.gridlines = gridlines;
  return Object.keys(axis).length > 0 ? axis : undefined;
}

/**
 * The charts' parts, drawn by hucre. It knows one type to a chart and series names as texts only: combined
 * charts are drawn type by type and put together here, and the addresses of names are put in. A second value
 * axis is not drawn.
 */
export async function chartParts(charts: Chart[], sheetName: string): Promise<string[]> {
  const drawn = charts.map((chart) => {
    const shown = chart.series.filter(({ valuesAddress }) => valuesAddress !== "");
    const types = [...new Set(shown.map(({ type }) => type ?? chart.type))];
    return (types.length > 0 ? types : [chart.type]).map((type) => ({ type, series: shown.filter((series) => (series.type ?? chart.type) === type), order: shown }));
  });
  const sheetCharts = drawn.flatMap((groups, index) => groups.map(({ type, series }) => drawing(charts[index] as Chart, type, series)));
  const parts = await readZip(await writeXlsx({ sheets: [{ name: sheetName, charts: sheetCharts }] }));
  let next = 1;
  return drawn.map((groups) => {
    const [first = "", ...others] = groups.map(({ series, order }) => {
      const xml = new TextDecoder().decode(parts.get(`xl/charts/chart${next++}.xml`));
      return xml
        .replace(/<c:v>\u2063([^<]*)\u2063<\/c:v>/g, "<c:strRef><c:f>$1</c:f></c:strRef>")
        // The grey that Excel itself gives new charts; without it they come out black.
        .replaceAll("<c:majorGridlines/>", '<c:majorGridlines><c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>')
        .replace(/<c:idx val="(\d+)"\/><c:order val="\d+"\/>/g, (whole, number: string) => {
          const place = order.indexOf(series[Number(number)] as ChartSeries);
          return place < 0 ? whole : `<c:idx val="${place}"/><c:order val="${place}"/>`;
        });
    });
    const end = plotOf(first)?.end ?? 0;
    return first.slice(0, end) + others.map((xml) => raw(xml, plotOf(xml) as XmlElement)).join("") + first.slice(end);
  });
}

function plotOf(xml: string): XmlElement | undefined {
  return child(child(parseXml(xml), "chart"), "plotArea")?.children.find(({ name }) => name.endsWith("Chart"));
}

/** An address between invisible separators, which no name has, to be found in hucre's answer. */
const mark = (address: string) => `\u2063${plainAddress(address)}\u2063`;
const plainAddress = (address: string) => address.replace(/^=/, "");

function drawing(chart: Chart, type: string, series: ChartSeries[]): SheetChart {
  const kind = kinds[type] ?? { type: "column", barGrouping: "clustered" };
  const titled = chart.title !== "" && chart.titleVisible !== false;
  const legend = Object.values(legends).find(([name]) => name === chart.legendPosition)?.[1] ?? "right";
  return {
    ...kind,
    ...(titled ? { title: chart.title } : { showTitle: false }),
    autoTitleDeleted: chart.titleVisible === false,
    anchor: { from: { row: 0, col: 0 } },
    legend: chart.legend ? legend : false,
    axes: { x: axisOf(chart.categoryAxis, false), y: axisOf(chart.valueAxis, true) },
    series: series.map(({ name, nameAddress, valuesAddress, categoriesAddress, fillColor, lineColor, hasDataLabels }) => {
      const color = kind.type === "line" ? (lineColor ?? fillColor) : (fillColor ?? lineColor);
      const title = name ?? (nameAddress === undefined ? undefined : mark(nameAddress));
      return {
        ...(title === undefined ? {} : { name: title }),
        values: plainAddress(valuesAddress),
        ...(categoriesAddress === undefined ? {} : { categories: plainAddress(categoriesAddress) }),
        ...(color === undefined ? {} : { color: color.slice(1) }),
        ...(hasDataLabels ? { dataLabels: { showValue: true } } : {}),
        ...(type === "Line" || type === "LineStacked" ? { marker: { symbol: "none" as const } } : {}),
      };
    }),
  };
}

function axisOf(axis: ChartAxis | undefined, lined: boolean): NonNullable<Axes["y"]> {
  const unit = axis?.displayUnit === undefined || axis.displayUnit === "None" ? undefined : axis.displayUnit[0]?.toLowerCase() + axis.displayUnit.slice(1);
  return {
    ...(axis?.title ? { title: axis.title } : {}),
    gridlines: { major: axis?.gridlines ?? lined },
    majorTickMark: "none",
    minorTickMark: "none",
    scale: { ...(axis?.minimum === undefined ? {} : { min: axis.minimum }), ...(axis?.maximum === undefined ? {} : { max: axis.maximum }) },
    ...(axis?.numberFormat === undefined ? {} : { numberFormat: { formatCode: axis.numberFormat } }),
    ...(unit === undefined ? {} : { dispUnits: unit as NonNullable<NonNullable<Axes["y"]>["dispUnits"]> }),
    ...(axis?.reversePlotOrder ? { reverse: true } : {}),
    ...(axis?.visible === false ? { hidden: true } : {}),
  };
}
