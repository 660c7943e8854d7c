import type { SheetArea, SheetKind } from "./sheetLayout";

/** A column's letters: 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? columnLetters(rest) : "") + String.fromCharCode(65 + (column % 26));
}

/** A cell's address: `C5`, and with fixed row or column `C$5`, `$C5`. */
export function cellAddress(row: number, column: number, fixed: "" | "row" | "column" | "both" = ""): string {
  const columnSign = fixed === "column" || fixed === "both" ? "$" : "";
  const rowSign = fixed === "row" || fixed === "both" ? "$" : "";
  return `${columnSign}${columnLetters(column)}${rowSign}${row + 1}`;
}

/** An area's address: `A1:C5`, or `A1` for a cell. */
export function areaAddress({ row, column, rows, columns }: SheetArea, fixed: "" | "row" | "column" | "both" = ""): string {
  const first = cellAddress(row, column, fixed);
  return rows === 1 && columns === 1 ? first : `${first}:${cellAddress(row + rows - 1, column + columns - 1, fixed)}`;
}

/** An address on another sheet of the plan, in a formula: `«plan»!C5`. */
export function onSheet(kind: SheetKind, address: string): string {
  return `«${kind}»!${address}`;
}

/** A sheet's name as a formula writes it: `'Å''s plan'`. */
export function quotedSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** A layout's formula with the sheets' real names: `«plan»!C5` → `'Återföringsplan'!C5`. */
export function withSheetNames(formula: string, names: Partial<Record<SheetKind, string>>): string {
  return formula.replace(/«(\w+)»/g, (token, kind: SheetKind) => {
    const name = names[kind];
    return name === undefined ? token : quotedSheetName(name);
  });
}
