import { formatArea } from "./address";
import { noCounts, type Counts } from "./counts";
import { HostError } from "./errors";
import { entriesOf, type EventEntry } from "./events";
import { writeValues } from "./grid";
import type { Area, CellValue, Workbook } from "./model";
import { select } from "./objects/range";
import { rangeAt, type SheetRange } from "./objects/sheetRange";
import { workbookObject } from "./objects/workbook";
import { execute, isHousekeeping, References, type Request, type Response } from "./request";
import { deleteSheet } from "./sheets";
import { Silences, type Silence } from "./silence";
import { Book, newWorkbook } from "./workbook";

/** Excel on the web refuses larger requests and answers. */
export const PAYLOAD_LIMIT = 5_000_000;

/** Office's numbers for what fails before, or instead of, the batch. */
const CELL_EDIT = 5004;
const REQUEST_TOO_LARGE = 5103;
const RESPONSE_TOO_LARGE = 5104;

/** Excel.run({delayForCellEdit: true}, …) sets this flag. */
const WAIT_FOR_CELL_EDIT = 64;

/** How a sync goes wrong. */
export interface Failure {
  /** The batch is done, but its answer is an error. */
  after?: boolean;
  /** So many actions are done before the error: Excel's batches are not atomic. */
  actionIndex?: number;
}

/** What a client gets for a batch: the response as JSON, or Office's error number. */
export type Answer = { status: "succeeded"; body: string } | { status: "failed"; code: number; message: string };

/** A client's line to the host. */
export interface Session {
  /** @param flags the client's request flags: with `WAIT_FOR_CELL_EDIT` it waits until the user has left the cell */
  execute(requestJson: string, flags?: number): Promise<Answer>;
  close(): void;
}

export interface HostOptions {
  /** The most bytes of a request or a response. Default 5 MB. */
  payloadLimit?: number;
}

/** An Excel without Excel: a workbook that answers Microsoft's client, and what a test may do to it. */
export interface Host {
  readonly workbook: Workbook;
  readonly counts: Counts;
  resetCounts(): void;
  /** The n-th sync from now (1 is the next) fails with the code. Default GeneralException, nothing done. */
  failSync(n: number, code?: string, failure?: Failure): void;
  /** The n-th sync from now (1 is the next) gets no answer, or a late one. */
  silenceSync(n: number, silence: Silence): void;
  /** Excel does, in order, what has been held, and answers. */
  answer(): void;
  /** Every sync takes so many milliseconds more. */
  slow(milliseconds: number): void;
  /** The user is editing a cell: every sync fails, but those that wait. */
  cellEditMode: boolean;
  /** Protects the sheet, or ends its protection. */
  protectSheet(name: string, on?: boolean): void;
  /** Protects the workbook's structure, or ends its protection. */
  protectStructure(on?: boolean): void;
  /** The workbook is open as read-only: every change is refused. */
  readOnly: boolean;
  /** The user types into a cell ("Blad1!B2"): a text is read as Excel reads it, and listeners are told. */
  setCell(address: string, value: CellValue): void;
  /** The user deletes a sheet. */
  deleteSheet(name: string): void;
  /** What the cells of an address show: values as Range.values gives them. */
  values(address: string): CellValue[][];
  /** What a function in the cell says of its error, which Excel shows beside the cell; undefined when it says nothing. */
  sentence(address: string): string | undefined;
  /** What a cell shows, by its sheet's name; rows and columns count from 0. For `saveXlsx`. */
  readonly valueAt: (sheet: string, row: number, column: number) => CellValue;
  /** The area that a cell's formula fills, when it fills more than the cell. For `saveXlsx`. */
  readonly spillAt: (sheet: string, row: number, column: number) => Area | undefined;
  /** Grows when something in the workbook may have changed, other than what is selected. */
  readonly changes: number;
  /** The user selects a range. */
  select(address: string): void;
  /** What is selected: "Blad1!A1". */
  readonly selection: string;
  /** Computes every formula anew when it is next read: after the workbook's data has been changed directly. */
  recalculate(): void;
  /** Opens a line for a client; `deliver` gets its events. */
  connect(deliver: (entries: EventEntry[]) => void): Session;
  /** Answers one batch of a client without events. */
  execute(requestJson: string): Promise<Answer>;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

interface PlannedFailure {
  sync: number;
  error: HostError;
  failure: Failure;
}

class WorkbookHost implements Host {
  readonly counts = noCounts();
  private editing = false;
  private waiters: (() => void)[] = [];
  private readonly book: Book;
  private readonly limit: number;
  private delay = 0;
  private done = 0;
  private failures: PlannedFailure[] = [];
  private readonly silences = new Silences();
  private own: Session | undefined;

  constructor(
    readonly workbook: Workbook,
    { payloadLimit = PAYLOAD_LIMIT }: HostOptions,
  ) {
    this.book = new Book(workbook);
    this.limit = payloadLimit;
  }

  get cellEditMode(): boolean {
    return this.editing;
  }

  set cellEditMode(editing: boolean) {
    this.editing = editing;
    if (editing) return;
    for (const go of this.waiters) go();
    this.waiters = [];
  }

  get changes(): number {
    return this.book.changes;
  }

  get readOnly(): boolean {
    return this.book.readOnly;
  }

  set readOnly(on: boolean) {
    this.book.readOnly = on;
  }

  resetCounts(): void {
    Object.assign(this.counts, noCounts());
  }

