import { invalidArgument } from "./errors";
import type { Area } from "./model";

/** Excel's grid. */
export const GRID_ROWS = 1_048_576;
export const GRID_COLUMNS = 16_384;

/** An A1 address taken apart: the sheet it names, if any, and the area. */
export interface ParsedAddress {
  sheet?: string;
  area: Area;
}

/** "A" for 0, "AA" for 26. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** 0 for "A", 26 for "AA"; letters only, any case. */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

const CELL = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;
const COLUMN = /^\$?([A-Za-z]{1,3})$/;
const ROW = /^\$?(\d{1,7})$/;

interface Corner {
  row?: number;
  column?: number;
}

function parseCorner(text: string): Corner | undefined {
  const cell = CELL.exec(text);
  if (cell) return { column: columnIndex(cell[1] ?? ""), row: Number(cell[2]) - 1 };
  const column = COLUMN.exec(text);
  if (column) return { column: columnIndex(column[1] ?? "") };
  const row = ROW.exec(text);
  if (row) return { row: Number(row[1]) - 1 };
  return undefined;
}

function parseLocal(text: string): Area | undefined {
  const parts = text.split(":");
  if (parts.length > 2) return undefined;
  const from = parseCorner((parts[0] ?? "").trim());
  const to = parts.length === 2 ? parseCorner((parts[1] ?? "").trim()) : from;
  if (!from || !to) return undefined;
  const isCell = from.row !== undefined && from.column !== undefined;
  if (parts.length === 1 && !isCell) return undefined;
  if ((from.row === undefined) !== (to.row === undefined)) return undefined;
  if ((from.column === undefined) !== (to.column === undefined)) return undefined;
  const rows = [from.row ?? 0, to.row ?? GRID_ROWS - 1];
  const columns = [from.column ?? 0, to.column ?? GRID_COLUMNS - 1];
  const area = {
    row: Math.min(...rows),
    column: Math.min(...columns),
    rows: Math.abs((rows[1] ?? 0) - (rows[0] ?? 0)) + 1,
    columns: Math.abs((columns[1] ?? 0) - (columns[0] ?? 0)) + 1,
  };
  return isInGrid(area) ? area : undefined;
}

/** Splits "'Min sheet'!A1" into the sheet's name and the rest. */
export function splitSheet(address: string): { sheet?: string; local: string } {
  const text = address.startsWith("=") ? address.slice(1) : address;
  const mark = text.lastIndexOf("!");
  if (mark < 0) return { local: text };
  const written = text.slice(0, mark);
  const quoted = /^'(.*)'$/.exec(written);
  return { sheet: quoted ? (quoted[1] ?? "").replaceAll("''", "'") : written, local: text.slice(mark + 1) };
}

/** Reads an A1 address ("B2", "$A:$C", "1:3", "'Min sheet'!A1:B2"); undefined when it is none. */
export function tryParseAddress(address: string): ParsedAddress | undefined {
  const { sheet, local } = splitSheet(address.trim());
  const area = parseLocal(local);
  return area && { sheet, area };
}

/** Reads an A1 address; InvalidArgument when it is none. */
export function parseAddress(address: string): ParsedAddress {
  const parsed = tryParseAddress(address);
  if (!parsed) throw invalidArgument();
  return parsed;
}

const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const LIKE_CELL = /^[A-Za-z]{1,3}\d{1,7}$|^[Rr]\d*([Cc]\d*)?$|^[Cc]\d*$/;

/** A sheet's name as it stands in a formula: in apostrophes when it must be. */
export function quoteSheet(name: string): string {
  return PLAIN_NAME.test(name) && !LIKE_CELL.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Whether the area is every column of its rows, or every row of its columns: Excel calls it unbounded. */
export function isUnbounded(area: Area): boolean {
  return area.rows === GRID_ROWS || area.columns === GRID_COLUMNS;
}

/** Whether the area lies in the grid. */
export function isInGrid(area: Area): boolean {
  return (
    area.row >= 0 &&
    area.column >= 0 &&
    area.rows >= 1 &&
    area.columns >= 1 &&
    area.row + area.rows <= GRID_ROWS &&
    area.column + area.columns <= GRID_COLUMNS
  );
}

/** "A1:B2" without a sheet; `absolute` puts the dollar signs. */
export function formatArea(area: Area, absolute = false): string {
  const dollar = absolute ? "$" : "";
  const column = (index: number) => dollar + columnName(index);
  const row = (index: number) => dollar + String(index + 1);
  const lastRow = area.row + area.rows - 1;
  const lastColumn = area.column + area.columns - 1;
  if (area.columns === GRID_COLUMNS) return `${row(area.row)}:${row(lastRow)}`;
  if (area.rows === GRID_ROWS) return `${column(area.column)}:${column(lastColumn)}`;
  const first = column(area.column) + row(area.row);
  return area.rows === 1 && area.columns === 1 ? first : `${first}:${column(lastColumn)}${row(lastRow)}`;
}

/** "Blad1!A1:B2", with the sheet's name in apostrophes when it must be. */
export function formatAddress(sheet: string, area: Area, absolute = false): string {
  return `${quoteSheet(sheet)}!${formatArea(area, absolute)}`;
}

/** What two areas share; undefined when they are apart. */
export function intersect(a: Area, b: Area): Area | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

/** The smallest area that holds both. */
export function boundingArea(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

/** Whether `outer` holds all of `inner`. */
export function contains(outer: Area, inner: Area): boolean {
  const shared = intersect(outer, inner);
  return shared !== undefined && shared.rows === inner.rows && shared.columns === inner.columns;
}
