import type { PaneState } from "./state";
import type { RangeCorrection, RangeKind, RangeUnderstanding, Reading } from "./workbook";

/** The choosing of a range of the user's own: what it holds, how it was understood, and how the user corrects that. */
export interface RangePick {
  kind: RangeKind;
  understood: RangeUnderstanding | null;
  correction: RangeCorrection;
}

export type RangePickAction =
  | { type: "pickOpened"; kind: RangeKind }
  | { type: "pickUnderstood"; kind: RangeKind; understood: RangeUnderstanding; correction: RangeCorrection }
  | { type: "pickClosed" };

export function reduceRangePick(state: PaneState, action: RangePickAction): PaneState {
  switch (action.type) {
    case "pickOpened":
      return { ...state, tab: "input", functions: false, pick: { kind: action.kind, understood: null, correction: {} } };
    case "pickUnderstood":
      // An answer for what is looked for no more says nothing of what is looked for now.
      return state.pick?.kind === action.kind ? { ...state, activity: null, pick: { ...state.pick, understood: action.understood, correction: action.correction } } : { ...state, activity: null };
    case "pickClosed":
      return { ...state, pick: null };
  }
}

/** A correction with one thing more; under another heading row the columns are others, and what was said of them falls. */
export function corrected(before: RangeCorrection, { roles, years, ...change }: RangeCorrection): RangeCorrection {
  if (change.headerRow !== undefined) return { ...before, ...change, roles, years };
  return { ...before, ...change, roles: { ...before.roles, ...roles }, years: { ...before.years, ...years } };
}

/** Whether a range can be used as it is understood now. */
export function isUsable({ diagnostics }: RangeUnderstanding): boolean {
  return diagnostics.every(({ severity }) => severity !== "error");
}

/** What to choose when a range of a kind has been chosen: the other kind, unless its amounts are read from somewhere. */
export function nextToChoose({ tables }: Reading, chosen: RangeKind): RangeKind | null {
  const other = chosen === "costs" ? "savings" : "costs";
  return tables.some(({ kind, rows }) => kind === other && rows > 0) ? null : other;
}
