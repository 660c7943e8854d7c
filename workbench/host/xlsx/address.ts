import type { Area } from "../model";

/** "AB" for 27. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** 27 for "AB", in any case; without letters -1. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (let i = 0; i < letters.length; i++) number = number * 26 + ((letters.charCodeAt(i) & 31) || 0);
  return number - 1;
}

/** "B3" for row 2, column 1. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** "A1:B2", or "A1" for one cell. */
export function areaAddress(area: Area): string {
  const first = cellAddress(area.row, area.column);
  return area.rows === 1 && area.columns === 1 ? first : `${first}:${cellAddress(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

const rowCount = 1048576;
const columnCount = 16384;

/** The area of "A1", "A1:B2", "A:B" or "1:3", with or without dollar signs; undefined for anything else. */
export function parseArea(address: string): Area | undefined {
  const [from = "", to = from] = address.replaceAll("$", "").split(":");
  const [start, end] = [corner(from, 0, 0), corner(to, rowCount - 1, columnCount - 1)];
  if (!start || !end) return undefined;
  const row = Math.min(start.row, end.row);
  const column = Math.min(start.column, end.column);
  return { row, column, rows: Math.abs(end.row - start.row) + 1, columns: Math.abs(end.column - start.column) + 1 };
}

function corner(text: string, row: number, column: number): { row: number; column: number } | undefined {
  const match = /^([A-Za-z]{0,3})(\d{0,7})$/.exec(text);
  if (!match || text === "") return undefined;
  return { row: match[2] ? Number(match[2]) - 1 : row, column: match[1] ? columnNumber(match[1]) : column };
}

/** A sheet's name as formulas write it: in quotes unless it is one plain word. */
export function quotedSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
