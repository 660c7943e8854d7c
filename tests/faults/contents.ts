import type { Workbook } from "../../workbench/host";

/** What a user has in the workbook: sheets with their cells, tables and names. Which cell is selected is no part of it. */
export const contents = ({ sheets, names }: Pick<Workbook, "sheets" | "names">) => JSON.stringify([sheets.map(({ id: _, ...sheet }) => sheet), names], (_, value: unknown) => (value instanceof Map ? [...value] : value instanceof Set ? [...value] : value));
