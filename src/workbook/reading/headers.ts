import { isBlank, textAt, valueAt, widthOf, type CellBlock } from "./cellBlock";
import { readAmount } from "../amountText";
import { headerWords, totalLabel, type HeaderRole } from "./words";
import { readYear } from "./yearText";

/** Where a table of amounts has its headings, and which rows and columns are its own. Counted from the block's corner. */
export interface HeaderPlace {
  layout: "wide" | "long";
  /** The first and last row of the headings. */
  first: number;
  last: number;
  /** The row with the years (wide) or with the words (long). */
  main: number;
  fromColumn: number;
  /** The column after the last. */
  toColumn: number;
  /** The first row above the headings that belongs to this table: titles and remarks. */
  titlesFrom: number;
  /** The row after the table's last. */
  end: number;
}

interface Candidate {
  layout: "wide" | "long";
  first: number;
  last: number;
  main: number;
  strict: boolean;
  words: boolean;
  years: number;
}

const beginsTable: ReadonlySet<HeaderRole> = new Set(["project", "committee"]);

/**
 * Finds the tables of amounts in a block: every heading row with years beside each other (wide), or with a year and
 * an amount column (long). Tables below each other and side by side are told apart. Without any heading word, the row
 * with the most years is taken.
 */
export function findHeaders(block: CellBlock): HeaderPlace[] {
  const candidates: Candidate[] = [];
  for (let row = 0; row < block.values.length; row += 1) {
    const candidate = candidateAt(block, row);
    if (!candidate) continue;
    candidates.push(candidate);
    if (candidate.words && candidate.last > row) row = candidate.last;
  }
  const worded = candidates.filter((candidate) => candidate.words);
  const strict = worded.filter((candidate) => candidate.strict);
  const chosen = strict.length > 0 ? strict : worded.length > 0 ? worded.slice(0, 1) : mostYears(candidates);
  return withExtents(block, withoutRepeats(block, chosen)).flatMap((place) => sideBySide(block, place));
}

/** A heading row that is known beforehand, as in an Excel table. */
export function headerAt(block: CellBlock, row: number): HeaderPlace | undefined {
  const years = yearColumns(block, row);
  const words = rolesIn(block, row);
  const layout = years.length > 0 && !(words.has("year") && words.has("amount")) ? "wide" : words.has("year") ? "long" : undefined;
  return layout && { layout, first: row, last: row, main: row, fromColumn: 0, toColumn: widthOf(block), titlesFrom: 0, end: block.values.length };
}

/** A heading row that says nothing by itself: the user says what its columns hold. Row −1 is a table without headings. */
export function bareHeader(block: CellBlock, row: number, layout: HeaderPlace["layout"]): HeaderPlace {
  return { layout, first: row, last: row, main: row, fromColumn: 0, toColumn: widthOf(block), titlesFrom: 0, end: block.values.length };
}

function mostYears(candidates: Candidate[]): Candidate[] {
  const best = candidates.reduce<Candidate | undefined>((most, candidate) => (most && most.years >= candidate.years ? most : candidate), undefined);
  return best ? [best] : [];
}

function rolesIn(block: CellBlock, row: number, only: (column: number) => boolean = () => true): Map<HeaderRole, boolean> {
  const roles = new Map<HeaderRole, boolean>();
  const cells = block.values[row] ?? [];
  cells.forEach((value, column) => {
    if (typeof value !== "string" || value === "" || !only(column)) return;
    for (const found of headerWords(value)) roles.set(found.role, found.strict || (roles.get(found.role) ?? false));
  });
  return roles;
}

/** The columns of a row whose cell is a single year, and not the year of a total. */
export function yearColumns(block: CellBlock, row: number): number[] {
  const cells = block.values[row] ?? [];
  const years: number[] = [];
  const totals: number[] = [];
  const dates: number[] = [];
  cells.forEach((value, column) => {
    const reading = readYear(value);
    if (reading?.kind !== "year") return;
    if (reading.date) dates.push(column);
    else if (typeof value === "string" && totalLabel(value)) totals.push(column);
    else years.push(column);
  });
  if (years.length > 0 || totals.length > 0) return years.length > 0 ? years : totals;
  return areYearDates(cells as readonly unknown[], dates) ? dates : [];
}

