import { decimalsOf, decimalText, powerOfTen, wholeOf } from "../../money/decimalText";
import type { DecimalText } from "../../planning/types";
import { controlledRounding, controlledRoundingTo } from "./controlledRounding";

interface CommitteeAmount {
  committee: string;
  year: number;
  amount: DecimalText;
}

/**
 * Amounts rounded so that each of them, every committee's year, and every year, is less than a unit from what it is
 * exactly: the committees' years first, and within a committee its own rows, fitted to those.
 * @param rowOf what an amount stands in a row with
 * @param kronor the unit
 */
export function roundedByCommittee<T extends CommitteeAmount>(items: readonly T[], rowOf: (item: T) => string, kronor: number): T[] {
  const decimals = items.reduce((finest, { amount }) => Math.max(finest, decimalsOf(amount)), 0);
  const parts = BigInt(kronor) * powerOfTen(decimals);
  const years = [...new Set(items.map(({ year }) => year))].sort((one, other) => one - other);
  const tables = tablesOf(items, rowOf, years, decimals);
  const sums = controlledRounding([...tables.values()].map(({ rows }) => years.map((_, column) => [...rows.values()].reduce((total, row) => total + row[column]!, 0n))), parts);
  const units = new Map([...tables].map(([committee, { rows }], at) => [committee, rowsByName([...rows.keys()], controlledRoundingTo(sums[at]!, [...rows.values()], parts))]));
  const given = new Set<string>();
  return items.map((item) => {
    const row = rowOf(item);
    const key = JSON.stringify([item.committee, row, item.year]);
    // Several amounts of the same row and year are rounded as one, which stands at the first.
    const own = given.has(key) ? 0n : units.get(item.committee)!.get(row)![years.indexOf(item.year)]!;
    given.add(key);
    return { ...item, amount: decimalText(own * BigInt(kronor), 0) };
  });
}

const rowsByName = (names: readonly string[], rows: readonly bigint[][]) => new Map(names.map((name, index) => [name, rows[index]!]));

/** Each committee's amounts, by row and year, as whole numbers of the finest decimal. */
function tablesOf<T extends CommitteeAmount>(items: readonly T[], rowOf: (item: T) => string, years: readonly number[], decimals: number): Map<string, { rows: Map<string, bigint[]> }> {
  const columns = new Map(years.map((year, column) => [year, column]));
  const tables = new Map<string, { rows: Map<string, bigint[]> }>();
  for (const item of items) {
    const table = tables.get(item.committee) ?? { rows: new Map<string, bigint[]>() };
    tables.set(item.committee, table);
    const row = table.rows.get(rowOf(item)) ?? years.map(() => 0n);
    table.rows.set(rowOf(item), row);
    const column = columns.get(item.year)!;
    row[column] = row[column]! + wholeOf(item.amount, decimals);
  }
  return tables;
}
