import { useEffect, useRef, type RefObject } from "react";
import type { Tab } from "../state";
import { tabId } from "./PaneTabs";

interface KeptFocus {
  ref: RefObject<HTMLElement | null>;
  onFocus(): void;
  onBlur(): void;
}

/**
 * Keeps the focus in the pane when what had it goes away: on the tab when another has been opened, else on the contents.
 * React tells nothing of a focus that goes with its element, so whoever had it last is taken to have it still.
 */
export function useKeptFocus(tab: Tab): KeptFocus {
  const ref = useRef<HTMLElement>(null);
  const held = useRef(false);
  const before = useRef(tab);
  useEffect(() => {
    const lost = held.current && (document.activeElement === document.body || document.activeElement === null);
    if (lost) (before.current === tab ? ref.current : document.getElementById(tabId(tab)))?.focus({ preventScroll: before.current === tab });
    before.current = tab;
  });
  return { ref, onFocus: () => void (held.current = true), onBlur: () => void (held.current = false) };
}
