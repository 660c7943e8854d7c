import type { Area, Sheet } from "../model";
import { areaAddress, parseArea } from "./address";
import { readRows, type CellContext, type PlacedRow } from "./cells";
import { readCharts, writeCharts, type PlacedChart } from "./charts";
import { columnsXml, readColumns } from "./columns";
import { readCustomProperties, writeCustomProperties } from "./customProperties";
import type { Colors } from "./formats";
import { gridOf } from "./geometry";
import { readPage, writePage } from "./page";
import { sectionElement, Sections, type Package } from "./package";
import { protectionXml, readProtection } from "./protection";
import { rowsForModel, rowsXml, usedAddress, type Computed } from "./rows";
import { withSpills, type Spills } from "./spills";
import { readTables, writeTables, type PlacedTable } from "./tables";
import { readValidations, writeValidations } from "./validations";
import { propertiesXml, readTabColor, readView, viewXml } from "./view";
import { childrenOf, xmlElement } from "./xml";

/** The children of a worksheet in schema order (ECMA-376 18.3.1.99). */
const order = (
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState " +
  "dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup " +
  "headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing drawingHF legacyDrawing legacyDrawingHF picture " +
  "oleObjects controls webPublishItems tableParts extLst"
).split(" ");

/** A new sheet before anything is written on it. */
export const emptySheet =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><dimension ref="A1"/><sheetViews><sheetView workbookViewId="0"/></sheetViews>' +
  '<sheetFormatPr defaultRowHeight="15"/><sheetData/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>';

export interface SheetContext extends CellContext {
  file: Package;
  colors: Colors;
}

/** What a worksheet's part says; the workbook's part says its name, visibility and names. */
export type SheetContent = Omit<Sheet, "id" | "name" | "visibility" | "names">;

/** A worksheet's part, read. */
export interface SheetPart {
  path: string;
  sections: Sections;
  rows: Map<number, PlacedRow>;
  tables: PlacedTable[];
  charts: PlacedChart[];
  content: SheetContent;
  selection: Area | undefined;
}

/** Reads the worksheet in that part; print titles and area are not in it. */
export function readSheet(path: string, xml: string, context: SheetContext): SheetPart {
  const { file, colors } = context;
  const sections = new Sections(xml, order);
  const section = (name: string) => sections.root.children.find((element) => element.name === name);
  const rows = readRows(section("sheetData"), context);
  const lines = { ...rowsForModel(rows), ...readColumns(section("cols")) };
  const { selection, ...view } = readView(section("sheetViews"));
  const tables = readTables(file, path);
  const charts = readCharts(file, path, gridOf(lines, section("sheetFormatPr")));
  const tabColor = readTabColor(section("sheetPr"), colors);
  const content: SheetContent = {
    ...(tabColor === undefined ? {} : { tabColor }),
    ...view,
    ...lines,
    merges: childrenOf(section("mergeCells"), "mergeCell").flatMap(({ attributes }) => parseArea(attributes["ref"] ?? "") ?? []),
    tables: tables.map(({ table }) => ({ ...table, area: { ...table.area } })),
    charts: charts.map(({ chart }) => ({ ...chart, series: chart.series.map((series) => ({ ...series })) })),
    validations: readValidations(sections),
    customProperties: readCustomProperties(file, path, section("customProperties")),
    page: readPage(sections),
    ...readProtection(section("sheetProtection")),
  };
  return { path, sections, rows, tables, charts, content, selection };
}

/**
 * Writes the sheet into its part, section by section where it differs from what is there. Returns whether
 * anything has changed. `active` and `selection` as in `viewXml`; `newTableId` gives ids that no table has.
 */
export async function writeSheet(part: SheetPart, sheet: Sheet, computed: Computed, spills: Spills, active: boolean | undefined, selection: Area | undefined, newTableId: () => number, context: SheetContext): Promise<boolean> {
  const { sections, content, path } = part;
  const { file, colors } = context;
  const element = (name: string) => sectionElement(sections.get(name));
  const set = (name: string, xml: string | undefined) => {
    if (xml !== undefined) sections.set(name, xml);
  };
  const written = withSpills(withTableHeaders(sheet), part.rows, computed, spills);
  const fitted = sheet.page.fitToWidth !== undefined || sheet.page.fitToHeight !== undefined;
  set("sheetPr", propertiesXml(sections.get("sheetPr"), element("sheetPr"), sheet.tabColor, fitted, colors));
  set("sheetViews", viewXml(sections.get("sheetViews"), element("sheetViews"), sheet, active, selection));
  set("cols", columnsXml(element("cols"), sheet));
  const data = rowsXml(sections.xml, part.rows, written, computed, context);
  if (data !== undefined) {
    sections.set("sheetData", data);
    sections.set("dimension", xmlElement("dimension", { ref: usedAddress(written) }));
  }
  set("sheetProtection", protectionXml(content, sheet));
  const merged = sheet.merges.map(areaAddress);
  if (content.merges.map(areaAddress).sort().join() !== [...merged].sort().join()) {
    set("mergeCells", merged.length === 0 ? "" : xmlElement("mergeCells", { count: merged.length }, merged.map((ref) => xmlElement("mergeCell", { ref })).join("")));
  }
  writeValidations(sections, sheet.validations);
  writePage(sections, content.page, sheet.page);
  set("customProperties", writeCustomProperties(file, path, element("customProperties"), sheet.customProperties));
  const drawing = await writeCharts(file, path, part.charts, sheet, gridOf(sheet, element("sheetFormatPr")));
  if (drawing !== undefined) sections.set("drawing", xmlElement("drawing", { "r:id": drawing }));
  set("tableParts", writeTables(file, path, part.tables, written, newTableId));
  if (sections.changed) file.write(path, sections.toString());
  return sections.changed;
}

/** A table's headers are texts in the file, as Excel makes them when it makes a table. */
function withTableHeaders(sheet: Sheet): Sheet {
  const cells = new Map(sheet.cells);
  for (const { area, showHeaders } of sheet.tables) {
    const row = cells.get(area.row);
    if (!showHeaders || !row) continue;
    const headers = new Map(row);
    for (let column = area.column; column < area.column + area.columns; column++) {
      const cell = headers.get(column);
      if (cell?.value !== undefined && typeof cell.value !== "string") headers.set(column, { ...cell, value: String(cell.value) });
    }
    cells.set(area.row, headers);
  }
  return { ...sheet, cells };
}
