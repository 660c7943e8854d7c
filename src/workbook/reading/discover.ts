import { isPaperTable } from "../paper/paperTable";
import { templateTables, type TemplateTable } from "../template/tables";
import { isPlanSheet } from "../writing/planSheet";
import { rememberedRanges, type RememberedRange } from "./rangeNames";

export interface FoundSheet {
  name: string;
  visible: boolean;
  /** The add-in's own, but not input: a plan, or what papers shall be like. */
  own: boolean;
}

export interface Discovery {
  sheets: FoundSheet[];
  /** The template's tables that the workbook has, in the template's order. */
  tables: { table: TemplateTable; sheet: string; name: string }[];
  /** The user's own ranges that the workbook remembers. */
  ranges: RememberedRange[];
  /** Sheets can't be added. */
  structureProtected: boolean;
}

/** What the workbook holds, in one sync. */
export async function discover(context: Excel.RequestContext): Promise<Discovery> {
  const { worksheets, tables, names, protection } = context.workbook;
  worksheets.load("items/name,items/visibility,items/names/items/name");
  tables.load("items/name,items/worksheet/name");
  names.load("items/name,items/formula,items/comment");
  protection.load("protected");
  await context.sync();
  return {
    sheets: worksheets.items.map(({ name, visibility, names }) => ({
      name,
      visible: visibility === "Visible",
      own: isPlanSheet(name, names.items.map((item) => item.name)) || tables.items.some((table) => isPaperTable(table.name) && table.worksheet.name === name),
    })),
    tables: templateTables.flatMap((table) =>
      tables.items.filter(({ name }) => name.toLowerCase() === table.name.toLowerCase()).map(({ name, worksheet }) => ({ table, sheet: worksheet.name, name })),
    ),
    ranges: rememberedRanges(names.items),
    structureProtected: protection.protected,
  };
}
