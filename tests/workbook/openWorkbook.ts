import { readWorkbook } from "../../src/workbook/reading";
import { createHost, loadClient, newSheet, newWorkbook, type CellValue, type Client, type Host, type HostOptions } from "../../workbench/host";

/** Sheets by name, each as its rows of cells. */
export type Sheets = Record<string, CellValue[][]>;

/** A workbook of plain sheets that is open in Microsoft's client. */
export interface OpenWorkbook {
  host: Host;
  client: Client;
  run: Client["Excel"]["run"];
  /** Types in cells: `{ "Blad1!A1": 5 }`. */
  type(cells: Record<string, CellValue>): void;
  /** Selects an address on a sheet. */
  select(sheet: string, address: string): Promise<void>;
  read(): ReturnType<typeof readWorkbook>;
  /** The syncs of a piece of work. */
  counted<T>(work: () => Promise<T>): Promise<{ result: T; syncs: number }>;
}

export function openWorkbook(sheets: Sheets, options: HostOptions = {}): OpenWorkbook {
  const workbook = newWorkbook();
  workbook.sheets.splice(0, workbook.sheets.length, ...Object.keys(sheets).map((name, index) => newSheet(`sheet${index}`, name)));
  workbook.sheets.forEach((sheet) =>
    (sheets[sheet.name] ?? []).forEach((values, row) => sheet.cells.set(row, new Map(values.flatMap((value, column) => (value === "" ? [] : [[column, { value }] as const]))))),
  );
  const host = createHost(workbook, options);
  const client = loadClient(host);
  const run: Client["Excel"]["run"] = client.Excel.run.bind(client.Excel);
  return {
    host,
    client,
    run,
    type: (cells) => Object.entries(cells).forEach(([cell, value]) => host.setCell(cell, value)),
    select: (sheet, address) =>
      run(async (context) => {
        context.workbook.worksheets.getItem(sheet).activate();
        context.workbook.worksheets.getItem(sheet).getRange(address).select();
        await context.sync();
      }),
    read: () => run((context) => readWorkbook(context)),
    async counted(work) {
      const before = host.counts.syncs;
      const result = await work();
      return { result, syncs: host.counts.syncs - before };
    },
  };
}

/** Codes without their room, with the cell. */
export function codes(diagnostics: readonly { code: string; cell?: string }[]): string[] {
  return diagnostics.map(({ code, cell }) => `${code.replace("reading.", "")}${cell === undefined ? "" : `@${cell}`}`);
}

/** Amounts as texts to compare. */
export function amounts(rows: readonly { project: string; committee: string; year: number; amount: string }[]): string[] {
  return rows.map(({ project, committee, year, amount }) => `${project}|${committee}|${year}|${amount}`);
}
