import { formatArea, GRID_COLUMNS, GRID_ROWS } from "../address";
import { invalidArgument } from "../errors";
import type { PageLayout } from "../model";
import { objectOf, type HostObject, type ObjectType, type Property } from "../object";
import { flag, integer, number, oneOf, record, text } from "./arguments";
import { rangeArgument, rangeObject } from "./range";
import { rangeAt } from "./sheetRange";
import type { BookSheet } from "./worksheet";

type MarginSide = "top" | "bottom" | "left" | "right" | "header" | "footer";

/** Excel's "Normal" margins, in points. */
const MARGINS: Record<MarginSide, number> = { top: 54, bottom: 54, left: 50.4, right: 50.4, header: 21.6, footer: 21.6 };
const POINTS: Record<string, number> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };

function margin(side: MarginSide): Property<BookSheet> {
  return {
    get: ({ sheet }) => sheet.page.margins?.[side] ?? MARGINS[side],
    set: ({ sheet }, value) => setMargin(sheet.page, side, number(value)),
  };
}

function setMargin(page: PageLayout, side: MarginSide, points: number): void {
  if (points < 0) throw invalidArgument();
  page.margins = { ...page.margins, [side]: points };
}

type PageFlag = "centerHorizontally" | "centerVertically" | "printGridlines" | "printHeadings" | "blackAndWhite";

function pageFlag(key: PageFlag): Property<BookSheet> {
  return { get: ({ sheet }) => sheet.page[key] ?? false, set: ({ sheet }, value) => (sheet.page[key] = flag(value)) };
}

function setZoom(page: PageLayout, value: unknown): void {
  const { scale, horizontalFitToPages, verticalFitToPages } = record(value);
  if (scale !== undefined && (number(scale) < 10 || number(scale) > 400)) throw invalidArgument();
  if (scale !== undefined && (horizontalFitToPages !== undefined || verticalFitToPages !== undefined)) throw invalidArgument();
  page.scale = scale === undefined ? undefined : number(scale);
  page.fitToWidth = horizontalFitToPages === undefined ? undefined : integer(horizontalFitToPages);
  page.fitToHeight = verticalFitToPages === undefined ? undefined : integer(verticalFitToPages);
}

function zoom({ scale, fitToWidth, fitToHeight }: PageLayout): Record<string, number> {
  if (fitToWidth === undefined && fitToHeight === undefined) return { scale: scale ?? 100 };
  return { ...(fitToWidth === undefined ? {} : { horizontalFitToPages: fitToWidth }), ...(fitToHeight === undefined ? {} : { verticalFitToPages: fitToHeight }) };
}

function setMargins({ sheet }: BookSheet, unit: unknown, margins: unknown): void {
  const factor = POINTS[text(unit)];
  if (factor === undefined) throw invalidArgument();
  for (const [side, value] of Object.entries(record(margins))) {
    if (!(side in MARGINS)) throw invalidArgument();
    setMargin(sheet.page, side as MarginSide, number(value) * factor);
  }
}

const PAPERS = ["Letter", "LetterSmall", "Tabloid", "Legal", "Statement", "Executive", "A3", "A4", "A4Small", "A5", "B4", "B5", "Folio"] as const;

type KeptRange = "printArea" | "printTitleRows" | "printTitleColumns";

function setRange(self: BookSheet, key: KeptRange, value: unknown): void {
  const { sheet, area } = rangeArgument(value, self.range());
  if (sheet !== self.sheet) throw invalidArgument();
  const whole = key === "printTitleRows" ? { ...area, column: 0, columns: GRID_COLUMNS } : key === "printTitleColumns" ? { ...area, row: 0, rows: GRID_ROWS } : area;
  self.sheet.page[key] = formatArea(whole, true);
}

function keptRange(self: BookSheet, key: KeptRange): HostObject | null {
  const address = self.sheet.page[key];
  return address === undefined ? null : rangeObject(rangeAt(self.book, address, self.sheet));
}

type Band = "header" | "footer";
type Part = "left" | "center" | "right";

function headerText(band: Band, part: Part): Property<BookSheet> {
  return {
    get: ({ sheet }) => sheet.page[band]?.[part] ?? "",
    set: ({ sheet }, value) => {
      const written = text(value);
      if (written.length > 255) throw invalidArgument();
      sheet.page[band] = { left: "", center: "", right: "", ...sheet.page[band], [part]: written };
    },
  };
}

const headerFooterType: ObjectType<BookSheet> = {
  name: "HeaderFooter",
  properties: {
    LeftHeader: headerText("header", "left"),
    CenterHeader: headerText("header", "center"),
    RightHeader: headerText("header", "right"),
    LeftFooter: headerText("footer", "left"),
    CenterFooter: headerText("footer", "center"),
    RightFooter: headerText("footer", "right"),
  },
};

const headersFootersType: ObjectType<BookSheet> = {
  name: "HeaderFooterGroup",
  properties: { State: { get: () => "Default" } },
  objects: { DefaultForAllPages: (self) => objectOf(headerFooterType, self) },
};

const pageLayoutType: ObjectType<BookSheet> = {
  name: "PageLayout",
  properties: {
    Orientation: { get: ({ sheet }) => sheet.page.orientation, set: ({ sheet }, value) => (sheet.page.orientation = oneOf(value, ["Portrait", "Landscape"])) },
    PaperSize: { get: ({ sheet }) => sheet.page.paperSize ?? "A4", set: ({ sheet }, value) => (sheet.page.paperSize = oneOf(value, PAPERS)) },
    Zoom: { get: ({ sheet }) => zoom(sheet.page), set: ({ sheet }, value) => setZoom(sheet.page, value) },
    CenterHorizontally: pageFlag("centerHorizontally"),
    CenterVertically: pageFlag("centerVertically"),
    PrintGridlines: pageFlag("printGridlines"),
    PrintHeadings: pageFlag("printHeadings"),
    BlackAndWhite: pageFlag("blackAndWhite"),
    FirstPageNumber: { get: ({ sheet }) => sheet.page.firstPageNumber ?? "", set: ({ sheet }, value) => (sheet.page.firstPageNumber = value === "" ? undefined : integer(value)) },
    PrintOrder: { get: ({ sheet }) => sheet.page.printOrder ?? "DownThenOver", set: ({ sheet }, value) => (sheet.page.printOrder = oneOf(value, ["DownThenOver", "OverThenDown"])) },
    TopMargin: margin("top"),
    BottomMargin: margin("bottom"),
    LeftMargin: margin("left"),
    RightMargin: margin("right"),
    HeaderMargin: margin("header"),
    FooterMargin: margin("footer"),
  },
  objects: { HeadersFooters: (self) => objectOf(headersFootersType, self) },
  methods: {
    SetPrintArea: (self, [range]) => setRange(self, "printArea", range),
    SetPrintTitleRows: (self, [range]) => setRange(self, "printTitleRows", range),
    SetPrintTitleColumns: (self, [range]) => setRange(self, "printTitleColumns", range),
    SetPrintMargins: (self, [unit, margins]) => setMargins(self, unit, margins),
    GetPrintTitleRowsOrNullObject: (self) => keptRange(self, "printTitleRows"),
    GetPrintTitleColumnsOrNullObject: (self) => keptRange(self, "printTitleColumns"),
  },
};

/** Worksheet.pageLayout. */
export function pageLayoutObject(self: BookSheet): HostObject {
  return objectOf(pageLayoutType, self);
}
