import type { AmountUnit } from "../../i18n/format";
import { isErrorValue, readAmount } from "../amountText";
import { statedUnit } from "../amountUnits";
import { columnLetters } from "../cellAddress";
import { areaOf, cellOf, isBlank, textAt, valueAt, type CellBlock } from "./cellBlock";
import type { BlockCorrection, ColumnRole } from "./correction";
import type { Findings } from "./findings";
import { yearColumns, type HeaderPlace } from "./headers";
import { flowOf, headerWords, looksLikeCommittee, totalLabel, type AmountKind, type HeaderRole } from "./words";
import { countsYears, readYear } from "./yearText";

export interface AmountColumn {
  column: number;
  /** The year in the heading; undefined in a long list, where the row has it. */
  year?: number;
  unit?: AmountUnit;
}

/** What the columns of a table hold. Columns count from the block's corner. */
export interface TableColumns {
  project?: number;
  committee?: number;
  /** One column for both projects and committees, or for one of them without saying which. */
  label?: { column: number; says: "project" | "committee" | "both" | "nothing" };
  year?: number;
  unit?: number;
  kind?: number;
  amounts: AmountColumn[];
  totals: number[];
  /** Other columns with text: a cost type, a remark. */
  texts: number[];
}

/**
 * Tells what each column of a table holds, from its headings and, where they are silent, from its cells.
 * @param kind what is looked for, where a table has columns for both costs and savings
 * @param correction what the user says of columns; it goes before headings and cells
 */
export function tableColumns(block: CellBlock, place: HeaderPlace, kind: AmountKind | undefined, findings: Findings, correction?: BlockCorrection): TableColumns {
  const reader = new ColumnReader(block, place, findings, correction);
  return place.layout === "wide" ? reader.wide(kind) : reader.long(kind);
}

class ColumnReader {
  constructor(
    private readonly block: CellBlock,
    private readonly place: HeaderPlace,
    private readonly findings: Findings,
    private readonly correction: BlockCorrection | undefined,
  ) {}

  /** What the user says that a column holds. */
  private corrected(column: number): ColumnRole | undefined {
    return this.correction?.roles.get(column) ?? (this.correction?.years.has(column) ? "year" : undefined);
  }

  private correctedTo(role: ColumnRole): number | undefined {
    return this.columns().find((column) => this.corrected(column) === role);
  }

  /** The columns that the user has said nothing of. */
  private open(): number[] {
    return this.columns().filter((column) => this.corrected(column) === undefined);
  }

  wide(kind: AmountKind | undefined): TableColumns {
    const years = this.spreadYears();
    const firstYear = Math.min(...years.map((found) => found.column));
    const isYear = new Set(years.map((found) => found.column));
    const totals = this.open().filter((column) => !isYear.has(column) && this.texts(column).some((text) => totalLabel(text)) && this.hasNumbers(column));
    const columns = this.labels(new Set([...isYear, ...totals]), firstYear);
    this.unreadableYears(new Set([...isYear, ...totals]));
    const amounts = this.oneColumnAYear(this.ofKind(years, kind));
    this.unused(columns, [...isYear, ...totals]);
    this.withoutYear(isYear);
    return { ...columns, amounts, totals };
  }

  long(kind: AmountKind | undefined): TableColumns {
    const withRole = (role: HeaderRole) => this.open().filter((column) => this.roles(column).has(role));
    const year = this.correctedTo("yearColumn") ?? withRole("year")[0];
    const named = withRole("amount").filter((column) => column !== year);
    const plain = named.filter((column) => !this.roles(column).has("total"));
    const candidates = plain.length > 0 ? plain : named;
    const flows = candidates.filter((column) => kind !== undefined && flowOf(this.heading(column)) === kind);
    const best = this.correctedTo("amount") ?? flows[0] ?? [...candidates].sort((a, b) => this.rank(a, "amount") - this.rank(b, "amount"))[0];
    const totals = named.filter((column) => this.roles(column).has("total") && column !== best);
    const columns = this.labels(new Set([...named, ...[year, best].filter((column) => column !== undefined)]), Infinity);
    const amounts = best === undefined ? [] : [{ column: best, unit: statedUnit(this.heading(best)) }];
    this.unused({ ...columns, year }, best === undefined ? [] : [best]);
    return { ...columns, year, amounts, totals: totals.filter((column) => column !== best) };
  }

  private columns(): number[] {
    const all = Array.from({ length: this.place.toColumn - this.place.fromColumn }, (_, index) => this.place.fromColumn + index);
    return this.correction ? all.filter((column) => this.corrected(column) !== "ignored") : all;
  }

  private texts(column: number): string[] {
    const texts: string[] = [];
    for (let row = this.place.first; row <= this.place.last; row += 1) {
      const text = textAt(this.block, row, column);
      if (text !== "") texts.push(text);
    }
    return texts;
  }

  private heading(column: number): string {
    return this.texts(column).join(" ");
  }

  private roles(column: number): Set<HeaderRole> {
    return new Set(this.texts(column).flatMap((text) => headerWords(text).map((word) => word.role)));
  }

