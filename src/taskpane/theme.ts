import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";

const darkSystem = "(prefers-color-scheme: dark)";

/** Office's theme where it tells, else the system's. High contrast is the browser's own (forced colours). */
export function useOfficeTheme(): Theme {
  const dark = useSyncExternalStore(watchSystem, isDark);
  return dark ? webDarkTheme : webLightTheme;
}

function watchSystem(changed: () => void): () => void {
  const query = window.matchMedia?.(darkSystem);
  query?.addEventListener("change", changed);
  return () => query?.removeEventListener("change", changed);
}

function isDark(): boolean {
  const background = typeof Office === "undefined" ? undefined : (Office.context as Office.Context | undefined)?.officeTheme?.bodyBackgroundColor;
  return background ? isDarkColour(background) : (window.matchMedia?.(darkSystem).matches ?? false);
}

/** Whether a colour, `#RRGGBB` as Office gives it, is darker than middle grey, by perceived brightness. */
export function isDarkColour(colour: string): boolean {
  const [red = 255, green = 255, blue = 255] = (colour.match(/[0-9a-f]{2}/gi) ?? []).map((part) => parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
