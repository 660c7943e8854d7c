/** The switches for what is hard to see in Excel, and how Office then looks to the add-in. */
export interface ExcelLook {
  displayLanguage: "sv-SE" | "en-US";
  theme: keyof typeof THEMES;
  /** The pane's width in pixels: Excel opens it at 350. */
  width: number;
}

export const FIRST_LOOK: ExcelLook = { displayLanguage: "sv-SE", theme: "light", width: 350 };
export const WIDTHS = [320, 350, 480, 640];

/** Office.context.officeTheme as Excel has it. */
export const THEMES = {
  light: { bodyBackgroundColor: "#FFFFFF", bodyForegroundColor: "#262626", controlBackgroundColor: "#F3F2F1", controlForegroundColor: "#262626", isDarkTheme: false },
  dark: { bodyBackgroundColor: "#292929", bodyForegroundColor: "#FFFFFF", controlBackgroundColor: "#1F1F1F", controlForegroundColor: "#FFFFFF", isDarkTheme: true },
  contrast: { bodyBackgroundColor: "#000000", bodyForegroundColor: "#FFFFFF", controlBackgroundColor: "#000000", controlForegroundColor: "#FFFFFF", isDarkTheme: true },
} as const;
