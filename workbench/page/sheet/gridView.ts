import type { BeforeRangeSaveDataDetails, BeforeSaveDataDetails, CellTemplateProp, ColumnRegular, DataType, PluginProviders, ViewPortScrollEvent } from "@revolist/revogrid";
import { columnName, GRID_COLUMNS, GRID_ROWS } from "../../host/address";
import type { Area, Sheet } from "../../host/model";
import type { OpenWorkbook } from "../openWorkbook";
import { typedText } from "../typedValue";
import { cellLook } from "./cellLook";
import { CellReader } from "./cellReader";
import { crossings } from "./crossings";
import { areaOf, COLUMN_PARTS, rangeIn, ROW_PARTS, withMerges } from "./gridSelection";
import { keyTarget } from "./keys";
import { charactersWide, holds, layoutKey, layOut, type ColumnPart, type RowPart, type SheetLayout } from "./layout";
import { spillsOf } from "./spills";

/** In pixels: what the grid's own CSS is told as well (sheet.css). */
export const HEADER_HEIGHT = 22;
export const ROW_HEADER_WIDTH = 44;
const ROW_HEIGHT = 20;

function twoFrames(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
}

/** What the grid keeps of a row: its number, and, by column, what editing starts from. */
type RowModel = DataType & { row: number };

/** What the view tells the page. */
export interface GridViewEvents {
  /** Excel refused what the user typed, with this error code. */
  onRefused(code: string): void;
  /** The cells that can be scrolled have moved, by pixels from the first of them. */
  onScroll(position: { x: number; y: number }): void;
  /** The sheet lies otherwise on the screen than before. */
  onLayout(layout: SheetLayout): void;
}

/** Shows a workbook's active sheet in a RevoGrid, and takes what the user does there to the workbook. */
export class GridView {
  private layout: SheetLayout;
  private reader: CellReader;
  private key = "";
  private drawn = -1;
  private scrolledSheet = "";
  private painting = false;
  private readonly scroll = { x: 0, y: 0 };
  private readonly spills = new Map<number, Map<number, number>>();
  private readonly endings: (() => void)[] = [];

  constructor(
    private readonly grid: HTMLRevoGridElement,
    private readonly workbook: OpenWorkbook,
    private readonly events: GridViewEvents,
  ) {
    this.layout = layOut(workbook);
    this.reader = new CellReader(workbook, workbook.sheet, 1);
    Object.assign(grid, { range: true, resize: true, filter: false, canFocus: true, useClipboard: true, applyOnClose: true, rowSize: ROW_HEIGHT, theme: "default", frameSize: 4 });
    grid.rowHeaders = { prop: "row", size: ROW_HEADER_WIDTH, cellTemplate: (_, { model }) => String((model as RowModel).row + 1) };
    this.listen();
    this.endings.push(workbook.subscribe(() => this.update()));
    this.update();
  }

  /** Ends the view. */
  close(): void {
    for (const end of this.endings) end();
  }

  /** Draws what has changed. */
  private update(): void {
    const { workbook } = this;
    const onlySelected = this.drawn === workbook.version && holds(this.layout, workbook.selection);
    if (onlySelected) {
      void this.paint(false);
      return;
    }
    const sheet = workbook.sheet;
    const layout = layOut(workbook);
    const key = layoutKey(sheet, layout);
    this.spills.clear();
    const laidAnew = key !== this.key;
    if (laidAnew) {
      this.layout = layout;
      this.reader = new CellReader(workbook, sheet, Math.max(...layout.columns.colPinStart, ...layout.columns.rgCol) + 1);
      this.lay(sheet, key);
    } else if (this.drawn !== workbook.version) {
      void this.grid.refresh("all");
    }
    this.drawn = workbook.version;
    this.grid.classList.toggle("no-gridlines", !sheet.showGridlines);
    this.grid.classList.toggle("frozen-rows", this.layout.rows.rowPinStart.length > 0);
    this.grid.classList.toggle("frozen-columns", this.layout.columns.colPinStart.length > 0);
    this.events.onLayout(this.layout);
    void this.paint(laidAnew);
  }

