import { readWorkbook } from "../../src/workbook/reading";
import { createHost, loadClient, newSheet, newWorkbook, type CellValue, type Client, type Host } from "../../workbench/host";

type Cells = Readonly<Record<string, readonly CellValue[][]>>;

/** One client of Microsoft's with one workbook after another: it takes a second to load. */
export interface BadWorkbookOpened {
  host: Host;
  client: Client;
  /** Takes these sheets for the workbook's. */
  fill(sheets: Cells): void;
  /** The same, and reads them, when something has been done to them in Excel. */
  read(sheets: Cells, dress?: (context: Excel.RequestContext) => void): ReturnType<typeof readWorkbook>;
  close(): void;
}

export function openBadWorkbook(): BadWorkbookOpened {
  const host = createHost(newWorkbook());
  const client = loadClient(host);
  const fill = (sheets: Cells): void => {
    const made = Object.entries(sheets).map(([name, cells], index) => {
      const sheet = newSheet(`sheet${index}`, name);
      cells.forEach((row, at) => sheet.cells.set(at, new Map(row.flatMap((value, column) => (value === "" ? [] : [[column, { value }] as const])))));
      return sheet;
    });
    host.workbook.sheets.splice(0, host.workbook.sheets.length, ...made);
    host.workbook.names.splice(0);
    host.recalculate();
  };
  return {
    host,
    client,
    fill,
    read(sheets, dress) {
      fill(sheets);
      return client.Excel.run((context) => {
        dress?.(context);
        return readWorkbook(context);
      });
    },
    close: () => client.close(),
  };
}
