import { cellOf, isBlank, valueAt, type CellBlock } from "./cellBlock";
import type { TableColumns } from "./columns";
import type { Findings } from "./findings";
import { readYear } from "./yearText";

/** The years of a list's rows, each in the row's own cell or in one above that holds for a group. */
export class RowYears {
  private year: number | undefined;

  constructor(
    private readonly block: CellBlock,
    private readonly columns: TableColumns,
    private readonly findings: Findings,
  ) {}

  /** The year of a row; undefined when it has none, which is told. */
  of(row: number, about: { project: string; committee: string }): number | undefined {
    const column = this.columns.year ?? 0;
    const value = valueAt(this.block, row, column);
    const cell = cellOf(this.block, row, column);
    const reading = readYear(value);
    if (reading?.kind === "year") {
      this.year = reading.year;
      return reading.year;
    }
    // A list that is grouped by year has the year merged over its group, to the left of the names.
    const grouped = isBlank(value) && this.year !== undefined && column < (this.columns.project ?? this.columns.label?.column ?? -1);
    if (grouped) {
      this.findings.interpret("carriedDown", cell);
      return this.year;
    }
    if (isBlank(value)) this.findings.problem("error", "yearMissing", {}, cell, about);
    else this.findings.problem("error", reading?.kind === "outside" ? "yearOutside" : "yearUnreadable", { text: String(value).slice(0, 40) }, cell, about);
    return undefined;
  }
}
