import { createDarkTheme, createLightTheme, teamsHighContrastTheme, type BrandVariants, type Theme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";

/** Excel's green, from dark to light; 80 carries white text at 5.3 : 1. */
const excelGreen: BrandVariants = {
  10: "#031508", 20: "#072611", 30: "#0A351A", 40: "#0C4221", 50: "#0D5029", 60: "#0E5E31", 70: "#0F6B38", 80: "#107C41",
  90: "#2A8F55", 100: "#46A16B", 110: "#62B382", 120: "#7FC499", 130: "#9CD4B0", 140: "#B8E2C7", 150: "#D4EFDD", 160: "#EDF8F1",
};

const light = createLightTheme(excelGreen);

const themes = {
  light,
  // Green text on dark grey needs lighter steps than Fluent's own blue.
  dark: { ...createDarkTheme(excelGreen), colorBrandForeground1: excelGreen[110], colorBrandForeground2: excelGreen[120], colorBrandForegroundLink: excelGreen[110], colorCompoundBrandForeground1: excelGreen[110] },
  // Of Teams only the colours.
  contrast: { ...teamsHighContrastTheme, fontFamilyBase: light.fontFamilyBase },
} as const satisfies Record<string, Theme>;

type ThemeName = keyof typeof themes;

const darkSystem = "(prefers-color-scheme: dark)";
const systemColours = [darkSystem, "(forced-colors: active)"];

/** Excel tells its theme, but not when it changes: it is asked so often (milliseconds) while the pane is seen. */
const askedEvery = 2000;

/** Office's theme where it tells, else the system's; it follows while the pane is open. */
export function useOfficeTheme(): Theme {
  return themes[useSyncExternalStore(watchTheme, themeName)];
}

function watchTheme(changed: () => void): () => void {
  const queries = systemColours.flatMap((query) => window.matchMedia?.(query) ?? []);
  queries.forEach((query) => query.addEventListener("change", changed));
  window.addEventListener("focus", changed);
  const timer = setInterval(() => document.visibilityState === "visible" && changed(), askedEvery);
  return () => {
    queries.forEach((query) => query.removeEventListener("change", changed));
    window.removeEventListener("focus", changed);
    clearInterval(timer);
  };
}

function themeName(): ThemeName {
  const background = typeof Office === "undefined" ? undefined : (Office.context as Office.Context | undefined)?.officeTheme?.bodyBackgroundColor;
  return background ? themeOf(background) : window.matchMedia?.(darkSystem).matches ? "dark" : "light";
}

/**
 * The theme for Office's background, `#RRGGBB`: dark when it is darker than middle grey by perceived brightness.
 * Only high contrast is pure black.
 */
export function themeOf(background: string): ThemeName {
  const [red = 255, green = 255, blue = 255] = (background.match(/[0-9a-f]{2}/gi) ?? []).map((part) => parseInt(part, 16));
  if (red + green + blue === 0) return "contrast";
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? "dark" : "light";
}
