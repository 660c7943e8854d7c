import { decimalsOf, decimalText, wholeOf } from "../../money/decimalText";
import type { DecimalText } from "../../planning/types";
import { nameKey } from "./names";

/** Sums are whole numbers of 10^−20 kr, so that they are exact. */
const decimals = 20;
/** Half an öre: what doubles and printed totals may differ without being wrong. */
const tolerance = 5n * 10n ** BigInt(decimals - 3);

/** An amount as a whole number for summing; decimals after the twentieth are dropped. */
export function summable(amount: DecimalText): bigint {
  const cut = decimalsOf(amount) > decimals ? amount.slice(0, amount.indexOf(".") + decimals + 1) : amount;
  return wholeOf(cut, decimals);
}

/** The exact sum of amounts, to the öre. Whole kronor, the usual case, are added on their own. */
export function totalOf(amounts: Iterable<DecimalText>): DecimalText {
  let whole = 0n;
  let small = 0;
  let rest = 0n;
  for (const amount of amounts) {
    if (amount.includes(".")) rest += summable(amount);
    else if (amount.length < 13) small += Number(amount);
    else whole += BigInt(amount);
    if (Math.abs(small) > 1e15) {
      whole += BigInt(small);
      small = 0;
    }
  }
  return sumText(summable(String(whole + BigInt(small))) + rest);
}

/** The other way, to the öre: for sentences. */
export function sumText(sum: bigint): DecimalText {
  const cent = 10n ** BigInt(decimals - 2);
  const half = sum < 0n ? -cent / 2n : cent / 2n;
  return decimalText((sum + half) / cent, 2);
}

/** Whether a printed total and the sum of its parts are the same. */
export function agrees(total: bigint, sum: bigint): boolean {
  const apart = total > sum ? total - sum : sum - total;
  return apart <= tolerance;
}

type Sums = bigint[];

/** A total row: its figures, by amount column; undefined where the cell is blank or no number. */
export interface TotalRow {
  row: number;
  /** Whose total it says it is: a project, a committee, or "". */
  of: string;
  figures: (bigint | undefined)[];
}

export interface SumMismatch {
  row: number;
  /** Index of the amount column. */
  index: number;
  total: bigint;
  sum: bigint;
}

/**
 * Follows a table down and compares its total rows with what they may be totals of: the rows since the last total,
 * those of a project or a committee, the subtotals, all rows above, or (totals on top) the rows below.
 */
export class ColumnSums {
  private readonly all: Sums;
  private sinceTotal: Sums;
  private rowsSinceTotal = 0;
  private subtotals: Sums;
  private readonly byName = new Map<string, Sums>();
  private readonly unreadable = new Set<number>();
  private readonly waiting: { total: TotalRow; best: Sums | undefined; allThen: Sums }[] = [];

  constructor(private readonly width: number) {
    this.all = this.zeros();
    this.sinceTotal = this.zeros();
    this.subtotals = this.zeros();
  }

  private zeros(): Sums {
    return new Array<bigint>(this.width).fill(0n);
  }

  /** A row of parts. */
  add(project: string, committee: string, parts: (bigint | undefined)[]): void {
    const named = [nameKey(project), nameKey(committee)].filter((key) => key !== "").map((key) => {
      const sums = this.byName.get(key) ?? this.zeros();
      this.byName.set(key, sums);
      return sums;
    });
    const into = [this.all, this.sinceTotal, ...named];
    parts.forEach((part, index) => {
      if (part === undefined || part === 0n) return;
      for (const sums of into) sums[index] = (sums[index] ?? 0n) + part;
    });
    this.rowsSinceTotal += 1;
  }

  /** A part in this column could not be read: its totals can't be checked. */
  spoil(index: number): void {
    this.unreadable.add(index);
  }

  total(total: TotalRow): void {
    const named = total.of === "" ? undefined : this.byName.get(nameKey(total.of));
    const candidates = [named, this.rowsSinceTotal > 0 ? this.sinceTotal : undefined, this.all, this.subtotals, ...(total.of === "" ? [] : this.byName.values())].filter((sums) => sums !== undefined);
    if (!candidates.some((sums) => this.matches(total, sums))) {
      const known = this.all.some((sum) => sum !== 0n) ? candidates.slice(0, 4) : [];
      this.waiting.push({ total, best: this.closest(total, known), allThen: [...this.all] });
    }
    total.figures.forEach((figure, index) => {
      this.subtotals[index] = (this.subtotals[index] ?? 0n) + (figure ?? 0n);
    });
    if (this.matches(total, this.all)) this.subtotals = this.zeros();
    this.sinceTotal = this.zeros();
    this.rowsSinceTotal = 0;
  }

  /** Whether a row's figures are the sum of all rows above, or of those since the last total. */
  isTotalOfAbove(figures: (bigint | undefined)[]): boolean {
    const total = { row: 0, of: "", figures };
    return figures.some((figure) => figure !== undefined && figure !== 0n) && [this.all, ...(this.rowsSinceTotal > 1 ? [this.sinceTotal] : [])].some((sums) => this.matches(total, sums));
  }

  private matches(total: TotalRow, sums: Sums): boolean {
    return this.mismatches(total, sums).length === 0;
  }

  private mismatches(total: TotalRow, sums: Sums): SumMismatch[] {
    return total.figures.flatMap((figure, index) => {
      const sum = sums[index] ?? 0n;
      return figure === undefined || this.unreadable.has(index) || agrees(figure, sum) ? [] : [{ row: total.row, index, total: figure, sum }];
    });
  }

  private closest(total: TotalRow, candidates: Sums[]): Sums | undefined {
    const [first] = candidates;
    const best = candidates.reduce<Sums | undefined>((best, sums) => (best && this.mismatches(total, best).length <= this.mismatches(total, sums).length ? best : sums), first);
    return best && [...best];
  }

  /** The totals that match nothing, when the table has been read to its end. */
  finish(): SumMismatch[] {
    return this.waiting.flatMap(({ total, best, allThen }) => {
      const named = total.of === "" ? undefined : this.byName.get(nameKey(total.of));
      const after = this.all.map((sum, index) => sum - (allThen[index] ?? 0n));
      const later = [named, this.all, after].filter((sums) => sums !== undefined);
      return later.some((sums) => this.matches(total, sums)) ? [] : this.mismatches(total, best ?? this.all);
    });
  }
}
