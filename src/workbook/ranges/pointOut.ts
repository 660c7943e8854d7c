import { parseReference } from "../cellAddress";
import { discover } from "../reading/discover";
import type { Findings } from "../reading/findings";
import type { PointedRange } from "../reading/pointedRange";

/**
 * The range that an address states, or that the user has selected, in one sync. A single cell, or cells without
 * contents, widen to the filled cells around them. Undefined when there is no such range: `findings` says why.
 */
export async function pointOut(context: Excel.RequestContext, address: string | undefined, findings: Findings): Promise<PointedRange | undefined> {
  return address === undefined ? selectedRange(context) : statedRange(context, address, findings);
}

async function selectedRange(context: Excel.RequestContext): Promise<PointedRange | undefined> {
  const selected = context.workbook.getSelectedRange();
  const used = selected.getUsedRangeOrNullObject(true);
  const region = selected.getSurroundingRegion();
  selected.load("address");
  used.load("cellCount");
  region.load("address");
  await context.sync();
  return parsed(used.isNullObject || used.cellCount === 1 ? region.address : selected.address);
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
