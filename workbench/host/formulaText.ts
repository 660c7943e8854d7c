import { quoteSheet } from "./address";

/** A formula in pieces: what stands in quotation marks, sheet references, and the rest. */
const PIECES = /"(?:[^"]|"")*"|'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!/gu;

function sheetOf(piece: string): string {
  const written = piece.slice(0, -1);
  return written.startsWith("'") ? written.slice(1, -1).replaceAll("''", "'") : written;
}

/** The formula with every text literal left as it is and every `Sheet!` handed to `change`. */
function mapSheets(formula: string, change: (sheet: string, piece: string) => string): string {
  if (!formula.includes("!")) return formula;
  return formula.replace(PIECES, (piece) => (piece.startsWith('"') ? piece : change(sheetOf(piece), piece)));
}

/** The sheets that a formula names, in lower case. */
export function sheetsNamed(formula: string): string[] {
  const sheets: string[] = [];
  mapSheets(formula, (sheet, piece) => {
    sheets.push(sheet.toLowerCase());
    return piece;
  });
  return sheets;
}

/** The formula after a sheet has got another name. */
export function renameSheetIn(formula: string, before: string, after: string): string {
  const wanted = before.toLowerCase();
  return mapSheets(formula, (sheet, piece) => (sheet.toLowerCase() === wanted ? `${quoteSheet(after)}!` : piece));
}

const REFERENCE_AFTER = /^\$?[A-Za-z]{1,3}\$?\d+(:\$?[A-Za-z]{1,3}\$?\d+)?|^\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|^\$?\d+:\$?\d+/;

/** The formula after a sheet is gone: what pointed into it is #REF!. */
export function dropSheetIn(formula: string, name: string): string {
  const wanted = name.toLowerCase();
  let result = "";
  let rest = formula;
  for (;;) {
    PIECES.lastIndex = 0;
    const match = PIECES.exec(rest);
    if (!match) return result + rest;
    const piece = match[0];
    const after = rest.slice(match.index + piece.length);
    result += rest.slice(0, match.index);
    const gone = !piece.startsWith('"') && sheetOf(piece).toLowerCase() === wanted;
    const reference = gone ? (REFERENCE_AFTER.exec(after)?.[0] ?? "") : "";
    result += gone ? "#REF!" : piece;
    rest = after.slice(reference.length);
  }
}

const CELLS = /"(?:[^"]|"")*"|('(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!)?(?<![\p{L}\p{N}_.$])(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_(.!])/gu;

/** The formula with every address handed to `change`, with the sheet that it names. */
export function sheetReferences(formula: string, change: (sheet: string | undefined, reference: string) => string): string {
  return formula.replace(CELLS, (piece, sheet: string | undefined, reference: string | undefined) => {
    if (reference === undefined) return piece;
    return (sheet ?? "") + change(sheet === undefined ? undefined : sheetOf(sheet), reference);
  });
}
