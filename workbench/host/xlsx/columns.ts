import type { Sheet } from "../model";
import { childrenOf, flag, xmlElement, type XmlElement } from "./xml";

type Columns = Pick<Sheet, "columnWidths" | "hiddenColumns">;

/** A stretch of columns with the same settings, counted from 1 as in files. */
interface Stretch {
  min: number;
  max: number;
  attributes: Record<string, string | undefined>;
}

/** Widths and hidden columns of a `<cols>`. */
export function readColumns(cols: XmlElement | undefined): Columns {
  const columns: Columns = { columnWidths: new Map(), hiddenColumns: new Set() };
  for (const { min, max, attributes } of stretches(cols)) {
    const width = Number(attributes["width"] ?? NaN);
    for (let column = min - 1; column < max; column++) {
      if (flag(attributes["customWidth"]) && !Number.isNaN(width)) columns.columnWidths.set(column, width);
      if (flag(attributes["hidden"])) columns.hiddenColumns.add(column);
    }
  }
  return columns;
}

function stretches(cols: XmlElement | undefined): Stretch[] {
  return childrenOf(cols, "col").map(({ attributes }) => {
    const min = Math.max(1, Number(attributes["min"] ?? 1));
    return { min, max: Math.min(16384, Number(attributes["max"] ?? min)), attributes };
  });
}

/** The `<cols>` for the sheet: what we do not know of a column (its style, its outline) stays. Undefined: no change. */
export function columnsXml(cols: XmlElement | undefined, sheet: Columns): string | undefined {
  const before = readColumns(cols);
  const changed = [...new Set([...before.columnWidths.keys(), ...before.hiddenColumns, ...sheet.columnWidths.keys(), ...sheet.hiddenColumns])].filter(
    (column) => before.columnWidths.get(column) !== sheet.columnWidths.get(column) || before.hiddenColumns.has(column) !== sheet.hiddenColumns.has(column),
  );
  if (changed.length === 0) return undefined;
  let list = stretches(cols);
  for (const column of changed) {
    const number = column + 1;
    const own = list.find(({ min, max }) => min <= number && number <= max);
    const width = sheet.columnWidths.get(column);
    const attributes: Stretch["attributes"] = { ...own?.attributes, hidden: sheet.hiddenColumns.has(column) ? "1" : undefined };
    if (width !== before.columnWidths.get(column)) Object.assign(attributes, { width: width?.toString(), customWidth: width === undefined ? undefined : "1" });
    // Excel refuses a column without a width.
    attributes["width"] ??= "9.140625";
    list = list.flatMap((stretch) =>
      stretch !== own ? [stretch] : [{ ...stretch, max: number - 1 }, { ...stretch, min: number + 1 }].filter(({ min, max }) => min <= max),
    );
    list.push({ min: number, max: number, attributes });
  }
  return xmlElement("cols", {}, list.sort((a, b) => a.min - b.min).map(({ min, max, attributes }) => xmlElement("col", { ...attributes, min, max })).join(""));
}