  private rank(column: number, role: HeaderRole): number {
    const ranks = this.texts(column).flatMap((text) => headerWords(text).filter((word) => word.role === role).map((word) => word.rank));
    return Math.min(...ranks, 9);
  }

  private some(column: number, test: (value: string | number | boolean) => boolean): boolean {
    for (let row = this.place.last + 1; row < this.place.end; row += 1) {
      const value = valueAt(this.block, row, column);
      if (!isBlank(value) && test(value)) return true;
    }
    return false;
  }

  private hasNumbers(column: number): boolean {
    return this.some(column, (value) => readAmount(value).kind === "amount");
  }

  private hasNames(column: number): boolean {
    return this.some(column, (value) => typeof value === "string" && readAmount(value).kind === "problem" && !totalLabel(value));
  }

  /** The year columns; a year over several columns with headings of their own below covers them all. */
  private spreadYears(): AmountColumn[] {
    const { main, last, fromColumn, toColumn } = this.place;
    const direct = yearColumns(this.block, main).filter((column) => column >= fromColumn && column < toColumn);
    const found: AmountColumn[] = [];
    let year: number | undefined;
    for (const column of this.columns()) {
      const corrected = this.corrected(column);
      if (corrected === "year") found.push(...this.correctedYear(column));
      if (corrected !== undefined) year = undefined;
      else if (direct.includes(column)) {
        const reading = readYear(valueAt(this.block, main, column));
        year = reading?.kind === "year" ? reading.year : undefined;
        found.push({ column, year, unit: statedUnit(this.heading(column)) });
      } else if (year !== undefined && last > main && isBlank(valueAt(this.block, main, column)) && flowOf(textAt(this.block, last, column))) {
        found.push({ column, year, unit: statedUnit(this.heading(column)) });
      } else if (!isBlank(valueAt(this.block, main, column))) {
        year = undefined;
      }
    }
    return found;
  }

  private correctedYear(column: number): AmountColumn[] {
    const reading = readYear(valueAt(this.block, this.place.main, column));
    const year = this.correction?.years.get(column) ?? (reading?.kind === "year" ? reading.year : undefined);
    if (year !== undefined) return [{ column, year, unit: statedUnit(this.heading(column)) }];
    this.findings.problem("error", "yearForColumn", { column: columnLetters(this.block.column + column) }, cellOf(this.block, this.place.main, column));
    return [];
  }

  private labels(taken: ReadonlySet<number>, before: number): Omit<TableColumns, "amounts" | "totals"> {
    const free = this.columns().filter((column) => !taken.has(column));
    const open = free.filter((column) => this.corrected(column) === undefined);
    const withRole = (role: HeaderRole) => open.filter((column) => this.roles(column).has(role)).sort((a, b) => this.rank(a, role) - this.rank(b, role));
    const isUnit = (column: number) => this.some(column, (value) => typeof value === "string" && statedUnit(value) !== undefined && value.length < 20);
    const unit = this.correctedTo("unit") ?? withRole("unit").find(isUnit);
    const kind = withRole("kind").find((column) => this.some(column, (value) => typeof value === "string" && flowOf(value) !== undefined));
    const [ownProject, ownCommittee] = [this.correctedTo("project"), this.correctedTo("committee")];
    let project = ownProject ?? withRole("project").find((column) => !this.roles(column).has("committee"));
    let committee = ownCommittee ?? withRole("committee").find((column) => !this.roles(column).has("project")) ?? withRole("unit").find((column) => column !== unit && this.some(column, (value) => typeof value === "string" && looksLikeCommittee(value)));
    const both = ownProject ?? ownCommittee ? undefined : withRole("project").find((column) => this.roles(column).has("committee"));
    const unnamed = open.filter((column) => column < before && this.roles(column).size === 0 && this.heading(column) === "" && column !== unit && this.hasNames(column));
    const usable = (column: number | undefined) => column !== undefined && this.some(column, () => true);
    if (!usable(committee)) committee = undefined;
    if (!usable(project)) project = undefined;

    const known = both ?? project ?? committee;
    const spare = unnamed.filter((column) => column !== known);
    if (both === undefined && project !== undefined && committee === undefined && spare[0] !== undefined) committee = this.assume("committee", spare[0]);
    else if (both === undefined && committee !== undefined && project === undefined && spare[0] !== undefined) project = this.assume("project", spare[0]);
    else if (known === undefined && spare.length >= 2) {
      const [first = 0, second = 0] = spare;
      const swapped = this.mostlyCommittees(first) && !this.mostlyCommittees(second);
      project = this.assume("project", swapped ? second : first);
      committee = this.assume("committee", swapped ? first : second);
    }
    let label: TableColumns["label"];
    if (both !== undefined && (project === undefined || committee === undefined)) label = { column: both, says: "both" };
    else if (project === undefined && committee !== undefined) label = { column: committee, says: "committee" };
    else if (project !== undefined && committee === undefined) label = { column: project, says: "project" };
    else if (project === undefined && spare[0] !== undefined) label = { column: spare[0], says: "nothing" };
    const roles = { project: label ? undefined : project, committee: label ? undefined : committee, label, unit, kind };
    const used = [project, committee, label?.column, unit, kind];
    return { ...roles, texts: free.filter((column) => !used.includes(column) && this.hasNames(column)) };
  }

