import { contains, GRID_COLUMNS, GRID_ROWS, intersect, tryParseAddress, formatArea } from "./address";
import { invalidOperation } from "./errors";
import { sheetReferences } from "./formulaText";
import type { Area, Cell, Sheet } from "./model";
import type { Book } from "./workbook";

type Shift = "Up" | "Left" | "Down" | "Right";

/** How an area moves when cells are put in or taken out; undefined when all of it is taken out. */
function shifted(area: Area, at: Area, shift: Shift): Area | undefined {
  const vertical = shift === "Up" || shift === "Down";
  const [start, size] = vertical ? (["row", "rows"] as const) : (["column", "columns"] as const);
  const [across, breadth] = vertical ? (["column", "columns"] as const) : (["row", "rows"] as const);
  // Whole columns and rows stay whole.
  if (area[start] === 0 && area[size] === (vertical ? GRID_ROWS : GRID_COLUMNS)) return area;
  const inBand = area[across] >= at[across] && area[across] + area[breadth] <= at[across] + at[breadth];
  if (!inBand || area[start] + area[size] <= at[start]) return area;
  if (shift === "Down" || shift === "Right") {
    return area[start] >= at[start] ? { ...area, [start]: area[start] + at[size] } : { ...area, [size]: area[size] + at[size] };
  }
  const overlap = intersect({ ...at, [across]: area[across], [breadth]: area[breadth] }, area)?.[size] ?? 0;
  if (overlap === area[size]) return undefined;
  const before = Math.min(Math.max(0, area[start] - at[start]), at[size]);
  return { ...area, [start]: area[start] - before, [size]: area[size] - overlap };
}

/** Takes cells out ("Up", "Left") or puts blank ones in ("Down", "Right"), and moves what lies beyond. */
export function shiftCells(book: Book, sheet: Sheet, at: Area, shift: Shift): void {
  book.requireUnprotected(sheet);
  for (const { area } of sheet.tables) {
    const cut = intersect({ ...at, ...(shift === "Up" || shift === "Down" ? { rows: GRID_ROWS - at.row } : { columns: GRID_COLUMNS - at.column }) }, area);
    if (cut && !contains(at.columns === GRID_COLUMNS || at.rows === GRID_ROWS ? area : at, cut) && !movesWhole(area, at, shift)) {
      throw invalidOperation("This would move cells in a table.");
    }
  }
  moveCells(sheet, at, shift);
  const move = <T extends { area: Area }>(items: T[]): T[] =>
    items.flatMap((item) => {
      const area = shifted(item.area, at, shift);
      return area ? [Object.assign(item, { area })] : [];
    });
  sheet.tables = move(sheet.tables);
  sheet.validations = move(sheet.validations);
  sheet.merges = sheet.merges.flatMap((merge) => shifted(merge, at, shift) ?? []);
  moveReferences(book, sheet, at, shift);
  for (const follower of book.kept) follower.follow(sheet, (area) => shifted(area, at, shift));
  book.calculation.reset();
  const inserted = shift === "Down" || shift === "Right";
  const kind = at.columns === GRID_COLUMNS ? "Row" : at.rows === GRID_ROWS ? "Column" : "Cell";
  book.tell({ kind: "changed", sheet, area: at, changeType: `${kind}${inserted ? "Inserted" : "Deleted"}` });
}

function movesWhole(area: Area, at: Area, shift: Shift): boolean {
  const vertical = shift === "Up" || shift === "Down";
  return vertical ? at.column <= area.column && at.column + at.columns >= area.column + area.columns : at.row <= area.row && at.row + at.rows >= area.row + area.rows;
}

function moveCells(sheet: Sheet, at: Area, shift: Shift): void {
  const moved = new Map<number, Map<number, Cell>>();
  for (const [row, line] of sheet.cells) {
    for (const [column, cell] of line) {
      const target = shifted({ row, column, rows: 1, columns: 1 }, at, shift);
      if (!target) continue;
      let targetLine = moved.get(target.row);
      if (!targetLine) moved.set(target.row, (targetLine = new Map()));
      targetLine.set(target.column, cell);
    }
  }
  sheet.cells = moved;
  if (at.columns === GRID_COLUMNS) sheet.rowHeights = moveSizes(sheet.rowHeights, at, shift, "row");
  if (at.rows === GRID_ROWS) sheet.columnWidths = moveSizes(sheet.columnWidths, at, shift, "column");
}

function moveSizes(sizes: Map<number, number>, at: Area, shift: Shift, axis: "row" | "column"): Map<number, number> {
  const moved = new Map<number, number>();
  for (const [index, size] of sizes) {
    const single = axis === "row" ? { row: index, column: 0, rows: 1, columns: 1 } : { row: 0, column: index, rows: 1, columns: 1 };
    const target = shifted(single, at, shift);
    if (target) moved.set(target[axis], size);
  }
  return moved;
}

/** Formulas and names follow what they refer to. */
function moveReferences(book: Book, sheet: Sheet, at: Area, shift: Shift): void {
  const move = (formula: string, home: Sheet | undefined) =>
    sheetReferences(formula, (named, reference) => {
      const target = named === undefined ? home : book.findSheet(named);
      const area = target === sheet ? tryParseAddress(reference)?.area : undefined;
      if (!area) return reference;
      const now = shifted(area, at, shift);
      if (!now) return "#REF!";
      return now === area ? reference : withDollars(reference, formatArea(now));
    });
  for (const owner of book.model.sheets) {
    for (const line of owner.cells.values()) for (const cell of line.values()) if (cell.formula !== undefined) cell.formula = move(cell.formula, owner);
    for (const name of owner.names) name.formula = move(name.formula, owner);
    for (const { series } of owner.charts) for (const one of series) one.valuesAddress = move(one.valuesAddress, undefined);
  }
  for (const name of book.model.names) name.formula = move(name.formula, undefined);
}

/** Puts the dollar signs of the old reference on the new. */
function withDollars(before: string, after: string): string {
  const old = before.split(":");
  return after
    .split(":")
    .map((corner, index) => {
      const model = old[index] ?? old[0] ?? "";
      const [, column = "", row = ""] = /^([A-Z]*)(\d*)$/.exec(corner) ?? [];
      const columnFixed = /^\$[A-Za-z]/.test(model) && column !== "";
      const rowFixed = /\$\d/.test(model) && row !== "";
      return `${columnFixed ? "$" : ""}${column}${rowFixed ? "$" : ""}${row}`;
    })
    .join(":");
}
