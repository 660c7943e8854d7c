import type { Observation } from "../../followUp";
import type { Language } from "../../i18n";
import type { Diagnostic, PlanInput } from "../../planning/types";
import { areaOfAddress, parseReference } from "../cellAddress";
import type { Work } from "../../planning/work";
import { breath, unhurried } from "../breath";
import { excelDiagnostic } from "../excelErrors";
import { currentCorrection, parseCorrection, type StoredCorrection } from "../ranges/storedCorrection";
import { templateTable, type TemplateTable } from "../template/tables";
import { sheetText } from "../template/texts";
import { assemble } from "./assemble";
import type { CellBlock } from "./cellBlock";
import { Collected, type ReadTable } from "./collected";
import { discover, type Discovery } from "./discover";
import { Findings, type Interpretation } from "./findings";
import { contentOf, isAmountKind, type SheetContent } from "./plainSheets";
import { belowTitles, pointedText, rowBelow, tellOfRowBelow, wantedRange, type PointedRange } from "./pointedRange";
import type { RememberedRange } from "./rangeNames";
import { readRanges, tellOfHidden, type ReadRange, type WantedRange } from "./rangeValues";
import { findRecords, recordColumns, type RecordPlace } from "./records";
import { unitAbove } from "./tableUnit";
import type { UnderstandOptions } from "./understandAmounts";
import type { AmountKind } from "./words";

export interface ReadOptions {
  /** Ranges that are pointed out: `Blad1!A5:H20`, `'Mitt blad'!A:H`, a sheet `Blad1!`; they go before tables and sheets. */
  ranges?: Partial<Record<AmountKind, string>>;
  language?: Language;
}

export interface WorkbookReading {
  /** Always there; with error diagnostics it is what could be understood. */
  input: PlanInput;
  tables: ReadTable[];
  diagnostics: Diagnostic[];
  /** What was assumed about the whole, beside what each table says. */
  interpreted: Interpretation[];
  /** What was measured in projects and in control groups. */
  observations: Observation[];
  /** Where costs (else anything) were found: in the template's tables, a pointed range, or by headings on sheets. */
  source: "template" | "ranges" | "sheets" | "none";
}

/**
 * Reads a plan's input from the open workbook: the ranges that are pointed out, else the template's tables, else
 * sheets that are recognised by their headings. One sync finds out what there is, one reads everything (more only when
 * the answer would be over Excel's size limit). Never throws: failures and faults are diagnostics.
 */
export async function readWorkbook(context: Excel.RequestContext, options: ReadOptions = {}): Promise<WorkbookReading> {
  const reader = new WorkbookReader(context, options);
  try {
    await reader.read();
  } catch (error) {
    return { input: emptyInput(), tables: [], diagnostics: [excelDiagnostic(error, options.language ?? "sv")], interpreted: [], observations: [], source: "none" };
  }
  return await reader.result();
}

const emptyInput = (): PlanInput => ({ committees: [], projects: [], costs: [], savings: [] });

/** A table of records, outcomes or bookings in the workbook: where it stands, and its name when it is an Excel table. */
export interface RecordTable {
  table: TemplateTable;
  /** From its titles to its last row. */
  block: CellBlock;
  place: RecordPlace;
  excelTable?: string;
}

/** A reading, and where it found tables of records, for those who write in them. */
export interface PlacedReading {
  reading: WorkbookReading;
  records: RecordTable[];
  found: Discovery;
}

/** Reads as `readWorkbook` does, in its two syncs; Excel's own errors are thrown. */
export async function readPlaces(context: Excel.RequestContext, options: ReadOptions = {}): Promise<PlacedReading> {
  const reader = new WorkbookReader(context, options, true);
  const found = await reader.read();
  return { reading: await reader.result(), records: [...reader.records, ...reader.reported], found };
}

/** A range on its way: what it is for, and how it is understood when it has come. */
interface Pending {
  range: WantedRange;
  use: "table" | "range" | "sheet";
  table?: TemplateTable;
  excelTable?: string;
  kind?: AmountKind;
  pointed?: PointedRange;
  correction?: StoredCorrection;
  /** What stands directly below the range. */
  below?: WantedRange;
}

const isReported = (kind: AmountKind): kind is "outcomes" | "booked" => kind === "outcomes" || kind === "booked";

/** The table on a plain sheet with the template's headings; none when it has others. */
function reportedOnSheet(block: CellBlock, kind: "outcomes" | "booked"): RecordTable[] {
  const table = templateTable(kind);
  const place = findRecords(block, table);
  return place ? [{ table, block, place }] : [];
}

class WorkbookReader {
  private readonly collected: Collected;
  private readonly findings: Findings;
  private source: WorkbookReading["source"] = "none";
  readonly records: RecordTable[] = [];
  /** Outcomes and bookings: read as amounts, and written in as records. */
  readonly reported: RecordTable[] = [];

