import { formatAddress } from "../host/address";
import { createHost, type Area, type CellValue, type Host, type Sheet, type Workbook } from "../host/browser";
import { HostError } from "../host/errors";
import { typedValue } from "./typedValue";

const FIRST_CELL: Area = { row: 0, column: 0, rows: 1, columns: 1 };

/** A workbook that the page shows: the host behind it, and what a user does to it. */
export class OpenWorkbook {
  readonly host: Host;
  /** The same host for the pane's client: the page is told when a batch has changed something. */
  readonly line: Host;
  /** Counts what may have changed cells or sheets, not what only selects. */
  version = 0;
  /** Whether the switch for cell-edit mode is on; while the user edits in the grid it holds as well. */
  private switchedToEditing = false;
  private editing = false;
  /** How things were when the listeners were told last. */
  private told: { changes: number; sheet: Sheet; selection: string };
  private readonly listeners = new Set<() => void>();
  private readonly selections = new Map<string, Area>();

  constructor(
    workbook: Workbook,
    /** The file's name. */
    readonly name: string,
  ) {
    this.host = createHost(workbook);
    this.told = { changes: 0, sheet: this.sheet, selection: this.host.selection };
    const connect: Host["connect"] = (deliver) => {
      const session = this.host.connect(deliver);
      return { ...session, execute: (json, flags) => session.execute(json, flags).finally(() => this.answered()) };
    };
    this.line = Object.create(this.host, { connect: { value: connect } }) as Host;
  }

  /** Calls the listener when something that shows may have changed; returns what ends it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private changed(content = true): void {
    if (content) this.version++;
    this.told = { changes: this.host.changes, sheet: this.sheet, selection: this.host.selection };
    this.selections.set(this.sheet.id, this.selection);
    for (const listener of this.listeners) listener();
  }

  /** A batch has been answered: most of them only read, and nothing is drawn anew for those. */
  private answered(): void {
    const { changes, sheet, selection } = this.told;
    if (this.host.changes !== changes || this.sheet !== sheet) this.changed();
    else if (this.host.selection !== selection) this.changed(false);
  }

  /** The sheets that have a tab. */
  get sheets(): Sheet[] {
    return this.host.workbook.sheets.filter(({ visibility }) => visibility === "Visible");
  }

  /** The sheet that shows. */
  get sheet(): Sheet {
    const { sheets, activeSheet } = this.host.workbook;
    return (sheets[activeSheet] ?? sheets[0]) as Sheet;
  }

  get selection(): Area {
    return this.host.workbook.selection;
  }

  /** Shows a sheet, with what was selected there last. */
  activate(sheet: Sheet): void {
    this.select(this.selections.get(sheet.id) ?? FIRST_CELL, sheet);
  }

  /** Selects an area as the user does. */
  select(area: Area, sheet = this.sheet): void {
    const sameSheet = sheet === this.sheet;
    if (sameSheet && JSON.stringify(area) === JSON.stringify(this.selection)) return;
    this.host.select(formatAddress(sheet.name, area));
    this.changed(!sameSheet);
  }

  /** What the cells show of values; formulas computed. */
  values(sheet: Sheet, area: Area): CellValue[][] {
    return this.host.values(formatAddress(sheet.name, area));
  }

  /** What the function in a cell says of its error. */
  sentence(sheet: Sheet, { row, column }: { row: number; column: number }): string | undefined {
    return this.host.sentence(formatAddress(sheet.name, { row, column, rows: 1, columns: 1 }));
  }

  /**
   * Writes what the user has typed into cells, one after the other, as Excel reads it.
   * @returns Excel's error code when it refuses ("AccessDenied" on a protected sheet), else undefined
   */
  type(entries: { row: number; column: number; text: string }[]): string | undefined {
    const sheet = this.sheet;
    this.edit(false);
    try {
      for (const { row, column, text } of entries) {
        this.host.setCell(formatAddress(sheet.name, { row, column, rows: 1, columns: 1 }), typedValue(text));
      }
      return undefined;
    } catch (error) {
      if (error instanceof HostError) return error.code;
      throw error;
    } finally {
      this.changed();
    }
  }

  /** A column has been dragged to another width, in characters. */
  widen(column: number, characters: number): void {
    this.sheet.columnWidths.set(column, characters);
    this.changed();
  }

  /** Computes every formula anew: functions in cells have come. */
  recalculate(): void {
    this.host.recalculate();
    this.changed();
  }

  /** The user has begun or ended editing a cell: Excel then refuses every batch. */
  edit(on: boolean): void {
    this.editing = on;
    this.host.cellEditMode = this.editing || this.switchedToEditing;
  }

  /** Whether the user is editing a cell. */
  get isEditing(): boolean {
    return this.editing;
  }

  /** Whether Excel is kept in cell-edit mode. */
  get keepsEditing(): boolean {
    return this.switchedToEditing;
  }

  /** Turns that switch. */
  keepEditing(on: boolean): void {
    this.switchedToEditing = on;
    this.edit(this.editing);
    this.changed();
  }

  /** Protects the workbook's structure, or ends its protection: which sheets there are, and their names and order. */
  protectStructure(on: boolean): void {
    this.host.protectStructure(on);
    this.changed();
  }

  /** Opens the workbook as read-only, or for editing. */
  openReadOnly(on: boolean): void {
    this.host.readOnly = on;
    this.changed();
  }

  /** Protects the sheet that shows, or ends its protection. */
  protect(on: boolean): void {
    this.host.protectSheet(this.sheet.name, on);
    this.changed();
  }
}
