import type { Chart, Sheet } from "../model";
import { writeXlsx, type SheetChart } from "hucre/xlsx";
import { anchorAt, frameOf, gridOf, unitsPerPoint } from "./geometry";
import { xmlDocument, type Package } from "./package";
import { child, childrenOf, descendants, escapeText, flag, parseXml, prefixed, spliced, xmlElement, type XmlElement } from "./xml";
import { readZip } from "./zip";

const drawingNamespace = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const mainNamespace = "http://schemas.openxmlformats.org/drawingml/2006/main";
const chartNamespace = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const relationshipNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const drawingType = "application/vnd.openxmlformats-officedocument.drawing+xml";
const chartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

type Grid = ReturnType<typeof gridOf>;
type Kind = Pick<SheetChart, "type" | "barGrouping" | "lineGrouping" | "areaGrouping" | "showLineMarkers">;

/** Excel.ChartType in hucre's words. What is not here is drawn as clustered columns. */
const kinds: Record<string, Kind> = {
  ColumnClustered: { type: "column", barGrouping: "clustered" },
  ColumnStacked: { type: "column", barGrouping: "stacked" },
  ColumnStacked100: { type: "column", barGrouping: "percentStacked" },
  BarClustered: { type: "bar", barGrouping: "clustered" },
  BarStacked: { type: "bar", barGrouping: "stacked" },
  BarStacked100: { type: "bar", barGrouping: "percentStacked" },
  Line: { type: "line", lineGrouping: "standard", showLineMarkers: false },
  LineMarkers: { type: "line", lineGrouping: "standard", showLineMarkers: true },
  LineStacked: { type: "line", lineGrouping: "stacked", showLineMarkers: false },
  Area: { type: "area", areaGrouping: "standard" },
  AreaStacked: { type: "area", areaGrouping: "stacked" },
  Pie: { type: "pie" },
  Doughnut: { type: "doughnut" },
};

/** A chart and where it stands: the drawing's relationship to its part. */
export interface PlacedChart {
  link: string;
  chart: Chart;
}

/** The charts of a sheet. */
export function readCharts(file: Package, sheetPath: string, grid: Grid): PlacedChart[] {
  const drawing = file.target(sheetPath, { kind: "drawing" });
  const xml = drawing === undefined ? undefined : file.text(drawing);
  if (drawing === undefined || xml === undefined) return [];
  return parseXml(xml).children.flatMap((anchor) => {
    const link = chartLink(anchor);
    const part = link === undefined ? undefined : file.target(drawing, { id: link });
    const chartXml = part === undefined ? undefined : file.text(part);
    if (link === undefined || chartXml === undefined) return [];
    const properties = descendants(anchor, "cNvPr")[0]?.attributes ?? {};
    const chart: Chart = { id: properties["id"] ?? link, name: properties["name"] ?? "", ...readChart(parseXml(chartXml)), ...frameOf(grid, anchor) };
    if (properties["descr"] !== undefined) chart.altText = properties["descr"];
    return [{ link, chart }];
  });
}

function chartLink(anchor: XmlElement): string | undefined {
  const chart = descendants(anchor, "chart")[0];
  return chart && prefixed(chart, "id");
}

function readChart(root: XmlElement): Pick<Chart, "type" | "title" | "series" | "legend"> {
  const chart = child(root, "chart");
  const plot = child(chart, "plotArea")?.children.find(({ name }) => name.endsWith("Chart"));
  const series = childrenOf(plot, "ser").map((ser) => {
    const formula = (name: string) => descendants(child(ser, name), "f")[0]?.text;
    const tx = child(ser, "tx");
    const nameAddress = descendants(tx, "f")[0]?.text;
    const name = nameAddress === undefined ? child(tx, "v")?.text : undefined;
    const categoriesAddress = formula("cat") ?? formula("xVal");
    return {
      ...(name === undefined ? {} : { name }),
      ...(nameAddress === undefined ? {} : { nameAddress }),
      valuesAddress: formula("val") ?? formula("yVal") ?? "",
      ...(categoriesAddress === undefined ? {} : { categoriesAddress }),
    };
  });
  const title = child(chart, "title");
  return { type: chartTypeOf(plot), title: descendants(title, "t").map(({ text }) => text).join(""), series, legend: child(chart, "legend") !== undefined };
}

function chartTypeOf(plot: XmlElement | undefined): string {
  const value = (name: string) => child(plot, name)?.attributes["val"];
  const stacking = { stacked: "Stacked", percentStacked: "Stacked100" }[value("grouping") ?? ""];
  const plain = (plot?.name ?? "").replace(/3D/, "").replace(/Chart$/, "");
  if (plain === "bar") return `${value("barDir") === "bar" ? "Bar" : "Column"}${stacking ?? "Clustered"}`;
  if (plain === "line") {
    const bare = childrenOf(plot, "ser").every((ser) => child(child(ser, "marker"), "symbol")?.attributes["val"] === "none");
    return `Line${bare || !flag(value("marker")) ? "" : "Markers"}${stacking ?? ""}`;
  }
  if (plain === "area") return `Area${stacking ?? ""}`;
  return { pie: "Pie", doughnut: "Doughnut", scatter: "XYScatter", radar: "Radar", bubble: "Bubble", surface: "Surface", stock: "StockHLC" }[plain] ?? "ColumnClustered";
}

/**
 * Adds, changes and removes charts in the sheet's drawing; pictures, shapes and charts that have not changed
 * stay as they are. Returns the id of a new drawing for the sheet to point to.
 */
