import type { Language } from "../i18n";
import type { Diagnostic, RepaymentPlan } from "../planning/types";
import { parseReference } from "../workbook/cellAddress";
import type { Reading, WrittenPlan } from "./workbook";

/** Work that is under way in Excel; one at a time. */
export type Activity = { kind: "creating" } | { kind: "reading" } | { kind: "writing"; share: number; doing: string };

/** The outcome to announce, until the next one. */
export type Announcement = { kind: "created"; sheets: string[] } | { kind: "read"; rows: number } | { kind: "written"; sheets: number };

/** An input that has been read, and the plan it gives. */
export interface Current {
  reading: Reading;
  plan: RepaymentPlan;
  /** Milliseconds since 1970. */
  at: number;
  /** A cell of the input has changed since. */
  changed: boolean;
}

export interface PaneState {
  language: Language;
  activity: Activity | null;
  current: Current | null;
  /** The plan on the sheets, as far as the pane knows; outdated when its input has changed since. */
  written: WrittenPlan | null;
  announcement: Announcement | null;
  failure: Diagnostic | null;
}

export type PaneAction =
  | { type: "creatingStarted" }
  | { type: "created"; sheets: string[] }
  | { type: "readingStarted" }
  | { type: "read"; reading: Reading; plan: RepaymentPlan; at: number }
  | { type: "writingStarted" }
  | { type: "writingProgressed"; share: number; doing: string }
  | { type: "written"; written: WrittenPlan }
  | { type: "inputChanged"; sheet: string }
  | { type: "failed"; failure: Diagnostic }
  | { type: "failureClosed" }
  | { type: "languageChosen"; language: Language };

export function initialState(language: Language): PaneState {
  return { language, activity: null, current: null, written: null, announcement: null, failure: null };
}

/** The pane's whole state machine: pure, so that a view is a function of what has happened. */
export function reduce(state: PaneState, action: PaneAction): PaneState {
  switch (action.type) {
    case "creatingStarted":
      return begin(state, { kind: "creating" });
    case "created":
      return { ...state, activity: null, announcement: { kind: "created", sheets: action.sheets } };
    case "readingStarted":
      return begin(state, { kind: "reading" });
    case "read": {
      const { reading, plan, at } = action;
      const rows = reading.tables.reduce((sum, table) => sum + table.rows, 0);
      return { ...state, activity: null, current: { reading, plan, at, changed: false }, written: reading.written, announcement: { kind: "read", rows } };
    }
    case "writingStarted":
      return begin(state, { kind: "writing", share: 0, doing: "" });
    case "writingProgressed":
      return state.activity?.kind === "writing" ? { ...state, activity: { kind: "writing", share: action.share, doing: action.doing } } : state;
    case "written":
      return {
        ...state,
        activity: null,
        written: { ...action.written, outdated: action.written.outdated || (state.current?.changed ?? false) },
        announcement: { kind: "written", sheets: action.written.sheets.length },
      };
    case "inputChanged":
      return changed(state, action.sheet);
    case "failed":
      return { ...state, activity: null, announcement: null, failure: action.failure };
    case "failureClosed":
      return { ...state, failure: null };
    case "languageChosen":
      return { ...state, language: action.language };
  }
}

/** New work clears what was said of the old. */
function begin(state: PaneState, activity: Activity): PaneState {
  return { ...state, activity, announcement: null, failure: null };
}

/** Only a sheet that the input was read from makes it old; the plan's own sheets do not. */
function changed(state: PaneState, sheet: string): PaneState {
  if (!state.current || !inputSheets(state.current.reading).has(sheet)) return state;
  return {
    ...state,
    current: { ...state.current, changed: true },
    written: state.written && { ...state.written, outdated: true },
  };
}

/** The names of the sheets that an input was read from. */
function inputSheets(reading: Reading): Set<string | undefined> {
  return new Set(reading.tables.map(({ where }) => parseReference(where)?.sheet));
}

/** What the reading and the plan say, worst first. */
export function diagnosticsOf({ reading, plan }: Current): { errors: Diagnostic[]; warnings: Diagnostic[] } {
  const all = [...reading.diagnostics, ...plan.diagnostics];
  return { errors: all.filter(({ severity }) => severity === "error"), warnings: all.filter(({ severity }) => severity === "warning") };
}

/** Whether there is a plan without errors to write. */
export function isWritable(current: Current): boolean {
  return current.plan.projects.length > 0 && diagnosticsOf(current).errors.length === 0;
}
