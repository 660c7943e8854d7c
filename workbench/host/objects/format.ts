import { cellAt, cellsIn, dropIfEmpty, ensureFormat } from "../cells";
import { isUnbounded } from "../address";
import { apiNotFound, invalidArgument } from "../errors";
import type { CellFormat } from "../model";
import { objectOf, type ObjectType, type Property } from "../object";
import { autofitColumns, autofitRows, columnPoints, rowPoints, setColumnPoints, setRowPoints, STANDARD_POINTS, STANDARD_ROW } from "../measures";
import { flag, flagOr, integer, number, oneOf, text } from "./arguments";
import { bordersObject } from "./borders";
import type { SheetRange } from "./sheetRange";

/** This host keeps formats cell by cell: not for whole rows and columns, nor for more cells than this. */
const MOST_CELLS = 2_000_000;

/** What all cells of the range have in common; null when they differ. */
function common<V>({ sheet, area }: SheetRange, missing: V, read: (format: CellFormat) => V | undefined): V | null {
  let found: V | undefined;
  let seen = 0;
  for (const { cell } of cellsIn(sheet, area)) {
    seen++;
    const value = (cell.format && read(cell.format)) ?? missing;
    if (found !== undefined && found !== value) return null;
    found = value;
  }
  if (found === undefined) return missing;
  return seen === area.rows * area.columns || found === missing ? found : null;
}

/** Changes the format of every cell of the range. */
export function change(range: SheetRange, write: (format: CellFormat) => void): void {
  const { book, sheet, area } = range;
  book.requireUnprotected(sheet);
  if (isUnbounded(area) || area.rows * area.columns > MOST_CELLS) throw apiNotFound("RangeFormat of whole rows or columns");
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      write(ensureFormat(sheet, row, column));
      dropIfEmpty(sheet, row, column);
    }
  }
}

/** A property that lives in CellFormat under `key`; setting the default takes it away. */
function formatProperty<K extends keyof CellFormat>(key: K, missing: NonNullable<CellFormat[K]>, check: (value: unknown) => NonNullable<CellFormat[K]>): Property<SheetRange> {
  return {
    get: (range) => common(range, missing, (format) => format[key]),
    set(range, value) {
      const checked = check(value);
      change(range, (format) => {
        if (checked === missing) delete format[key];
        else format[key] = checked;
      });
    },
  };
}

const NAMED_COLORS: Record<string, string> = {
  black: "#000000", white: "#FFFFFF", red: "#FF0000", green: "#008000", blue: "#0000FF", yellow: "#FFFF00", orange: "#FFA500",
  gray: "#808080", grey: "#808080", lightgray: "#D3D3D3", lightgrey: "#D3D3D3", darkgray: "#A9A9A9", purple: "#800080", pink: "#FFC0CB",
  navy: "#000080", teal: "#008080", silver: "#C0C0C0", brown: "#A52A2A",
};

/** A colour as "#RRGGBB"; InvalidArgument when Excel would not know it. */
export function color(value: unknown): string {
  const written = text(value);
  const named = NAMED_COLORS[written.toLowerCase()];
  if (named !== undefined) return named;
  if (/^#?[0-9a-f]{6}$/i.test(written)) return `#${written.replace("#", "").toUpperCase()}`;
  throw invalidArgument();
}

const fillType: ObjectType<SheetRange> = {
  name: "RangeFill",
  properties: {
    Color: {
      get: (range) => common(range, "#FFFFFF", ({ fill }) => fill),
      set(range, value) {
        const fill = value === "" ? undefined : color(value);
        change(range, (format) => {
          if (fill === undefined) delete format.fill;
          else format.fill = fill;
        });
      },
    },
  },
  methods: { Clear: (range) => change(range, (format) => delete format.fill) },
};

const fontType: ObjectType<SheetRange> = {
  name: "RangeFont",
  properties: {
    Bold: formatProperty("bold", false, flag),
    Italic: formatProperty("italic", false, flag),
    Strikethrough: formatProperty("strikethrough", false, flag),
    Color: formatProperty("fontColor", "#000000", color),
    Name: formatProperty("fontName", "Calibri", text),
    Size: formatProperty("fontSize", 11, number),
    Underline: formatProperty("underline", "None", (value) => oneOf(value, ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"])),
  },
};

const protectionType: ObjectType<SheetRange> = {
  name: "FormatProtection",
  properties: { Locked: formatProperty("locked", true, flag), FormulaHidden: formatProperty("formulaHidden", false, flag) },
};

function sameOrNull(values: number[]): number | null {
  const [first = null] = values;
  return values.every((value) => value === first) ? first : null;
}

const HORIZONTAL = ["General", "Left", "Center", "Right", "Fill", "Justify", "CenterAcrossSelection", "Distributed"] as const;
const VERTICAL = ["Top", "Center", "Bottom", "Justify", "Distributed"] as const;

const formatType: ObjectType<SheetRange> = {
  name: "RangeFormat",
  properties: {
    HorizontalAlignment: formatProperty("horizontalAlignment", "General", (value) => oneOf(value, HORIZONTAL)),
    VerticalAlignment: formatProperty("verticalAlignment", "Bottom", (value) => oneOf(value, VERTICAL)),
    WrapText: formatProperty("wrapText", false, flag),
    IndentLevel: formatProperty("indentLevel", 0, integer),
    TextOrientation: formatProperty("textOrientation", 0, integer),
    ShrinkToFit: formatProperty("shrinkToFit", false, flag),
    ColumnWidth: {
      get: ({ sheet, area }) => sameOrNull(columnPoints(sheet, area)),
      set({ book, sheet, area }, value) {
        book.requireUnprotected(sheet);
        setColumnPoints(sheet, area, number(value));
      },
    },
    RowHeight: {
      get: ({ sheet, area }) => sameOrNull(rowPoints(sheet, area)),
      set({ book, sheet, area }, value) {
        book.requireUnprotected(sheet);
        setRowPoints(sheet, area, number(value));
      },
    },
    UseStandardWidth: {
      get: ({ sheet, area }) => columnPoints(sheet, area).every((width) => width === STANDARD_POINTS),
      set: ({ sheet, area }, value) => flagOr(value, true) && setColumnPoints(sheet, area, STANDARD_POINTS),
    },
    UseStandardHeight: {
      get: ({ sheet, area }) => rowPoints(sheet, area).every((height) => height === STANDARD_ROW),
      set: ({ sheet, area }, value) => flagOr(value, true) && setRowPoints(sheet, area, STANDARD_ROW),
    },
  },
  objects: {
    Fill: (range) => objectOf(fillType, range),
    Font: (range) => objectOf(fontType, range),
    Borders: (range) => bordersObject(range),
    Protection: (range) => objectOf(protectionType, range),
  },
  methods: {
    AutofitColumns: ({ book, sheet, area }) => autofitColumns(book, sheet, area),
    AutofitRows: ({ book, sheet, area }) => autofitRows(book, sheet, area),
    AdjustIndent: (range, [amount]) => change(range, (format) => (format.indentLevel = Math.max(0, (format.indentLevel ?? 0) + integer(amount)))),
  },
};

/** A range's format. */
export function formatObject(range: SheetRange) {
  return objectOf(formatType, range);
}

/** The format of the range's first cell. */
export function firstFormat({ sheet, area }: SheetRange): CellFormat {
  return cellAt(sheet, area.row, area.column)?.format ?? {};
}
