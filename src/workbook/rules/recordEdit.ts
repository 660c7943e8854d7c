import type { Language } from "../../i18n";
import type { CellValue } from "../amountText";
import { isBlank, textAt, valueAt, widthOf, type CellBlock } from "../reading/cellBlock";
import { nameKey } from "../reading/names";
import type { RecordTable } from "../reading/readWorkbook";
import type { ColumnKey } from "../template/tables";
import { headerText } from "../template/texts";
import { guarded } from "../template/writeSheet";

/** What a row of a table shall say, by column; what is not named stays as it is. */
export type RowValues = Partial<Record<ColumnKey, CellValue>>;

/** A table lacks a column that has to be written. */
export class ColumnMissing extends Error {
  constructor(
    readonly column: ColumnKey,
    readonly sheet: string,
  ) {
    super(column);
  }
}

/** Counted from the block's corner. */
interface ChangedArea {
  top: number;
  left: number;
  height: number;
  width: number;
}

/**
 * Changes to a table of records, gathered and then written by one command, whether it is an Excel table or a plain
 * sheet with the same headings. New rows are written in blank ones; only when there are none is a row added.
 */
export class RecordEdit {
  private readonly cells = new Map<number, Map<number, CellValue>>();
  private readonly added: RowValues[] = [];
  private nextBlank: number;

  constructor(private readonly record: RecordTable) {
    this.nextBlank = 1 + this.lastFilledRow();
  }

  private get block(): CellBlock {
    return this.record.block;
  }

  /** The language of the table's headings, so that what is written speaks it too. */
  language(otherwise: Language): Language {
    const { columns, headerRow } = this.record.place;
    const speaks = (language: Language) => [...columns].filter(([key, column]) => nameKey(headerText(key, language)) === nameKey(textAt(this.block, headerRow, column))).length;
    const [swedish, english] = [speaks("sv"), speaks("en")];
    return swedish === english ? otherwise : swedish > english ? "sv" : "en";
  }

  /** The rows below the headings, counted from the block's corner. */
  rows(): number[] {
    const { headerRow } = this.record.place;
    return Array.from({ length: Math.max(0, this.block.values.length - headerRow - 1) }, (_, index) => headerRow + 1 + index);
  }

  text(row: number, key: ColumnKey): string {
    const column = this.record.place.columns.get(key);
    return column === undefined ? "" : String(valueAt(this.block, row, column)).trim();
  }

  set(row: number, values: RowValues): void {
    for (const [key, value] of Object.entries(values) as [ColumnKey, CellValue][]) {
      const column = this.columnOf(key, value);
      if (column === undefined) continue;
      const line = this.cells.get(row) ?? new Map<number, CellValue>();
      this.cells.set(row, line.set(column, value));
    }
  }

  add(values: RowValues): void {
    const { excelTable } = this.record;
    if (excelTable !== undefined && this.nextBlank >= this.block.values.length) {
      for (const [key, value] of Object.entries(values) as [ColumnKey, CellValue][]) this.columnOf(key, value);
      this.added.push(values);
      return;
    }
    this.set(this.nextBlank, values);
    this.nextBlank += 1;
  }

  /** A column that is not there can hold nothing: that is what is asked for when the value is blank. */
  private columnOf(key: ColumnKey, value: CellValue): number | undefined {
    const column = this.record.place.columns.get(key);
    if (column === undefined && value !== "") throw new ColumnMissing(key, this.block.sheet);
    return column;
  }

  private lastFilledRow(): number {
    const columns = [...this.record.place.columns.values()];
    const filled = this.rows().filter((row) => columns.some((column) => !isBlank(valueAt(this.block, row, column))));
    return filled.at(-1) ?? this.record.place.headerRow;
  }

  get sheet(): string {
    return this.block.sheet;
  }

  /** Queues the changes. */
  write(context: Excel.RequestContext): void {
    this.queueCells(context, (row, column) => {
      const value = this.cells.get(row)?.get(column);
      return value === undefined ? undefined : guarded(value);
    });
    if (this.added.length > 0) this.tableRows(context)?.add(undefined, this.addedRows().map((row) => row.map(guarded)));
  }

  /**
   * Puts back what the cells held, and takes away the rows that were added, wherever what was written stands: a formula
   * that the change never reached stays, and so does what somebody has written since. Two syncs.
   */
  async undo(context: Excel.RequestContext): Promise<void> {
    const area = this.area();
    const cells = area && this.rangeOf(context, area);
    const rows = this.added.length > 0 ? this.tableRows(context) : undefined;
    cells?.load("values");
    rows?.load("items/values");
    await context.sync();
    this.queueCells(context, (row, column) => {
      const written = this.cells.get(row)?.get(column);
      const now: unknown = area && cells?.values[row - area.top]?.[column - area.left];
      return written !== undefined && String(now) === String(written) ? this.before(row, column) : undefined;
    });
    const added = this.addedRows();
    const isAdded = (values: unknown[] = []) => added.some((row) => row.every((value, column) => value === "" || String(values[column]) === String(value)));
    const oldRows = Math.min(this.rows().length, (rows?.items.length ?? 0) - added.length);
    for (const row of rows?.items.slice(Math.max(0, oldRows)).reverse() ?? []) if (isAdded(row.values[0])) row.delete();
    await context.sync();
  }

  /** What to type to get what the cell held. */
  private before(row: number, column: number): CellValue {
    const typed = this.block.formulas?.[row]?.[column];
    const value = valueAt(this.block, row, column);
    return typeof typed === "string" && typed.startsWith("=") && typed !== value ? typed : guarded(value);
  }

  private tableRows(context: Excel.RequestContext): Excel.TableRowCollection | undefined {
    const { excelTable } = this.record;
    return excelTable === undefined ? undefined : context.workbook.tables.getItem(excelTable).rows;
  }

  /** The rows that are added, with every column of the table. */
  private addedRows(): CellValue[][] {
    const { columns, headerRow } = this.record.place;
    const first = (this.block.values[headerRow] ?? []).findIndex((value) => !isBlank(value));
    return this.added.map((values) => {
      const row = new Array<CellValue>(widthOf(this.block) - first).fill("");
      for (const [key, value] of Object.entries(values) as [ColumnKey, CellValue][]) {
        const column = columns.get(key);
        if (column !== undefined) row[column - first] = value;
      }
      return row;
    });
  }

  /** What holds all changed cells; undefined when there are none. */
  private area(): ChangedArea | undefined {
    const rows = [...this.cells.keys()];
    const columns = [...this.cells.values()].flatMap((line) => [...line.keys()]);
    if (columns.length === 0) return undefined;
    const [top, left] = [Math.min(...rows), Math.min(...columns)];
    return { top, left, height: Math.max(...rows) - top + 1, width: Math.max(...columns) - left + 1 };
  }

  private rangeOf(context: Excel.RequestContext, { top, left, height, width }: ChangedArea): Excel.Range {
    return context.workbook.worksheets.getItem(this.sheet).getRangeByIndexes(this.block.row + top, this.block.column + left, height, width);
  }

  /** One command for all cells: null leaves a cell as it is. */
  private queueCells(context: Excel.RequestContext, valueOf: (row: number, column: number) => CellValue | undefined): void {
    const area = this.area();
    if (!area) return;
    const values = Array.from({ length: area.height }, (_, y) =>
      Array.from({ length: area.width }, (__, x) => {
        const value = valueOf(area.top + y, area.left + x);
        return value ?? null;
      }),
    );
    if (values.some((row) => row.some((value) => value !== null))) this.rangeOf(context, area).values = values;
  }
}