  constructor(
    private readonly context: Excel.RequestContext,
    private readonly options: ReadOptions,
    private readonly toWriteIn = false,
  ) {
    this.collected = new Collected(options.language ?? "sv");
    this.findings = new Findings(options.language ?? "sv");
  }

  async read(): Promise<Discovery> {
    const found = await discover(this.context);
    const pending = [...this.pointedRanges(found), ...this.templateTables(found)];
    const kinds = new Set<string>(pending.map(({ table, kind }) => kind ?? table?.key ?? ""));
    const missing = !kinds.has("costs") || !kinds.has("savings");
    const used = new Set(pending.map(({ range }) => range.sheet));
    if (missing && this.findings.diagnostics().length === 0) pending.push(...this.otherSheets(found, used));
    const below = pending.flatMap(({ below: one }) => one ?? []);
    const ranges = await readRanges(this.context, [...pending.map(({ range }) => range), ...below]);
    const readBelow = new Map(below.map((wanted, index) => [wanted, ranges[pending.length + index]]));
    for (const { pointed, below: wanted } of pending) if (pointed && wanted) tellOfRowBelow(pointed, readBelow.get(wanted), this.findings);
    await this.understand(pending, ranges, kinds);
    this.whatIsMissing(found);
    return found;
  }

  /** The ranges that the caller points out, else those that the workbook remembers. */
  private pointedRanges(found: Discovery): Pending[] {
    const given = this.options.ranges ?? {};
    const pointed = Object.entries(given).flatMap(([kind, text]) => (text === undefined || text.trim() === "" ? [] : this.givenRange(kind as AmountKind, text, found)));
    const remembered = found.ranges.filter(({ kind }) => !given[kind]?.trim()).flatMap((range) => this.rememberedRange(range, found));
    return [...pointed, ...remembered];
  }

  private givenRange(kind: AmountKind, text: string, { sheets }: Discovery): Pending[] {
    const reference = parseReference(text);
    if (!reference) {
      this.findings.problem("error", "rangeUnreadable", { text });
      return [];
    }
    const wanted = reference.sheet ?? sheets.find(({ visible }) => visible)?.name ?? "";
    const sheet = sheets.find(({ name }) => name.toLowerCase() === wanted.toLowerCase())?.name;
    if (sheet !== undefined) return [this.pendingRange(kind, { sheet, address: reference.address })];
    this.findings.problem("error", "sheetUnknown", { sheet: wanted });
    return [];
  }

  private rememberedRange({ kind, sheet, address, comment }: RememberedRange, { sheets }: Discovery): Pending[] {
    if (sheet !== undefined && sheets.some(({ name }) => name === sheet)) return [this.pendingRange(kind, { sheet, address }, parseCorrection(comment))];
    this.findings.problem("error", "rangeGone", { kind: sheetText(kind, this.findings.language).toLowerCase() });
    return [];
  }

  private pendingRange(kind: AmountKind, pointed: PointedRange, correction?: StoredCorrection): Pending {
    return { use: "range", kind, pointed, correction, range: wantedRange(pointed), below: rowBelow(pointed) };
  }

  /** The template's tables, but for the kinds that a range is pointed out for. Titles above a table state its unit. */
  private templateTables({ tables, ranges }: Discovery): Pending[] {
    const pointed = new Set<string>([...Object.entries(this.options.ranges ?? {}).filter(([, text]) => text?.trim()).map(([kind]) => kind), ...ranges.map(({ kind }) => kind)]);
    return tables.filter(({ table }) => !pointed.has(table.key)).map(({ table, sheet, name }) => ({
      use: "table" as const,
      table,
      excelTable: name,
      range: { sheet, queue: (context) => context.workbook.tables.getItem(name).getRange(), withTitles: (worksheet, own) => worksheet.getRange("A1").getBoundingRect(own), formulas: this.toWriteIn && (!isAmountKind(table.key) || isReported(table.key)) },
    }));
  }

  private otherSheets({ sheets }: Discovery, used: ReadonlySet<string>): Pending[] {
    return sheets.filter(({ name, visible, own }) => visible && !own && !used.has(name)).map(({ name }) => ({
      use: "sheet" as const,
      range: { sheet: name, queue: (context) => context.workbook.worksheets.getItem(name).getUsedRangeOrNullObject(true) },
    }));
  }