  failSync(n: number, code = "GeneralException", failure: Failure = {}): void {
    this.failures.push({ sync: this.done + n, error: new HostError(code, `The host was told to fail with ${code}.`), failure });
  }

  silenceSync(n: number, silence: Silence): void {
    this.silences.plan(this.done + n, silence);
  }

  answer(): void {
    this.silences.answer();
  }

  slow(milliseconds: number): void {
    this.delay = milliseconds;
  }

  protectSheet(name: string, on = true): void {
    this.book.sheet(name).protected = on;
  }

  protectStructure(on = true): void {
    this.workbook.structureProtected = on;
  }

  setCell(address: string, value: CellValue): void {
    this.book.beginChange();
    const { sheet, area } = this.range(address);
    writeValues(this.book, sheet, area, value);
  }

  deleteSheet(name: string): void {
    this.book.beginChange();
    deleteSheet(this.book, this.book.sheet(name));
  }

  values(address: string): CellValue[][] {
    const { sheet, area } = this.range(address);
    const rows = Array.from({ length: area.rows }, (_, y) => area.row + y);
    return rows.map((row) => Array.from({ length: area.columns }, (_, x) => this.book.calculation.value(sheet, row, area.column + x)));
  }

  sentence(address: string): string | undefined {
    const { sheet, area } = this.range(address);
    return this.book.calculation.sentence(sheet, area.row, area.column);
  }

  readonly valueAt = (sheet: string, row: number, column: number): CellValue => this.book.calculation.value(this.book.sheet(sheet), row, column);

  readonly spillAt = (sheet: string, row: number, column: number): Area | undefined => this.book.calculation.spillArea(this.book.sheet(sheet), row, column);

  select(address: string): void {
    select(this.range(address));
  }

  get selection(): string {
    return `${this.book.activeSheet.name}!${formatArea(this.workbook.selection)}`;
  }

  recalculate(): void {
    this.book.calculation.reset();
  }

  execute(requestJson: string): Promise<Answer> {
    this.own ??= this.connect(() => undefined);
    return this.own.execute(requestJson);
  }

  connect(deliver: (entries: EventEntry[]) => void): Session {
    const references = new References(this.book.kept);
    let ending: (() => void) | undefined;
    let waiting: EventEntry[] = [];
    const flush = () => {
      const entries = waiting;
      waiting = [];
      if (entries.length > 0 && ending) deliver(entries);
    };
    const listen = () =>
      this.book.listen((change) => {
        if (waiting.length === 0) setTimeout(flush, 0);
        waiting.push(...entriesOf(change, this.book, references));
      });
    return {
      execute: async (json, flags = 0) => {
        await this.pause();
        if (this.editing && (flags & WAIT_FOR_CELL_EDIT) !== 0) await new Promise<void>((go) => this.waiters.push(go));
        if (this.silences.any) await this.silences.wait(isHousekeeping(JSON.parse(json) as Request) ? undefined : this.done + 1);
        const answer = this.reply(json, references);
        if (json.includes('"_Register')) ending ??= listen();
        return answer;
      },
      close: () => {
        ending?.();
        ending = undefined;
        references.clear();
      },
    };
  }

  private pause(): Promise<void> {
    return this.delay === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, this.delay));
  }

  private range(address: string): SheetRange {
    return rangeAt(this.book, address, this.book.activeSheet);
  }

  private reply(json: string, references: References): Answer {
    const request = JSON.parse(json) as Request;
    const housekeeping = isHousekeeping(request);
    this.count(json, housekeeping);
    if (bytesOf(json) > this.limit) return { status: "failed", code: REQUEST_TOO_LARGE, message: "The request payload size has exceeded the limit." };
    if (this.cellEditMode && !housekeeping) return { status: "failed", code: CELL_EDIT, message: "Excel is in cell-editing mode." };
    const body = JSON.stringify(this.respond(request, references, housekeeping));
    if (housekeeping) return { status: "succeeded", body };
    const bytes = bytesOf(body);
    this.counts.responseBytes += bytes;
    this.counts.largestResponse = Math.max(this.counts.largestResponse, bytes);
    if (bytes > this.limit) return { status: "failed", code: RESPONSE_TOO_LARGE, message: "The response payload size has exceeded the limit." };
    return { status: "succeeded", body };
  }

  private respond(request: Request, references: References, housekeeping: boolean): Response {
    const root = workbookObject(this.book);
    const planned = housekeeping ? undefined : this.failures.find(({ sync }) => sync === this.done);
    const beginChange = () => this.book.beginChange();
    if (!planned) return execute(request, root, references, { beginChange });
    this.failures = this.failures.filter((one) => one !== planned);
    const index = planned.failure.after ? request.Actions.length : (planned.failure.actionIndex ?? 0);
    const response = execute(request, root, references, { beginChange, failAt: { index, error: planned.error } });
    response.Error ??= { Code: planned.error.code, Message: planned.error.message, ActionIndex: Math.max(0, request.Actions.length - 1), HttpStatusCode: 500 };
    return response;
  }

  private count(json: string, housekeeping: boolean): void {
    if (housekeeping) {
      this.counts.housekeeping++;
      return;
    }
    this.done++;
    const bytes = bytesOf(json);
    this.counts.syncs++;
    this.counts.requestBytes += bytes;
    this.counts.largestRequest = Math.max(this.counts.largestRequest, bytes);
  }
}

/** Makes a host for the workbook; without one, for an empty workbook with one sheet, Blad1. */
export function createHost(workbook: Workbook = newWorkbook(), options: HostOptions = {}): Host {
  return new WorkbookHost(workbook, options);
}
