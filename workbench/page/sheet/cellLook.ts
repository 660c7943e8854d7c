import type { Border, CellFormat, CellValue } from "../../host/model";
import { ERROR_VALUES } from "../../host/input";
import { mergeAt } from "./merges";
import type { CellReader } from "./cellReader";
import type { SheetLayout } from "./layout";
import { tableLook } from "./tableLook";
import { fontPixels, SHEET_FONT, textWidth } from "./textWidth";

/** How a cell is drawn: what the grid puts on its element. */
export interface CellLook {
  text: string;
  /** The text begins so many pixels to the left of the cell: it runs on from a frozen column. */
  textFrom?: number;
  classes: Record<string, boolean>;
  style: Record<string, string>;
}

const JUSTIFY: Record<string, string> = { Left: "flex-start", Center: "center", CenterAcrossSelection: "center", Right: "flex-end", Justify: "flex-start", Distributed: "center" };
const ALIGN: Record<string, string> = { Top: "flex-start", Center: "center", Bottom: "flex-end", Justify: "flex-start", Distributed: "center" };
const LINES: Record<string, string> = { Continuous: "solid", Dash: "dashed", DashDot: "dashed", DashDotDot: "dashed", Dot: "dotted", Double: "double", SlantDashDot: "dashed" };
const SIDES = { EdgeTop: "borderTop", EdgeBottom: "borderBottom", EdgeLeft: "borderLeft", EdgeRight: "borderRight" } as const;

function justify(value: CellValue, alignment = "General"): string {
  const chosen = JUSTIFY[alignment];
  if (chosen) return chosen;
  if (typeof value === "number") return "flex-end";
  return typeof value === "boolean" || ERROR_VALUES.has(value) ? "center" : "flex-start";
}

function line({ style, color, weight }: Border): string | undefined {
  const kind = LINES[style];
  if (!kind) return undefined;
  const width = kind === "double" ? 3 : weight === "Thick" ? 3 : weight === "Medium" ? 2 : 1;
  return `${width}px ${kind} ${color || "#000000"}`;
}

function borders(format: CellFormat | undefined): Record<string, string> {
  const style: Record<string, string> = {};
  for (const [index, side] of Object.entries(SIDES)) {
    const border = format?.borders?.[index];
    const drawn = border && line(border);
    if (drawn) style[side] = drawn;
  }
  return style;
}

function fontStyle(format: CellFormat | undefined): Record<string, string> {
  const decoration = [format?.underline && format.underline !== "None" ? "underline" : "", format?.strikethrough ? "line-through" : ""].join(" ").trim();
  return {
    ...(format?.bold ? { fontWeight: "700" } : {}),
    ...(format?.italic ? { fontStyle: "italic" } : {}),
    ...(format?.fontSize && format.fontSize !== 11 ? { fontSize: `${fontPixels(format)}px` } : {}),
    ...(format?.fontName ? { fontFamily: `"${format.fontName}", ${SHEET_FONT}` } : {}),
    ...(format?.fontColor ? { color: format.fontColor } : {}),
    ...(decoration ? { textDecoration: decoration } : {}),
  };
}

/** A number that does not fit its column is shown as number signs, never cut. */
function fitted(text: string, value: CellValue, format: CellFormat | undefined, width: number): string {
  if (typeof value !== "number" || format?.wrapText || format?.shrinkToFit) return text;
  return textWidth(text, format) > width - 2 ? "#".repeat(Math.max(1, Math.floor(width / 8))) : text;
}

/** The size of a merged area, which its first cell takes. */
function mergedSize(layout: SheetLayout, merge: { row: number; column: number; rows: number; columns: number }): Record<string, string> {
  let width = 0;
  let height = 0;
  for (let column = merge.column; column < merge.column + merge.columns; column++) width += layout.widths.get(column) ?? 0;
  for (let row = merge.row; row < merge.row + merge.rows; row++) height += layout.heights.get(row) ?? 0;
  return { minWidth: `${width}px`, minHeight: `${height}px` };
}

/** The first cell beside the frozen columns shows the rest of a text that runs on from them: they are drawn apart. */
function continued(reader: CellReader, layout: SheetLayout, spills: ReadonlyMap<number, number>, row: number, column: number): CellLook | undefined {
  const frozen = layout.columns.colPinStart;
  if (frozen.length === 0 || column !== layout.columns.rgCol[0]) return undefined;
  const spill = [...spills].find(([from, to]) => frozen.includes(from) && to >= column);
  if (!spill) return undefined;
  const [from, to] = spill;
  const start = cellLook(reader, layout, spills, row, from);
  const { paddingLeft = "2px", ...style } = start.style;
  const between = frozen.slice(frozen.indexOf(from)).reduce((sum, one) => sum + (layout.widths.get(one) ?? 0), 0);
  // The cell's own padding of 2 pixels comes before the text here too.
  const textFrom = between - parseFloat(paddingLeft) + 2;
  delete style["backgroundColor"];
  return { text: start.text, textFrom, classes: { spilling: true, "under-spill": column < to }, style: { ...style, ...borders(reader.cell(row, column)?.format) } };
}

/** Works out how a cell is drawn; `spills` says which texts of its row run on over their neighbours. */
export function cellLook(reader: CellReader, layout: SheetLayout, spills: ReadonlyMap<number, number>, row: number, column: number): CellLook {
  const merge = mergeAt(reader.sheet, row, column);
  const covered = merge !== undefined && (merge.row !== row || merge.column !== column);
  if (covered) return { text: "", classes: { covered }, style: {} };
  const value = reader.value(row, column);
  const rest = value === "" ? continued(reader, layout, spills, row, column) : undefined;
  if (rest) return rest;
  const own = reader.cell(row, column)?.format;
  const table = tableLook(reader.sheet, row, column);
  const format: CellFormat | undefined = table ? { ...own, bold: own?.bold ?? table.bold, fontColor: own?.fontColor ?? table.fontColor } : own;
  const fill = own?.fill ?? table?.fill;
  const runsUnder = [...spills].some(([from, to]) => from <= column && column < to);
  const spilling = spills.has(column);
  return {
    text: merge ? reader.text(row, column) : fitted(reader.text(row, column), value, format, layout.widths.get(column) ?? 0),
    classes: { merged: merge !== undefined, spilling, "under-spill": runsUnder, filled: fill !== undefined, wrapped: format?.wrapText === true, filter: table?.filter === true },
    style: {
      justifyContent: justify(value, format?.horizontalAlignment),
      alignItems: ALIGN[format?.verticalAlignment ?? "Bottom"] ?? "flex-end",
      ...(fill ? { backgroundColor: fill } : {}),
      ...(format?.indentLevel ? { [format.horizontalAlignment === "Right" ? "paddingRight" : "paddingLeft"]: `${2 + format.indentLevel * 9}px` } : {}),
      ...(table?.top ? { borderTop: `1px solid ${table.top}` } : {}),
      ...(table?.bottom ? { borderBottom: `1px solid ${table.bottom}` } : {}),
      ...fontStyle(format),
      ...borders(own),
      ...(merge ? mergedSize(layout, merge) : {}),
    },
  };
}
