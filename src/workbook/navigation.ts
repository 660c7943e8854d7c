import type { CellReference } from "../planning/types";
import { parseReference } from "./cellAddress";

/**
 * Shows a cell or range to the user, on its sheet. One sync.
 * @param reference as Excel writes it: `Kostnader!D5`; without a sheet, on the active one
 */
export async function selectReference(reference: CellReference): Promise<void> {
  const { sheet, address = "A1" } = parseReference(reference) ?? {};
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const worksheet = sheet === undefined ? worksheets.getActiveWorksheet() : worksheets.getItem(sheet);
    worksheet.activate();
    worksheet.getRange(address).select();
    await context.sync();
  });
}

/** Shows a sheet to the user. One sync. */
export async function activateSheet(sheet: string): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).activate();
    await context.sync();
  });
}

/**
 * Calls back with the sheet's name when somebody changes a cell, here or as a co-author.
 * @returns the way to stop
 */
export async function watchChanges(onChange: (sheet: string) => void): Promise<() => Promise<void>> {
  return Excel.run(async (context) => {
    const registration = context.workbook.worksheets.onChanged.add(async ({ worksheetId }) => {
      const sheet = await sheetName(worksheetId);
      if (sheet !== undefined) onChange(sheet);
    });
    await context.sync();
    return async () => {
      await Excel.run(registration.context as Excel.RequestContext, async (registered) => {
        registration.remove();
        await registered.sync();
      });
    };
  });
}

/** A sheet that has been deleted since has no name; neither has one that Excel will not tell of while a cell is edited. */
async function sheetName(id: string): Promise<string | undefined> {
  try {
    return await Excel.run(async (context) => {
      const worksheet = context.workbook.worksheets.getItemOrNullObject(id);
      worksheet.load("name");
      await context.sync();
      return worksheet.isNullObject ? undefined : worksheet.name;
    });
  } catch {
    return undefined;
  }
}
