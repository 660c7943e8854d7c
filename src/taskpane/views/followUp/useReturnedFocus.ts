import { useRef } from "react";

/** A form takes the place of the button that opened it; when it closes, the focus goes back there. */
export function useReturnedFocus() {
  const label = useRef<string | null>(null);
  return {
    remember: (button: HTMLElement) => {
      label.current = button.getAttribute("aria-label") ?? button.textContent;
    },
    giveBack: () =>
      requestAnimationFrame(() => {
        const buttons = [...document.querySelectorAll<HTMLElement>("main button")];
        buttons.find((button) => (button.getAttribute("aria-label") ?? button.textContent) === label.current)?.focus();
      }),
  };
}
