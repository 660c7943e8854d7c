import type { CellReference } from "../planning/types";
import { parseReference } from "./cellAddress";
import { isPlanSheet } from "./writing/planSheet";

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
 * Calls back with the sheet's name when somebody changes a cell, here or as a co-author; not for sheets of a plan that
 * the add-in has written or is writing, which are no input. With null when Excel does not tell which sheet it was.
 * @returns the way to stop
 */
export async function watchChanges(onChange: (sheet: string | null) => void): Promise<() => Promise<void>> {
  return Excel.run(async (context) => {
    const registration = context.workbook.worksheets.onChanged.add(async ({ worksheetId }) => {
      const sheet = await inputSheet(worksheetId);
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

/**
 * The name of a sheet that may hold input: undefined for a plan's own and for one that has been deleted since, null when
 * Excel will not tell, as while a cell is edited.
 */
async function inputSheet(id: string): Promise<string | null | undefined> {
  try {
    return await Excel.run(async (context) => {
      const worksheet = context.workbook.worksheets.getItemOrNullObject(id);
      worksheet.load("name,names/items/name");
      await context.sync();
      return worksheet.isNullObject || isPlanSheet(worksheet.name, worksheet.names.items.map(({ name }) => name)) ? undefined : worksheet.name;
    });
  } catch {
    return null;
  }
}
