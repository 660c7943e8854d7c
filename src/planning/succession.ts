import { divideUnits } from "../money/largestRemainder";
import type { SuccessionBook } from "./portfolio";

/** Who has taken over from a committee in a year: the rows of the latest year that has come. */
export function heirsOf(book: SuccessionBook, committee: number, year: number) {
  return book.get(committee)?.findLast((step) => step.year <= year)?.heirs;
}

/**
 * Step 8: what committees owe in a year, moved to those who have taken over by then.
 * Several heirs share by largest remainder; chains are followed (the input check has ruled out circles).
 * @param owed by committee: rounding units, or amounts; what is paid too much (below zero) moves too
 */
export function moveToHeirs(book: SuccessionBook, year: number, owed: bigint[]): bigint[] {
  if (book.size === 0) return owed;
  const moved = owed.map(() => 0n);
  const give = (committee: number, amount: bigint): void => {
    if (amount === 0n) return;
    const heirs = heirsOf(book, committee, year);
    if (heirs === undefined) {
      moved[committee] = moved[committee]! + amount;
      return;
    }
    const parts = divideUnits(amount < 0n ? -amount : amount, heirs.map(({ share }) => share));
    heirs.forEach((heir, index) => give(heir.committee, amount < 0n ? -parts[index]! : parts[index]!));
  };
  owed.forEach((amount, committee) => give(committee, amount));
  return moved;
}
