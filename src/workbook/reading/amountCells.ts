import type { AmountUnit } from "../../i18n/format";
import type { DecimalText } from "../../planning/types";
import { readAmount, type AmountReading } from "../amountText";
import { inKronor, statedUnit } from "../amountUnits";
import { cellOf, textAt, valueAt, type CellBlock } from "./cellBlock";
import type { AmountColumn, TableColumns } from "./columns";
import type { Findings } from "./findings";
import { summable } from "./sums";

/** What the amount columns of a row hold. */
export interface RowAmounts {
  readings: AmountReading[];
  hasAmount: boolean;
  hasProblem: boolean;
}

/** The amounts of a table's rows, in kronor. */
export class AmountCells {
  constructor(
    private readonly block: CellBlock,
    private readonly columns: TableColumns,
    /** The unit of amounts that state none. */
    private readonly unit: AmountUnit,
    private readonly findings: Findings,
  ) {}

  /** Reads a row's amounts as they stand. */
  read(row: number): RowAmounts {
    const readings = this.columns.amounts.map(({ column }) => readAmount(valueAt(this.block, row, column)));
    return { readings, hasAmount: readings.some((reading) => reading.kind === "amount"), hasProblem: readings.some((reading) => reading.kind === "problem") };
  }

  /** An amount in the unit of its cell, its row, its column or the table; undefined when it is none. */
  scaled(reading: AmountReading, row: number, { column, unit }: AmountColumn): DecimalText | undefined {
    if (reading.kind !== "amount") return undefined;
    const rowUnit = this.columns.unit === undefined ? undefined : statedUnit(textAt(this.block, row, this.columns.unit));
    if (reading.ambiguous) this.findings.interpret("ambiguousSeparator", cellOf(this.block, row, column));
    return inKronor(reading.amount, reading.unit ?? rowUnit ?? unit ?? this.unit);
  }

  /** The row's amounts as they are summed. */
  figures(row: number, readings: AmountReading[]): (bigint | undefined)[] {
    return this.columns.amounts.map((column, index) => {
      const reading = readings[index];
      const amount = reading && reading.kind === "amount" ? this.scaled({ ...reading, ambiguous: undefined }, row, column) : undefined;
      return amount === undefined ? undefined : summable(amount);
    });
  }

  /** Tells of what stands where an amount is due. */
  unreadable(row: number, column: number, reading: AmountReading, about: { project: string; committee: string }): void {
    const value = valueAt(this.block, row, column);
    const text = typeof value === "string" ? value.trim().slice(0, 40) : String(value);
    const code = reading.kind === "amount" ? "percentAmount" : reading.kind === "problem" && reading.problem === "errorValue" ? "errorValue" : reading.kind === "problem" && reading.problem === "boolean" ? "truthValue" : "textAmount";
    this.findings.problem("error", code, { text }, cellOf(this.block, row, column), about);
  }
}
