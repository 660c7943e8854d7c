import { cellAt } from "../../host/cells";
import { ERROR_VALUES } from "../../host/input";
import { displayText } from "../../host/numberFormat";
import type { Cell, CellValue, Sheet } from "../../host/model";
import type { OpenWorkbook } from "../openWorkbook";

/** Reads a sheet's cells for drawing. A row's values are asked for once, until something has changed. */
export class CellReader {
  private version = -1;
  private readonly lines = new Map<number, CellValue[]>();

  constructor(
    private readonly workbook: OpenWorkbook,
    readonly sheet: Sheet,
    private readonly columns: number,
  ) {}

  cell(row: number, column: number): Cell | undefined {
    return cellAt(this.sheet, row, column);
  }

  /** What the cell holds or its formula gives; "" when it is blank. */
  value(row: number, column: number): CellValue {
    if (this.version !== this.workbook.version) {
      this.lines.clear();
      this.version = this.workbook.version;
    }
    let line = this.lines.get(row);
    if (!line) {
      line = this.workbook.values(this.sheet, { row, column: 0, rows: 1, columns: this.columns })[0] ?? [];
      this.lines.set(row, line);
    }
    return line[column] ?? "";
  }

  /** What the function in the cell says of its error. */
  sentence(row: number, column: number): string | undefined {
    const value = this.value(row, column);
    return typeof value === "string" && ERROR_VALUES.has(value) ? this.workbook.sentence(this.sheet, { row, column }) : undefined;
  }

  /** What the cell shows. */
  text(row: number, column: number): string {
    const value = this.value(row, column);
    return value === "" ? "" : displayText(value, this.cell(row, column)?.numberFormat);
  }
}
