import type { Language } from "../../i18n";
import type { Observation } from "../../followUp";
import type { AmountUnit } from "../../i18n/format";
import type { AmountRow, BudgetFrame, Committee, CommitteeShare, DecimalText, Diagnostic, FundInput, OutcomeRow, Project, Succession, Waiver, YearlyCap } from "../../planning/types";
import type { Work } from "../../planning/work";
import { templateTable, type ColumnKey, type TableKey } from "../template/tables";
import { areaOf, widthOf, type CellBlock } from "./cellBlock";
import { Findings, type Interpretation, type LeftOut } from "./findings";
import { recordReaders } from "./recordReaders";
import { inRow, recordColumns, RecordRow, recordRows, tellOfMissingColumns, type RecordPlace } from "./records";
import { readSettings, type Settings } from "./settingsReading";
import { understanding, type UnderstandOptions } from "./understandAmounts";
import type { AmountKind } from "./words";

/** A table that was read, for the user to see. */
export interface ReadTable {
  kind: TableKey;
  /** An Excel table of the template's, a range that is pointed out, or a sheet that was recognised by its headings. */
  origin: "table" | "range" | "sheet";
  /** `Kostnader!A5:H20` */
  where: string;
  rows: number;
  years: number[];
  /** Sum in kr, for tables of amounts. */
  total?: DecimalText;
  unit?: AmountUnit;
  leftOut: LeftOut[];
  interpreted: Interpretation[];
}

/** What has been read, with names as they are written: `assemble` makes ids of them. */
export class Collected {
  readonly tables: ReadTable[] = [];
  readonly problems: Diagnostic[] = [];
  readonly projects: Project[] = [];
  readonly committees: Committee[] = [];
  readonly costs: AmountRow[] = [];
  readonly savings: AmountRow[] = [];
  readonly booked: AmountRow[] = [];
  readonly outcomes: OutcomeRow[] = [];
  readonly frames: BudgetFrame[] = [];
  readonly caps: YearlyCap[] = [];
  readonly waivers: Waiver[] = [];
  readonly successions: Succession[] = [];
  readonly observations: Observation[] = [];
  readonly splits: { project?: string; share: CommitteeShare; cell: string }[] = [];
  settings: Settings = {};
  fund: FundInput | undefined;

  constructor(readonly language: Language) {}

  has(kind: TableKey): boolean {
    return this.tables.some((table) => table.kind === kind);
  }

  /** Reads the settings; they must be read before the projects, whose rules may build on the default one. */
  settingsTable(block: CellBlock, place: RecordPlace, origin: ReadTable["origin"]): void {
    const findings = new Findings(this.language);
    const { settings, rows } = readSettings(block, place, findings);
    this.settings = settings;
    this.problems.push(...findings.diagnostics());
    this.tables.push({ kind: "settings", origin, where: belowHeading(block, place.headerRow), rows, years: [], leftOut: [], interpreted: findings.interpretations() });
  }

  /** Reads a table of records. */
  records(key: TableKey, block: CellBlock, place: RecordPlace, origin: ReadTable["origin"]): void {
    const findings = new Findings(this.language);
    const rows = recordRows(block, place, findings);
    if (rows.length > 0) tellOfMissingColumns(block, templateTable(key), place, findings);
    recordReaders[key]?.(this, rows, findings);
    // What was measured is no part of the plan: a fault there does not stop it.
    this.problems.push(...findings.diagnostics().map((problem): Diagnostic => (key === "comparison" ? { ...problem, severity: "warning" } : problem)));
    this.tables.push({ kind: key, origin, where: belowHeading(block, place.headerRow), rows: rows.length, years: [], leftOut: findings.leftOut(), interpreted: findings.interpretations() });
  }

  /** Reads a table of amounts. */
  *amounts(kind: AmountKind, block: CellBlock, options: UnderstandOptions, origin: ReadTable["origin"]): Work<void> {
    const found = yield* understanding(block, { ...options, kind, language: this.language });
    this.problems.push(...found.diagnostics);
    const where = belowHeading(block, options.headerRow ?? 0);
    const leftOut = options.headerRow === undefined ? found.leftOut : found.leftOut.filter(({ kind: left }) => left !== "title");
    this.tables.push({ kind, origin, where, rows: found.rows.length, years: found.years, total: found.total, unit: found.unit, leftOut, interpreted: found.interpreted });
    if (kind === "frames") for (const { committee, year, amount, cell } of found.rows) this.frames.push({ committee, year, amount, cell });
    else if (kind === "outcomes") for (const row of this.withStatus(block, found.rows, found.sourceRows)) this.outcomes.push(row);
    else for (const row of found.rows) this[kind].push(row);
  }

  /** The status, source and date that stand on an outcome's row. */
  private withStatus(block: CellBlock, amounts: AmountRow[], sourceRows: number[]): OutcomeRow[] {
    const table = templateTable("outcomes");
    const headings = Array.from({ length: Math.min(30, block.values.length) }, (_, row) => recordColumns(block, table, row));
    const columns = headings.find((found) => found.has("status")) ?? new Map<ColumnKey, number>();
    const findings = new Findings(this.language);
    const rows = amounts.map((amount, index): OutcomeRow => {
      const record = new RecordRow(block, inRow((sourceRows[index] ?? 0) - block.row, columns), findings, "kr");
      const status = record.choice("status", "status");
      if (status === undefined && !record.has("status")) findings.problem("warning", "statusMissing", {}, amount.cell);
      const source = record.text("source");
      const date = record.date("date");
      return { ...amount, status: status ?? "preliminary", ...(source === undefined ? {} : { source }), ...(date === undefined ? {} : { date }) };
    });
    this.problems.push(...findings.diagnostics());
    return rows;
  }
}

function belowHeading(block: CellBlock, headerRow: number): string {
  return areaOf(block, headerRow, 0, Math.max(1, block.values.length - headerRow), Math.max(1, widthOf(block)));
}
