import type { CellFormat } from "../model";
import {
  type Colors, borderSides, borderStyles, formatKey, horizontals, plainFormat, readAlignment, readBorders, readFill, readFont, rotation, underlines, verticals,
} from "./formats";
import { builtInFormat, builtInNumber } from "./numberFormats";
import { Sections, sectionElement } from "./package";
import { child, childrenOf, escapeText, raw, rewritten, xmlElement, type XmlElement } from "./xml";

/** A cell style (`<xf>`) in the model's words. */
export interface CellStyle {
  numberFormat: string;
  /** Plain: defaults left out. */
  format: CellFormat | undefined;
  key: string;
}

const order = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];

/** A list of the style sheet that grows at its end: what was there keeps its number. */
class GrowingList {
  private readonly added: string[] = [];
  private readonly numbers = new Map<string, number>();
  readonly items: XmlElement[];

  constructor(
    private readonly sections: Sections,
    private readonly name: string,
    readonly xml = sections.get(name),
  ) {
    this.items = sectionElement(xml)?.children ?? [];
    this.items.forEach((item, index) => this.numbers.set(raw(xml, item), index));
  }

  add(item: string): number {
    const known = this.numbers.get(item);
    if (known !== undefined) return known;
    const number = this.items.length + this.added.length;
    this.numbers.set(item, number);
    this.added.push(item);
    return number;
  }

  /** Puts what was added into the style sheet. */
  flush(): void {
    if (this.added.length === 0) return;
    const list = sectionElement(this.xml);
    const count = this.items.length + this.added.length;
    const inner = (list ? this.xml.slice(list.contentStart, list.contentEnd) : "") + this.added.join("");
    this.sections.set(this.name, list ? rewritten(this.xml, list, { count }, inner) : xmlElement(this.name, { count }, inner));
  }
}

/** A workbook's styles: read by number, and found or added by looks. */
export class Styles {
  private readonly sections: Sections;
  private readonly formats: GrowingList;
  private readonly fonts: GrowingList;
  private readonly fills: GrowingList;
  private readonly borders: GrowingList;
  private readonly xfs: GrowingList;
  private readonly codes = new Map<number, string>();
  private readonly read: CellStyle[] = [];
  private readonly found = new Map<string, number>();
  /** The standard font: what a cell without font settings has. */
  readonly standard: CellFormat;

