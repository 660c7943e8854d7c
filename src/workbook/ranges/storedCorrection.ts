import type { AmountUnit } from "../../i18n/format";
import { columnIndex, columnLetters } from "../cellAddress";
import type { CellBlock } from "../reading/cellBlock";
import type { BlockCorrection, ColumnRole, RangeCorrection } from "../reading/correction";
import { tidyName } from "../reading/names";

/** Where a range stands on its sheet, and how wide it is. */
export interface RangePlace {
  row: number;
  column: number;
  columns: number;
}

/** A name's comment takes no more. */
const longestComment = 255;
const roles: readonly ColumnRole[] = ["project", "committee", "year", "amount", "yearColumn", "unit", "ignored"];
const units: readonly AmountUnit[] = ["kr", "tkr", "mkr"];

/** A correction as a range remembers it: counted from its own corner, so that it follows when rows and columns are inserted before it. */
export interface StoredCorrection {
  headerRow?: number;
  roles: Map<number, ColumnRole>;
  years: Map<number, number>;
  unit?: AmountUnit;
  /** How many columns the range had. */
  columns?: number;
  /** What its headings were, in short. */
  headings?: string;
}

/** The headings of a row of the range, shortened to eight digits (FNV-1a). */
export function headingsOf(block: CellBlock, row: number, { column }: RangePlace): string {
  const cells = (block.values[row] ?? []).slice(Math.max(0, column - block.column)).map((value) => tidyName(String(value)));
  const text = cells.join("\t").trimEnd();
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** Neighbouring columns that say the same (years: one more for each column) become one: `C-G:2026`. */
function runs<T>(entries: [number, T][], follows: (before: T, after: T) => boolean): string {
  const sorted = [...entries].sort(([a], [b]) => a - b);
  const found: { from: number; to: number; first: T; last: T }[] = [];
  for (const [column, value] of sorted) {
    const run = found.at(-1);
    if (run && run.to + 1 === column && follows(run.last, value)) Object.assign(run, { to: column, last: value });
    else found.push({ from: column, to: column, first: value, last: value });
  }
  return found.map(({ from, to, first }) => `${columnLetters(from)}${to === from ? "" : `-${columnLetters(to)}`}:${String(first)}`).join(",");
}

function unrun(text: string): { from: number; to: number; value: string }[] {
  return text.split(",").flatMap((run) => {
    const match = /^([A-Z]+)(?:-([A-Z]+))?:(\w+)$/.exec(run);
    const from = columnIndex(match?.[1] ?? "");
    const to = match?.[2] === undefined ? from : columnIndex(match[2]);
    return from === undefined || to === undefined || match?.[3] === undefined ? [] : [{ from, to, value: match[3] }];
  });
}

const span = ({ from, to }: { from: number; to: number }) => Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);

/**
 * A correction as the comment of the range's name: `row=2;unit=tkr;roles=A:project,B-C:ignored;years=D-F:2026;columns=6;headings=1a2b3c4d`.
 * "" for none; undefined when it is longer than a comment may be.
 */
export function correctionText(correction: RangeCorrection, place: RangePlace, headings: string | undefined): string | undefined {
  const relative = <T>(record: Record<string, T> = {}) => Object.entries(record).map(([letters, value]): [number, T] => [(columnIndex(letters) ?? 0) - place.column, value]).filter(([column]) => column >= 0);
  const [ofRoles, ofYears] = [relative(correction.roles), relative(correction.years)];
  const placed = correction.headerRow !== undefined || ofRoles.length + ofYears.length > 0;
  const parts = [
    ...(correction.headerRow === undefined ? [] : [`row=${correction.headerRow - 1 - place.row}`]),
    ...(correction.unit === undefined ? [] : [`unit=${correction.unit}`]),
    ...(ofRoles.length === 0 ? [] : [`roles=${runs(ofRoles, (before, after) => before === after)}`]),
    ...(ofYears.length === 0 ? [] : [`years=${runs(ofYears, (before, after) => after === before + 1)}`]),
    ...(placed ? [`columns=${place.columns}`] : []),
    ...(placed && headings !== undefined ? [`headings=${headings}`] : []),
  ];
  const text = parts.join(";");
  return text.length <= longestComment ? text : undefined;
}

/** Reads a comment; what it does not understand is passed over. Undefined when nothing is corrected. */
export function parseCorrection(comment: string): StoredCorrection | undefined {
  const fields = new Map(comment.split(";").map((part) => [part.slice(0, part.indexOf("=")).trim(), part.slice(part.indexOf("=") + 1).trim()] as const));
  const whole = (key: string) => (/^-?\d+$/.test(fields.get(key) ?? "") ? Number(fields.get(key)) : undefined);
  const headerRow = whole("row");
  const columns = whole("columns");
  const unit = units.find((one) => one === fields.get("unit"));
  const stored: StoredCorrection = {
    ...(headerRow === undefined ? {} : { headerRow }),
    ...(unit === undefined ? {} : { unit }),
    ...(columns === undefined ? {} : { columns }),
    ...(fields.has("headings") ? { headings: fields.get("headings") } : {}),
    roles: new Map(unrun(fields.get("roles") ?? "").flatMap((run) => {
      const role = roles.find((one) => one === run.value);
      return role === undefined ? [] : span(run).map((column) => [column, role] as const);
    })),
    years: new Map(unrun(fields.get("years") ?? "").flatMap((run) => (/^\d{4}$/.test(run.value) ? span(run).map((column, index) => [column, Number(run.value) + index] as const) : []))),
  };
  return stored.headerRow === undefined && stored.unit === undefined && stored.roles.size + stored.years.size === 0 ? undefined : stored;
}

/**
 * The correction as it holds for the range now. Its heading row is found again by its headings when rows have been
 * inserted above it. Undefined when the range has other columns than those that were corrected.
 */
export function currentCorrection(stored: StoredCorrection, place: RangePlace, block: CellBlock): BlockCorrection | undefined {
  const { headerRow, columns, headings, unit } = stored;
  if (columns !== undefined && columns !== place.columns) return undefined;
  const moved = <T>(entries: Map<number, T>) => new Map([...entries].map(([column, value]) => [column + place.column - block.column, value] as const));
  const known = headerRow === undefined ? undefined : headerRow + place.row - block.row;
  const same = (row: number) => headingsOf(block, row, place) === headings;
  const found = known === undefined || headings === undefined || same(known) ? known : block.values.findIndex((_, row) => same(row));
  const row = found === -1 ? known : found;
  return { ...(row === undefined ? {} : { headerRow: row }), roles: moved(stored.roles), years: moved(stored.years), ...(unit === undefined ? {} : { unit }) };
}
