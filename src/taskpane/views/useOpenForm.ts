import { useState } from "react";
import { useReturnedFocus } from "./useReturnedFocus";

/** The forms of a part of a tab, of which one at a time is open. */
export interface OpenForm {
  /** The name of the one that is open. */
  open: string | null;
  /** Opens one in the place of a button. */
  show(form: string, button: HTMLElement): void;
  close(): void;
  /** Closes the form when what it holds has been saved: what Excel refuses stays as it was typed. */
  closeWhen(saved: Promise<boolean>): Promise<void>;
}

/** Which form is open, and the focus that goes back when it closes. */
export function useOpenForm(): OpenForm {
  const [open, setOpen] = useState<string | null>(null);
  const remember = useReturnedFocus(open === null);
  return {
    open,
    show: (form, button) => {
      remember(button);
      setOpen(form);
    },
    close: () => setOpen(null),
    closeWhen: async (saved) => {
      // The user may have left it, and opened another, meanwhile.
      if (await saved) setOpen((now) => (now === open ? null : now));
    },
  };
}
