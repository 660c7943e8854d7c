import { GRID_COLUMNS, GRID_ROWS } from "./address";
import { Calculation } from "./calculation";
import type { Change } from "./changes";
import { accessDenied, itemNotFound } from "./errors";
import { cellsIn } from "./cells";
import type { Area, Sheet, Workbook } from "./model";

/** The whole sheet. */
export const WHOLE_SHEET: Area = { row: 0, column: 0, rows: GRID_ROWS, columns: GRID_COLUMNS };

/** A sheet's id as Excel forms it; `number` counts from 1. */
function sheetId(number: number): string {
  return `{00000000-0001-0000-${String(number).padStart(4, "0")}-000000000000}`;
}

/** An empty sheet with Excel's defaults. */
export function newSheet(id: string, name: string): Sheet {
  return {
    id,
    name,
    visibility: "Visible",
    showGridlines: true,
    cells: new Map(),
    columnWidths: new Map(),
    rowHeights: new Map(),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    merges: [],
    tables: [],
    charts: [],
    validations: [],
    names: [],
    customProperties: new Map(),
    frozenRows: 0,
    frozenColumns: 0,
    page: { orientation: "Portrait" },
    protected: false,
  };
}

/** An empty workbook with the one sheet that a Swedish Excel gives it, Blad1. */
export function newWorkbook(): Workbook {
  return {
    sheets: [newSheet(sheetId(1), "Blad1")],
    names: [],
    activeSheet: 0,
    selection: { row: 0, column: 0, rows: 1, columns: 1 },
    structureProtected: false,
  };
}

/** Something that lies on cells. */
export interface Follower {
  follow(sheet: Sheet, shift: (area: Area) => Area | undefined): void;
}

/** The workbook with its calculation and its listeners: what every object of the API works on. */
export class Book {
  readonly calculation: Calculation;
  /** "Automatic", "Manual" … as Excel.CalculationMode. */
  calculationMode = "Automatic";
  /** How many changes have begun. */
  changes = 0;
  /** Opened as read-only: Excel on the web, in viewing mode, refuses every change. */
  readOnly = false;
  /** What the clients keep across batches, and what must follow cells that are moved. */
  readonly kept = new Set<Follower>();
  private readonly listeners = new Set<(change: Change) => void>();
  private lastId = 0;

  constructor(readonly model: Workbook) {
    this.calculation = new Calculation(model);
  }

  /** Calls the listener for every change from now; returns what ends it. */
  listen(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Tells the listeners. */
  tell(change: Change): void {
    for (const listener of this.listeners) listener(change);
  }

  /** Whether anybody listens: what is told need not be worked out when nobody does. */
  get hasListeners(): boolean {
    return this.listeners.size > 0;
  }

  /** An id that no sheet has. */
  newSheetId(): string {
    for (;;) {
      const id = sheetId(++this.lastId);
      if (!this.model.sheets.some((sheet) => sheet.id === id)) return id;
    }
  }

  /** An id for a table or a chart. */
  newId(): string {
    return `{${String(++this.lastId).padStart(8, "0")}-A1B2-4C3D-8E4F-5A6B7C8D9E0F}`;
  }

  /** The sheet by its name, whatever the case, or by its id. */
  findSheet(key: string): Sheet | undefined {
    const name = key.toLowerCase();
    return this.model.sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === name);
  }

  /** The sheet by its name or id; ItemNotFound when there is none. */
  sheet(key: string): Sheet {
    const sheet = this.findSheet(key);
    if (!sheet) throw itemNotFound();
    return sheet;
  }

  /** The sheet that the user looks at. */
  get activeSheet(): Sheet {
    const sheet = this.model.sheets[this.model.activeSheet] ?? this.model.sheets[0];
    if (!sheet) throw itemNotFound();
    return sheet;
  }

  /** Whether the sheet still is in the workbook. */
  has(sheet: Sheet): boolean {
    return this.model.sheets.includes(sheet);
  }

  /** Before anything is changed: AccessDenied when the workbook is open as read-only. */
  beginChange(): void {
    if (this.readOnly) throw accessDenied();
    this.changes++;
  }

  /** AccessDenied when the workbook's structure is protected. */
  requireOpenStructure(): void {
    if (this.model.structureProtected) throw accessDenied();
  }

  /** AccessDenied when the sheet is protected. */
  requireUnprotected(sheet: Sheet): void {
    if (sheet.protected) throw accessDenied();
  }

  /** AccessDenied when the sheet is protected and a cell of the area is locked, as cells are by default. */
  requireUnlocked(sheet: Sheet, area: Area): void {
    if (!sheet.protected) return;
    let unlocked = 0;
    for (const { cell } of cellsIn(sheet, area)) if (cell.format?.locked === false) unlocked++;
    if (unlocked < area.rows * area.columns) throw accessDenied();
  }
}
