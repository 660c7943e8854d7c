import type { Language } from "../../i18n";
import type { Diagnostic, PlanInput } from "../../planning/types";
import { parseReference } from "../cellAddress";
import { excelDiagnostic } from "../excelErrors";
import type { TemplateTable } from "../template/tables";
import { assemble } from "./assemble";
import type { CellBlock } from "./cellBlock";
import { Collected, type ReadTable } from "./collected";
import { discover, type Discovery } from "./discover";
import { Findings, type Interpretation } from "./findings";
import { contentOf, isAmountKind, type SheetContent } from "./plainSheets";
import { readRanges, type ReadRange, type WantedRange } from "./rangeValues";
import { recordColumns, type RecordPlace } from "./records";
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
    return { input: emptyInput(), tables: [], diagnostics: [excelDiagnostic(error, options.language ?? "sv")], interpreted: [], source: "none" };
  }
  return reader.result();
}

const emptyInput = (): PlanInput => ({ committees: [], projects: [], costs: [], savings: [] });

/** A range on its way: what it is for, and how it is understood when it has come. */
interface Pending {
  range: WantedRange;
  use: "table" | "range" | "sheet";
  table?: TemplateTable;
  kind?: AmountKind;
  address?: string;
}

/** The range itself, without what stands above it. */
const belowTitles = (block: CellBlock, firstRow: number): CellBlock => ({ ...block, row: block.row + firstRow, values: block.values.slice(firstRow) });

class WorkbookReader {
  private readonly collected: Collected;
  private readonly findings: Findings;
  private source: WorkbookReading["source"] = "none";

  constructor(
    private readonly context: Excel.RequestContext,
    private readonly options: ReadOptions,
  ) {
    this.collected = new Collected(options.language ?? "sv");
    this.findings = new Findings(options.language ?? "sv");
  }

  async read(): Promise<void> {
    const found = await discover(this.context);
    const pending = [...this.pointedRanges(found), ...this.templateTables(found)];
    const kinds = new Set<string>(pending.map(({ table, kind }) => kind ?? table?.key ?? ""));
    const missing = !kinds.has("costs") || !kinds.has("savings");
    const used = new Set(pending.map(({ range }) => range.sheet));
    if (missing && this.findings.diagnostics().length === 0) pending.push(...this.otherSheets(found, used));
    const ranges = await readRanges(this.context, pending.map(({ range }) => range));
    this.understand(pending, ranges, kinds);
  }

  private pointedRanges({ sheets }: Discovery): Pending[] {
    return Object.entries(this.options.ranges ?? {}).flatMap(([kind, text]): Pending[] => {
      if (text === undefined || text.trim() === "") return [];
      const reference = parseReference(text);
      if (!reference) {
        this.findings.problem("error", "rangeUnreadable", { text });
        return [];
      }
      const wanted = reference.sheet ?? sheets.find(({ visible }) => visible)?.name ?? "";
      const sheet = sheets.find(({ name }) => name.toLowerCase() === wanted.toLowerCase())?.name;
      if (sheet === undefined) {
        this.findings.problem("error", "sheetUnknown", { sheet: wanted });
        return [];
      }
      const { address } = reference;
      const queue = (context: Excel.RequestContext) => {
        const worksheet = context.workbook.worksheets.getItem(sheet);
        return (address === undefined ? worksheet.getRange() : worksheet.getRange(address)).getUsedRangeOrNullObject(true);
      };
      const withTitles = address === undefined ? undefined : (worksheet: Excel.Worksheet) => worksheet.getRange("A1").getBoundingRect(address).getUsedRangeOrNullObject(true);
      return [{ use: "range", kind: kind as AmountKind, address: text, range: { sheet, queue, withTitles } }];
    });
  }

  /** The template's tables, but for the kinds that a range is pointed out for. Titles above a table state its unit. */
  private templateTables({ tables }: Discovery): Pending[] {
    const pointed = new Set(Object.entries(this.options.ranges ?? {}).filter(([, text]) => text?.trim()).map(([kind]) => kind));
    return tables.filter(({ table }) => !pointed.has(table.key)).map(({ table, sheet, name }) => ({
      use: "table" as const,
      table,
      range: { sheet, queue: (context) => context.workbook.tables.getItem(name).getRange(), withTitles: (worksheet, own) => worksheet.getRange("A1").getBoundingRect(own) },
    }));
  }

