import { columnName, tryParseAddress } from "../address";
import type { Area } from "../model";

/** "B3" for row 2, column 1. */
export function cellAddress(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** "A1:B2", or "A1" for one cell. Files write whole rows and columns out, unlike the API. */
export function areaAddress({ row, column, rows, columns }: Area): string {
  const first = cellAddress(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cellAddress(row + rows - 1, column + columns - 1)}`;
}

/** The area of an address without a sheet; undefined when it is none. */
export function parseArea(address: string): Area | undefined {
  return tryParseAddress(address)?.area;
}
