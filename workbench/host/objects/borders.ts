import { invalidArgument } from "../errors";
import { cellAt, dropIfEmpty, ensureFormat } from "../cells";
import type { Area, Border, Sheet } from "../model";
import { objectOf, type HostObject, type ObjectType } from "../object";
import { color } from "./format";
import { oneOf } from "./arguments";
import type { SheetRange } from "./sheetRange";

const SIDES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical", "DiagonalDown", "DiagonalUp"] as const;
const STYLES = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"] as const;
const WEIGHTS = ["Hairline", "Thin", "Medium", "Thick"] as const;
const NONE: Border = { style: "None", color: "#000000", weight: "Thin" };

type Side = (typeof SIDES)[number];

/** One side of a range: its edge, or what lies between its cells. */
class RangeSide {
  constructor(
    readonly range: SheetRange,
    readonly side: Side,
  ) {}

  /** The cells that the side touches, with the side of each cell. */
  parts(): { cells: Area; side: string }[] {
    const { area } = this.range;
    const lastRow = { ...area, row: area.row + area.rows - 1, rows: 1 };
    const lastColumn = { ...area, column: area.column + area.columns - 1, columns: 1 };
    switch (this.side) {
      case "EdgeTop":
        return [{ cells: { ...area, rows: 1 }, side: "EdgeTop" }];
      case "EdgeBottom":
        return [{ cells: lastRow, side: "EdgeBottom" }];
      case "EdgeLeft":
        return [{ cells: { ...area, columns: 1 }, side: "EdgeLeft" }];
      case "EdgeRight":
        return [{ cells: lastColumn, side: "EdgeRight" }];
      case "InsideHorizontal":
        return area.rows < 2 ? [] : [{ cells: { ...area, rows: area.rows - 1 }, side: "EdgeBottom" }];
      case "InsideVertical":
        return area.columns < 2 ? [] : [{ cells: { ...area, columns: area.columns - 1 }, side: "EdgeRight" }];
      default:
        return [{ cells: area, side: this.side }];
    }
  }

  read(): Border {
    const part = this.parts()[0];
    const format = part && cellAt(this.range.sheet, part.cells.row, part.cells.column)?.format;
    return (part && format?.borders?.[part.side]) ?? NONE;
  }

  write(change: Partial<Border>): void {
    this.range.book.requireUnprotected(this.range.sheet);
    for (const { cells, side } of this.parts()) paint(this.range.sheet, cells, side, change);
  }
}

function paint(sheet: Sheet, cells: Area, side: string, change: Partial<Border>): void {
  for (let row = cells.row; row < cells.row + cells.rows; row++) {
    for (let column = cells.column; column < cells.column + cells.columns; column++) {
      const format = ensureFormat(sheet, row, column);
      const borders = (format.borders ??= {});
      const border = { ...(borders[side] ?? { ...NONE, style: "Continuous" }), ...change };
      if (border.style === "None") delete borders[side];
      else borders[side] = border;
      if (Object.keys(borders).length === 0) delete format.borders;
      dropIfEmpty(sheet, row, column);
    }
  }
}

const borderType: ObjectType<RangeSide> = {
  name: "RangeBorder",
  properties: {
    SideIndex: { get: ({ side }) => side },
    Style: { get: (side) => side.read().style, set: (side, value) => side.write({ style: oneOf(value, STYLES) }) },
    Weight: { get: (side) => side.read().weight, set: (side, value) => side.write({ weight: oneOf(value, WEIGHTS) }) },
    Color: { get: (side) => side.read().color, set: (side, value) => side.write({ color: color(value) }) },
  },
  identity: ({ side }) => ({ Id: side }),
};

const bordersType: ObjectType<SheetRange> = {
  name: "RangeBorderCollection",
  properties: { Count: { get: () => SIDES.length } },
  items: (range) => SIDES.map((side) => objectOf(borderType, new RangeSide(range, side))),
  item: (range, key) => {
    const side = SIDES.find((name) => name === key);
    if (!side) throw invalidArgument();
    return objectOf(borderType, new RangeSide(range, side));
  },
};

/** A range's borders. */
export function bordersObject(range: SheetRange): HostObject {
  return objectOf(bordersType, range);
}
