import { columnIndex } from "../address";
import type { Area, Cell, CellFormat, CellValue } from "../model";
import { cellAddress, parseArea } from "./address";
import { formatKey, plainFormat } from "./formats";
import { formulaForFile, formulaFromFile, shiftedFormula } from "./formulas";
import { isDateFormat } from "./numberFormats";
import { stringItem, type SharedStrings } from "./strings";
import type { Styles } from "./styles";
import { child, childrenOf, decodeText, encodeText, escapeText, raw, xmlElement, type XmlElement } from "./xml";

/** What cells of all sheets share. */
export interface CellContext {
  /** The mark (`cm`) of a formula that spills; Excel shows one without it as an array formula of old, in braces. */
  spillMark(): number | undefined;
  styles: Styles;
  strings: SharedStrings;
  /** The workbook counts days from 1904; the model from 1900, as nearly all workbooks do. */
  date1904: boolean;
}

/** A cell of the model with what only files state. */
export interface FileCell extends Cell {
  /** The address that its formula fills. */
  spills?: string;
}

/** A cell as it stands in the file. */
export interface PlacedCell {
  element: XmlElement;
  style: number;
  /** What the model shows; undefined for a cell without content and looks of its own. */
  cell: FileCell | undefined;
  /** A formula of another cell fills it: its value is not the model's. */
  spilled?: true;
  /** A formula's stored result. */
  cached: CellValue | undefined;
  /** The group of a shared formula, and whether its text stands here. */
  shared?: { group: string; holder: boolean };
}

export interface PlacedRow {
  element: XmlElement;
  cells: Map<number, PlacedCell>;
}

const daysTo1904 = 1462;
/** The errors that files may hold; younger ones (#SPILL!, #CALC!) are stored as #VALUE!. */
const fileErrors = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"]);
const youngErrors = new Set(["#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#EXTERNAL!", "#PYTHON!"]);

/** Is the text one of Excel's error values? */
export function isErrorValue(value: CellValue | undefined): value is string {
  return typeof value === "string" && (fileErrors.has(value) || youngErrors.has(value));
}

/** The rows of a `<sheetData>`, by number. */
export function readRows(sheetData: XmlElement | undefined, context: CellContext): Map<number, PlacedRow> {
  const rows = new Map<number, PlacedRow>();
  const holders = new Map<string, { row: number; column: number; text: string }>();
  let nextRow = 0;
  for (const element of childrenOf(sheetData, "row")) {
    const number = element.attributes["r"] === undefined ? nextRow : Number(element.attributes["r"]) - 1;
    nextRow = number + 1;
    const cells = new Map<number, PlacedCell>();
    let nextColumn = 0;
    for (const cell of childrenOf(element, "c")) {
      const letters = /^[A-Za-z]+/.exec(cell.attributes["r"] ?? "")?.[0];
      const column = letters === undefined ? nextColumn : columnIndex(letters);
      nextColumn = column + 1;
      cells.set(column, readCell(cell, number, column, holders, context));
    }
    rows.set(number, { element, cells });
  }
  markSpilled(rows);
  return rows;
}

function markSpilled(rows: Map<number, PlacedRow>): void {
  for (const [number, { cells }] of rows) {
    for (const [column, { cell }] of cells) {
      const area = cell?.spills === undefined ? undefined : parseArea(cell.spills);
      for (const place of area ? cellsOf(area) : []) {
        const placed = rows.get(place.row)?.cells.get(place.column);
        if (placed && !(place.row === number && place.column === column) && placed.cell?.formula === undefined) placed.spilled = true;
      }
    }
  }
}

/** The places of an area, row by row. */
export function* cellsOf({ row, column, rows, columns }: Area): Generator<{ row: number; column: number }> {
  for (let y = row; y < row + rows; y++) for (let x = column; x < column + columns; x++) yield { row: y, column: x };
}

function readCell(element: XmlElement, row: number, column: number, holders: Map<string, { row: number; column: number; text: string }>, context: CellContext): PlacedCell {
  const style = Number(element.attributes["s"] ?? 0);
  const looks = context.styles.style(style);
  const value = readValue(element, looks.numberFormat, context);
  const f = child(element, "f");
  const placed: PlacedCell = { element, style, cell: undefined, cached: undefined };
  let formula: string | undefined;
  if (f && f.attributes["t"] === "shared") {
    const group = f.attributes["si"] ?? "";
    const holder = holders.get(group);
    if (f.text !== "") holders.set(group, { row, column, text: f.text });
    const text = f.text !== "" ? f.text : holder && shiftedFormula(holder.text, row - holder.row, column - holder.column);
    if (text !== undefined) formula = formulaFromFile(text);
    placed.shared = { group, holder: f.text !== "" };
  } else if (f && f.attributes["t"] !== "dataTable" && f.text !== "") formula = formulaFromFile(f.text);
  const cell: FileCell = {};
  if (f?.attributes["t"] === "array" && f.attributes["ref"]?.includes(":")) cell.spills = f.attributes["ref"];
  if (formula !== undefined) {
    cell.formula = formula;
    placed.cached = value;
  } else if (value !== undefined && value !== "") cell.value = value;
  if (looks.numberFormat !== "General") cell.numberFormat = looks.numberFormat;
  if (looks.format) cell.format = copied(looks.format);
  if (Object.keys(cell).length > 0) placed.cell = cell;
  return placed;
}

