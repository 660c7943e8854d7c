import { createHost, loadClient, newWorkbook } from "../workbench/host";
import { saveXlsx } from "../workbench/host/xlsx";

/**
 * Fills an empty workbook through Office.js, and gives it as an .xlsx file.
 * @param calculated readers see the stored values: without the add-in its functions can't be calculated
 */
export async function workbookFile(fill: (context: Excel.RequestContext) => Promise<void>, calculated = false): Promise<Uint8Array> {
  const workbook = newWorkbook();
  const host = createHost(workbook);
  const client = loadClient(host);
  const uninstall = client.install();
  try {
    await Excel.run(async (context) => {
      const empty = context.workbook.worksheets.getFirst();
      await fill(context);
      empty.delete();
      await context.sync();
    });
    return await saveXlsx(workbook, host.valueAt, host.spillAt, calculated);
  } finally {
    uninstall();
    client.close();
  }
}
