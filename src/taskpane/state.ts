import type { Language } from "../i18n";
import type { CellReference, Diagnostic, PlanInput, RepaymentPlan } from "../planning/types";
import type { ModelName } from "../planning/models";
import { parseReference } from "../workbook/cellAddress";
import { noDrafts, withDrafts, type RuleDrafts } from "./drafts";
import { reduceFollowUp, type FollowUp, type FollowUpAction } from "./followUpState";
import { reduceExport, type ExportAction, type ExportKind, type HandedFile, type Papers } from "./exportState";
import { reduceRangePick, type RangePick, type RangePickAction } from "./rangePick";
import type { RangeKind, Reading, WrittenAnnex, WrittenPlan } from "./workbook";

/** The pane's tabs, in the order of the work. */
export const tabs = ["input", "rules", "plan", "followUp", "export"] as const;
export type Tab = (typeof tabs)[number];

/** Work that is under way in Excel; one at a time. Quiet work was not asked for by the user. */
export type Activity =
  | { kind: "creating" | "addingTable" | "openingExample" | "understanding" | "usingRange" | "savingRules" | "savingPaper" | "insertingFunction" | "savingFollowUp" | "replanning" | "deciding" | "writingFollowUp" }
  | { kind: "reading"; quiet?: boolean }
  | { kind: "exporting"; what: ExportKind; share?: number }
  | { kind: "writing"; share: number; doing: string; cancelling?: boolean };

/** The outcome to announce, until the next one. */
export type Announcement =
  | { kind: "created"; sheets: string[] }
  | { kind: "tableAdded"; sheet: string }
  | { kind: "exampleOpened" }
  | { kind: "read"; rows: number }
  | { kind: "rangeUsed"; used: RangeKind; address: string; next: RangeKind | null }
  | { kind: "rulesSaved" }
  | { kind: "rulesUndone" }
  | { kind: "functionInserted"; name: string; cell: CellReference }
  | { kind: "written"; sheets: number }
  | { kind: "writingCancelled" }
  | { kind: "copied" }
  | { kind: "annexWritten"; sheet: string }
  | { kind: "exportCancelled" }
  | { kind: "followUpSaved" }
  | { kind: "replanned"; year: number | null }
  | { kind: "decided"; sheet: string }
  | { kind: "followUpWritten"; sheets: string[] }
  | { kind: "nothingToFollowUp" }
  | { kind: "notWritten"; errors: number };

/** An input that has been read, and the plan it gives. */
export interface Current {
  reading: Reading;
  /** What the plan is made from: what was read, with the drafts that have not been saved. */
  input: PlanInput;
  plan: RepaymentPlan;
  /** Milliseconds since 1970. */
  at: number;
  /** A cell of the input has changed since. */
  changed: boolean;
}

/** The plan under another model, beside the current one. */
export interface Comparison {
  model: ModelName;
  plan: RepaymentPlan;
}

export interface PaneState {
  language: Language;
  tab: Tab;
  /** The functions are shown in place of the tab. */
  functions: boolean;
  activity: Activity | null;
  current: Current | null;
  /** Rules that have been changed in the pane and not yet saved in the workbook. */
  drafts: RuleDrafts;
  /** The choosing of a range that is under way. */
  pick: RangePick | null;
  comparison: Comparison | null;
  /** A plan is being made beside the work in Excel. */
  planning: boolean;
  /** The plan on the sheets, as far as the pane knows; outdated when its input has changed since. */
  written: WrittenPlan | null;
  /** The annex on its sheet, in the same way. */
  annex: WrittenAnnex | null;
  /** The follow-up of a year; null until its tab has been opened. */
  followUp: FollowUp | null;
  /** What papers shall be like; null until the export tab has been opened. */
  papers: Papers | null;
  /** The latest file, until the user says that it arrived. */
  handed: HandedFile | null;
  /** So many times a SIE file has been refused for what its fields say, since one was made: they say what is wrong. */
  sieRefusals: number;
  announcement: Announcement | null;
  failure: Diagnostic | null;
  /** Excel has not answered for long, and is waited for. */
  silent: boolean;
}

export type PaneAction =
  | { type: "began"; activity: Activity }
  | { type: "ended" }
  | { type: "tabChosen"; tab: Tab }
  | { type: "functionsOpened" }
  | { type: "functionsClosed" }
  | { type: "announced"; announcement: Announcement }
  | { type: "read"; reading: Reading; plan: RepaymentPlan; at: number; quiet?: boolean }
  | { type: "draftsChanged"; drafts: RuleDrafts }
  | { type: "planningStarted" }
  | { type: "planned"; input: PlanInput; plan: RepaymentPlan }
  | { type: "compared"; comparison: Comparison }
  | { type: "comparisonClosed" }
  | { type: "writingProgressed"; share: number; doing: string }
  | { type: "writingCancelled" }
  | { type: "written"; written: WrittenPlan }
  | { type: "inputChanged" }
  | { type: "failed"; failure: Diagnostic }
  | { type: "failureClosed" }
  | { type: "excelSilent"; silent: boolean }
  | { type: "languageChosen"; language: Language }
  | RangePickAction
  | FollowUpAction
  | ExportAction;

