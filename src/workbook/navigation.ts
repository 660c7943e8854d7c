import type { CellReference } from "../planning/types";
import { parseReference } from "./cellAddress";
import type { ExcelRun } from "./excelRun";
import { isPlanSheet } from "./writing/planSheet";

/**
 * Shows a cell or range to the user, on its sheet. One sync.
 * @param reference as Excel writes it: `Kostnader!D5`; without a sheet, on the active one
 */
export async function selectReference(run: ExcelRun, reference: CellReference): Promise<void> {
  const { sheet, address = "A1" } = parseReference(reference) ?? {};
  await run(async (context) => {
    const { worksheets } = context.workbook;
    const worksheet = sheet === undefined ? worksheets.getActiveWorksheet() : worksheets.getItem(sheet);
    worksheet.activate();
    worksheet.getRange(address).select();
    await context.sync();
  });
}

/** Shows a sheet to the user. One sync. */
export async function activateSheet(run: ExcelRun, sheet: string): Promise<void> {
  await run(async (context) => {
    context.workbook.worksheets.getItem(sheet).activate();
    await context.sync();
  });
}

/**
 * Calls back with the sheet's name when somebody changes a cell or adds a sheet, here or as a co-author; not for sheets of
 * a plan that the add-in has written or is writing, which are no input. With null when Excel does not tell which sheet it
 * was: of one that has been deleted it only gives the id. A sheet that is renamed is not told of.
 * @returns the way to stop
 */
export async function watchChanges(run: ExcelRun, onChange: (sheet: string | null) => void): Promise<() => Promise<void>> {
  const noInput = new Set<string>();
  let looking: Promise<void> = Promise.resolve();
  /** One sheet at a time, and before a deletion is told: the plan's own sheets come and go. */
  const look = (id: string, ifGone: () => void): Promise<void> =>
    (looking = looking.then(async () => {
      const found = await standingOf(run, id);
      if (found === "gone") ifGone();
      else if (found === "plan") noInput.add(id);
      else onChange(found === "unknown" ? null : found.name);
    }));
  return run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/id,items/name,items/names/items/name");
    const registrations = [
      worksheets.onChanged.add(({ worksheetId }) => look(worksheetId, () => undefined)),
      worksheets.onAdded.add(({ worksheetId }) => look(worksheetId, () => noInput.add(worksheetId))),
      worksheets.onDeleted.add(async ({ worksheetId }) => {
        await looking;
        if (!noInput.delete(worksheetId)) onChange(null);
      }),
    ];
    await context.sync();
    for (const sheet of worksheets.items) if (isPlans(sheet)) noInput.add(sheet.id);
    return async () => {
      await Excel.run(context, async (registered) => {
        for (const registration of registrations) registration.remove();
        await registered.sync();
      });
    };
  });
}

function isPlans({ name, names }: Excel.Worksheet): boolean {
  return isPlanSheet(name, names.items.map((item) => item.name));
}

/** A sheet that may hold input, by its name; a plan's own; one that has been deleted since; unknown as while a cell is edited. */
async function standingOf(run: ExcelRun, id: string): Promise<{ name: string } | "plan" | "gone" | "unknown"> {
  try {
    return await run(async (context) => {
      const worksheet = context.workbook.worksheets.getItemOrNullObject(id);
      worksheet.load("name,names/items/name");
      await context.sync();
      if (worksheet.isNullObject) return "gone";
      return isPlans(worksheet) ? "plan" : { name: worksheet.name };
    });
  } catch {
    return "unknown";
  }
}
