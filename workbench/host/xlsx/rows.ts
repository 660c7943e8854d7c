import type { Cell, CellValue, Sheet } from "../model";
import { areaAddress } from "./address";
import { cellXml, sameCell, staleResult, type CellContext, type FileCell, type PlacedCell, type PlacedRow } from "./cells";
import { flag, raw, rewritten, xmlElement, type Attributes } from "./xml";

/** What is computed for a formula; undefined keeps what the file has. */
export type Computed = (row: number, column: number) => CellValue | undefined;

/** The cells, heights and hidden rows of a sheet's rows. */
export function rowsForModel(rows: Map<number, PlacedRow>): Pick<Sheet, "cells" | "rowHeights" | "hiddenRows"> {
  const model: Pick<Sheet, "cells" | "rowHeights" | "hiddenRows"> = { cells: new Map(), rowHeights: new Map(), hiddenRows: new Set() };
  for (const [number, { element, cells }] of rows) {
    const kept = new Map<number, Cell>();
    for (const [column, { cell, spilled }] of cells) {
      const own = cell && modelCell(cell, spilled === true);
      if (own) kept.set(column, own);
    }
    if (kept.size > 0) model.cells.set(number, kept);
    const height = Number(element.attributes["ht"] ?? NaN);
    if (flag(element.attributes["customHeight"]) && !Number.isNaN(height)) model.rowHeights.set(number, height);
    if (flag(element.attributes["hidden"])) model.hiddenRows.add(number);
  }
  return model;
}

function modelCell({ spills: _, ...cell }: FileCell, spilled: boolean): Cell | undefined {
  if (spilled) delete cell.value;
  return Object.keys(cell).length > 0 ? cell : undefined;
}

/**
 * The `<sheetData>` for the sheet: rows and cells that have not changed are copied as they stand. Undefined
 * when nothing has changed.
 */
export function rowsXml(xml: string, rows: Map<number, PlacedRow>, sheet: Sheet, computed: Computed, context: CellContext): string | undefined {
  const before = rowsForModel(rows);
  const orphans = orphanedGroups(rows, sheet, context);
  const numbers = new Set([...rows.keys(), ...sheet.cells.keys(), ...sheet.rowHeights.keys(), ...sheet.hiddenRows]);
  const parts: string[] = [];
  let anything = false;
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const placed = rows.get(number);
    const inner = rowContent(xml, number, placed, sheet.cells.get(number), computed, orphans, context);
    const attributes: Attributes = { r: number + 1 };
    const height = sheet.rowHeights.get(number);
    const hidden = sheet.hiddenRows.has(number);
    if (height !== before.rowHeights.get(number)) Object.assign(attributes, { ht: height, customHeight: height === undefined ? undefined : true });
    if (hidden !== before.hiddenRows.has(number)) attributes["hidden"] = hidden ? true : undefined;
    const rowChanged = inner.changed || Object.keys(attributes).length > 1;
    anything ||= rowChanged;
    if (!rowChanged && placed) parts.push(raw(xml, placed.element));
    else if (placed) parts.push(rewritten(xml, placed.element, { ...attributes, ...(inner.changed ? { spans: undefined } : {}) }, inner.xml));
    else if (inner.xml !== "" || height !== undefined || hidden) parts.push(xmlElement("row", attributes, inner.xml));
  }
  return anything ? xmlElement("sheetData", {}, parts.join("")) : undefined;
}

function rowContent(xml: string, row: number, placed: PlacedRow | undefined, cells: Map<number, FileCell> | undefined, computed: Computed, orphans: Set<string>, context: CellContext): { xml: string; changed: boolean } {
  const columns = [...new Set([...(placed?.cells.keys() ?? []), ...(cells?.keys() ?? [])])].sort((a, b) => a - b);
  let changed = false;
  const parts: string[] = [];
  for (const column of columns) {
    const before = placed?.cells.get(column);
    const cell = cells?.get(column);
    const result = cell?.formula === undefined ? undefined : computed(row, column);
    const expand = before?.shared !== undefined && orphans.has(before.shared.group);
    const kept = before && !expand && sameCell(before.cell, cell, context.styles.standard) && !(cell?.formula !== undefined && staleResult(before.cached, result));
    if (kept) parts.push(raw(xml, before.element));
    else {
      const now = staleResult(before?.cached, result) || before?.cell?.formula !== cell?.formula || before?.cell?.spills !== cell?.spills ? result : before?.cached;
      const text = cellXml(xml, row, column, cell, now, before, expand, context);
      if (text !== "" || before) changed = true;
      parts.push(text);
    }
  }
  return { xml: parts.join(""), changed };
}

/** Groups of shared formulas whose text stood in a cell that has changed: their other cells need a text of their own. */
function orphanedGroups(rows: Map<number, PlacedRow>, sheet: Sheet, context: CellContext): Set<string> {
  const orphans = new Set<string>();
  for (const [number, row] of rows) {
    for (const [column, placed] of row.cells) {
      if (placed.shared?.holder && !sameFormula(placed, sheet.cells.get(number)?.get(column), context)) orphans.add(placed.shared.group);
    }
  }
  return orphans;
}

function sameFormula(placed: PlacedCell, cell: Cell | undefined, context: CellContext): boolean {
  return placed.cell?.formula === cell?.formula || sameCell(placed.cell, cell, context.styles.standard);
}

/** The address of what the sheet uses, for its `<dimension>`. */
export function usedAddress(sheet: Sheet): string {
  let [top, left, bottom, right] = [Infinity, Infinity, 0, 0];
  for (const [row, cells] of sheet.cells) {
    for (const column of cells.keys()) {
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
  }
  return top === Infinity ? "A1" : areaAddress({ row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 });
}
