import type { Workbook } from "../../workbench/host";

const isOf = (kind: "Map" | "Set", value: unknown): value is Iterable<unknown> => Object.prototype.toString.call(value) === `[object ${kind}]`;

/**
 * What a user has in the workbook: sheets with their cells, tables and names. Which cell is selected is no part of it.
 * A clone's maps are not `instanceof` the test's own Map: taken for plain objects they would have no cells to compare.
 */
export function contents({ sheets, names }: Pick<Workbook, "sheets" | "names">): string {
  return JSON.stringify([sheets.map(({ id: _, ...sheet }) => sheet), names], (_, value: unknown) => (isOf("Map", value) || isOf("Set", value) ? [...value] : value));
}
