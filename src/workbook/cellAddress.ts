/** Column letters as Excel writes them; columns count from 0: 0 → `A`, 27 → `AB`. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

/** A column by its letters, counted from 0: `A` → 0, `AB` → 27; undefined when they are no column's. */
export function columnIndex(letters: string): number | undefined {
  if (!/^[A-Z]{1,3}$/i.test(letters)) return undefined;
  return [...letters.toUpperCase()].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/**
 * A sheet's name as it stands in a reference: quoted when Excel quotes it, with inner apostrophes doubled.
 * Names that look like a cell (`A1`, `R1C1`) or begin with a digit are quoted too.
 */
export function quoteSheet(sheet: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet);
  const looksLikeCell = /^[A-Za-z]{1,3}\d{1,7}$/.test(sheet) || /^[Rr]\d*([Cc]\d*)?$|^[Cc]\d*$/.test(sheet);
  return plain && !looksLikeCell ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}

let quoted = { sheet: "", text: "" };
const letters: string[] = [];

/** A cell as Excel writes it, `Kostnader!D5`; row and column count from 0. */
export function cellReference(sheet: string, row: number, column: number): string {
  // One sheet's cells come in their thousands after each other.
  if (quoted.sheet !== sheet || quoted.text === "") quoted = { sheet, text: quoteSheet(sheet) };
  return `${quoted.text}!${(letters[column] ??= columnLetters(column))}${row + 1}`;
}

/** A block of cells, `Kostnader!A1:F3`, or one cell when it is one. */
export function areaReference(sheet: string, row: number, column: number, rows: number, columns: number): string {
  const first = cellReference(sheet, row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${columnLetters(column + columns - 1)}${row + rows}`;
}

/**
 * Takes a reference apart: `'Mitt blad'!A5:H20` → sheet `Mitt blad`, address `A5:H20`.
 * Without a sheet the sheet is undefined; without an address (`Blad1!`) the address is undefined. Dollar signs are dropped.
 * Undefined when it is no reference to cells, whole columns or whole rows.
 */
export function parseReference(reference: string): { sheet?: string; address?: string } | undefined {
  const match = /^\s*=?\s*(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?\s*([^!]*?)\s*$/.exec(reference);
  if (!match) return undefined;
  const sheet = match[1]?.replaceAll("''", "'") ?? match[2]?.trim();
  const address = (match[3] ?? "").replaceAll("$", "").toUpperCase();
  if (address === "") return sheet === undefined ? undefined : { sheet };
  const cells = /^[A-Z]{1,3}[1-9]\d{0,6}(:[A-Z]{1,3}[1-9]\d{0,6})?$/;
  const columns = /^[A-Z]{1,3}:[A-Z]{1,3}$/;
  const rows = /^[1-9]\d{0,6}:[1-9]\d{0,6}$/;
  return cells.test(address) || columns.test(address) || rows.test(address) ? { sheet, address } : undefined;
}

const lastRow = 1_048_576;
const lastColumn = 16_384;

/** The area of an address without its sheet, rows and columns counted from 0; whole columns, whole rows and no address reach to the sheet's edges. */
export function areaOfAddress(address: string | undefined): { row: number; column: number; rows: number; columns: number } {
  const [from = "", to = from] = (address ?? "").replaceAll("$", "").split(":");
  const corner = (text: string) => ({ column: columnIndex(text.replace(/\d+$/, "")), row: /\d+$/.test(text) ? Number(/\d+$/.exec(text)?.[0]) - 1 : undefined });
  const [first, last] = [corner(from), corner(to)];
  const row = first.row ?? 0;
  const column = first.column ?? 0;
  return { row, column, rows: (last.row ?? lastRow - 1) - row + 1, columns: (last.column ?? lastColumn - 1) - column + 1 };
}
