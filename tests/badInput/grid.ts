import type { CellValue } from "../../workbench/host";

/** A sheet's rows, cells divided by `|`: digits are a number, `'500` is a text, `<true>` and `<false>` are truth values. */
export type Grid = readonly string[];

/** A workbook that is somehow wrong, and what must be said of it. */
export interface BadWorkbook {
  what: string;
  sheets: Readonly<Record<string, Grid>>;
  /** What is done in Excel before it is read: rows hidden, cells merged. */
  dress?: (context: Excel.RequestContext) => void;
  /** Codes with their cells; those of the plan, made of what was read without errors, begin with `plan.` */
  says: readonly string[];
  /** The sum of the costs that must be read, in kronor; undefined where nothing can be. */
  costs?: string;
  /** Wherever the sum of savings is the point. */
  savings?: string;
}

const number = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/;

function cellOf(text: string): CellValue {
  if (text === "<true>" || text === "<false>") return text === "<true>";
  return number.test(text) ? Number(text) : text.replace(/^'/, "");
}

/** The cells of a grid. */
export function cellsOf(grid: Grid): CellValue[][] {
  return grid.map((row) => row.split("|").map(cellOf));
}

/** Savings that give every project of the corpus something to repay with. */
const savings: Grid = ["Projekt|Nämnd|2027", "Skolfam|Socialnämnden|500000", "Trainee|Socialnämnden|200000"];

/** A sheet of costs, beside savings that are right. */
export function costs(what: string, rows: Grid, says: readonly string[], sum?: string): BadWorkbook {
  return { what, sheets: { Kostnader: rows, Besparingar: savings }, says, ...(sum === undefined ? {} : { costs: sum }) };
}

/** A sheet of records, beside costs and savings that are right. */
export function records(what: string, sheet: string, rows: Grid, says: readonly string[]): BadWorkbook {
  return { what, sheets: { Kostnader: ["Projekt|Nämnd|2026", "Skolfam|Socialnämnden|900000", "Trainee|Socialnämnden|300000"], Besparingar: savings, [sheet]: rows }, says, costs: "1200000" };
}
