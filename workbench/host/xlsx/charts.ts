import type { Chart, Sheet } from "../model";
import { chartParts, readChart } from "./chartXml";
import { anchorAt, frameOf, gridOf, unitsPerPoint } from "./geometry";
import { xmlDocument, type Package } from "./package";
import { descendants, escapeText, parseXml, prefixed, spliced, xmlElement, type XmlElement } from "./xml";

const drawingNamespace = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const mainNamespace = "http://schemas.openxmlformats.org/drawingml/2006/main";
const chartNamespace = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const relationshipNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const drawingType = "application/vnd.openxmlformats-officedocument.drawing+xml";
const chartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

type Grid = ReturnType<typeof gridOf>;
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
