import { formatAddress, isInGrid, parseAddress } from "../address";
import { invalidArgument, itemNotFound } from "../errors";
import type { Area, Sheet } from "../model";
import type { Book } from "../workbook";

/**
 * What a Range stands for: an area of a sheet. It follows the sheet when that is renamed, and, as long as
 * the client keeps it, its cells when they are moved.
 */
export class SheetRange {
  private gone = false;

  constructor(
    readonly book: Book,
    private readonly owner: Sheet,
    public area: Area,
  ) {
    if (!isInGrid(area)) throw invalidArgument();
  }

  /** The sheet; ItemNotFound when it, or the range's cells, have been deleted. */
  get sheet(): Sheet {
    if (this.gone || !this.book.has(this.owner)) throw itemNotFound();
    return this.owner;
  }

  /** Cells of the sheet have been moved: `shift` gives where an area lies now; undefined when it is gone. */
  follow(sheet: Sheet, shift: (area: Area) => Area | undefined): void {
    if (sheet !== this.owner) return;
    const now = shift(this.area);
    if (now) this.area = now;
    else this.gone = true;
  }

  /** "Blad1!A1:B2". */
  get address(): string {
    return formatAddress(this.sheet.name, this.area);
  }

  /** Another area of the same sheet; InvalidArgument outside the grid. */
  at(area: Partial<Area>): SheetRange {
    return new SheetRange(this.book, this.sheet, { ...this.area, ...area });
  }
}

/** The range of an address: on the sheet that it names, else on the given one. */
export function rangeAt(book: Book, address: string, sheet: Sheet): SheetRange {
  const parsed = parseAddress(address);
  return new SheetRange(book, parsed.sheet === undefined ? sheet : book.sheet(parsed.sheet), parsed.area);
}