/** Styles are read once; each cell of the model has its own format, to be changed at will. */
function copied(format: CellFormat): CellFormat {
  return format.borders ? { ...format, borders: Object.fromEntries(Object.entries(format.borders).map(([edge, border]) => [edge, { ...border }])) } : { ...format };
}

function readValue(element: XmlElement, numberFormat: string, context: CellContext): CellValue | undefined {
  const type = element.attributes["t"] ?? "n";
  if (type === "inlineStr") return stringItem(child(element, "is"));
  const text = child(element, "v")?.text;
  if (text === undefined) return undefined;
  if (type === "s") return context.strings.text(Number(text));
  if (type === "str") return decodeText(text);
  if (type === "b") return text.trim() === "1" || text.trim() === "true";
  if (type === "e") return text;
  if (type === "d") return Date.parse(/Z|[+-]\d\d:?\d\d$/.test(text) ? text : `${text}${text.includes("T") ? "Z" : ""}`) / 86400000 + 25569;
  const number = Number(text);
  if (text.trim() === "" || Number.isNaN(number)) return undefined;
  return context.date1904 && isDateFormat(numberFormat) ? number + daysTo1904 : number;
}

/** Do two cells hold and look the same? An absent cell is an empty one. */
export function sameCell(a: FileCell | undefined, b: FileCell | undefined, standard: CellFormat): boolean {
  if (a === b) return true;
  const content = (cell: Cell | undefined) => (cell?.formula === undefined ? (cell?.value === "" ? undefined : cell?.value) : undefined);
  return (
    a?.formula === b?.formula &&
    a?.spills === b?.spills &&
    content(a) === content(b) &&
    (a?.numberFormat ?? "General") === (b?.numberFormat ?? "General") &&
    (a?.format === b?.format || formatKey(plainFormat(a?.format, standard)) === formatKey(plainFormat(b?.format, standard)))
  );
}

/** Is a stored result out of date? What our engine can't compute does not replace what Excel has computed. */
export function staleResult(cached: CellValue | undefined, now: CellValue | undefined): boolean {
  if (now === undefined || (cached !== undefined && isErrorValue(now) && !isErrorValue(cached))) return false;
  if (typeof cached === "number" && typeof now === "number") {
    return Math.abs(cached - now) > 1e-12 * Math.max(Math.abs(cached), Math.abs(now));
  }
  return cached !== now;
}

/**
 * A cell as XML, "" when it is empty. `placed` is what stood there: its style is the base, and its formula is
 * copied when it has not changed (unless `expand`: the formula that it shared is gone).
 */
export function cellXml(xml: string, row: number, column: number, cell: FileCell | undefined, computed: CellValue | undefined, placed: PlacedCell | undefined, expand: boolean, context: CellContext): string {
  const { formula, numberFormat = "General" } = cell ?? {};
  const value = formula === undefined ? (cell?.value === "" ? undefined : cell?.value) : computed;
  const quoted = formula === undefined && typeof value === "string" && value.startsWith("=");
  const style = context.styles.number(placed?.style ?? 0, numberFormat, cell?.format, quoted);
  if (formula === undefined && value === undefined && style === 0) return "";
  const sameFormula = formula !== undefined && placed?.cell?.formula === formula && placed.cell.spills === cell?.spills;
  const f = sameFormula && !expand ? child(placed.element, "f") : undefined;
  const formulaXml = formula === undefined ? "" : f ? raw(xml, f) : xmlElement("f", cell?.spills === undefined ? {} : { t: "array", ref: cell.spills }, escapeText(encodeText(formulaForFile(formula))));
  // A spilling formula's metadata (cm) goes with the formula.
  const cm = f ? placed?.element.attributes["cm"] : cell?.spills === undefined ? undefined : context.spillMark();
  const stored = formula === undefined ? value : value ?? (sameFormula ? placed?.cached : undefined);
  const { type, content } = valueXml(stored, formula !== undefined, numberFormat, context);
  return xmlElement("c", { r: cellAddress(row, column), s: style === 0 ? undefined : style, t: type, cm }, formulaXml + content);
}

function valueXml(value: CellValue | undefined, result: boolean, numberFormat: string, context: CellContext): { type: string | undefined; content: string } {
  if (value === undefined) return { type: undefined, content: "" };
  if (typeof value === "boolean") return { type: "b", content: `<v>${value ? 1 : 0}</v>` };
  if (typeof value === "number") {
    if (!Number.isFinite(value)) return { type: "e", content: "<v>#NUM!</v>" };
    const number = context.date1904 && isDateFormat(numberFormat) ? value - daysTo1904 : value;
    return { type: undefined, content: `<v>${number}</v>` };
  }
  if (isErrorValue(value)) return { type: "e", content: `<v>${fileErrors.has(value) ? value : "#VALUE!"}</v>` };
  if (result) return { type: "str", content: xmlElement("v", /^\s|\s$/.test(value) ? { "xml:space": "preserve" } : {}, escapeText(encodeText(value))) };
  return { type: "s", content: `<v>${context.strings.number(value)}</v>` };
}
