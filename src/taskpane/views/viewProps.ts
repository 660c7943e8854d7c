import type { Effects } from "../effects";
import type { Current, PaneAction, PaneState } from "../state";

/** What a tab needs: the state, with an input in it, and the ways to change it. */
export interface ViewProps {
  state: PaneState & { current: Current };
  dispatch(action: PaneAction): void;
  effects: Effects;
}
