import { DetailedCellError, HyperFormula, type ConfigParams, type FunctionPluginDefinition, type RawCellContent } from "hyperformula";
import { formatAddress, parseAddress } from "./address";
import { cellAt, hasContent } from "./cells";
import { sheetsNamed } from "./formulaText";
import { ERROR_VALUES } from "./input";
import type { Area, Cell, CellValue, Sheet, Workbook } from "./model";
import { isSentence } from "./sentences";
import { withoutTableReferences } from "./structured";

/** As Excel counts: doubles unrounded, 1900 a leap year, arrays spill. */
const CONFIG: Partial<ConfigParams> = {
  licenseKey: "gpl-v3",
  smartRounding: false,
  useArrayArithmetic: true,
  leapYear1900: true,
  nullDate: { year: 1899, month: 12, day: 31 },
  maxRows: 1_048_576,
  maxColumns: 16_384,
  // Two texts that are compared are texts in Excel, and no dates; to try each as one took a third of the time.
  parseDateTime: () => undefined,
};

/** More changed cells than this, and building anew is quicker than telling the engine of each. */
const REBUILD_ABOVE = 2_000;

const SPILLING = ["TRANSPOSE", "FILTER", "SORT", "SORTBY", "UNIQUE", "SEQUENCE", "ARRAYFORMULA", "MMULT", "RANDARRAY", "XLOOKUP"];

/** Functions whose answer may be an array: a sheet that has one may show values in cells without content. */
let maySpill = spillingNames();

function spillingNames(): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_.])(${SPILLING.join("|").replaceAll(".", "\\.")})\\(`, "iu");
}

/** Excel has these two without parentheses as well; the engine knows functions only. */
const TRUTH_VALUES = ["TRUE", "FALSE"].map((name) => ({ name, expression: `=${name}()` }));

interface ChangedCell {
  sheet: Sheet;
  row: number;
  column: number;
}

/** Gives the engine functions of ours (custom functions of the add-in), for every workbook of the process. */
export function registerFunctions(plugin: FunctionPluginDefinition, names: Record<string, string>): void {
  HyperFormula.registerFunctionPlugin(plugin, { enGB: names });
  SPILLING.push(...Object.values(names));
  maySpill = spillingNames();
}

/**
 * The values of formulas. The engine is built when one is read for the first time, with only the sheets
 * that formulas reach, and thrown away when the workbook changes in more than a few cells.
 */
export class Calculation {
  private engine: HyperFormula | undefined;
  private included = new Map<Sheet, number>();
  private pending: ChangedCell[] = [];
  private readonly spilling = new WeakMap<Sheet, boolean>();

  constructor(private readonly workbook: Workbook) {}

  /** What the cell shows: its own value, what its formula gives, or what a formula beside it spills. */
  value(sheet: Sheet, row: number, column: number, cell = cellAt(sheet, row, column)): CellValue {
    if (cell?.formula !== undefined) return this.computed(sheet, row, column);
    if (cell?.value !== undefined) return cell.value;
    return this.maySpill(sheet) ? this.spilled(sheet, row, column) : "";
  }

  /** What a function says of the error that it has given the cell; undefined for other errors and values. */
  sentence(sheet: Sheet, row: number, column: number): string | undefined {
    if (cellAt(sheet, row, column)?.formula === undefined) return undefined;
    const engine = this.current();
    const id = this.included.get(sheet);
    const value = id === undefined ? null : engine.getCellValue({ sheet: id, row, col: column });
    return value instanceof DetailedCellError && isSentence(value.message) ? value.message : undefined;
  }

  /** Whether a cell of the sheet may show what a formula elsewhere spills. */
  maySpill(sheet: Sheet): boolean {
    let known = this.spilling.get(sheet);
    if (known === undefined) this.spilling.set(sheet, (known = formulas(sheet).some(({ formula }) => maySpill.test(formula))));
    return known;
  }

  /** The cells that the cell's formula fills, when it has room for more than one. */
  spillArea(sheet: Sheet, row: number, column: number): Area | undefined {
    if (!this.maySpill(sheet)) return undefined;
    const engine = this.current();
    const id = this.included.get(sheet);
    const array = id === undefined ? undefined : engine.arrayMapping.getArrayByCorner({ sheet: id, row, col: column });
    return array && array.width * array.height > 1 ? { row, column, rows: array.height, columns: array.width } : undefined;
  }

  /** A cell has got other content. */
  touch(sheet: Sheet, row: number, column: number, formula?: string): void {
    if (formula !== undefined && maySpill.test(formula)) this.spilling.set(sheet, true);
    if (!this.engine) return;
    if (formula === undefined && !this.included.has(sheet)) return;
    if (formula !== undefined && (!this.included.has(sheet) || sheetsNamed(formula).length > 0 || formula.includes("["))) return this.reset();
    this.pending.push({ sheet, row, column });
    if (this.pending.length > REBUILD_ABOVE) this.reset();
  }

  /** Sheets, names, tables or rows have changed: everything is computed anew when it is next read. */
  reset(): void {
    this.engine?.destroy();
    this.engine = undefined;
    this.pending = [];
  }

  private computed(sheet: Sheet, row: number, column: number): CellValue {
    const engine = this.current();
    const id = this.included.get(sheet);
    return id === undefined ? "#REF!" : shown(engine.getCellValue({ sheet: id, row, col: column }), true);
  }

  private spilled(sheet: Sheet, row: number, column: number): CellValue {
    const engine = this.current();
    const id = this.included.get(sheet);
    const address = id === undefined ? undefined : { sheet: id, row, col: column };
    return address && engine.isCellPartOfArray(address) ? shown(engine.getCellValue(address), true) : "";
  }

  private current(): HyperFormula {
    if (this.engine && this.movesSpills(this.engine)) this.reset();
    if (!this.engine) return (this.engine = this.build());
    if (this.pending.length > 0) this.update(this.engine);
    return this.engine;
  }

  private update(engine: HyperFormula): void {
    const changed = this.pending;
    this.pending = [];
    engine.batch(() => {
      for (const { sheet, row, column } of changed) {
        const id = this.included.get(sheet);
        if (id !== undefined) engine.setCellContents({ sheet: id, row, col: column }, this.content(sheet, row, column, cellAt(sheet, row, column)));
      }
    });
  }

  /** Whether a change gives or takes the place of what spills: the engine finds places only when it is built. */
  private movesSpills(engine: HyperFormula): boolean {
    return this.pending.some(({ sheet, row, column }) => {
      const id = this.included.get(sheet);
      if (id === undefined || !this.maySpill(sheet)) return false;
      const cell = cellAt(sheet, row, column);
      return !hasContent(cell) || (cell.formula !== undefined && maySpill.test(cell.formula)) || engine.isCellPartOfArray({ sheet: id, row, col: column });
    });
  }

  private build(): HyperFormula {
    const reached = reachedSheets(this.workbook);
    this.pending = [];
    const contents: Record<string, RawCellContent[][]> = {};
    for (const sheet of this.workbook.sheets) contents[sheet.name] = reached.has(sheet) ? this.rows(sheet) : [];
    const engine = HyperFormula.buildFromSheets(contents, CONFIG, this.names());
    this.included = new Map();
    for (const sheet of reached) {
      const id = engine.getSheetId(sheet.name);
      if (id !== undefined) this.included.set(sheet, id);
    }
    return engine;
  }

  private rows(sheet: Sheet): RawCellContent[][] {
    const rows: RawCellContent[][] = [];
    for (const [row, line] of sheet.cells) {
      while (rows.length <= row) rows.push([]);
      const target = rows[row] ?? [];
      for (const [column, cell] of line) {
        while (target.length < column) target.push(null);
        target[column] = this.content(sheet, row, column, cell);
      }
    }
    return rows;
  }

  private content(sheet: Sheet, row: number, column: number, cell: Cell | undefined): RawCellContent {
    if (cell?.formula !== undefined) return engineFormula(withoutTableReferences(cell.formula, this.workbook, { sheet, row, column }));
    if (typeof cell?.value === "string") return ERROR_VALUES.has(cell.value) ? cell.value : `'${cell.value}`;
    return cell?.value ?? null;
  }

  private names(): { name: string; expression: string; scope?: number }[] {
    const at = { row: 0, column: 0 };
    const first = this.workbook.sheets[0];
    if (!first) return TRUTH_VALUES;
    const expression = (formula: string, sheet: Sheet) => engineFormula(absolute(withoutTableReferences(formula, this.workbook, { ...at, sheet })));
    const known = (name: string) => /^[A-Za-z\u00C0-\u02AF_][A-Za-z0-9\u00C0-\u02AF._]*$/.test(name);
    return [
      ...TRUTH_VALUES,
      ...this.workbook.names.filter(({ name }) => known(name)).map(({ name, formula }) => ({ name, expression: expression(formula, first) })),
      ...this.workbook.sheets.flatMap((sheet, scope) =>
        sheet.names.filter(({ name }) => known(name)).map(({ name, formula }) => ({ name, expression: expression(formula, sheet), scope })),
      ),
    ];
  }
}

