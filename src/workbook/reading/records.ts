import type { AmountUnit } from "../../i18n/format";
import { isYear } from "../../money/years";
import type { DecimalText } from "../../planning/types";
import { isErrorValue, readAmount } from "../amountText";
import { inKronor, statedUnit } from "../amountUnits";
import { columnOf, type ChoiceList, type choices, type ColumnKey, type TemplateTable } from "../template/tables";
import { choiceNamed, headerText, isHeader, yesOrNo } from "../template/texts";
import { cellOf, isBlank, textAt, valueAt, widthOf, type CellBlock } from "./cellBlock";
import type { Findings, ProblemCode } from "./findings";
import { tidyName } from "./names";
import { nameIn } from "./rowLabels";
import { readYear, yearOfSerial } from "./yearText";

/** Where a table of records has its headings. */
export interface RecordPlace {
  headerRow: number;
  columns: Map<ColumnKey, number>;
}

/** The columns of a template table in a heading row, by their headings in any language. */
export function recordColumns(block: CellBlock, table: TemplateTable, headerRow: number): Map<ColumnKey, number> {
  const columns = new Map<ColumnKey, number>();
  for (let column = 0; column < widthOf(block); column += 1) {
    const text = textAt(block, headerRow, column);
    const key = text === "" ? undefined : table.columns.find((one) => !columns.has(one) && isHeader(text, one));
    if (key) columns.set(key, column);
  }
  return columns;
}

/** The row with most of a table's headings, at least two, among a block's first rows. */
export function findRecords(block: CellBlock, table: TemplateTable): RecordPlace | undefined {
  let best: RecordPlace | undefined;
  for (let row = 0; row < Math.min(block.values.length, 30); row += 1) {
    const columns = recordColumns(block, table, row);
    if (columns.size >= 2 && columns.size > (best?.columns.size ?? 0)) best = { headerRow: row, columns };
  }
  return best;
}

/** Finds a column's cell: its row and column in the block, or undefined when the table has no such column. */
export type Locate = (key: ColumnKey) => { row: number; column: number } | undefined;

/** One record: a row of a table, or settings below each other. Each reading tells `findings` what it can't read, with the cell, and gives undefined. */
export class RecordRow {
  constructor(
    private readonly block: CellBlock,
    private readonly locate: Locate,
    private readonly findings: Findings,
    private readonly unit: AmountUnit,
  ) {}

  cell(key: ColumnKey): string {
    const at = this.locate(key);
    return cellOf(this.block, at?.row ?? 0, at?.column ?? 0);
  }

  private raw(key: ColumnKey) {
    const at = this.locate(key);
    return at ? valueAt(this.block, at.row, at.column) : "";
  }

  private shown(key: ColumnKey): string {
    return String(this.raw(key)).trim().slice(0, 40);
  }

  private problem(code: ProblemCode, key: ColumnKey, facts: Record<string, string> = {}): undefined {
    this.findings.problem("error", code, { text: this.shown(key), ...facts }, this.cell(key));
    return undefined;
  }

  has(key: ColumnKey): boolean {
    return !isBlank(this.raw(key));
  }

  text(key: ColumnKey): string | undefined {
    const value = this.raw(key);
    if (typeof value === "string" && isErrorValue(value)) return this.problem("errorValue", key);
    const at = this.locate(key);
    return at ? nameIn(this.block, at.row, at.column) || undefined : undefined;
  }

  /** A text that must be there. */
  needed(key: ColumnKey): string | undefined {
    this.require(key);
    return this.text(key);
  }

  /** Tells when a cell that must be filled in is blank; a column that is missing is told once for the table. */
  require(key: ColumnKey): void {
    if (this.locate(key) && !this.has(key)) this.problem("fieldMissing", key, { column: headerText(key, this.findings.language) });
  }

  /** In kronor. */
  amount(key: ColumnKey, unit: AmountUnit = this.unit): DecimalText | undefined {
    const reading = readAmount(this.raw(key));
    if (reading.kind === "blank" || reading.kind === "dash") return undefined;
    if (reading.kind === "problem") return this.problem(reading.problem === "errorValue" ? "errorValue" : reading.problem === "boolean" ? "truthValue" : "textAmount", key);
    if (reading.percent) return this.problem("percentAmount", key);
    if (reading.ambiguous) this.findings.interpret("ambiguousSeparator", this.cell(key));
    return inKronor(reading.amount, reading.unit ?? unit);
  }