export function initialState(language: Language): PaneState {
  return {
    language,
    tab: "input",
    functions: false,
    activity: null,
    current: null,
    drafts: noDrafts,
    pick: null,
    comparison: null,
    planning: false,
    written: null,
    followUp: null,
    annex: null,
    papers: null,
    handed: null,
    sieRefusals: 0,
    announcement: null,
    failure: null,
    silent: false,
  };
}

/** The pane's whole state machine: pure, so that a view is a function of what has happened. */
export function reduce(state: PaneState, action: PaneAction): PaneState {
  switch (action.type) {
    case "began":
      return isQuiet(action.activity) ? { ...state, activity: action.activity } : { ...state, activity: action.activity, announcement: null, failure: null };
    case "ended":
      return { ...state, activity: null };
    case "tabChosen":
      return { ...state, tab: action.tab, functions: false, announcement: null };
    case "functionsOpened":
      return { ...state, functions: true, announcement: null };
    case "functionsClosed":
      return { ...state, functions: false, announcement: null };
    case "announced":
      return { ...state, activity: null, announcement: action.announcement };
    case "read":
      return read(state, action);
    case "draftsChanged":
      return { ...state, drafts: action.drafts };
    case "planningStarted":
      return { ...state, planning: true };
    case "planned":
      return state.current ? { ...state, planning: false, current: { ...state.current, input: action.input, plan: action.plan } } : state;
    case "compared":
      return { ...state, planning: false, comparison: action.comparison };
    case "comparisonClosed":
      return { ...state, planning: false, comparison: null };
    case "writingProgressed":
      return state.activity?.kind === "writing" ? { ...state, activity: { ...state.activity, share: action.share, doing: action.doing } } : state;
    case "writingCancelled":
      return state.activity?.kind === "writing" ? { ...state, activity: { ...state.activity, cancelling: true } } : state;
    case "written":
      return {
        ...state,
        activity: null,
        written: { ...action.written, outdated: action.written.outdated || (state.current?.changed ?? false) },
        announcement: { kind: "written", sheets: action.written.sheets.length },
      };
    case "inputChanged":
      return changed(state);
    case "failed":
      return { ...state, activity: null, planning: false, announcement: null, failure: action.failure };
    case "failureClosed":
      return { ...state, failure: null };
    case "excelSilent":
      return { ...state, silent: action.silent };
    case "languageChosen":
      return { ...state, language: action.language };
    case "paperRead":
    case "paperChanged":
    case "paperSaved":
    case "exportProgressed":
    case "fileHanded":
    case "annexWritten":
    case "sieRefused":
    case "fileMissing":
    case "fileClosed":
      return reduceExport(state, action);
    case "versionsRead":
    case "followUpYearChosen":
    case "versionChosen":
    case "changesFound":
    case "versionExplained":
    case "amountsRead":
    case "amountsClosed":
    case "tried":
      return reduceFollowUp(state, action);
    default:
      return reduceRangePick(state, action);
  }
}

/** Whether work goes on that the user has not asked for, and need not know of. */
export function isQuiet(activity: Activity | null): boolean {
  return activity?.kind === "reading" && activity.quiet === true;
}

/** Drafts stay through a reading: what the user is typing is not thrown away because a cell has changed. */
function read(state: PaneState, { reading, plan, at, quiet }: Extract<PaneAction, { type: "read" }>): PaneState {
  const rows = reading.tables.reduce((sum, table) => sum + table.rows, 0);
  return {
    ...state,
    activity: null,
    planning: false,
    current: { reading, input: withDrafts(reading.input, state.drafts), plan, at, changed: false },
    written: reading.written,
    annex: reading.annex,
    announcement: quiet ? state.announcement : { kind: "read", rows },
  };
}

/** What was read, and what was written from it, are now old. */
function changed(state: PaneState): PaneState {
  if (!state.current) return state;
  return {
    ...state,
    current: { ...state.current, changed: true },
    written: state.written && { ...state.written, outdated: true },
    annex: state.annex && { ...state.annex, outdated: true },
  };
}

/** Whether there is an input to show: before that the pane offers ways to begin. */
export function hasInput(state: PaneState): state is PaneState & { current: Current } {
  return state.current !== null && state.current.reading.tables.length > 0;
}

/**
 * Whether a change on a sheet may change the input: the sheet is one that was read, or something is still looked for.
 * The plan's own sheets never do.
 */
export function mayChangeInput({ current, written }: PaneState, sheet: string): boolean {
  if (written?.sheets.includes(sheet)) return false;
  if (!current) return true;
  const { tables } = current.reading;
  const complete = tables.some(({ kind }) => kind === "costs") && tables.some(({ kind }) => kind === "savings");
  return !complete || tables.some(({ where }) => parseReference(where)?.sheet === sheet);
}

/** What the reading and the plan say, worst first. */
export function diagnosticsOf({ reading, plan }: Pick<Current, "reading" | "plan">): { errors: Diagnostic[]; warnings: Diagnostic[] } {
  const all = [...reading.diagnostics, ...plan.diagnostics];
  return { errors: all.filter(({ severity }) => severity === "error"), warnings: all.filter(({ severity }) => severity === "warning") };
}

/** Whether there is a plan without errors to write. */
export function isWritable(current: Current): boolean {
  return current.plan.projects.length > 0 && diagnosticsOf(current).errors.length === 0;
}