  private otherSheets({ sheets }: Discovery, used: ReadonlySet<string>): Pending[] {
    return sheets.filter(({ name, visible, own }) => visible && !own && !used.has(name)).map(({ name }) => ({
      use: "sheet" as const,
      range: { sheet: name, queue: (context) => context.workbook.worksheets.getItem(name).getUsedRangeOrNullObject(true) },
    }));
  }

  private understand(pending: Pending[], ranges: (ReadRange | undefined)[], kinds: ReadonlySet<string>): void {
    const arrived = pending.map((one, index) => ({ ...one, block: ranges[index]?.block, firstRow: ranges[index]?.firstRow ?? 0 }));
    const records: { table: TemplateTable; block: CellBlock; place: RecordPlace }[] = [];
    const amounts: (() => void)[] = [];
    const unclear: Diagnostic[] = [];
    const hasTemplate = arrived.some(({ use }) => use === "table");
    const sheets: { block: CellBlock; content: SheetContent }[] = [];
    for (const { use, table, kind, address, block, firstRow } of arrived) {
      if (use === "range" && kind) {
        if (block) amounts.push(() => this.amounts(kind, belowTitles(block, firstRow), { unitAbove: unitAbove(block, firstRow) }));
        else this.findings.problem("error", "rangeEmpty", { text: address ?? "" });
      } else if (use === "table" && table && block) {
        if (isAmountKind(table.key)) {
          const key = table.key;
          amounts.push(() => this.amounts(key, block, { headerRow: firstRow }));
        } else records.push({ table, block, place: { headerRow: firstRow, columns: recordColumns(block, table, firstRow) } });
      } else if (use === "sheet" && block) sheets.push({ block, content: contentOf(block, this.collected.language) });
    }
    for (const { block, content } of sheets) {
      if ("records" in content) {
        if (!hasTemplate) records.push({ table: content.records, block, place: content.place });
        continue;
      }
      for (const kind of content.amounts) if (!kinds.has(kind) && (!hasTemplate || kind === "costs" || kind === "savings")) amounts.push(() => this.amounts(kind, block));
      unclear.push(...content.unclear);
    }
    // Settings first, then projects: rules build on the default rule, amounts without a committee on the projects' owners.
    for (const { block, place } of records.filter(({ table }) => table.key === "settings")) this.collected.settingsTable(block, place);
    for (const { table, block, place } of records) if (table.key !== "settings") this.collected.records(table.key, block, place);
    for (const read of amounts) read();
    const pointed = arrived.some(({ use }) => use === "range");
    this.source = pointed ? "ranges" : hasTemplate ? "template" : this.collected.tables.length > 0 ? "sheets" : "none";
    if (!this.collected.has("costs") || !this.collected.has("savings")) this.collected.problems.push(...unclear);
    this.whatIsMissing();
  }

  private amounts(kind: AmountKind, block: CellBlock, known: Pick<UnderstandOptions, "headerRow" | "unitAbove"> = {}): void {
    const owners = new Map(this.collected.projects.flatMap(({ id, name, owner }) => (owner === undefined ? [] : [[id, owner] as const, [name, owner] as const])));
    const [only] = this.collected.projects;
    this.collected.amounts(kind, block, {
      ...known,
      ...(this.collected.projects.length === 1 && only ? { defaultProject: only.name } : {}),
      committeeOf: (project) => owners.get(project),
    });
  }

  private whatIsMissing(): void {
    const { costs, savings } = this.collected;
    const failed = this.findings.diagnostics().length > 0 || this.collected.problems.some(({ severity }) => severity === "error");
    if (failed) return;
    if (!this.collected.has("costs")) this.findings.problem("error", "nothingFound", {});
    else if (costs.length === 0) this.findings.problem("error", "noCosts", {});
    else if (savings.length === 0) this.findings.problem("warning", "noSavings", {});
  }

  result(): WorkbookReading {
    const { input, interpreted } = assemble(this.collected);
    return { input, tables: this.collected.tables, diagnostics: [...this.findings.diagnostics(), ...this.collected.problems], interpreted, source: this.source };
  }
}
