import type { Area, Cell, Sheet, Table } from "../model";
import { areaAddress, parseArea } from "./address";
import { formulaForFile } from "./formulas";
import { Sections, xmlDocument, type Package } from "./package";
import { child, childrenOf, decodeText, encodeText, escapeText, flag, parseXml, raw, rewritten, xmlElement, type XmlElement } from "./xml";

const mainNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";
const order = ["autoFilter", "sortState", "tableColumns", "tableStyleInfo", "extLst"];
/** What a totals row's SUBTOTAL does, in the file's words. */
const totals: Record<string, string> = { "101": "average", "102": "countNums", "103": "count", "104": "max", "105": "min", "107": "stdDev", "109": "sum", "110": "var" };

/** A table and the part that it stands in. */
export interface PlacedTable {
  path: string;
  /** The sheet's relationship to it. */
  link: string;
  table: Table;
}

/** The tables of the sheet in that part. */
export function readTables(file: Package, sheetPath: string): PlacedTable[] {
  return file.relationships(sheetPath).flatMap(({ kind, target, id }) => {
    const xml = kind === "table" ? file.text(target) : undefined;
    const table = xml === undefined ? undefined : readTable(parseXml(xml));
    return table ? [{ path: target, link: id, table }] : [];
  });
}

function readTable(root: XmlElement): Table | undefined {
  const { id = "", name = "", displayName = name, ref = "", headerRowCount = "1", totalsRowCount = "0" } = root.attributes;
  const area = parseArea(ref);
  const style = child(root, "tableStyleInfo")?.attributes ?? {};
  const autoFilter = child(root, "autoFilter");
  return area && {
    id, name: displayName, area, showHeaders: headerRowCount !== "0", showTotals: totalsRowCount !== "0", style: style["name"] ?? "",
    showBandedRows: flag(style["showRowStripes"]),
    ...(flag(style["showFirstColumn"]) ? { highlightFirstColumn: true } : {}),
    ...(flag(style["showLastColumn"]) ? { highlightLastColumn: true } : {}),
    ...(flag(style["showColumnStripes"]) ? { showBandedColumns: true } : {}),
    showFilterButton: autoFilter !== undefined && !childrenOf(autoFilter, "filterColumn").some((column) => flag(column.attributes["hiddenButton"])),
  };
}

/** Adds, changes and removes the sheet's table parts; returns the new `<tableParts>`, undefined when it stays. */
export function writeTables(file: Package, sheetPath: string, placed: PlacedTable[], sheet: Sheet, newId: () => number): string | undefined {
  const links: string[] = [];
  let listChanged = false;
  for (const table of sheet.tables) {
    const old = placed.find((candidate) => candidate.table.id === table.id);
    const columns = columnsOf(table, sheet);
    if (old) {
      links.push(old.link);
      const xml = file.text(old.path) ?? "";
      const now = changedTable(xml, old.table, table, columns);
      if (now !== xml) file.write(old.path, now);
      continue;
    }
    const path = file.newPath("xl/tables/table", ".xml");
    file.write(path, newTable(table, columns, newId()), contentType);
    links.push(file.link(sheetPath, "table", path));
    listChanged = true;
  }
  for (const { link } of placed) {
    if (links.includes(link)) continue;
    file.unlink(sheetPath, link);
    listChanged = true;
  }
  if (!listChanged) return undefined;
  return links.length === 0 ? "" : xmlElement("tableParts", { count: links.length }, links.map((link) => xmlElement("tablePart", { "r:id": link })).join(""));
}

interface Column {
  name: string;
  total: Cell | undefined;
}