  private async understand(pending: Pending[], ranges: (ReadRange | undefined)[], kinds: ReadonlySet<string>): Promise<void> {
    const arrived = pending.map((one, index) => ({ ...one, read: ranges[index], block: ranges[index]?.block, firstRow: ranges[index]?.firstRow ?? 0 }));
    const { records } = this;
    const amounts: (() => Work<void>)[] = [];
    const unclear: Diagnostic[] = [];
    const hasTemplate = arrived.some(({ use }) => use === "table");
    // A single table of ours (a rule that was written in the pane) leaves the rest of the workbook as it is.
    const onTemplate = arrived.some(({ use, table }) => use === "table" && table && (table.key === "costs" || table.key === "savings"));
    const sheets: { read: ReadRange; content: SheetContent }[] = [];
    for (const { use, table, excelTable, kind, pointed, correction, read, block, firstRow } of arrived) {
      if (read && use !== "sheet") tellOfHidden(read, this.findings);
      if (pointed && kind) {
        if (read) amounts.push(() => this.pointedAmounts(kind, pointed, read, correction));
        else this.findings.problem("error", "rangeEmpty", { text: pointedText(pointed) });
      } else if (use === "table" && table && block) {
        if (isAmountKind(table.key)) {
          const key = table.key;
          amounts.push(() => this.amounts(key, block, { headerRow: firstRow }, "table"));
          if (isReported(key)) this.reported.push({ table, block, place: { headerRow: firstRow, columns: recordColumns(block, table, firstRow) }, excelTable });
        } else records.push({ table, block, place: { headerRow: firstRow, columns: recordColumns(block, table, firstRow) }, excelTable });
      } else if (use === "sheet" && read && block) sheets.push({ read, content: contentOf(block, this.collected.language) });
    }
    for (const { read, content } of sheets) {
      const { block } = read;
      if ("records" in content || content.amounts.length > 0) tellOfHidden(read, this.findings);
      if ("records" in content) {
        if (!onTemplate && !kinds.has(content.records.key)) records.push({ table: content.records, block, place: content.place });
        continue;
      }
      for (const kind of content.amounts) {
        if (kinds.has(kind) || (onTemplate && kind !== "costs" && kind !== "savings")) continue;
        amounts.push(() => this.amounts(kind, block, {}, "sheet"));
        if (isReported(kind)) this.reported.push(...reportedOnSheet(block, kind));
      }
      unclear.push(...content.unclear);
    }
    // Settings first, then projects: rules build on the default rule, amounts without a committee on the projects' owners.
    const origin = ({ excelTable }: RecordTable) => (excelTable === undefined ? "sheet" : "table");
    for (const one of records) if (one.table.key === "settings") this.collected.settingsTable(one.block, one.place, origin(one));
    for (const one of records) {
      if (one.table.key === "settings") continue;
      await breath();
      this.collected.records(one.table.key, one.block, one.place, origin(one));
    }
    for (const read of amounts) await unhurried(read());
    const pointed = arrived.some(({ use }) => use === "range");
    this.source = pointed ? "ranges" : hasTemplate ? "template" : this.collected.tables.length > 0 ? "sheets" : "none";
    if (!this.collected.has("costs") || !this.collected.has("savings")) this.collected.problems.push(...unclear);
  }

  private *pointedAmounts(kind: AmountKind, pointed: PointedRange, read: ReadRange, stored: StoredCorrection | undefined): Work<void> {
    const block = belowTitles(read);
    const correction = stored && currentCorrection(stored, areaOfAddress(pointed.address), block);
    if (stored && !correction) return this.findings.problem("error", "rangeChanged", { text: pointedText(pointed) });
    yield* this.amounts(kind, block, { unitAbove: unitAbove(read.block, read.firstRow), ...(correction ? { correction } : {}) }, "range");
  }

  private amounts(kind: AmountKind, block: CellBlock, known: Pick<UnderstandOptions, "headerRow" | "unitAbove" | "correction">, origin: ReadTable["origin"]): Work<void> {
    const owners = new Map(this.collected.projects.flatMap(({ id, name, owner }) => (owner === undefined ? [] : [[id, owner] as const, [name, owner] as const])));
    const [only] = this.collected.projects;
    return this.collected.amounts(kind, block, {
      ...known,
      ...(this.collected.projects.length === 1 && only ? { defaultProject: only.name } : {}),
      committeeOf: (project) => owners.get(project),
    }, origin);
  }

  private whatIsMissing({ sheets }: Discovery): void {
    const { costs, savings } = this.collected;
    const failed = this.findings.diagnostics().some(({ severity }) => severity === "error") || this.collected.problems.some(({ severity }) => severity === "error");
    if (failed) return;
    const hidden = sheets.filter(({ visible, own }) => !visible && !own).map(({ name }) => name);
    if (hidden.length > 0 && (costs.length === 0 || savings.length === 0)) this.findings.problem("warning", "hiddenSheets", { sheets: hidden.join(", ") });
    if (!this.collected.has("costs")) this.findings.problem("error", "nothingFound", {});
    else if (costs.length === 0) this.findings.problem("error", "noCosts", {});
    else if (savings.length === 0) this.findings.problem("warning", "noSavings", {});
  }

  async result(): Promise<WorkbookReading> {
    const { input, observations, interpreted } = await unhurried(assemble(this.collected));
    return { input, tables: this.collected.tables, diagnostics: [...this.findings.diagnostics(), ...this.collected.problems], interpreted, observations, source: this.source };
  }
}
