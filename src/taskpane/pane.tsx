import { createRoot } from "react-dom/client";
import { App } from "./App";
import { effects, store } from "./session";

/** Puts the pane on the page. */
export function showPane(place: HTMLElement): void {
  createRoot(place).render(<App store={store} effects={effects} />);
  void effects.open();
}
