import { contains, intersect } from "./address";
import { HostError, invalidArgument, itemAlreadyExists, unsupportedOperation } from "./errors";
import { fillHeaders } from "./grid";
import { cellAt, ensureCell } from "./cells";
import type { Area, Sheet, Table, Workbook } from "./model";
import { shiftCells } from "./shift";
import { bodyArea } from "./structured";
import type { Book } from "./workbook";

const LEGAL_NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u;
const LIKE_CELL = /^[A-Za-z]{1,3}\d{1,7}$|^[Rr](\d*)([Cc]\d*)?$|^[Cc]\d*$/;

/** Whether Excel takes the name for a table or a defined name. */
export function isLegalName(name: string): boolean {
  return LEGAL_NAME.test(name) && !LIKE_CELL.test(name);
}

/** Whether a table or a name of the workbook is called so. */
export function isTaken(workbook: Workbook, name: string): boolean {
  const wanted = name.toLowerCase();
  return (
    workbook.names.some((other) => other.name.toLowerCase() === wanted) ||
    workbook.sheets.some((sheet) => sheet.tables.some((table) => table.name.toLowerCase() === wanted))
  );
}

/** The name with the first number that makes it free. */
export function freeTableName(book: Book, stem: string): string {
  for (let number = 1; ; number++) if (!isTaken(book.model, `${stem}${number}`)) return `${stem}${number}`;
}

/** Makes a table of the area; a header row is put in above the data when it has none. */
export function addTable(book: Book, sheet: Sheet, area: Area, hasHeaders: boolean): Table {
  book.requireUnprotected(sheet);
  const own = hasHeaders ? { ...area } : { ...area, rows: area.rows + 1 };
  if (sheet.tables.some((table) => intersect(table.area, own))) throw new HostError("InvalidArgument", "A table can't overlap another table.");
  if (sheet.merges.some((merge) => intersect(merge, own))) throw unsupportedOperation("A table can't contain merged cells.");
  if (!hasHeaders) shiftCells(book, sheet, { ...area, rows: 1 }, "Down");
  if (own.rows === 1) own.rows = 2;
  fillHeaders(sheet, { ...own, rows: 1 });
  const table: Table = {
    id: book.newId(),
    name: freeTableName(book, "Tabell"),
    area: own,
    showHeaders: true,
    showTotals: false,
    style: "TableStyleMedium2",
    showBandedRows: true,
    showFilterButton: true,
  };
  sheet.tables.push(table);
  book.calculation.reset();
  return table;
}

/** Gives the table another name, in formulas too. */
export function renameTable(book: Book, table: Table, name: string): void {
  if (!isLegalName(name)) throw invalidArgument();
  if (name.toLowerCase() !== table.name.toLowerCase() && isTaken(book.model, name)) throw itemAlreadyExists();
  const before = new RegExp(`"(?:[^"]|"")*"|(?<![\\p{L}\\p{N}_.])${table.name.replace(/[.\\]/g, "\\$&")}(?=\\[)`, "giu");
  for (const sheet of book.model.sheets) {
    for (const line of sheet.cells.values()) {
      for (const cell of line.values()) {
        if (cell.formula?.includes("[")) cell.formula = cell.formula.replace(before, (piece) => (piece.startsWith('"') ? piece : name));
      }
    }
  }
  table.name = name;
  book.calculation.reset();
}

/** Takes the table away, with its cells or leaving them. */
export function removeTable(book: Book, sheet: Sheet, table: Table, keepCells: boolean): void {
  book.requireUnprotected(sheet);
  sheet.tables.splice(sheet.tables.indexOf(table), 1);
  book.calculation.reset();
  if (!keepCells) shiftCells(book, sheet, table.area, "Up");
}

/** Shows or hides the totals row below the data. */
export function setTotals(book: Book, sheet: Sheet, table: Table, show: boolean): void {
  if (table.showTotals === show) return;
  book.requireUnprotected(sheet);
  const last = { ...table.area, row: table.area.row + table.area.rows, rows: 1 };
  if (show) {
    shiftCells(book, sheet, last, "Down");
    table.area.rows++;
    ensureCell(sheet, last.row, last.column).value = "Summa";
  } else {
    table.area.rows--;
    shiftCells(book, sheet, { ...last, row: last.row - 1 }, "Up");
  }
  table.showTotals = show;
  book.calculation.reset();
}

/** Gives the table another area: the header row stays where it is. */
export function resizeTable(book: Book, sheet: Sheet, table: Table, area: Area): void {
  book.requireUnprotected(sheet);
  if (area.row !== table.area.row || !intersect(area, table.area) || area.rows < 2) throw invalidArgument();
  if (sheet.tables.some((other) => other !== table && intersect(other.area, area))) throw invalidArgument();
  table.area = { ...area };
  fillHeaders(sheet, { ...area, rows: 1 });
  book.calculation.reset();
}

/** Makes room for rows in the table's body, at the place counted from 0 or at the end; gives the new rows. */
export function insertRows(book: Book, sheet: Sheet, table: Table, at: number | undefined, count: number): Area {
  book.requireUnprotected(sheet);
  const body = bodyArea(table);
  const place = at ?? body.rows;
  if (place < 0 || place > body.rows) throw invalidArgument();
  const first = bodyIsBlank(sheet, body) && at === undefined ? 0 : place;
  const added = { ...body, row: body.row + first, rows: count };
  const reused = first === 0 && bodyIsBlank(sheet, body) ? body.rows : 0;
  if (count > reused) {
    shiftCells(book, sheet, { ...body, row: body.row + first + reused, rows: count - reused }, "Down");
    if (!contains(table.area, { ...added, rows: 1 }) || first + reused === body.rows) table.area.rows = Math.max(table.area.rows, added.row + count - table.area.row + (table.showTotals ? 1 : 0));
  }
  book.calculation.reset();
  return added;
}

function bodyIsBlank(sheet: Sheet, body: Area): boolean {
  if (body.rows !== 1) return false;
  for (let column = body.column; column < body.column + body.columns; column++) {
    const cell = cellAt(sheet, body.row, column);
    if (cell?.value !== undefined || cell?.formula !== undefined) return false;
  }
  return true;
}
