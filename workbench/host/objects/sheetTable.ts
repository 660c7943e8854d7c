import { itemNotFound } from "../errors";
import type { Area, Sheet, Table } from "../model";
import { bodyArea } from "../structured";
import type { Book } from "../workbook";
import { SheetRange } from "./sheetRange";

/** A table on its sheet. */
export class SheetTable {
  constructor(
    readonly book: Book,
    private readonly owner: Sheet,
    private readonly own: Table,
  ) {}

  /** The sheet; ItemNotFound when the table is gone. */
  get sheet(): Sheet {
    void this.table;
    return this.owner;
  }

  /** The table; ItemNotFound when it is gone. */
  get table(): Table {
    if (!this.book.has(this.owner) || !this.owner.tables.includes(this.own)) throw itemNotFound();
    return this.own;
  }

  /** An area of the table's sheet. */
  range(area: Area): SheetRange {
    return new SheetRange(this.book, this.sheet, area);
  }

  /** The rows of data. */
  get body(): Area {
    return bodyArea(this.table);
  }

  /** The header row; ItemNotFound when none is shown. */
  headerRow(): Area {
    if (!this.table.showHeaders) throw itemNotFound();
    return { ...this.table.area, rows: 1 };
  }

  /** The totals row; ItemNotFound when none is shown. */
  totalRow(): Area {
    if (!this.table.showTotals) throw itemNotFound();
    return { ...this.table.area, row: this.table.area.row + this.table.area.rows - 1, rows: 1 };
  }
}
