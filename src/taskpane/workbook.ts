import type { Language } from "../i18n";
import type { CellReference, Diagnostic, PlanInput, RepaymentPlan, Succession, Waiver } from "../planning/types";
import type { RangeCorrection, RangeKind, RangeUnderstanding } from "../workbook/ranges";
import type { WorkbookReading } from "../workbook/reading";
import type { SheetLayout } from "../report/sheetLayout";
import type { CapChange } from "../workbook/rules";
import type { KeptPaper, PaperChange } from "../workbook/paper";
import type { FollowUpSource } from "../report/followUp";
import type { BookedEdit, OutcomeEdit, ReadAmounts } from "../workbook/followUp";
import type { TableKey } from "../workbook/template";
import type { Decision, ReadVersions } from "../workbook/versions";
import type { RuleDrafts } from "./drafts";

export type { FollowUpSource } from "../report/followUp";
export type { BookedEdit, OutcomeEdit, ReadAmounts } from "../workbook/followUp";
export type { DecidedVersion, Decision, ReadVersions } from "../workbook/versions";
export type { RangeCorrection, RangeKind, RangeUnderstanding } from "../workbook/ranges";

/** What a workbook says. */
export interface Reading extends WorkbookReading {
  /** The plan that stands on the sheets; null when there is none. */
  written: WrittenPlan | null;
  /** The annex that stands on a sheet; null when there is none. */
  annex: WrittenAnnex | null;
}

/** The annex's sheet in the workbook. */
export interface WrittenAnnex {
  sheet: string;
  /** Made from another input than the workbook has now. */
  outdated: boolean;
}

/** The plan's sheets in the workbook. */
export interface WrittenPlan {
  /** Their names, in order. */
  sheets: string[];
  /** What the user should know of the writing, as sentences. */
  notes: string[];
  /** Made from another input than the workbook has now. */
  outdated: boolean;
  /** What in the input has changed since it was written, as sentences; empty when it is not known. */
  changes: string[];
}

/** A range and how it shall be understood; without an address, what is selected in Excel. */
export interface RangeRequest {
  kind: RangeKind;
  address?: string;
  correction: RangeCorrection;
}

/** What came to nothing: why, how the workbook is now, and what to do. */
export interface NotDone {
  failure: Diagnostic;
}

/** Told as the writing goes on: how much is done (0–1), and with what, as a sentence. */
export type Progress = (share: number, doing: string) => void;

/** What a writing is told, and how it is stopped. */
export interface Writing {
  language: Language;
  onProgress: Progress;
  signal: AbortSignal;
}

/**
 * Everything that the pane asks of Excel. A method rejects with Excel's own error when Excel refuses; the workbook is
 * then as it was before. Sentences and sheets are in the language that is given.
 */
export interface Workbook {
  /** Adds the sheets of the template; gives their names. */
  createTemplate(language: Language): Promise<string[] | NotDone>;
  /** Adds a table of the template on a sheet of its own, and shows the first cell to fill in; gives the sheet's name, null when the workbook has the table. */
  addTable(table: TableKey, language: Language): Promise<string | NotDone | null>;
  /** Adds the showcase: the template's sheets, filled in. */
  openExample(language: Language): Promise<NotDone | null>;
  /** Reads the input, and which plan stands on the sheets. */
  read(language: Language): Promise<Reading | NotDone>;
  /** Tells how a range would be read. Nothing in the workbook changes. */
  understandRange(request: RangeRequest, language: Language): Promise<RangeUnderstanding | NotDone>;
  /** Remembers in the workbook that a range is the input. */
  useRange(request: RangeRequest & { address: string }, language: Language): Promise<NotDone | null>;
  /** Forgets the range of a kind that the workbook remembers. */
  forgetRange(kind: RangeKind, language: Language): Promise<NotDone | null>;
  /** Writes rules and settings in the workbook's own tables; what is missing is added. */
  saveRules(drafts: RuleDrafts, language: Language): Promise<NotDone | null>;
  /** Writes a cap in the table of caps. */
  saveCap(cap: CapChange, language: Language): Promise<NotDone | null>;
  /** Takes the cap away that is read from a cell. */
  removeCap(cell: CellReference, language: Language): Promise<NotDone | null>;
  /** Writes the plan on sheets of its own, all or nothing; null when it was cancelled. */
  write(reading: Reading, plan: RepaymentPlan, writing: Writing): Promise<WrittenPlan | NotDone | null>;
  /** Reads what papers and files of the plan shall be like. */
  readPaper(language: Language): Promise<KeptPaper>;
  /** Keeps what papers shall be like. */
  savePaper(change: PaperChange): Promise<NotDone | null>;
  /** Writes the annex on a sheet of its own; gives the sheet's name, null when it was cancelled. */
  writeAnnex(annex: SheetLayout, writing: Writing): Promise<string | NotDone | null>;
  /** Says from which year the plan is made anew; null for all years. */
  savePlanFrom(year: number | null, language: Language): Promise<NotDone | null>;
  /** Writes outcomes in their table, unless somebody else has written there meanwhile. */
  saveOutcomes(edits: OutcomeEdit[], language: Language): Promise<NotDone | null>;
  /** Writes booked repayments in their table, the same way. */
  saveBooked(edits: BookedEdit[], language: Language): Promise<NotDone | null>;
  /** Reads what is selected as amounts per project and committee, of a year when it has none of its own. */
  readAmounts(year: number, input: PlanInput, language: Language): Promise<ReadAmounts | NotDone>;
  /** Writes an exception in the table of waivers. */
  saveWaiver(waiver: Waiver, language: Language): Promise<NotDone | null>;
  /** Writes a reorganisation in the table of successions. */
  saveSuccession(rows: Succession[], language: Language): Promise<NotDone | null>;
  /** Keeps a plan as it is decided, on a new sheet; gives the sheet's name, null when it was cancelled. */
  decide(reading: Reading, plan: RepaymentPlan, decision: Decision, writing: Writing): Promise<string | NotDone | null>;
  /** Reads the decided plans, oldest first. */
  readVersions(language: Language): Promise<ReadVersions>;
  /** Writes the follow-up on sheets of its own; gives their names, null when it was cancelled. */
  writeFollowUp(source: FollowUpSource, writing: Writing): Promise<string[] | NotDone | null>;
  /** Writes a formula, in English notation, into the active cell, unless that holds something; gives the cell: `Blad1!B2`. */
  insertFormula(formula: string, language: Language): Promise<CellReference | NotDone>;
  /** Shows a cell or range to the user: `Kostnader!D5`. */
  select(reference: CellReference): Promise<void>;
  /** Shows a sheet to the user. */
  activate(sheet: string): Promise<void>;
  /** Calls back with the sheet's name, null when Excel does not tell it, when somebody changes a cell or adds or deletes a sheet; gives the way to stop. */
  watch(onChange: (sheet: string | null) => void): Promise<() => Promise<void>>;
}
