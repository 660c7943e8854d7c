import { areaAddress, recordArea, recordIn } from "../../report";

/**
 * What a written plan's control sheet remembers of its input, for `whatChanged`. One sync.
 * @param sheet the name of the written sheet of the kind "control"
 * @returns undefined when it remembers nothing
 */
export async function readInputRecord(context: Excel.RequestContext, sheet: string): Promise<string | undefined> {
  const cells = context.workbook.worksheets.getItem(sheet).getRange(areaAddress(recordArea));
  cells.load("values");
  await context.sync();
  return recordIn(cells.values as unknown[][]);
}
