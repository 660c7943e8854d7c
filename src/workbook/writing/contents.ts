import { sha256, utf8Of, withSheetNames, type CellContent, type SheetArea, type SheetKind } from "../../report";
import { unhurried } from "../breath";

export type SheetNames = Partial<Record<SheetKind, string>>;

/** Excel takes a leading apostrophe as a sign for text and drops it, so a text's own is doubled. */
const startsWithApostrophe = (cell: CellContent | undefined): cell is string => typeof cell === "string" && cell.startsWith("'");

/** Texts that get the text format: all but those that Excel knows as text by their apostrophe. */
const takesTextFormat = (cell: CellContent | undefined) => typeof cell === "string" && cell !== "" && !startsWithApostrophe(cell);

/** A text format ("@") is set on these before anything is written, so that no name becomes a formula, number or date. */
export function textAreas(cells: CellContent[][]): SheetArea[] {
  const areas: SheetArea[] = [];
  const open: (SheetArea | undefined)[] = [];
  const width = cells[0]?.length ?? 0;
  for (let row = 0; row <= cells.length; row++) {
    for (let column = 0; column < width; column++) {
      const run = open[column];
      if (takesTextFormat(cells[row]?.[column])) {
        if (run === undefined) open[column] = { row, column, rows: 1, columns: 1 };
        else run.rows += 1;
      } else if (run !== undefined) {
        areas.push(run);
        open[column] = undefined;
      }
    }
  }
  return joinedColumns(areas);
}

/** Runs of the same rows in neighbouring columns become one area. */
function joinedColumns(areas: SheetArea[]): SheetArea[] {
  const joined: SheetArea[] = [];
  for (const area of areas.sort((a, b) => a.row - b.row || a.rows - b.rows || a.column - b.column)) {
    const last = joined.at(-1);
    if (last !== undefined && last.row === area.row && last.rows === area.rows && last.column + last.columns === area.column) last.columns += area.columns;
    else joined.push(area);
  }
  return joined;
}

/** A row as Excel takes it: numbers, texts, and formulas that name the sheets as they are called. */
export function writable(row: CellContent[], names: SheetNames): (string | number)[] {
  return row.map((cell) => {
    if (cell === null) return "";
    if (typeof cell === "number") return cell;
    if (typeof cell === "string") return startsWithApostrophe(cell) ? `'${cell}` : cell;
    return withSheetNames(cell.formula, names);
  });
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A cell's content as one text, the same before and after Excel has had it: sheets by kind, no apostrophe before a text. */
function canonicalCell(cell: unknown, kindOf: (formula: string) => string): string {
  if (typeof cell === "string") return cell.startsWith("=") ? kindOf(cell) : cell.replace(/^'+/, "");
  return `${typeof cell}:${String(cell)}`;
}

/** Replaces sheets' names in a formula, quoted or not, by their kinds. */
function kindsInFormulas(names: { kind: SheetKind; name: string }[]): (formula: string) => string {
  const patterns = names.map(({ kind, name }) => {
    const plain = escaped(name);
    return { kind, pattern: new RegExp(`(?:'${plain.replaceAll("'", "''")}'|(?<![\\p{L}\\p{N}_'])${plain})!`, "giu") };
  });
  return (formula) => patterns.reduce((text, { kind, pattern }) => text.replace(pattern, `«${kind}»!`), formula);
}

/** Fingerprint of a sheet's contents: the cells that are not empty, each with its place. */
async function contentsHash(rows: Iterable<readonly unknown[]>, kindOf: (formula: string) => string, row = 0, column = 0): Promise<string> {
  return sha256(await unhurried(utf8Of(contentsText(rows, kindOf, row, column))));
}

/** A line for each cell that is not empty, in pieces of a row. */
function* contentsText(rows: Iterable<readonly unknown[]>, kindOf: (formula: string) => string, row: number, column: number): Generator<string> {
  let y = row;
  let before = "";
  for (const cells of rows) {
    let piece = "";
    cells.forEach((cell, index) => {
      if (cell === "" || cell === null) return;
      piece += `${before}${y},${column + index} ${canonicalCell(cell, kindOf)}`;
      before = "\n";
    });
    y += 1;
    yield piece;
  }
}

/** The fingerprint that a layout's contents will have when they are read back. */
export function hashOfLayout(cells: CellContent[][]): Promise<string> {
  const asRead = cells.map((row) => row.map((cell) => (typeof cell === "object" && cell !== null ? cell.formula : cell)));
  return contentsHash(asRead, (formula) => formula);
}

/** What was read of a sheet: the formulas of its used range, and where that begins. */
export interface ReadContents {
  row: number;
  column: number;
  formulas: unknown[][];
}

/** The fingerprint of contents as read from Excel. */
export function hashOfRead({ row, column, formulas }: ReadContents, names: { kind: SheetKind; name: string }[]): Promise<string> {
  return contentsHash(formulas, kindsInFormulas(names), row, column);
}

/** The kinds of sheet that formulas as read refer to. */
export function kindsReferredTo({ formulas }: ReadContents, names: { kind: SheetKind; name: string }[]): Set<SheetKind> {
  const kindOf = kindsInFormulas(names);
  const kinds = new Set<SheetKind>();
  for (const row of formulas) {
    for (const cell of row) {
      if (typeof cell !== "string" || !cell.startsWith("=")) continue;
      for (const [, kind] of kindOf(cell).matchAll(/«(\w+)»!/g)) kinds.add(kind as SheetKind);
    }
  }
  return kinds;
}