  constructor(
    xml: string,
    private readonly colors: Colors,
  ) {
    this.sections = new Sections(xml, order);
    this.formats = new GrowingList(this.sections, "numFmts");
    this.fonts = new GrowingList(this.sections, "fonts");
    this.fills = new GrowingList(this.sections, "fills");
    this.borders = new GrowingList(this.sections, "borders");
    this.xfs = new GrowingList(this.sections, "cellXfs");
    for (const { attributes } of this.formats.items) this.codes.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "General");
    const first = this.xfs.items[0];
    this.standard = readFont(this.fonts.items[Number(first?.attributes["fontId"] ?? 0)], colors, { fontColor: "#000000" });
  }

  /** The style with that number. */
  style(index: number): CellStyle {
    const known = this.read[index];
    if (known) return known;
    const xf = this.xfs.items[index];
    const part = (list: GrowingList, name: string) => list.items[Number(xf?.attributes[name] ?? 0)];
    const id = Number(xf?.attributes["numFmtId"] ?? 0);
    const format: CellFormat = xf ? { ...readFont(part(this.fonts, "fontId"), this.colors, this.standard), ...readAlignment(xf) } : {};
    const fill = xf && readFill(part(this.fills, "fillId"), this.colors);
    const borders = xf && readBorders(part(this.borders, "borderId"), this.colors);
    if (fill !== undefined) format.fill = fill;
    if (borders !== undefined) format.borders = borders;
    const plain = plainFormat(format, this.standard);
    const style = { numberFormat: this.codes.get(id) ?? builtInFormat(id) ?? "General", format: plain, key: formatKey(plain) };
    this.read[index] = style;
    return style;
  }

  /**
   * The number of a style with these looks. `base` is the style that the cell has: what the model does not
   * know (super- and subscript, diagonals, reading order …) stays as it is there.
   */
  number(base: number, numberFormat: string, format: CellFormat | undefined, quotePrefix = false): number {
    const plain = plainFormat(format, this.standard);
    const key = formatKey(plain);
    const now = this.style(base);
    if (now.key === key && now.numberFormat === numberFormat && quotePrefix === (this.xfs.items[base]?.attributes["quotePrefix"] === "1")) return base;
    const search = `${base}\n${numberFormat}\n${key}\n${quotePrefix}`;
    const known = this.found.get(search);
    if (known !== undefined) return known;
    const number = this.xfs.add(this.newXf(base, numberFormat, plain, quotePrefix));
    this.found.set(search, number);
    return number;
  }

  /** The style sheet with what was added. */
  toString(): string {
    for (const list of [this.formats, this.fonts, this.fills, this.borders, this.xfs]) list.flush();
    return this.sections.toString();
  }

  private newXf(base: number, numberFormat: string, format: CellFormat | undefined, quotePrefix: boolean): string {
    const xf = this.xfs.items[base];
    const attributes = {
      ...(xf?.attributes ?? { xfId: "0" }),
      numFmtId: this.formatNumber(numberFormat),
      fontId: this.fontNumber(Number(xf?.attributes["fontId"] ?? 0), format),
      fillId: this.fillNumber(Number(xf?.attributes["fillId"] ?? 0), format?.fill),
      borderId: this.borderNumber(Number(xf?.attributes["borderId"] ?? 0), format),
      applyNumberFormat: true, applyFont: true, applyFill: true, applyBorder: true, applyAlignment: true, applyProtection: true,
      quotePrefix: quotePrefix ? true : undefined,
    };
    const named = (table: Record<string, string>, value: string | undefined) => Object.entries(table).find(([, name]) => name === value)?.[0];
    const alignment = xmlElement("alignment", {
      ...child(xf, "alignment")?.attributes,
      // An indent counts from a side: without one Excel does not show it.
      horizontal: named(horizontals, format?.horizontalAlignment ?? (format?.indentLevel ? "Left" : undefined)),
      vertical: named(verticals, format?.verticalAlignment),
      wrapText: format?.wrapText ? true : undefined,
      indent: format?.indentLevel,
      textRotation: format?.textOrientation === undefined ? undefined : rotation(format.textOrientation),
      shrinkToFit: format?.shrinkToFit ? true : undefined,
    });
    const protection = xmlElement("protection", { ...child(xf, "protection")?.attributes, locked: format?.locked === false ? false : undefined, hidden: format?.formulaHidden ? true : undefined });
    return xmlElement("xf", attributes, (alignment === "<alignment/>" ? "" : alignment) + (protection === "<protection/>" ? "" : protection));
  }

  private formatNumber(code: string): number {
    const standard = builtInNumber(code);
    if (standard !== undefined && !this.codes.has(standard)) return standard;
    for (const [id, known] of this.codes) if (known === code) return id;
    const id = Math.max(163, ...this.codes.keys()) + 1;
    this.codes.set(id, code);
    this.formats.add(xmlElement("numFmt", { numFmtId: id, formatCode: code }));
    return id;
  }

  private fontNumber(base: number, format: CellFormat | undefined): number {
    const own = this.fonts.items[base];
    const fontOnly = (of: CellFormat | undefined) => formatKey({ fontColor: of?.fontColor, fontName: of?.fontName, fontSize: of?.fontSize, bold: of?.bold, italic: of?.italic, underline: of?.underline, strikethrough: of?.strikethrough });
    if (fontOnly(readFont(own, this.colors, this.standard)) === fontOnly(format)) return base;
    const kept = (name: string) => childrenOf(own, name).map((element) => raw(this.fonts.xml, element)).join("");
    const standard = this.fonts.items[0];
    const standardPart = (name: string) => childrenOf(standard, name).map((element) => raw(this.fonts.xml, element)).join("");
    const underline = Object.entries(underlines).find(([, name]) => name === format?.underline)?.[0];
    const sameName = readFont(own, this.colors, this.standard).fontName === format?.fontName;
    return this.fonts.add(xmlElement("font", {}, [
      format?.bold ? "<b/>" : "",
      format?.italic ? "<i/>" : "",
      format?.strikethrough ? "<strike/>" : "", kept("condense"), kept("extend"), kept("outline"), kept("shadow"),
      underline === undefined ? "" : xmlElement("u", underline === "single" ? {} : { val: underline }),
      kept("vertAlign"),
      format?.fontSize === undefined ? standardPart("sz") : xmlElement("sz", { val: format.fontSize }),
      format?.fontColor === undefined ? standardPart("color") : xmlElement("color", { rgb: `FF${format.fontColor.slice(1)}` }),
      format?.fontName === undefined ? standardPart("name") : xmlElement("name", { val: format.fontName }),
      sameName ? kept("family") + kept("charset") + kept("scheme") : "",
    ].join("")));
  }

  private fillNumber(base: number, fill: string | undefined): number {
    const own = this.fills.items[base];
    if (readFill(own, this.colors) === fill) return base;
    if (fill === undefined) return 0;
    return this.fills.add(`<fill><patternFill patternType="solid"><fgColor rgb="FF${escapeText(fill.slice(1))}"/><bgColor indexed="64"/></patternFill></fill>`);
  }

  private borderNumber(base: number, format: CellFormat | undefined): number {
    const own = this.borders.items[base];
    if (formatKey({ borders: readBorders(own, this.colors) }) === formatKey({ borders: format?.borders })) return base;
    const sides = borderSides.map(([edge, name]) => {
      const border = format?.borders?.[edge];
      if (!border) return `<${name}/>`;
      const exact = Object.entries(borderStyles).find(([, [style, weight]]) => style === border.style && weight === border.weight);
      const near = Object.entries(borderStyles).find(([, [style]]) => style === border.style);
      return xmlElement(name, { style: (exact ?? near)?.[0] ?? "thin" }, xmlElement("color", { rgb: `FF${border.color.slice(1)}` }));
    });
    const diagonal = child(own, "diagonal");
    return this.borders.add(xmlElement("border", own?.attributes, sides.join("") + (diagonal ? raw(this.borders.xml, diagonal) : "<diagonal/>")));
  }
}

