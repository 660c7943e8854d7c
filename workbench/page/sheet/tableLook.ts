import { intersect } from "../../host/address";
import type { Sheet, Table } from "../../host/model";

/** Excel's Office theme: text, then its six accents; a table style's number picks one. */
const ACCENTS = ["#000000", "#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];

/** What a table's style gives a cell that has no look of its own. */
export interface TableLook {
  fill?: string;
  fontColor?: string;
  bold?: boolean;
  /** A line along the table's edge. */
  top?: string;
  bottom?: string;
  /** The header cell has a filter's arrow. */
  filter?: boolean;
}

/** A lighter tint of a colour: 0 is the colour, 1 white. */
function tint(colour: string, share: number): string {
  const part = (at: number) => Math.round(parseInt(colour.slice(at, at + 2), 16) * (1 - share) + 255 * share);
  return `#${[1, 3, 5].map((at) => part(at).toString(16).padStart(2, "0")).join("")}`;
}

function styleOf({ style }: Table): { accent: string; strong: boolean } | undefined {
  const parts = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(style);
  if (!parts) return undefined;
  const accent = ACCENTS[(Number(parts[2]) - 1) % 7] ?? "#000000";
  return { accent, strong: parts[1] !== "Light" };
}

/** The table's part of a cell's look; undefined outside tables and for tables without style. */
export function tableLook(sheet: Sheet, row: number, column: number): TableLook | undefined {
  const table = sheet.tables.find(({ area }) => intersect(area, { row, column, rows: 1, columns: 1 }));
  const style = table && styleOf(table);
  if (!table || !style) return undefined;
  const { accent, strong } = style;
  const last = table.area.row + table.area.rows - 1;
  const body = row - table.area.row - (table.showHeaders ? 1 : 0);
  const edge = { ...(row === table.area.row ? { top: accent } : {}), ...(row === last ? { bottom: accent } : {}) };
  if (body < 0) {
    const header = strong ? { fill: accent, fontColor: "#FFFFFF" } : { bottom: accent };
    return { ...edge, ...header, bold: true, filter: table.showFilterButton };
  }
  if (table.showTotals && row === last) return { ...edge, bold: true, top: accent };
  const banded = table.showBandedRows && body % 2 === 0;
  return banded ? { ...edge, fill: tint(accent, accent === "#000000" ? 0.85 : 0.8) } : edge;
}
