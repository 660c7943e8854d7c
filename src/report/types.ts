import type { Language } from "../i18n";
import type { DecimalText, Diagnostic } from "../planning/types";

/**
 * A plan as a document: titles, tables and notes, without any format. Amounts are decimal strings in kr;
 * every sum is computed exactly, so that a writer without formulas (paper, CSV) can print it as it is.
 */
export interface PlanReport {
  language: Language;
  title: string;
  /** The user's own title of the input; "" when there is none. */
  subtitle: string;
  /** When it was made and in what unit, as a sentence. */
  made: string;
  madeAt: string;
  version: string;
  /** SHA-256 of the input, hexadecimal. */
  fingerprint: string;
  /** What it was made from, for telling later what has changed: `inputRecord`; "" when there is no plan to write. */
  record: string;
  /** Decimals that amounts are shown with: 2 when the rounding unit or an amount has öre. */
  decimals: 0 | 2;
  /** The input has errors: there is no plan to write. */
  hasErrors: boolean;
  plan: ReportTable;
  frames: ReportTable;
  fund: ReportTable;
  control: ControlTables;
  /** Rules, assumptions, waivers, successions, remarks, and how the plan was made; only those with entries. */
  texts: ReportText[];
}

/** The computation's own figures, which the sheets are checked against. */
export interface ControlTables {
  projects: ReportTable;
  /** By year of the fund account: repayments, grants and closing balance. */
  repayments: ReportTable;
  grants: ReportTable;
  closing: ReportTable;
  /** By committee: repayments and change of frame over all years. */
  committees: ReportTable;
  changes: ReportTable;
}

export type ColumnKind = "text" | "year" | "amount";

export interface ReportColumn {
  header: string;
  kind: ColumnKind;
  /** The calendar year that the column holds, in tables with a column per year. */
  year?: number;
  /** In a replan: whether the year is booked, and the word for it (Bokfört or Plan) that stands under the header. */
  status?: { booked: boolean; text: string };
}

/** What a row is: an item of its own, a sum over items, or everything. */
export type RowRole = "item" | "grant" | "repayment" | "change" | "sum" | "total";

export interface ReportRow {
  role: RowRole;
  /** The committee's or project's place in the input; left out in totals. */
  committee?: number;
  project?: number;
  /** As many as there are columns: texts and years as they are, amounts as decimal text. */
  cells: string[];
}

export interface ReportTable {
  title: string;
  notes: string[];
  columns: ReportColumn[];
  rows: ReportRow[];
}

/** A list of labelled sentences. */
export interface ReportText {
  title: string;
  notes: string[];
  entries: { label: string; text: string }[];
}

/** A range that the input was read from: what it is, and where. */
export interface ReadSource {
  name: string;
  address: string;
}

export interface ReportOptions {
  language: Language;
  /** When the plan is made, as it shall be shown: "2026-11-21" or "2026-11-21 09:30". */
  madeAt: string;
  /** The add-in's version. */
  version: string;
  sources: ReadSource[];
  /** Of the input: `fingerprintOf`. */
  fingerprint: string;
  /** What the reading found, shown before the plan's own remarks. */
  readingDiagnostics?: Diagnostic[];
}

/** An amount by year. */
export type AmountByYear = Map<number, DecimalText>;
