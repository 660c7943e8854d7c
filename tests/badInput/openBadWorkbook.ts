import { readWorkbook } from "../../src/workbook/reading";
import { createHost, loadClient, newSheet, newWorkbook, type CellValue, type Client, type Host } from "../../workbench/host";

/** One client of Microsoft's that reads one workbook after another: it takes a second to load. */
export function openBadWorkbook(): { host: Host; client: Client; read(sheets: Readonly<Record<string, readonly CellValue[][]>>, dress?: (context: Excel.RequestContext) => void): ReturnType<typeof readWorkbook>; close(): void } {
  const host = createHost(newWorkbook());
  const client = loadClient(host);
  return {
    host,
    client,
    read(sheets, dress) {
      const made = Object.entries(sheets).map(([name, cells], index) => {
        const sheet = newSheet(`sheet${index}`, name);
        cells.forEach((row, at) => sheet.cells.set(at, new Map(row.flatMap((value, column) => (value === "" ? [] : [[column, { value }] as const])))));
        return sheet;
      });
      host.workbook.sheets.splice(0, host.workbook.sheets.length, ...made);
      return client.Excel.run((context) => {
        dress?.(context);
        return readWorkbook(context);
      });
    },
    close: () => client.close(),
  };
}
