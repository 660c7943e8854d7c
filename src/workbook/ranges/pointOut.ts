import { parseReference } from "../cellAddress";
import { discover } from "../reading/discover";
import type { Findings } from "../reading/findings";
import type { PointedRange } from "../reading/pointedRange";

/**
 * The range that an address states, or that the user has selected, in one sync. A single cell widens to the Excel table
 * that it is in (one sync more), else, as cells without contents do, to the filled cells around it. Undefined when
 * there is no such range: `findings` says why.
 */
export async function pointOut(context: Excel.RequestContext, address: string | undefined, findings: Findings): Promise<PointedRange | undefined> {
  return address === undefined ? selectedRange(context) : statedRange(context, address, findings);
}

async function selectedRange(context: Excel.RequestContext): Promise<PointedRange | undefined> {
  const selected = context.workbook.getSelectedRange();
  const used = selected.getUsedRangeOrNullObject(true);
  const region = selected.getSurroundingRegion();
  selected.load("address,cellCount");
  used.load("cellCount");
  region.load("address");
  const tables = selected.getTables(false);
  tables.load("items/id");
  await context.sync();
  const [table] = tables.items;
  if (selected.cellCount === 1 && table) return tableRange(context, table);
  return parsed(used.isNullObject || used.cellCount === 1 ? region.address : selected.address);
}

async function tableRange(context: Excel.RequestContext, table: Excel.Table): Promise<PointedRange | undefined> {
  const range = table.getRange();
  range.load("address");
  await context.sync();
  return parsed(range.address);
}

async function statedRange(context: Excel.RequestContext, text: string, findings: Findings): Promise<PointedRange | undefined> {
  const active = context.workbook.worksheets.getActiveWorksheet();
  active.load("name");
  const { sheets } = await discover(context);
  const reference = parseReference(text);
  if (!reference) {
    findings.problem("error", "rangeUnreadable", { text });
    return undefined;
  }
  const wanted = reference.sheet ?? active.name;
  const sheet = sheets.find(({ name }) => name.toLowerCase() === wanted.toLowerCase())?.name;
  if (sheet !== undefined) return { sheet, address: reference.address };
  findings.problem("error", "sheetUnknown", { sheet: wanted });
  return undefined;
}

function parsed(text: string): PointedRange | undefined {
  const { sheet, address } = parseReference(text) ?? {};
  return sheet === undefined ? undefined : { sheet, address };
}