/** Newer functions carry a prefix in files, and `@` asks for one value of many. */
function engineFormula(formula: string): string {
  return formula.replace(/_xlfn\.(_xlws\.)?/g, "").replace(/(^=|[(,;+\-*/&<>=])@/g, "$1");
}

/** A name's reference as the engine wants it, with dollar signs. */
function absolute(formula: string): string {
  try {
    const { sheet, area } = parseAddress(formula);
    return sheet === undefined ? formula : `=${formatAddress(sheet, area, true)}`;
  } catch {
    return formula;
  }
}

/** What Excel shows for what the engine gives. */
function shown(value: ReturnType<HyperFormula["getCellValue"]>, ofFormula: boolean): CellValue {
  if (value === null) return ofFormula ? 0 : "";
  if (typeof value !== "object") return value;
  if (value.value === "#ERROR!" || value.value === "#LIC!") return "#NAME?";
  return value.value === "#CYCLE!" ? 0 : value.value;
}

function formulas(sheet: Sheet): { formula: string }[] {
  const found: { formula: string }[] = [];
  for (const line of sheet.cells.values()) for (const cell of line.values()) if (cell.formula !== undefined) found.push({ formula: cell.formula });
  return found;
}

/** The sheets with formulas, and those that a formula, a name or a table reference can reach. */
function reachedSheets(workbook: Workbook): Set<Sheet> {
  const reached = new Set<Sheet>();
  const named = new Set<string>();
  let tables = false;
  const look = (formula: string) => {
    for (const name of sheetsNamed(formula)) named.add(name);
    tables ||= formula.includes("[");
  };
  for (const { formula } of [...workbook.names, ...workbook.sheets.flatMap((sheet) => sheet.names)]) look(formula);
  for (const sheet of workbook.sheets) {
    const own = formulas(sheet);
    if (own.length > 0) reached.add(sheet);
    for (const { formula } of own) look(formula);
  }
  for (const sheet of workbook.sheets) {
    if (named.has(sheet.name.toLowerCase()) || (tables && sheet.tables.length > 0)) reached.add(sheet);
  }
  return reached;
}