/** Dates in a heading are years when they are all the first or the last of a year, or a year apart. */
function areYearDates(cells: readonly unknown[], columns: number[]): boolean {
  const days = columns.map((column) => Number(cells[column]));
  if (days.length === 0 || days.some((day) => !Number.isInteger(day))) return false;
  const edges = days.every((day) => {
    const date = new Date(Date.UTC(1899, 11, 30) + day * 86_400_000);
    return date.getUTCMonth() === 0 ? date.getUTCDate() === 1 : date.getUTCMonth() === 11 && date.getUTCDate() === 31;
  });
  const apart = days.slice(1).every((day, index) => [365, 366].includes(day - (days[index] ?? 0)));
  return edges || (days.length > 1 && apart);
}

function candidateAt(block: CellBlock, row: number): Candidate | undefined {
  return wideAt(block, row) ?? longAt(block, row);
}

function wideAt(block: CellBlock, row: number): Candidate | undefined {
  const years = yearColumns(block, row);
  if (years.length === 0 || hasOtherNumbers(block, row, years)) return undefined;
  const isLabel = (column: number) => !years.includes(column);
  const own = rolesIn(block, row, isLabel);
  if (own.has("year") && own.has("amount") && years.length === 1) return undefined;
  if (hasTableWord(own)) return { layout: "wide", first: row, last: row, main: row, strict: isStrict(own), words: true, years: years.length };
  // Words above or below complete the heading only where the years' own row is blank: a row of data is not.
  const isUnlabelled = (column: number) => isLabel(column) && isBlank(valueAt(block, row, column));
  for (const above of [row - 1, row - 2]) {
    if (above < 0 || hasOtherNumbers(block, above, [])) break;
    const roles = rolesIn(block, above, isUnlabelled);
    if (yearColumns(block, above).length === 0 && hasTableWord(roles) && isHeadingRow(block, above)) {
      return { layout: "wide", first: above, last: row, main: row, strict: isStrict(roles), words: true, years: years.length };
    }
  }
  const below = rolesIn(block, row + 1, isUnlabelled);
  const overNames = years.some((column) => headerWords(textAt(block, row + 1, column)).some((word) => beginsTable.has(word.role)));
  if (row + 1 < block.values.length && hasTableWord(below) && !overNames && !hasOtherNumbers(block, row + 1, []) && yearColumns(block, row + 1).length === 0 && isHeadingRow(block, row + 1)) {
    return { layout: "wide", first: row, last: row + 1, main: row, strict: isStrict(below), words: true, years: years.length };
  }
  const filled = years.filter((column) => hasNumberBelow(block, row, column));
  return filled.length > 0 ? { layout: "wide", first: row, last: row, main: row, strict: false, words: false, years: filled.length } : undefined;
}

function longAt(block: CellBlock, row: number): Candidate | undefined {
  const roles = rolesIn(block, row);
  if (!roles.has("year") || !roles.has("amount") || hasOtherNumbers(block, row, [])) return undefined;
  // "År" above a row of years is the group heading of a wide table.
  const underNames = (block.values[row] ?? []).every((value, column) => typeof value !== "string" || !headerWords(value).some((word) => beginsTable.has(word.role)) || isBlank(valueAt(block, row + 1, column)));
  if (underNames && yearColumns(block, row + 1).length > 1) return undefined;
  return { layout: "long", first: row, last: row, main: row, strict: true, words: true, years: 0 };
}

const hasTableWord = (roles: Map<HeaderRole, boolean>) => [...beginsTable].some((role) => roles.has(role));
const isStrict = (roles: Map<HeaderRole, boolean>) => [...beginsTable].some((role) => roles.get(role) === true);

