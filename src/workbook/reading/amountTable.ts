import { formatAmount, type AmountUnit } from "../../i18n/format";
import type { AmountRow, DecimalText } from "../../planning/types";
import type { Work } from "../../planning/work";
import { AmountCells, type RowAmounts } from "./amountCells";
import { areaOf, cellOf, isBlank, valueAt, type CellBlock } from "./cellBlock";
import type { TableColumns } from "./columns";
import type { Findings, LeftOutKind } from "./findings";
import { sameRow, type HeaderPlace } from "./headers";
import { nameKey } from "./names";
import { isBlankRow, labelMode, nameIn, rowLabels, type LabelMode, type RowLabels } from "./rowLabels";
import { rowTotalMismatch } from "./rowTotals";
import { RowYears } from "./rowYears";
import { ColumnSums, summable, sumText } from "./sums";
import { flowOf, looksLikeCommittee, type AmountKind } from "./words";
import { readYear } from "./yearText";

/** An amount, and the block's row it was read from, so that other columns of the row can be read with it. */
export interface ReadAmount extends AmountRow {
  cell: string;
  row: number;
  explicitZero: boolean;
}

export interface TableOptions {
  kind?: AmountKind;
  /** The unit of amounts that state none. */
  unit: AmountUnit;
  /** For rows when the table has no project column. */
  defaultProject: { name: string; from: string };
  /** For rows when the table has no committee column. */
  committeeOf: (project: string) => { name: string; from: string };
}

/** Reads the rows of one table into amounts, in kronor. What is left out or not understood goes to `findings`. */
export function readAmountTable(block: CellBlock, place: HeaderPlace, columns: TableColumns, options: TableOptions, findings: Findings): Work<ReadAmount[]> {
  return new AmountTable(block, place, columns, options, findings).read();
}

/** "varav Socialnämnden" below a total repeats what has been counted. */
const isPartOfTotal = ({ project, committee, label, other }: RowLabels) =>
  [project, committee, label, other].some((text) => /^(?:varav|därav|of which)(?!\p{L})/iu.test(text));

class AmountTable {
  private readonly rows: ReadAmount[] = [];
  private readonly cells: AmountCells;
  private readonly years: RowYears;
  private readonly sums: ColumnSums;
  private readonly mode: LabelMode | undefined;
  private readonly needsProject: boolean;
  /** Whether anything in the table may be a total: else nothing need be summed. */
  private readonly hasTotals: boolean;
  private project = "";
  private committee = "";

  constructor(
    private readonly block: CellBlock,
    private readonly place: HeaderPlace,
    private readonly columns: TableColumns,
    private readonly options: TableOptions,
    private readonly findings: Findings,
  ) {
    this.cells = new AmountCells(block, columns, options.unit, findings);
    this.years = new RowYears(block, columns, findings);
    this.sums = new ColumnSums(columns.amounts.length);
    this.mode = columns.label && labelMode(block, place, columns, (row) => this.cells.read(row).hasAmount);
    this.needsProject = options.kind !== "frames";
    this.hasTotals = columns.totals.length > 0 || this.mode === "sections" || this.someRow((labels) => labels.total !== undefined || (labels.label === "" && (labels.project === "" || labels.committee === "")));
  }

  private someRow(test: (labels: RowLabels) => boolean): boolean {
    for (let row = this.place.last + 1; row < this.place.end; row += 1) if (test(rowLabels(this.block, row, this.columns))) return true;
    return false;
  }

  *read(): Work<ReadAmount[]> {
    const { last, end } = this.place;
    for (let row = last + 1; row < end; row += 1) {
      if (!isBlankRow(this.block, this.place, row)) this.readRow(row);
      yield;
    }
    for (const { row, index, total, sum } of this.sums.finish()) {
      const column = this.columns.amounts[index]?.column ?? 0;
      this.findings.problem("warning", "totalRowMismatch", { total: this.kr(sumText(total)), sum: this.kr(sumText(sum)) }, cellOf(this.block, row, column));
    }
    return this.rows;
  }

  private kr(amount: DecimalText): string {
    return formatAmount(amount, this.findings.language);
  }

  private readRow(row: number): void {
    if (sameRow(this.block, this.place.main, row)) return this.leave("repeatedHeader", row);
    const labels = rowLabels(this.block, row, this.columns);
    const amounts = this.cells.read(row);
    if (labels.total) return this.totalRow(row, labels.total.of, amounts);
    if (isPartOfTotal(labels)) return this.leave("ofWhich", row);
    if (!amounts.hasAmount && !(amounts.hasProblem && this.filledCells(row) > 1)) return this.rowWithoutAmounts(row, labels);
    const names = this.names(row, labels, amounts);
    if (!names || this.isOtherKind(row)) return;
    this.partRow(row, names, amounts);
  }

