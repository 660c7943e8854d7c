import type { AmountUnit } from "../../i18n/format";
import { statedUnit } from "../amountUnits";
import { cellOf, isBlank, textAt, valueAt, type CellBlock } from "./cellBlock";
import type { TableColumns } from "./columns";
import type { Findings } from "./findings";
import type { HeaderPlace } from "./headers";
import { nameKey } from "./names";

/** Titles stand this near the table. */
const nearRows = 8;

interface Statement {
  unit: AmountUnit;
  cell: string;
}

/**
 * The unit that holds for a table: a cell that says "Enhet", else the nearest title, a heading over names, a note
 * below, the sheet's name. When they differ, the nearest is used and the user is told. Undefined when none is stated;
 * the units of single columns and cells are not asked for here.
 */
export function unitOfTable(block: CellBlock, place: HeaderPlace, columns: TableColumns, findings: Findings): AmountUnit | undefined {
  const explicit = explicitUnit(block, place);
  if (explicit) return explicit.unit;
  const amountColumns = new Set([...columns.amounts.map(({ column }) => column), ...columns.totals]);
  const stated = [...inHeadings(block, place, amountColumns), ...inTitles(block, place), ...inNotes(block, place, amountColumns)];
  const [first] = stated;
  const other = stated.find(({ unit }) => unit !== first?.unit);
  if (first && other) findings.problem("warning", "unitsDiffer", { used: first.unit, other: other.unit, otherCell: other.cell }, first.cell);
  const shared = new Set(columns.amounts.map(({ unit }) => unit));
  const [columnUnit] = shared;
  return first?.unit ?? (shared.size === 1 ? columnUnit : undefined) ?? statedUnit(block.sheet);
}

function explicitUnit(block: CellBlock, place: HeaderPlace): Statement | undefined {
  for (let row = place.first - 1; row >= 0; row -= 1) {
    for (let column = 0; column < (block.values[row]?.length ?? 0); column += 1) {
      const text = textAt(block, row, column);
      const match = /^(?:enhet|unit|valuta|currency)\s*:?\s*(.*)$/i.exec(nameKey(text));
      if (!match) continue;
      const unit = statedUnit(match[1] || textAt(block, row, column + 1));
      if (unit) return { unit, cell: cellOf(block, row, column) };
    }
  }
  return undefined;
}

function inHeadings(block: CellBlock, place: HeaderPlace, amountColumns: ReadonlySet<number>): Statement[] {
  const found: Statement[] = [];
  for (let row = place.last; row >= place.first; row -= 1) {
    for (let column = place.fromColumn; column < place.toColumn; column += 1) if (!amountColumns.has(column)) add(found, block, row, column);
  }
  return found;
}

/** Titles above, the nearest first; a table further down takes the sheet's titles too. */
function inTitles(block: CellBlock, place: HeaderPlace): Statement[] {
  const found: Statement[] = [];
  for (let row = place.first - 1; row >= place.titlesFrom; row -= 1) for (let column = 0; column < (block.values[row]?.length ?? 0); column += 1) add(found, block, row, column);
  if (found.length > 0 || place.titlesFrom === 0) return found;
  for (let row = 0; row < Math.min(5, place.titlesFrom); row += 1) {
    const cells = (block.values[row] ?? []).filter((value) => !isBlank(value));
    if (cells.length <= 2) for (let column = 0; column < (block.values[row]?.length ?? 0); column += 1) add(found, block, row, column);
  }
  return found;
}

/** Rows below with a single text. */
function inNotes(block: CellBlock, place: HeaderPlace, amountColumns: ReadonlySet<number>): Statement[] {
  const found: Statement[] = [];
  for (let row = place.last + 1; row < place.end; row += 1) {
    let filled = 0;
    let at = 0;
    for (let column = place.fromColumn; column < place.toColumn && filled < 2; column += 1) {
      if (isBlank(valueAt(block, row, column))) continue;
      filled += 1;
      at = column;
    }
    if (filled === 1 && !amountColumns.has(at)) add(found, block, row, at);
  }
  return found;
}

/** The unit that the titles above a range state, the nearest first: a title stands alone in its row, or as `Enhet | tkr`. */
export function unitAbove(block: CellBlock, firstRow: number): AmountUnit | undefined {
  const found: Statement[] = [];
  for (let row = firstRow - 1; row >= Math.max(0, firstRow - nearRows); row -= 1) {
    const filled = (block.values[row] ?? []).filter((value) => !isBlank(value)).length;
    if (filled <= 2) for (let column = 0; column < (block.values[row]?.length ?? 0); column += 1) add(found, block, row, column);
  }
  return found[0]?.unit;
}

function add(found: Statement[], block: CellBlock, row: number, column: number): void {
  const text = textAt(block, row, column);
  const unit = text === "" ? undefined : statedUnit(text);
  if (unit) found.push({ unit, cell: cellOf(block, row, column) });
}
