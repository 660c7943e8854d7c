import { reduce, type PaneAction, type PaneState } from "./state";

/** The pane's state, shared with the ribbon's commands, which run whether the pane is open or not. */
export interface PaneStore {
  state(): PaneState;
  dispatch(action: PaneAction): void;
  /** Calls back after every change; gives the way to stop. */
  subscribe(listener: () => void): () => void;
}

export function createStore(initial: PaneState): PaneStore {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    dispatch(action) {
      const next = reduce(state, action);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