export async function writeCharts(file: Package, sheetPath: string, placed: PlacedChart[], sheet: Sheet, grid: Grid): Promise<string | undefined> {
  const kept = placed.filter(({ chart }) => sheet.charts.some((now) => JSON.stringify(now) === JSON.stringify(chart)));
  const added = sheet.charts.filter((now) => !kept.some(({ chart }) => chart.id === now.id));
  const gone = placed.filter((each) => !kept.includes(each));
  if (added.length === 0 && gone.length === 0) return undefined;
  const existing = file.target(sheetPath, { kind: "drawing" });
  const drawing = existing ?? file.newPath("xl/drawings/drawing", ".xml");
  const xml = file.text(drawing) ?? xmlDocument(`<xdr:wsDr xmlns:xdr="${drawingNamespace}" xmlns:a="${mainNamespace}"></xdr:wsDr>`);
  const root = parseXml(xml);
  const lost = root.children.filter((anchor) => gone.some(({ link }) => link === chartLink(anchor)));
  let nextId = Math.max(1, ...descendants(root, "cNvPr").map(({ attributes }) => Number(attributes["id"]) || 0)) + 1;
  const anchors: string[] = [];
  const newParts = added.length === 0 ? [] : await chartParts(added, sheet.name);
  if (!existing) file.write(drawing, xml, drawingType);
  for (const [index, chart] of added.entries()) {
    const path = file.newPath("xl/charts/chart", ".xml");
    file.write(path, newParts[index] ?? "", chartType);
    const number = Number(chart.id);
    const used = descendants(root, "cNvPr").some(({ attributes }) => attributes["id"] === chart.id && !lost.some((anchor) => descendants(anchor, "cNvPr").some((own) => own.attributes["id"] === chart.id)));
    const id = Number.isInteger(number) && number > 0 && !used ? number : nextId++;
    anchors.push(anchorXml(chart, id, file.link(drawing, "chart", path), grid));
  }
  for (const { link } of gone) file.unlink(drawing, link);
  const changed = spliced(xml, [...lost.map(({ start, end }) => ({ start, end, text: "" })), { start: root.contentEnd, end: root.contentEnd, text: anchors.join("") }]);
  file.write(drawing, root.contentStart === root.end ? xml.replace(/\/>\s*$/, `>${anchors.join("")}</${root.tag}>`) : changed);
  return existing ? undefined : file.link(sheetPath, "drawing", drawing);
}

/** The new charts' parts, drawn by hucre; it knows series names as texts only, so addresses are put in here. */
async function chartParts(charts: Chart[], sheetName: string): Promise<string[]> {
  const drawn = charts.map((chart): SheetChart => {
    const kind = kinds[chart.type] ?? { type: "column", barGrouping: "clustered" };
    return {
      ...kind,
      ...(chart.title === "" ? {} : { title: chart.title }),
      anchor: { from: { row: 0, col: 0 } },
      legend: chart.legend ? "bottom" : false,
      series: chart.series.map(({ name, nameAddress, valuesAddress, categoriesAddress }) => ({
        ...(nameAddress ?? name ? { name: nameAddress ? mark(nameAddress) : (name ?? "") } : {}),
        values: plainAddress(valuesAddress),
        ...(categoriesAddress === undefined ? {} : { categories: plainAddress(categoriesAddress) }),
        ...(chart.type === "Line" || chart.type === "LineStacked" ? { marker: { symbol: "none" as const } } : {}),
      })),
    };
  });
  const parts = await readZip(await writeXlsx({ sheets: [{ name: sheetName, charts: drawn }] }));
  return charts.map((_, index) => {
    const xml = new TextDecoder().decode(parts.get(`xl/charts/chart${index + 1}.xml`));
    return xml.replace(/<c:v>\u2063([^<]*)\u2063<\/c:v>/g, "<c:strRef><c:f>$1</c:f></c:strRef>");
  });
}

/** An address between invisible separators, which no name has, to be found in hucre's answer. */
const mark = (address: string) => `\u2063${plainAddress(address)}\u2063`;
const plainAddress = (address: string) => address.replace(/^=/, "");

function anchorXml(chart: Chart, id: number, link: string, grid: Grid): string {
  const { column, columnOffset, row, rowOffset } = anchorAt(grid, chart.left, chart.top);
  const number = (name: string, value: number) => `<xdr:${name}>${value}</xdr:${name}>`;
  const from = `<xdr:from>${number("col", column)}${number("colOff", columnOffset)}${number("row", row)}${number("rowOff", rowOffset)}</xdr:from>`;
  const size = { cx: Math.round(chart.width * unitsPerPoint), cy: Math.round(chart.height * unitsPerPoint) };
  const frame =
    `<xdr:nvGraphicFramePr>${xmlElement("xdr:cNvPr", { id, name: chart.name, descr: chart.altText })}<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${chartNamespace}">` +
    `<c:chart xmlns:c="${chartNamespace}" xmlns:r="${relationshipNamespace}" r:id="${escapeText(link)}"/></a:graphicData></a:graphic>`;
  const content = `${from}${xmlElement("xdr:ext", size)}<xdr:graphicFrame macro="">${frame}</xdr:graphicFrame><xdr:clientData/>`;
  return `<xdr:oneCellAnchor xmlns:xdr="${drawingNamespace}" xmlns:a="${mainNamespace}">${content}</xdr:oneCellAnchor>`;
}