  private lay(sheet: Sheet, key: string): void {
    const { grid, layout } = this;
    this.key = key;
    grid.columns = COLUMN_PARTS.flatMap((part) => {
      let start = 0;
      return layout.columns[part].map((column) => {
        const shown = this.column(part, column, start);
        start += layout.widths.get(column) ?? 0;
        return shown;
      });
    });
    grid.pinnedTopSource = layout.rows.rowPinStart.map((row) => this.row(sheet, row));
    grid.source = layout.rows.rgRow.map((row) => this.row(sheet, row));
    grid.rowDefinitions = ROW_PARTS.flatMap((type) =>
      layout.rows[type].flatMap((row, index) => {
        const size = layout.heights.get(row) ?? ROW_HEIGHT;
        return size === ROW_HEIGHT ? [] : [{ type, index, size }];
      }),
    );
  }

  /** @param start where the column begins in its part, in pixels: its cells stand there, without the transform that costs a layer each */
  private column(part: ColumnPart, column: number, start: number): ColumnRegular {
    return {
      prop: column,
      name: columnName(column),
      size: this.layout.widths.get(column),
      ...(part === "colPinStart" ? { pin: part } : {}),
      cellProperties: ({ model }) => {
        const { classes, style } = this.look((model as RowModel).row, column);
        const title = this.reader.sentence((model as RowModel).row, column);
        return { class: classes, style: { ...style, left: `${start}px` }, ...(title === undefined ? {} : { title }) };
      },
      cellTemplate: (h, { model }: CellTemplateProp) => {
        const { text, textFrom } = this.look((model as RowModel).row, column);
        const style = textFrom === undefined ? {} : { marginLeft: `${-textFrom}px` };
        return text === "" ? null : h("span", { class: "cell-text", style }, text);
      },
    };
  }

  private look(row: number, column: number) {
    let spills = this.spills.get(row);
    if (!spills) this.spills.set(row, (spills = spillsOf(this.reader, this.layout, row)));
    return cellLook(this.reader, this.layout, spills, row, column);
  }

  /** The grid asks a row for its columns when it begins editing or copies: the workbook answers. */
  private row(sheet: Sheet, row: number): RowModel {
    return new Proxy({ row } as RowModel, {
      get: (model, name) => {
        if (typeof name !== "string" || !/^\d+$/.test(name)) return Reflect.get(model, name) as unknown;
        const cell = sheet.cells.get(row)?.get(Number(name));
        return typedText(cell?.value, cell?.formula);
      },
    });
  }

  private listen(): void {
    const { grid, workbook } = this;
    const on = <T>(name: string, heard: (event: CustomEvent<T>) => void) => {
      const listener = heard as EventListener;
      grid.addEventListener(name, listener);
      this.endings.push(() => grid.removeEventListener(name, listener));
    };
    on<BeforeSaveDataDetails & { val: string }>("beforeedit", (event) => {
      event.preventDefault();
      this.type([{ row: (event.detail.model as RowModel).row, column: Number(event.detail.prop), text: String(event.detail.val ?? "") }]);
    });
    on<BeforeRangeSaveDataDetails>("beforerangeedit", (event) => {
      event.preventDefault();
      const { data, type } = event.detail;
      const rows = this.layout.rows[type as RowPart];
      this.type(
        Object.entries(data).flatMap(([index, cells]) =>
          Object.entries(cells).map(([column, text]) => ({ row: rows[Number(index)] as number, column: Number(column), text: String(text ?? "") })),
        ),
      );
    });
    on("beforeautofill", (event) => event.preventDefault());
    on("beforefocuslost", (event) => event.preventDefault());
    // As in Excel: when the pane shows a sheet, the keyboard stays in the pane.
    const stay = (event: Event) => {
      if (document.activeElement?.localName === "iframe") event.preventDefault();
    };
    grid.addEventListener("afterfocus", stay, true);
    this.endings.push(() => grid.removeEventListener("afterfocus", stay, true));
    on("setedit", () => workbook.edit(true));
    on("canceledit", () => workbook.edit(false));
    on<{ original: KeyboardEvent }>("beforekeydown", (event) => this.press(event, event.detail.original));
    for (const name of ["focuscell", "setrange", "selectall"]) on(name, () => queueMicrotask(() => void this.readSelection()));
    on<ColumnRegular>("headerclick", ({ detail }) => {
      workbook.select({ row: 0, column: Number(detail.prop), rows: GRID_ROWS, columns: 1 });
    });
    on<Record<number, ColumnRegular>>("aftercolumnresize", ({ detail }) => {
      for (const { prop, size } of Object.values(detail)) if (size !== undefined) workbook.widen(Number(prop), charactersWide(size));
    });
    on<ViewPortScrollEvent>("viewportscroll", ({ detail }) => {
      this.scroll[detail.dimension === "rgCol" ? "x" : "y"] = detail.coordinate;
      this.events.onScroll({ ...this.scroll });
    });
    this.endings.push(
      crossings(grid, {
        at: (columnPart, rowPart, x, y) => areaOf(this.layout, columnPart, rowPart, { x, y, x1: x, y1: y }),
        anchor: () => ({ ...workbook.selection, rows: 1, columns: 1 }),
        select: (area) => workbook.select(withMerges(area, workbook.sheet.merges)),
        selectRow: (rowPart, y) => {
          const row = this.layout.rows[rowPart][y];
          if (row !== undefined) workbook.select({ row, column: 0, rows: 1, columns: GRID_COLUMNS });
        },
      }),
    );
  }

