import type { AmountUnit } from "../../i18n/format";
import { readAmount, type AmountReading } from "../amountText";
import { inKronor, statedUnit } from "../amountUnits";
import { textAt, valueAt, type CellBlock } from "./cellBlock";
import type { TableColumns } from "./columns";
import type { HeaderPlace } from "./headers";
import { agrees, summable } from "./sums";

const notSums = /medelvärde|genomsnitt|snitt|(?<!\p{L})ack/iu;

/**
 * Compares a row's total columns with its parts: all years, those since the previous total column, or the years that
 * the total's heading names ("Summa 2026–2028"). Gives the totals that are the sum of none of these.
 * @param parts the row's amounts in kr as `summable` gives them, by amount column
 */
export function rowTotalMismatch(
  block: CellBlock,
  place: HeaderPlace,
  columns: TableColumns,
  row: number,
  parts: (bigint | undefined)[],
  unit: AmountUnit,
  readings: AmountReading[],
): { column: number; total: bigint; sum: bigint }[] {
  if (place.layout === "long" || columns.totals.length === 0 || readings.some((reading) => reading.kind === "problem")) return [];
  const sumOf = (test: (column: number, year: number) => boolean) =>
    columns.amounts.reduce((sum, { column, year }, index) => (test(column, year ?? 0) ? sum + (parts[index] ?? 0n) : sum), 0n);
  const all = sumOf(() => true);
  return columns.totals.flatMap((column, index) => {
    const heading = Array.from({ length: place.last - place.first + 1 }, (_, offset) => textAt(block, place.first + offset, column)).join(" ");
    const reading = readAmount(valueAt(block, row, column));
    if (reading.kind !== "amount" || notSums.test(heading)) return [];
    const total = summable(inKronor(reading.amount, reading.unit ?? statedUnit(heading) ?? sharedUnit(columns) ?? unit));
    const years = Array.from(heading.matchAll(/(?:19|20|21)\d\d/g), (match) => Number(match[0]));
    const previous = columns.totals[index - 1] ?? -1;
    const sums = [all, sumOf((left) => left < column && left > previous), sumOf((left) => left < column)];
    if (years.length > 0) sums.push(sumOf((_, year) => year >= Math.min(...years) && year <= Math.max(...years)));
    return sums.some((sum) => agrees(total, sum)) ? [] : [{ column, total, sum: all }];
  });
}

/** The unit that the year columns' own headings state, when they all state the same. */
function sharedUnit(columns: TableColumns): AmountUnit | undefined {
  const units = new Set(columns.amounts.map(({ unit }) => unit));
  const [unit] = units;
  return units.size === 1 ? unit : undefined;
}