  private filledCells(row: number): number {
    let filled = 0;
    for (let column = this.place.fromColumn; column < this.place.toColumn; column += 1) if (!isBlank(valueAt(this.block, row, column))) filled += 1;
    return filled;
  }

  private leave(kind: LeftOutKind, row: number): void {
    this.findings.leave(kind, areaOf(this.block, row, this.place.fromColumn, 1, this.place.toColumn - this.place.fromColumn));
  }

  /** The next row that is not blank, if it has amounts. */
  private nextWithAmounts(row: number): { row: number; labels: RowLabels } | undefined {
    for (let next = row + 1; next < this.place.end; next += 1) {
      if (isBlankRow(this.block, this.place, next)) continue;
      const labels = rowLabels(this.block, next, this.columns);
      return labels.total || !this.cells.read(next).hasAmount ? undefined : { row: next, labels };
    }
    return undefined;
  }

  private rowWithoutAmounts(row: number, labels: RowLabels): void {
    if (labels.project !== "" && labels.committee !== "") {
      this.project = labels.project;
      this.committee = labels.committee;
      return this.leave("noAmounts", row);
    }
    const next = this.nextWithAmounts(row);
    const heading = labels.project || labels.label;
    const isSection = heading !== "" && next !== undefined && (this.mode === undefined ? labels.committee === "" && next.labels.project === "" && next.labels.committee !== "" : this.mode === "sections");
    if (isSection) {
      this.project = heading;
      this.committee = "";
      this.findings.interpret("sections", cellOf(this.block, row, this.columns.project ?? this.columns.label?.column ?? 0));
      return this.leave("heading", row);
    }
    const year = this.columns.year !== undefined && readYear(valueAt(this.block, row, this.columns.year))?.kind === "year";
    if (heading !== "" && (next?.labels.project || year)) return this.leave(year ? "noAmounts" : "heading", row);
    if (this.filledCells(row) > 1 && (labels.label !== "" || labels.committee !== "")) return this.leave("noAmounts", row);
    this.leave("note", row);
  }

  private totalRow(row: number, of: string, { readings, hasAmount }: RowAmounts): void {
    this.leave("totalRow", row);
    if (hasAmount) this.sums.total({ row, of, figures: this.cells.figures(row, readings) });
    // What stands below a total without a project of its own does not belong to the project above it.
    this.project = "";
    this.committee = "";
  }

  private names(row: number, labels: RowLabels, amounts: RowAmounts): { project: string; committee: string } | undefined {
    const names = this.columns.label ? this.labelled(row, labels, amounts) : this.twoColumns(row, labels, amounts);
    if (!names) return undefined;
    this.project = names.project;
    this.committee = names.committee;
    return names;
  }

  /** A row of a table with one column of names, or none. */
  private labelled(row: number, labels: RowLabels, amounts: RowAmounts): { project: string; committee: string } | undefined {
    const cell = cellOf(this.block, row, this.columns.label?.column ?? 0);
    const name = labels.label || (labels.other !== "" || this.place.layout === "long" ? (this.mode === "projects" ? this.project : this.committee) : "");
    if (name === "") return this.unnamed(row, amounts);
    if (labels.label === "") this.findings.interpret("carriedDown", cell);
    if (this.mode === "projects") return { project: name, committee: this.defaultCommittee(row, name) };
    if (this.mode === "committees") return { project: this.defaultProject(row), committee: name };
    const next = this.nextWithAmounts(row);
    if (!looksLikeCommittee(name) && next && looksLikeCommittee(next.labels.label)) {
      this.project = name;
      this.findings.interpret("sections", cell);
      this.subtotalAbove(row, name, amounts);
      return undefined;
    }
    if (this.project !== "") return { project: this.project, committee: name };
    this.findings.problem("error", "projectMissing", {}, cell);
    return undefined;
  }

