import fc from "fast-check";
import type { CellValue } from "../../workbench/host";
import { corpus } from "./corpus";
import { cellsOf, type BadWorkbook } from "./grid";

/** What the fuzz tests run with: said, so that they can be run again. */
export const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);

/** How many of each are tried. */
export const tries = { sheets: 1500, workbooks: 100, writings: 250 };

type Sheets = Record<string, CellValue[][]>;

const cellsIn = ({ sheets }: BadWorkbook): Sheets => Object.fromEntries(Object.entries(sheets).map(([name, grid]) => [name, cellsOf(grid)]));
const all = Object.values(corpus).flat();
const grids = all.map(cellsIn);
const pieces = [...new Set(grids.flatMap((sheets) => Object.values(sheets).flat(2)))];

const cell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom(...pieces),
  fc.constantFrom<CellValue>("", 2026, 2027, "Projekt", "Nämnd", "År", "Belopp", "Summa", "Socialnämnden", "#REF!", "__proto__", "\u0000", "=1+1"),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -3000, max: 3000 }),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.boolean(),
);

/** What is done to a sheet: a cell changed, a row or column taken away, doubled or moved. */
const change = fc.record({ how: fc.constantFrom("cell", "dropRow", "doubleRow", "swapRows", "dropColumn", "doubleColumn"), row: fc.nat(60), column: fc.nat(12), cell });
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(cells: CellValue[][], { how, row: anyRow, column: anyColumn, cell: value }: Change): CellValue[][] {
  if (cells.length === 0) return [[value]];
  const row = anyRow % cells.length;
  const column = anyColumn % Math.max(1, ...cells.map((values) => values.length));
  const line = cells[row] ?? [];
  if (how === "cell") return cells.with(row, Array.from({ length: Math.max(line.length, column + 1) }, (_, at) => (at === column ? value : line[at] ?? "")));
  if (how === "dropRow") return cells.toSpliced(row, 1);
  if (how === "doubleRow") return cells.toSpliced(row, 0, line);
  if (how === "swapRows") return [...cells.slice(row), ...cells.slice(0, row)];
  if (how === "dropColumn") return cells.map((values) => values.toSpliced(column, 1));
  return cells.map((values) => values.toSpliced(column, 0, values[column] ?? ""));
}

const mutated = (cells: CellValue[][], most = 6) => fc.array(change, { minLength: 1, maxLength: most }).map((changes) => changes.reduce(changed, cells));
const random = fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 12 });
/** A sheet of the corpus that has been changed, or cells of all sorts. */
export const sheet = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...grids.flatMap((sheets) => Object.values(sheets))).chain(mutated) }, { weight: 1, arbitrary: random });
/** A workbook of the corpus of which every sheet has been changed. */
export const workbook = fc.constantFrom(...grids).chain((sheets) => fc.record(Object.fromEntries(Object.entries(sheets).map(([name, cells]) => [name, fc.oneof(mutated(cells), random)]))));

/** One that was right, with a change or two on one of its sheets: it often gives a plan all the same. */
export const nearlyRight = fc.constantFrom(...all.filter(({ says }) => says.length === 0).map(cellsIn)).chain((sheets) =>
  fc.constantFrom(...Object.keys(sheets)).chain((name) => mutated(sheets[name] ?? [], 2).map((cells): Sheets => ({ ...sheets, [name]: cells }))),
);
