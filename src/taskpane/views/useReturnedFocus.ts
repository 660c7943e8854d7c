import { useEffect, useRef } from "react";

/** A form takes the place of the button that opened it; when it closes, the focus goes back there, unless the user is elsewhere by then. */
export function useReturnedFocus(isClosed: boolean): (button: HTMLElement) => void {
  const opener = useRef<string | null>(null);
  useEffect(() => {
    if (!isClosed || opener.current === null) return;
    // The button is another element than before, with the same name.
    if (isFocusLost()) [...document.querySelectorAll<HTMLElement>("main button")].find((button) => nameOf(button) === opener.current)?.focus();
    opener.current = null;
  }, [isClosed]);
  return (button) => {
    opener.current = nameOf(button);
  };
}

/** Whether what had the focus has gone. */
export function isFocusLost(): boolean {
  return document.activeElement === document.body || document.activeElement === null;
}

const nameOf = (button: HTMLElement) => button.getAttribute("aria-label") ?? button.textContent;
