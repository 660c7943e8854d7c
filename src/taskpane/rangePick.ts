import type { PaneState } from "./state";
import type { RangeCorrection, RangeKind, RangeUnderstanding } from "./workbook";

/** The choosing of a range of the user's own: what it holds, how it was understood, and how the user corrects that. */
export interface RangePick {
  kind: RangeKind;
  understood: RangeUnderstanding | null;
  correction: RangeCorrection;
}

export type RangePickAction =
  | { type: "pickOpened"; kind: RangeKind }
  | { type: "pickUnderstood"; understood: RangeUnderstanding; correction: RangeCorrection }
  | { type: "pickClosed" };

export function reduceRangePick(state: PaneState, action: RangePickAction): PaneState {
  switch (action.type) {
    case "pickOpened":
      return { ...state, tab: "input", pick: { kind: action.kind, understood: null, correction: {} } };
    case "pickUnderstood":
      return state.pick ? { ...state, activity: null, pick: { ...state.pick, understood: action.understood, correction: action.correction } } : { ...state, activity: null };
    case "pickClosed":
      return { ...state, pick: null };
  }
}
