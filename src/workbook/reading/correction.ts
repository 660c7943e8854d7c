import type { AmountUnit } from "../../i18n/format";
import { columnIndex } from "../cellAddress";
import type { CellBlock } from "./cellBlock";

/** What a column of a range is taken for; `amount` and `yearColumn` are those of a list with a row per amount. */
export type ColumnRole = "project" | "committee" | "year" | "amount" | "yearColumn" | "unit" | "ignored";

/** How a user has corrected what was understood of a range: only what differs from it, columns by their letters. */
export interface RangeCorrection {
  /** The sheet's row, counted from 1. */
  headerRow?: number;
  roles?: Record<string, ColumnRole>;
  /** The years of columns of amounts. */
  years?: Record<string, number>;
  unit?: AmountUnit;
}

/** A correction in a block's own terms: rows and columns count from its corner. */
export interface BlockCorrection {
  headerRow?: number;
  roles: ReadonlyMap<number, ColumnRole>;
  years: ReadonlyMap<number, number>;
  unit?: AmountUnit;
}

/** Turns a correction of a sheet's columns into one of a block's. */
export function inBlock({ headerRow, roles = {}, years = {}, unit }: RangeCorrection, block: CellBlock): BlockCorrection {
  const byColumn = <T>(record: Record<string, T>) =>
    new Map(Object.entries(record).map(([letters, value]) => [(columnIndex(letters) ?? -1) - block.column, value] as const));
  return { ...(headerRow === undefined ? {} : { headerRow: headerRow - 1 - block.row }), roles: byColumn(roles), years: byColumn(years), ...(unit === undefined ? {} : { unit }) };
}

/** The layout that the corrected columns speak of; undefined when they leave it open. */
export function layoutOf({ roles, years }: BlockCorrection): "wide" | "long" | undefined {
  const stated = new Set(roles.values());
  if (stated.has("amount") || stated.has("yearColumn")) return "long";
  return stated.has("year") || years.size > 0 ? "wide" : undefined;
}
