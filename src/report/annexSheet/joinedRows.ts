import type { SheetArea } from "../sheetLayout";

/**
 * Joins areas of the same columns and the same look in rows that follow on one another: a long table takes one command
 * and not one for each of its rows.
 * @param look what must be the same, as a text
 */
export function joinedRows<T extends { area: SheetArea }>(areas: readonly T[], look: (one: T) => string): T[] {
  const joined: T[] = [];
  const open = new Map<string, T>();
  for (const one of areas) {
    const { row, rows, column, columns } = one.area;
    const key = [look(one), column, columns].join();
    const last = open.get(key)?.area;
    if (last !== undefined && last.row + last.rows === row) {
      last.rows += rows;
      continue;
    }
    const begun = { ...one, area: { ...one.area } };
    open.set(key, begun);
    joined.push(begun);
  }
  return joined;
}
