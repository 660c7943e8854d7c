import type { AmountUnit } from "../i18n/format";
import type { CellReference, DecimalText, Diagnostic, PlanInput, RepaymentPlan } from "../planning/types";

/** What a table of the input holds; each has a title among the pane's texts. */
export type TableKind =
  | "projects"
  | "costs"
  | "savings"
  | "committees"
  | "frames"
  | "caps"
  | "splits"
  | "fund"
  | "outcomes"
  | "booked"
  | "waivers"
  | "successions"
  | "settings";

/** A table or range as it was read. */
export interface ReadTable {
  kind: TableKind;
  /** Where, as Excel writes it: `Kostnader!A3:F12`. */
  address: CellReference;
  rows: number;
  /** First and last year among its amounts. */
  years: [number, number] | null;
  /** In kr; null for a table without amounts. */
  total: DecimalText | null;
  /** What its amounts are written in. */
  unit: AmountUnit | null;
  /** What was recognised and not counted (title rows, sums, notes), and where. */
  leftOut: { what: string; cells: string }[];
  /** How something was understood that the user should know of, as sentences. */
  understood: string[];
}

/** What a workbook says. */
export interface Reading {
  /** Null when there is nothing to plan from. */
  input: PlanInput | null;
  tables: ReadTable[];
  diagnostics: Diagnostic[];
}

/** What writing a plan came to. */
export interface WrittenPlan {
  /** The names of the plan's sheets, in order. */
  sheets: string[];
  /** Sheets that the user had changed, under the names they are kept by. */
  kept: string[];
}

/**
 * Everything that the pane asks of Excel. A method rejects with Excel's own error when Excel refuses; the workbook is
 * then as it was before.
 */
export interface Workbook {
  /** Adds the sheets of the template that are missing; gives their names, none when all were there. */
  createTemplate(): Promise<string[]>;
  /** Reads the input. */
  read(): Promise<Reading>;
  /**
   * Writes the plan on sheets of its own.
   * @param onProgress called with how much is done, 0–1
   */
  write(reading: Reading, plan: RepaymentPlan, onProgress: (share: number) => void): Promise<WrittenPlan>;
  /** Shows a cell or range to the user: `Kostnader!D5`. */
  select(reference: CellReference): Promise<void>;
  /** Shows a sheet to the user. */
  activate(sheet: string): Promise<void>;
  /** Calls back when a user changes a cell of the workbook; gives the way to stop. */
  watch(onChange: (sheet: string) => void): Promise<() => Promise<void>>;
}