/** A row of headings beside the years' own: more than one cell, or one short one; a title is neither. */
function isHeadingRow(block: CellBlock, row: number): boolean {
  const texts = (block.values[row] ?? []).filter((value) => typeof value === "string" && !isBlank(value)) as string[];
  return texts.length > 1 || texts.every((text) => text.trim().split(/\s+/).length <= 2);
}

function hasOtherNumbers(block: CellBlock, row: number, years: number[]): boolean {
  return (block.values[row] ?? []).some((value, column) => {
    if (years.includes(column)) return false;
    if (typeof value === "number") return readYear(value)?.kind !== "outside";
    return typeof value === "string" && /\d/.test(value) && value.length <= 40 && readAmount(value).kind === "amount" && readYear(value) === undefined;
  });
}

function hasNumberBelow(block: CellBlock, row: number, column: number): boolean {
  for (let below = row + 1; below < Math.min(block.values.length, row + 30); below += 1) {
    if (readAmount(valueAt(block, below, column)).kind === "amount") return true;
  }
  return false;
}

/** A heading printed again further down, with no title between, continues the same table. */
function withoutRepeats(block: CellBlock, candidates: Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    const previous = kept.at(-1);
    if (previous && sameRow(block, previous.main, candidate.main) && titleStart(block, candidate.first, previous.last + 1) === candidate.first) continue;
    kept.push(candidate);
  }
  return kept;
}

/** Whether two rows hold the same, cell by cell. */
export function sameRow(block: CellBlock, one: number, other: number): boolean {
  const [a, b] = [block.values[one] ?? [], block.values[other] ?? []];
  return a.length === b.length && a.every((value, column) => value === b[column]);
}

/** The first row of the titles directly above a heading: rows of one or two texts, at most one blank row between. */
function titleStart(block: CellBlock, heading: number, from: number): number {
  let start = heading;
  let blanks = 0;
  for (let row = heading - 1; row >= from; row -= 1) {
    const filled = (block.values[row] ?? []).filter((value) => !isBlank(value));
    if (filled.length === 0) {
      blanks += 1;
      if (blanks > 1) break;
      continue;
    }
    const isTitle = filled.length <= 2 && filled.every((value) => typeof value === "string" && readAmount(value).kind === "problem" && !totalLabel(value));
    if (!isTitle) break;
    // Notes stand directly below a table; a title stands after a blank row.
    start = row;
    blanks = 0;
  }
  return start;
}

function withExtents(block: CellBlock, candidates: Candidate[]): HeaderPlace[] {
  const starts = candidates.map((candidate, index) => (index === 0 ? 0 : titleStart(block, candidate.first, (candidates[index - 1]?.last ?? 0) + 1)));
  return candidates.map(({ layout, first, last, main }, index) => ({
    layout, first, last, main, fromColumn: 0, toColumn: widthOf(block), titlesFrom: starts[index] ?? 0, end: starts[index + 1] ?? block.values.length,
  }));
}

/** Two tables beside each other have their heading words twice, with a blank column between. */
function sideBySide(block: CellBlock, place: HeaderPlace): HeaderPlace[] {
  const isEmpty = (column: number) => {
    for (let row = place.first; row < place.end; row += 1) if (!isBlank(valueAt(block, row, column))) return false;
    return true;
  };
  const begins: number[] = [];
  let role: HeaderRole | undefined;
  let emptySince = false;
  for (let column = place.fromColumn; column < place.toColumn; column += 1) {
    if (isEmpty(column)) {
      emptySince = true;
      continue;
    }
    const found = [place.main, place.first, place.last].flatMap((row) => headerWords(textAt(block, row, column))).find((word) => beginsTable.has(word.role));
    if (found && role === undefined) role = found.role;
    else if (found?.role === role && role !== undefined && emptySince) begins.push(column);
    if (found) emptySince = false;
  }
  const edges = [place.fromColumn, ...begins, place.toColumn];
  return edges.slice(0, -1).map((from, index) => ({ ...place, fromColumn: from, toColumn: edges[index + 1] ?? place.toColumn }));
}