  private twoColumns(row: number, labels: RowLabels, amounts: RowAmounts): { project: string; committee: string } | undefined {
    const { project: projectColumn, committee: committeeColumn } = this.columns;
    if (projectColumn === undefined || committeeColumn === undefined) {
      return { project: this.needsProject ? this.defaultProject(row) : "", committee: labels.committee || this.defaultCommittee(row, "") };
    }
    let { project, committee } = labels;
    if (project === "" && committee === "" && labels.other === "" && this.place.layout === "wide") return this.unnamed(row, amounts);
    if (project === "") {
      const spoilt = !isBlank(valueAt(this.block, row, projectColumn));
      if (this.project === "" || spoilt) {
        this.findings.problem("error", "projectMissing", {}, cellOf(this.block, row, projectColumn));
        return undefined;
      }
      project = this.project;
      this.findings.interpret("carriedDown", cellOf(this.block, row, projectColumn));
      if (committee === "" && this.committee !== "") {
        committee = this.committee;
        this.findings.interpret("carriedDown", cellOf(this.block, row, committeeColumn));
      }
    } else if (committee === "") {
      const next = this.nextWithAmounts(row);
      const isSum = next !== undefined && next.labels.committee !== "" && (next.labels.project === "" || nameKey(next.labels.project) === nameKey(project));
      if (isSum) {
        this.project = project;
        this.committee = "";
        this.subtotalAbove(row, project, amounts);
        return undefined;
      }
      // The same project again, with its committee above: a cell that was merged over rows.
      if (nameKey(project) === nameKey(this.project) && this.committee !== "" && (labels.other !== "" || this.place.layout === "long")) {
        committee = this.committee;
        this.findings.interpret("carriedDown", cellOf(this.block, row, committeeColumn));
      }
    }
    if (committee !== "") return { project, committee };
    this.findings.problem("error", "committeeMissing", { project }, cellOf(this.block, row, committeeColumn), { project });
    return undefined;
  }

  /** Figures without any name: a total without its word when they add up, else a fault. */
  private unnamed(row: number, { readings }: RowAmounts): undefined {
    const figures = this.cells.figures(row, readings);
    if (this.sums.isTotalOfAbove(figures)) {
      this.leave("totalRow", row);
      this.sums.total({ row, of: "", figures });
    } else if (!this.columns.label && this.columns.project === undefined) {
      this.findings.problem("error", "committeeMissing", { project: "" }, cellOf(this.block, row, this.columns.committee ?? 0));
    } else {
      this.findings.problem("error", "unnamedRow", {}, areaOf(this.block, row, this.place.fromColumn, 1, this.place.toColumn - this.place.fromColumn));
    }
    return undefined;
  }

  /** A project's own sum, printed on the row above its committees. */
  private subtotalAbove(row: number, project: string, { readings }: RowAmounts): void {
    this.leave("totalRow", row);
    this.sums.total({ row, of: project, figures: this.cells.figures(row, readings) });
  }

  private defaultProject(row: number): string {
    if (!this.needsProject) return "";
    const { name, from } = this.options.defaultProject;
    this.findings.interpret("oneProject", from || cellOf(this.block, row, this.place.fromColumn), { project: name });
    return name;
  }

  private defaultCommittee(row: number, project: string): string {
    const { name, from } = this.options.committeeOf(project);
    this.findings.interpret("oneCommittee", from || cellOf(this.block, row, this.place.fromColumn), { committee: name });
    return name;
  }

  /** In a table with a column that tells costs from savings, the rows of the other kind. */
  private isOtherKind(row: number): boolean {
    const { kind } = this.columns;
    if (kind === undefined || (this.options.kind !== "costs" && this.options.kind !== "savings")) return false;
    const text = nameIn(this.block, row, kind);
    const flow = flowOf(text);
    if (flow === this.options.kind) return false;
    if (flow === undefined) this.findings.problem("warning", "kindUnknown", { text }, cellOf(this.block, row, kind));
    this.leave("otherKind", row);
    return true;
  }

  private partRow(row: number, names: { project: string; committee: string }, { readings }: RowAmounts): void {
    const parts: (bigint | undefined)[] = [];
    readings.forEach((reading, index) => {
      const amountColumn = this.columns.amounts[index];
      if (!amountColumn) return;
      const cell = cellOf(this.block, row, amountColumn.column);
      if (reading.kind === "problem" || (reading.kind === "amount" && reading.percent)) {
        this.cells.unreadable(row, amountColumn.column, reading, names);
        this.sums.spoil(index);
        return;
      }
      const amount = this.cells.scaled(reading, row, amountColumn);
      if (amount === undefined) return;
      if (this.hasTotals) parts[index] = summable(amount);
      const year = amountColumn.year ?? this.years.of(row, names);
      if (year !== undefined) this.rows.push({ project: names.project, committee: names.committee, year, amount, cell, row, explicitZero: amount === "0" });
    });
    if (!this.hasTotals) return;
    this.sums.add(names.project, names.committee, parts);
    const mismatch = rowTotalMismatch(this.block, this.place, this.columns, row, parts, this.options.unit, readings);
    for (const { column, total, sum } of mismatch) {
      this.findings.problem("warning", "totalColumnMismatch", { total: this.kr(sumText(total)), sum: this.kr(sumText(sum)) }, cellOf(this.block, row, column), { project: names.project });
    }
  }
}
