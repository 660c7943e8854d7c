import type { SheetStyleName } from "./sheetLayout";

export type BorderEdge = "EdgeTop" | "EdgeBottom" | "InsideHorizontal";

/** Excel's words for a format; what is left out stays as it is. */
export interface SheetStyle {
  bold?: boolean;
  italic?: boolean;
  fontSize?: number;
  fontColor?: string;
  fill?: string;
  horizontalAlignment?: "Left" | "Center" | "Right";
  verticalAlignment?: "Top" | "Center";
  wrapText?: boolean;
  borders?: { edge: BorderEdge; style: "Continuous" | "Double"; weight: "Hairline" | "Thin" | "Medium"; color: string }[];
}

/** The one accent colour: a dark petrol that prints as near black. */
export const accent = "#17505C";
/** Beside the accent in charts, light enough to tell apart in black and white. */
export const accentLight = "#A9C4C9";
const quiet = "#595959";
const hairline = { style: "Continuous", weight: "Hairline", color: "#BFBFBF" } as const;
const line = { style: "Continuous", weight: "Thin", color: accent } as const;

/** Nothing is told by colour alone: headers are bold and ruled, sums are bold, booked years are named in words. */
export const sheetStyles: Record<SheetStyleName, SheetStyle> = {
  title: { bold: true, fontSize: 16, fontColor: accent },
  subtitle: { fontSize: 12 },
  note: { fontColor: quiet },
  section: { bold: true, fontSize: 12, fontColor: accent },
  header: { bold: true, fill: "#E6EEEF", verticalAlignment: "Center", wrapText: true, borders: [{ edge: "EdgeTop", ...line }, { edge: "EdgeBottom", ...line }] },
  headerNumber: { horizontalAlignment: "Right" },
  status: { italic: true, fontColor: quiet, horizontalAlignment: "Right" },
  booked: { italic: true },
  rows: { verticalAlignment: "Top", borders: [{ edge: "InsideHorizontal", ...hairline }, { edge: "EdgeBottom", ...hairline }] },
  name: { wrapText: true },
  strong: { bold: true },
  total: { bold: true, borders: [{ edge: "EdgeTop", ...line }, { edge: "EdgeBottom", style: "Double", weight: "Medium", color: accent }] },
  label: { verticalAlignment: "Top", wrapText: true },
  sentence: { verticalAlignment: "Top", wrapText: true, horizontalAlignment: "Left" },
  check: { bold: true, horizontalAlignment: "Right" },
  paper: { fontSize: 9, verticalAlignment: "Top" },
  paperHeader: { fontSize: 8 },
  overall: { bold: true, fontSize: 14, horizontalAlignment: "Right", borders: [{ edge: "EdgeTop", ...line }, { edge: "EdgeBottom", ...line }] },
};

/** Amounts with thousands separators; a zero is a dash. */
export function amountFormat(decimals: number): string {
  const digits = decimals > 0 ? `#,##0.${"0".repeat(decimals)}` : "#,##0";
  return `${digits};-${digits};"–"`;
}

/** A check: OK as text, a difference in red with its sign. */
export const checkFormat = "[Red]+#,##0.00;[Red]-#,##0.00;0;@";

export const yearFormat = "0";