  private assume(role: "project" | "committee", column: number): number {
    const { last, end } = this.place;
    this.findings.interpret(role === "project" ? "unnamedProjects" : "unnamedCommittees", areaOf(this.block, last + 1, column, end - last - 1, 1));
    return column;
  }

  private mostlyCommittees(column: number): boolean {
    let names = 0;
    let committees = 0;
    for (let row = this.place.last + 1; row < this.place.end; row += 1) {
      const text = textAt(this.block, row, column);
      if (text === "") continue;
      names += 1;
      if (looksLikeCommittee(text)) committees += 1;
    }
    return committees * 2 > names;
  }

  /** Headings that speak of a year outside the calendar, or of several years, over columns with figures. */
  private unreadableYears(taken: ReadonlySet<number>): void {
    for (const column of this.open()) {
      if (taken.has(column) || !this.hasNumbers(column)) continue;
      const value = valueAt(this.block, this.place.main, column);
      const reading = readYear(value);
      const cell = cellOf(this.block, this.place.main, column);
      if (reading?.kind === "outside") this.findings.problem("error", "yearOutside", { text: String(value) }, cell, { year: reading.year });
      else if (reading?.kind === "span") this.findings.problem("error", "yearSpan", { text: String(value) }, cell);
      else if (typeof value === "string" && isErrorValue(value)) this.findings.problem("error", "errorValue", { text: value.trim() }, cell);
      else if (countsYears(String(value))) this.findings.problem("error", "yearNotCalendar", { text: String(value).trim() }, cell);
    }
  }

  /** The words over a column: its own headings, and a group heading above several columns. */
  private flow(column: number, firstYear: number): "costs" | "savings" | undefined {
    const own = flowOf(this.heading(column));
    if (own) return own;
    for (let row = this.place.main - 1; row >= Math.max(this.place.titlesFrom, this.place.main - 2); row -= 1) {
      for (let left = column; left >= firstYear; left -= 1) {
        const text = textAt(this.block, row, left);
        if (text !== "") return flowOf(text);
      }
    }
    return undefined;
  }

  private ofKind(years: AmountColumn[], kind: AmountKind | undefined): AmountColumn[] {
    if (kind !== "costs" && kind !== "savings") return years;
    const firstYear = Math.min(...years.map((found) => found.column));
    const flows = new Map(years.map((found) => [found.column, this.flow(found.column, firstYear)]));
    const matching = years.filter((found) => flows.get(found.column) === kind);
    if (matching.length === 0) return years;
    const matched = new Set(matching.map((found) => found.year));
    const kept = years.filter((found) => this.corrected(found.column) === "year" || flows.get(found.column) === kind || (flows.get(found.column) === undefined && !matched.has(found.year)));
    const dropped = years.filter((found) => !kept.includes(found));
    for (const { column } of dropped) this.leaveColumn("otherKind", column);
    return kept;
  }

  private oneColumnAYear(years: AmountColumn[]): AmountColumn[] {
    const filled = years.filter((found) => this.hasNumbers(found.column) || !years.some((other) => other.year === found.year && this.hasNumbers(other.column)));
    const first = new Map<number, AmountColumn>();
    return filled.filter((found) => {
      const year = found.year ?? 0;
      const earlier = first.get(year);
      if (!earlier) {
        first.set(year, found);
        return true;
      }
      if (!this.hasNumbers(found.column)) return false;
      const { main } = this.place;
      this.findings.problem("error", "doubledYear", { year, other: cellOf(this.block, main, earlier.column) }, cellOf(this.block, main, found.column), { year });
      return false;
    });
  }

  private unused(columns: Partial<TableColumns>, used: number[]): void {
    const known = new Set([...used, columns.project, columns.committee, columns.label?.column, columns.unit, columns.kind, columns.year]);
    for (const column of this.columns()) {
      if (!known.has(column) && this.hasNumbers(column)) this.leaveColumn("otherColumn", column);
    }
  }

  /** Amounts between the years under no heading: a year that is merged over two columns stands in the first only. */
  private withoutYear(years: ReadonlySet<number>): void {
    const [first, last] = [Math.min(...years), Math.max(...years)];
    const bare = this.open().filter((column) => column > first && column < last && !years.has(column) && this.heading(column) === "");
    for (const column of bare) if (this.hasNumbers(column)) this.findings.problem("warning", "amountsWithoutYear", {}, cellOf(this.block, this.place.main, column));
  }

  private leaveColumn(kind: "otherKind" | "otherColumn", column: number): void {
    this.findings.leave(kind, areaOf(this.block, this.place.main, column, this.place.end - this.place.main, 1));
  }
}
