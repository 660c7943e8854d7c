/**
 * Rounds a table so that its rows and columns still add up: every cell, every row's sum, every column's sum and the sum
 * of all become the whole number of units just below or just above the exact figure, and none moves when it is whole.
 *
 * Controlled rounding (Cox, “A constructive procedure for unbiased controlled rounding”, JASA 82, 1987): the table with
 * its sums, negated, has rows and columns that sum to 0, so one can walk from fraction to fraction along rows and
 * columns until the walk closes; what is added to every other cell of the circle and taken from the rest changes no sum.
 * Each circle makes at least one fraction whole.
 *
 * @param cells rows of exact amounts, whole numbers of a part of the unit
 * @param unit so many parts are a unit
 * @returns whole units; the sums are the sums of what is returned
 */
export function controlledRounding(cells: readonly (readonly bigint[])[], unit: bigint): bigint[][] {
  const rest = new Fractions(withSums(cells), unit);
  for (let start = rest.anyFraction(); start !== undefined; start = rest.anyFraction()) rest.shift(rest.circleFrom(start));
  return rest.whole.slice(0, -1).map((row) => row.slice(0, -1));
}

/**
 * The same where the columns' sums are given, each a whole number of units next to the exact sum. A column that is one
 * off gets or gives its unit in the cell that this brings nearest: one is off to that side, and stays within a unit.
 * A row's sum may then be more than a unit off.
 * @param sums whole units, a sum for each column
 */
export function controlledRoundingTo(sums: readonly bigint[], cells: readonly (readonly bigint[])[], unit: bigint): bigint[][] {
  const rounded = controlledRounding(cells, unit);
  sums.forEach((wanted, column) => {
    const off = wanted - rounded.reduce((sum, row) => sum + row[column]!, 0n);
    if (off === 0n) return;
    const missing = cells.map((row, at) => off * (row[column]! - rounded[at]![column]! * unit));
    const most = missing.reduce((best, parts, at) => (parts > missing[best]! ? at : best), 0);
    rounded[most]![column] = rounded[most]![column]! + off;
  });
  return rounded;
}

/** The table with its sums, negated, as a last column and a last row: every row and column sums to 0. */
function withSums(cells: readonly (readonly bigint[])[]): bigint[][] {
  const width = cells[0]?.length ?? 0;
  const rows = cells.map((row) => [...row, -row.reduce((sum, cell) => sum + cell, 0n)]);
  const sums = Array.from({ length: width + 1 }, (_, column) => -rows.reduce((sum, row) => sum + row[column]!, 0n));
  return [...rows, sums];
}

type Place = [row: number, column: number];

/** What is left of each cell above its whole units, and where fractions are left. */
class Fractions {
  /** Rounded down to units, until the fraction has become a unit. */
  readonly whole: bigint[][];
  private readonly parts: bigint[][];
  private readonly inRow: Set<number>[];
  private readonly inColumn: Set<number>[];

  constructor(
    cells: bigint[][],
    private readonly unit: bigint,
  ) {
    this.parts = cells.map((row) => row.map((cell) => ((cell % unit) + unit) % unit));
    this.whole = cells.map((row, at) => row.map((cell, column) => (cell - this.parts[at]![column]!) / unit));
    this.inRow = this.parts.map((row) => new Set(row.flatMap((part, column) => (part === 0n ? [] : [column]))));
    this.inColumn = (this.parts[0] ?? []).map((_, column) => new Set(this.parts.flatMap((row, at) => (row[column] === 0n ? [] : [at]))));
  }

  anyFraction(): Place | undefined {
    const row = this.inRow.findIndex((columns) => columns.size > 0);
    const [column] = row < 0 ? [] : this.inRow[row]!;
    return column === undefined ? undefined : [row, column];
  }

  /**
   * A circle of fractions that goes along a row and a column in turn. It does not come to a stop: as rows and columns
   * sum to 0, none has a single fraction.
   */
  circleFrom([row, column]: Place): Place[] {
    const walk: Place[] = [[row, column]];
    const left = new Map([[`row ${row}`, 0]]);
    let alongColumn = true;
    for (;;) {
      const [atRow, atColumn] = walk.at(-1)!;
      const line = alongColumn ? `column ${atColumn}` : `row ${atRow}`;
      const begun = left.get(line);
      if (begun !== undefined) return walk.slice(begun);
      left.set(line, walk.length);
      walk.push(alongColumn ? [other(this.inColumn[atColumn]!, atRow), atColumn] : [atRow, other(this.inRow[atRow]!, atColumn)]);
      alongColumn = !alongColumn;
    }
  }

  /** Adds to every other cell of a circle and takes from the rest, in the direction that moves the cells the least. */
  shift(circle: readonly Place[]): void {
    const part = ([row, column]: Place) => this.parts[row]![column]!;
    const up = (offset: number) => circle.reduce((least, place, index) => smallest(least, index % 2 === offset ? this.unit - part(place) : part(place)), this.unit);
    const [first, second] = [up(0), up(1)];
    const offset = first <= second ? 0 : 1;
    const amount = offset === 0 ? first : second;
    circle.forEach((place, index) => this.move(place, index % 2 === offset ? amount : -amount));
  }

  private move([row, column]: Place, amount: bigint): void {
    const part = this.parts[row]![column]! + amount;
    const full = part === this.unit;
    this.parts[row]![column] = full ? 0n : part;
    if (full) this.whole[row]![column] = this.whole[row]![column]! + 1n;
    if (full || part === 0n) {
      this.inRow[row]!.delete(column);
      this.inColumn[column]!.delete(row);
    }
  }
}

function smallest(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}

/** A member of a set that is not the one we stand on. */
function other(members: Set<number>, here: number): number {
  for (const member of members) if (member !== here) return member;
  throw new Error("A fraction stands alone: the table's sums are wrong.");
}
