import type { Border, CellFormat } from "../model";
import { child, flag, type XmlElement } from "./xml";
import { parseThemeColors, resolveThemeColor } from "hucre/xlsx";

/** A file's line style as Excel's API states it: style and weight. */
export const borderStyles: Record<string, [style: string, weight: string]> = {
  thin: ["Continuous", "Thin"], medium: ["Continuous", "Medium"], thick: ["Continuous", "Thick"], hair: ["Continuous", "Hairline"],
  dashed: ["Dash", "Thin"], mediumDashed: ["Dash", "Medium"], dotted: ["Dot", "Thin"], double: ["Double", "Thick"],
  dashDot: ["DashDot", "Thin"], mediumDashDot: ["DashDot", "Medium"], dashDotDot: ["DashDotDot", "Thin"],
  mediumDashDotDot: ["DashDotDot", "Medium"], slantDashDot: ["SlantDashDot", "Medium"],
};

/** The four sides, by Excel's border index and the file's element. */
export const borderSides = [["EdgeLeft", "left"], ["EdgeRight", "right"], ["EdgeTop", "top"], ["EdgeBottom", "bottom"]] as const;

export const underlines: Record<string, string> = {
  single: "Single", double: "Double", singleAccounting: "SingleAccountant", doubleAccounting: "DoubleAccountant",
};

export const horizontals: Record<string, string> = {
  general: "General", left: "Left", center: "Center", right: "Right", fill: "Fill", justify: "Justify",
  centerContinuous: "CenterAcrossSelection", distributed: "Distributed",
};

export const verticals: Record<string, string> = {
  top: "Top", center: "Center", bottom: "Bottom", justify: "Justify", distributed: "Distributed",
};

/** The indexed colours 8–63 (ECMA-376 18.8.27); 0–7 repeat 8–15. */
const palette = (
  "000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF800000008000000080808000800080008080C0C0C08080809999FF993366FFFFCCCCFFFF" +
  "660066FF80800066CCCCCCFF000080FF00FFFFFF0000FFFF8000808000000080800000FF00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC99" +
  "3366FF33CCCC99CC00FFCC00FF9900FF6600666699969696003366339966003300333300993300993366333399333333"
).match(/.{6}/g) ?? [];

/** Colours as "#RRGGBB", themes and tints resolved. */
export class Colors {
  private readonly theme: string[];

  constructor(themeXml: string | undefined) {
    this.theme = themeXml === undefined ? [] : parseThemeColors(themeXml);
  }

  /** Undefined for an automatic colour, or none. */
  of(element: XmlElement | undefined): string | undefined {
    const { rgb, theme, indexed, tint } = element?.attributes ?? {};
    if (rgb !== undefined && /^[0-9a-f]{6,8}$/i.test(rgb)) return `#${rgb.slice(-6).toUpperCase()}`;
    if (theme !== undefined) {
      // The scheme lists dark before light; cells number light first.
      const swapped = [1, 0, 3, 2][Number(theme)] ?? Number(theme);
      const base = this.theme[swapped];
      return base === undefined ? undefined : `#${resolveThemeColor([base], 0, tint === undefined ? undefined : Number(tint)).toUpperCase()}`;
    }
    const number = Number(indexed ?? NaN);
    const code = palette[number < 8 ? number : number - 8];
    return code === undefined ? undefined : `#${code}`;
  }
}

/** A `<font>` in the model's words, the workbook's standard font left out. */
export function readFont(font: XmlElement | undefined, colors: Colors, standard: CellFormat = {}): CellFormat {
  const on = (name: string) => {
    const element = child(font, name);
    return element !== undefined && flag(element.attributes["val"], true);
  };
  const underline = child(font, "u");
  const size = Number(child(font, "sz")?.attributes["val"] ?? NaN);
  const format: CellFormat = {};
  const color = colors.of(child(font, "color"));
  const name = child(font, "name")?.attributes["val"];
  if (color !== undefined && color !== (standard.fontColor ?? "#000000")) format.fontColor = color;
  if (name !== undefined && name !== standard.fontName) format.fontName = name;
  if (!Number.isNaN(size) && size !== standard.fontSize) format.fontSize = size;
  if (on("b")) format.bold = true;
  if (on("i")) format.italic = true;
  if (on("strike")) format.strikethrough = true;
  const kind = underline && underlines[underline.attributes["val"] ?? "single"];
  if (kind !== undefined) format.underline = kind;
  return format;
}

/** The solid colour of a `<fill>`. Patterns and gradients are kept in the file, not in the model. */
export function readFill(fill: XmlElement | undefined, colors: Colors): string | undefined {
  const pattern = child(fill, "patternFill");
  return pattern?.attributes["patternType"] === "solid" ? colors.of(child(pattern, "fgColor")) : undefined;
}

