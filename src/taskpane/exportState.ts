import type { KeptPaper, Paper } from "../workbook/paper";
import type { PaneState } from "./state";

/** What a user can ask to be made of the plan. */
export type ExportKind = "word" | "committees" | "sheet" | "copy" | "csv" | "sie" | "followUp";

/** Those that are files. */
export type FileKind = Exclude<ExportKind, "sheet" | "copy">;

/** Those that are about the plan alone. */
export type PlanFileKind = Exclude<FileKind, "followUp">;

/** What papers shall be like: as the pane has it, and as the workbook had it when it was read. */
export interface Papers extends KeptPaper {
  kept: Paper;
}

/** A file that was handed to the browser, which does not tell whether it arrived: so the user is asked. */
export interface HandedFile {
  kind: FileKind;
  name: string;
  /** Not known; the user says no; the browser refused at once. */
  arrival: "asked" | "missing" | "refused";
}

export type ExportAction =
  | { type: "paperRead"; kept: KeptPaper }
  | { type: "paperChanged"; paper: Paper }
  | { type: "paperSaved"; saved: Paper; kept: KeptPaper }
  | { type: "exportProgressed"; share: number }
  | { type: "fileHanded"; file: HandedFile }
  | { type: "annexWritten"; sheet: string }
  | { type: "sieRefused" }
  | { type: "fileMissing" }
  | { type: "fileClosed" };

/** Whether the pane has details that the workbook has not. */
export function isUnsaved(papers: Papers | null): boolean {
  return papers !== null && papers.paper !== papers.kept;
}

/** The part of the pane's state machine that is about papers and files. */
export function reduceExport(state: PaneState, action: ExportAction): PaneState {
  const { papers, handed, activity } = state;
  switch (action.type) {
    case "paperRead":
      // What the user has changed and not saved is not thrown away because a cell has changed.
      return { ...state, papers: { ...action.kept, kept: action.kept.paper, ...(papers && isUnsaved(papers) ? { paper: papers.paper } : {}) } };
    case "paperChanged":
      return papers ? { ...state, papers: { ...papers, paper: action.paper } } : state;
    case "paperSaved":
      // What was changed while it was saved is still to be saved.
      return papers ? { ...state, papers: { ...action.kept, kept: action.kept.paper, paper: papers.paper === action.saved ? action.kept.paper : papers.paper } } : state;
    case "exportProgressed":
      return activity?.kind === "exporting" ? { ...state, activity: { ...activity, share: action.share } } : state;
    case "fileHanded":
      return { ...state, activity: null, handed: action.file, sieRefusals: action.file.kind === "sie" ? 0 : state.sieRefusals };
    case "annexWritten":
      return { ...state, activity: null, annex: { sheet: action.sheet, outdated: state.current?.changed ?? false }, announcement: { kind: "annexWritten", sheet: action.sheet } };
    case "sieRefused":
      return { ...state, sieRefusals: state.sieRefusals + 1 };
    case "fileMissing":
      return handed ? { ...state, handed: { ...handed, arrival: "missing" } } : state;
    case "fileClosed":
      return { ...state, handed: null };
  }
}