  /** Keys of Excel's that the grid does not have; and what is typed elsewhere on the page is not for the grid. */
  private press(event: Event, original: KeyboardEvent): void {
    const { grid, workbook } = this;
    const { target } = original;
    if (target instanceof HTMLElement && target !== document.body && !grid.contains(target)) return event.preventDefault();
    // Every part of the grid asks about the same key.
    if (workbook.isEditing || original.defaultPrevented) return undefined;
    if (original.key === "F2") {
      original.preventDefault();
      return this.editCell();
    }
    const area = keyTarget(original, workbook.selection);
    if (!area) return undefined;
    original.preventDefault();
    return workbook.select(area);
  }

  private editCell(): void {
    const { row, column } = this.workbook.selection;
    const rowPart = ROW_PARTS.find((part) => this.layout.rows[part].includes(row));
    this.workbook.edit(true);
    if (rowPart) void this.grid.setCellEdit(this.layout.rows[rowPart].indexOf(row), column, rowPart);
  }

  private type(entries: { row: number; column: number; text: string }[]): void {
    const refused = this.workbook.type(entries);
    if (refused !== undefined) this.events.onRefused(refused);
  }

  /** Takes the grid's selection to the workbook, unless it comes from there. */
  private async readSelection(): Promise<void> {
    if (this.painting) return;
    const range = await this.grid.getSelectedRange();
    const columnPart = COLUMN_PARTS.find((part) => part === range?.colType);
    const rowPart = ROW_PARTS.find((part) => part === range?.rowType);
    if (!range || !columnPart || !rowPart || this.painting) return;
    const area = areaOf(this.layout, columnPart, rowPart, range);
    if (area) this.workbook.select(withMerges(area, this.workbook.sheet.merges));
  }

  /** Draws the workbook's selection over every part of the grid that it touches. */
  private async paint(laidAnew: boolean): Promise<void> {
    const { grid } = this;
    const providers = (await grid.getProviders()) as PluginProviders | undefined;
    if (laidAnew) {
      const sheet = this.workbook.sheet.id;
      if (sheet !== this.scrolledSheet) await Promise.all([grid.scrollToRow(0), grid.scrollToColumnIndex(0)]);
      this.scrolledSheet = sheet;
      // The cell is scrolled to when it gets the focus: by then its row must be there.
      await twoFrames();
    }
    if (!providers || providers.selection.edit) return;
    const { selection } = this.workbook;
    this.painting = true;
    for (const columnPart of COLUMN_PARTS) {
      for (const rowPart of ROW_PARTS) this.paintPart(providers, columnPart, rowPart, selection);
    }
    this.painting = false;
  }

  private paintPart({ selection: stores }: PluginProviders, columnPart: ColumnPart, rowPart: RowPart, selection: Area): void {
    const x = stores.storesByType[columnPart];
    const y = stores.storesByType[rowPart];
    const store = x === undefined || y === undefined ? undefined : stores.stores[y]?.[x];
    if (!store) return;
    const range = rangeIn(this.layout, columnPart, rowPart, selection) ?? null;
    const first = range && areaOf(this.layout, columnPart, rowPart, range);
    const holdsFirst = first && first.row === selection.row && first.column === selection.column;
    if (range && holdsFirst) {
      const focus = store.store.get("focus");
      const within = focus && focus.x >= range.x && focus.x <= range.x1 && focus.y >= range.y && focus.y <= range.y1;
      const start = within ? focus : { x: range.x, y: range.y };
      store.setFocus(start, start);
    } else store.clearFocus();
    if (JSON.stringify(store.store.get("range")) !== JSON.stringify(range)) store.setRangeArea(range);
  }
}