  /** A number of any kind, which must be there: 12, "3,5", "40 %" (0.4). */
  number(key: ColumnKey): DecimalText | undefined {
    this.require(key);
    const reading = readAmount(this.raw(key));
    if (reading.kind === "blank") return undefined;
    return reading.kind === "amount" && !reading.unit ? reading.amount : this.problem("numberUnreadable", key);
  }

  /** A fraction: 0.4, "40 %", "0,4". Whether it lies between 0 and 1 is the plan's to say, except that 40 is no share. */
  share(key: ColumnKey): DecimalText | undefined {
    const reading = readAmount(this.raw(key));
    if (reading.kind === "blank" || reading.kind === "dash") return undefined;
    if (reading.kind !== "amount" || reading.unit || Math.abs(Number(reading.amount)) > 1) return this.problem("shareUnreadable", key);
    return reading.amount;
  }

  year(key: ColumnKey): number | undefined {
    if (!this.has(key)) return undefined;
    const reading = readYear(this.raw(key));
    if (reading?.kind === "year") return reading.year;
    return this.problem(reading?.kind === "outside" ? "yearOutside" : "yearUnreadable", key);
  }

  /** A whole number of years, 0–160. */
  count(key: ColumnKey): number | undefined {
    const reading = readAmount(String(this.raw(key)).replace(/\s*(?:år|years?)$/i, ""));
    if (reading.kind === "blank" || reading.kind === "dash") return undefined;
    const count = reading.kind === "amount" ? Number(reading.amount) : NaN;
    return Number.isInteger(count) && count >= 0 && count <= 160 ? count : this.problem("countUnreadable", key);
  }

  choice<L extends ChoiceList>(key: ColumnKey, list: L): (typeof choices)[L][number] | undefined {
    const text = this.text(key);
    if (text === undefined) return undefined;
    return choiceNamed(list, text) ?? this.problem("choiceUnknown", key);
  }

  yesNo(key: ColumnKey): boolean | undefined {
    if (!this.has(key)) return undefined;
    return yesOrNo(tidyName(String(this.raw(key)))) ?? this.problem("yesNoUnknown", key);
  }

  /** A date as `2026-03-31`, or the text as written. */
  date(key: ColumnKey): string | undefined {
    const value = this.raw(key);
    if (typeof value === "number" && !isYear(value) && yearOfSerial(value) !== undefined) {
      return new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * 86_400_000).toISOString().slice(0, 10);
    }
    return this.text(key);
  }
}

/** The cells of one row. */
export function inRow(row: number, columns: ReadonlyMap<ColumnKey, number>): Locate {
  return (key) => {
    const column = columns.get(key);
    return column === undefined ? undefined : { row, column };
  };
}

/** Tells of the columns that a table of records must have and has not. */
export function tellOfMissingColumns(block: CellBlock, table: TemplateTable, place: RecordPlace, findings: Findings): void {
  for (const key of table.columns) {
    if (!columnOf(key).required || place.columns.has(key)) continue;
    findings.problem("error", "columnMissing", { column: headerText(key, findings.language), sheet: block.sheet }, cellOf(block, place.headerRow, Math.min(...place.columns.values())));
  }
}

/** The rows of a table of records that are not blank. */
export function recordRows(block: CellBlock, place: RecordPlace, findings: Findings): RecordRow[] {
  const unit = unitOfRecords(block, place.headerRow);
  const rows: RecordRow[] = [];
  for (let row = place.headerRow + 1; row < block.values.length; row += 1) {
    const filled = [...place.columns.values()].some((column) => !isBlank(valueAt(block, row, column)));
    if (filled) rows.push(new RecordRow(block, inRow(row, place.columns), findings, unit));
  }
  return rows;
}

/** The unit of a table's amounts, as it is stated above its headings; kr when it is not. */
export function unitOfRecords(block: CellBlock, headerRow: number): AmountUnit {
  for (let row = headerRow - 1; row >= 0; row -= 1) {
    for (let column = 0; column < widthOf(block); column += 1) {
      if (/^(?:enhet|unit)/i.test(textAt(block, row, column))) return statedUnit(textAt(block, row, column)) ?? statedUnit(textAt(block, row, column + 1)) ?? "kr";
    }
  }
  return "kr";
}
