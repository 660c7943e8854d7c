import { HyperFormula } from "hyperformula";
import { withSheetNames, type CellContent, type SheetKind, type SheetLayout } from "../../src/report";

type Evaluated = Record<SheetKind, (string | number | null)[][]>;

const content = (cell: CellContent, names: Record<string, string>) => {
  if (cell === null || typeof cell === "number") return cell;
  return typeof cell === "string" ? `'${cell}` : withSheetNames(cell.formula, names);
};

/** Builds the sheets in a formula engine that knows nothing of the add-in, and computes every cell. */
export function evaluate(layouts: SheetLayout[], change: (cells: CellContent[][], kind: SheetKind) => void = () => undefined): Evaluated {
  const names = Object.fromEntries(layouts.map(({ kind, name }) => [kind, name]));
  const sheets = Object.fromEntries(
    layouts.map(({ kind, name, cells }) => {
      const copy = cells.map((row) => [...row]);
      change(copy, kind);
      return [name, copy.map((row) => row.map((cell) => content(cell, names)))];
    }),
  );
  const engine = HyperFormula.buildFromSheets(sheets, { licenseKey: "gpl-v3", smartRounding: false, useArrayArithmetic: true });
  const evaluated = layouts.map(({ kind, name }) => {
    const values = engine.getSheetValues(engine.getSheetId(name) ?? -1);
    return [kind, values.map((row) => row.map((value) => (typeof value === "object" && value !== null ? value.value : value)))];
  });
  engine.destroy();
  return Object.fromEntries(evaluated) as Evaluated;
}