/** The four sides of a `<border>`; undefined when it has none. */
export function readBorders(border: XmlElement | undefined, colors: Colors): Record<string, Border> | undefined {
  const borders: Record<string, Border> = {};
  for (const [edge, name] of borderSides) {
    // start and end are what Excel's strict files call left and right.
    const side = child(border, name) ?? (name === "left" ? child(border, "start") : name === "right" ? child(border, "end") : undefined);
    const line = borderStyles[side?.attributes["style"] ?? "none"];
    if (line) borders[edge] = { style: line[0], color: colors.of(child(side, "color")) ?? "#000000", weight: line[1] };
  }
  return Object.keys(borders).length > 0 ? borders : undefined;
}

/** The alignment and protection of an `<xf>`. */
export function readAlignment(xf: XmlElement): CellFormat {
  const { horizontal = "general", vertical = "bottom", wrapText, indent, textRotation = "0", shrinkToFit } = child(xf, "alignment")?.attributes ?? {};
  const format: CellFormat = {};
  if (horizontal !== "general") format.horizontalAlignment = horizontals[horizontal] ?? "General";
  if (vertical !== "bottom") format.verticalAlignment = verticals[vertical] ?? "Bottom";
  if (flag(wrapText)) format.wrapText = true;
  if (Number(indent ?? 0) > 0) format.indentLevel = Number(indent);
  if (textRotation !== "0") format.textOrientation = orientation(Number(textRotation));
  if (flag(shrinkToFit)) format.shrinkToFit = true;
  const { locked, hidden } = child(xf, "protection")?.attributes ?? {};
  if (!flag(locked, true)) format.locked = false;
  if (flag(hidden)) format.formulaHidden = true;
  return format;
}

/** Degrees as the API has them: −90 to 90, and 180 for letters on top of one another. Files count on: 91 is −1, 255 stacked. */
function orientation(rotation: number): number {
  return rotation === 255 ? 180 : rotation > 90 ? 90 - rotation : rotation;
}

/** A file's rotation for an orientation. */
export function rotation(degrees: number): number {
  return degrees === 180 ? 255 : degrees < 0 ? 90 - degrees : degrees;
}

/** The format with every default left out, so that equal looks are equal; undefined when nothing is left. */
export function plainFormat(format: CellFormat | undefined, standard: CellFormat): CellFormat | undefined {
  if (!format) return undefined;
  const plain: CellFormat = {};
  const upper = (color: string | undefined) => (color ? color.toUpperCase() : undefined);
  const fontColor = upper(format.fontColor);
  const fill = upper(format.fill);
  if (fill) plain.fill = fill;
  if (fontColor && fontColor !== (standard.fontColor ?? "#000000")) plain.fontColor = fontColor;
  if (format.fontName && format.fontName !== standard.fontName) plain.fontName = format.fontName;
  if (format.fontSize && format.fontSize !== standard.fontSize) plain.fontSize = format.fontSize;
  if (format.bold) plain.bold = true;
  if (format.italic) plain.italic = true;
  if (format.underline && format.underline !== "None") plain.underline = format.underline;
  if (format.horizontalAlignment && format.horizontalAlignment !== "General") plain.horizontalAlignment = format.horizontalAlignment;
  if (format.verticalAlignment && format.verticalAlignment !== "Bottom") plain.verticalAlignment = format.verticalAlignment;
  if (format.wrapText) plain.wrapText = true;
  if (format.indentLevel) plain.indentLevel = format.indentLevel;
  if (format.strikethrough) plain.strikethrough = true;
  if (format.textOrientation) plain.textOrientation = format.textOrientation;
  if (format.shrinkToFit) plain.shrinkToFit = true;
  if (format.locked === false) plain.locked = false;
  if (format.formulaHidden) plain.formulaHidden = true;
  const borders = Object.entries(format.borders ?? {}).filter(([edge, border]) => border.style !== "None" && borderSides.some(([name]) => name === edge));
  if (borders.length > 0) plain.borders = Object.fromEntries(borders.map(([edge, border]) => [edge, { ...border, color: upper(border.color) ?? "#000000" }]));
  return Object.keys(plain).length > 0 ? plain : undefined;
}

/** A text that is equal for equal plain formats. */
export function formatKey(format: CellFormat | undefined): string {
  if (!format) return "";
  const borders = borderSides.map(([edge]) => {
    const border = format.borders?.[edge];
    return border ? `${border.style} ${border.weight} ${border.color}` : "";
  });
  return [
    format.fill, format.fontColor, format.fontName, format.fontSize, format.bold, format.italic, format.underline, format.horizontalAlignment,
    format.verticalAlignment, format.wrapText, format.indentLevel, format.locked, format.strikethrough, format.textOrientation, format.shrinkToFit,
    format.formulaHidden, ...borders,
  ].join("|");
}