/** Excel wants a text in every header, and no two alike (whatever the case). */
function columnsOf({ area, showHeaders, showTotals }: Table, sheet: Sheet): Column[] {
  const taken = new Set<string>();
  return Array.from({ length: area.columns }, (_, index) => {
    const cell = (row: number) => sheet.cells.get(row)?.get(area.column + index);
    const wanted = showHeaders ? String(cell(area.row)?.value ?? "") : "";
    let name = wanted || `Kolumn${index + 1}`;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted || "Kolumn"}${number}`;
    taken.add(name.toLowerCase());
    return { name, total: showTotals ? cell(area.row + area.rows - 1) : undefined };
  });
}

function totalAttributes(total: Cell | undefined): { attributes: Record<string, string>; content: string } {
  if (total?.formula !== undefined) {
    const code = /^=SUBTOTAL\((\d+),[^,]*\)$/i.exec(total.formula)?.[1];
    const known = totals[code ?? ""];
    if (known !== undefined) return { attributes: { totalsRowFunction: known }, content: "" };
    return { attributes: { totalsRowFunction: "custom" }, content: xmlElement("totalsRowFormula", {}, escapeText(formulaForFile(total.formula))) };
  }
  return total?.value === undefined || total.value === "" ? { attributes: {}, content: "" } : { attributes: { totalsRowLabel: encodeText(String(total.value)) }, content: "" };
}

function tableAttributes(table: Table) {
  return {
    name: table.name, displayName: table.name, ref: areaAddress(table.area), headerRowCount: table.showHeaders ? undefined : 0,
    totalsRowCount: table.showTotals ? 1 : undefined, totalsRowShown: table.showTotals ? undefined : false,
  };
}

function filterXml(table: Table): string {
  if (!table.showFilterButton || !table.showHeaders) return "";
  const rows = table.area.rows - (table.showTotals ? 1 : 0);
  return xmlElement("autoFilter", { ref: areaAddress({ ...table.area, rows } as Area) });
}

function styleXml(table: Table): string {
  return xmlElement("tableStyleInfo", {
    name: table.style || undefined, showFirstColumn: table.highlightFirstColumn ?? false, showLastColumn: table.highlightLastColumn ?? false,
    showRowStripes: table.showBandedRows, showColumnStripes: table.showBandedColumns ?? false,
  });
}

function newTable(table: Table, columns: Column[], id: number): string {
  const list = columns.map(({ name, total }, index) => {
    const { attributes, content } = totalAttributes(total);
    return xmlElement("tableColumn", { id: index + 1, name: encodeName(name), ...attributes }, content);
  });
  const content = filterXml(table) + xmlElement("tableColumns", { count: list.length }, list.join("")) + styleXml(table);
  return xmlDocument(xmlElement("table", { xmlns: mainNamespace, id, ...tableAttributes(table) }, content));
}

/** A line break in a header is written as an escape here, though not in the cell. */
function encodeName(name: string): string {
  return encodeText(name).replaceAll("\n", "_x000a_").replaceAll("\t", "_x0009_");
}

function changedTable(xml: string, before: Table, table: Table, columns: Column[]): string {
  const root = parseXml(xml);
  const list = child(root, "tableColumns");
  const olds = childrenOf(list, "tableColumn");
  const names = olds.map((column) => decodeText(column.attributes["name"] ?? ""));
  // Without a header row the names are the table's own; nothing in the sheet says them.
  const sameColumns = table.showHeaders ? names.join("\n") === columns.map(({ name }) => name).join("\n") : names.length === columns.length;
  const same = sameColumns && JSON.stringify(before) === JSON.stringify(table);
  if (same) return xml;
  const sections = new Sections(xml, order);
  if (areaAddress(before.area) !== areaAddress(table.area) || before.showFilterButton !== table.showFilterButton || before.showTotals !== table.showTotals || before.showHeaders !== table.showHeaders) {
    sections.set("autoFilter", filterXml(table));
    sections.set("sortState", "");
  }
  if (styleXml(before) !== styleXml(table)) sections.set("tableStyleInfo", styleXml(table));
  if (!sameColumns || before.showTotals !== table.showTotals) {
    let nextId = Math.max(0, ...olds.map((column) => Number(column.attributes["id"] ?? 0))) + 1;
    const written = columns.map(({ name, total }, index) => {
      const old = olds[names.indexOf(name)] ?? (names.length === columns.length ? olds[index] : undefined);
      const { attributes, content } = totalAttributes(total);
      if (!old) return xmlElement("tableColumn", { id: nextId++, name: encodeName(name), ...attributes }, content);
      const rest = old.children.filter((element) => element.name !== "totalsRowFormula").map((element) => raw(xml, element)).join("");
      return rewritten(xml, old, { name: encodeName(name), totalsRowFunction: undefined, totalsRowLabel: undefined, ...attributes }, rest + content);
    });
    sections.set("tableColumns", list ? rewritten(xml, list, { count: written.length }, written.join("")) : xmlElement("tableColumns", { count: written.length }, written.join("")));
  }
  const inner = sections.toString();
  const again = parseXml(inner);
  return inner.slice(0, again.start) + rewritten(inner, again, tableAttributes(table)) + inner.slice(again.end);
}
