import type { Language } from "../i18n";
import type { CellReference, Diagnostic, RepaymentPlan } from "../planning/types";
import type { WorkbookReading } from "../workbook/reading";

/** What a workbook says. */
export interface Reading extends WorkbookReading {
  /** The plan that stands on the sheets; null when there is none. */
  written: WrittenPlan | null;
}

/** The plan's sheets in the workbook. */
export interface WrittenPlan {
  /** Their names, in order. */
  sheets: string[];
  /** What the user should know of the writing, as sentences. */
  notes: string[];
  /** Made from another input than the workbook has now. */
  outdated: boolean;
}

/** What came to nothing: why, how the workbook is now, and what to do. */
export interface NotDone {
  failure: Diagnostic;
}

/** Told as the writing goes on: how much is done (0–1), and with what, as a sentence. */
export type Progress = (share: number, doing: string) => void;

/**
 * Everything that the pane asks of Excel. A method rejects with Excel's own error when Excel refuses; the workbook is
 * then as it was before. Sentences and sheets are in the language that is given.
 */
export interface Workbook {
  /** Adds the sheets of the template; gives their names. */
  createTemplate(language: Language): Promise<string[] | NotDone>;
  /** Reads the input, and which plan stands on the sheets. */
  read(language: Language): Promise<Reading | NotDone>;
  /** Writes the plan on sheets of its own, all or nothing. */
  write(reading: Reading, plan: RepaymentPlan, language: Language, onProgress: Progress): Promise<WrittenPlan | NotDone>;
  /** Shows a cell or range to the user: `Kostnader!D5`. */
  select(reference: CellReference): Promise<void>;
  /** Shows a sheet to the user. */
  activate(sheet: string): Promise<void>;
  /** Calls back with the sheet's name when somebody changes a cell; gives the way to stop. */
  watch(onChange: (sheet: string) => void): Promise<() => Promise<void>>;
}
