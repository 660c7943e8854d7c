import { parseReference } from "../cellAddress";

/** What a user's own range may hold. */
export type RangeKind = "costs" | "savings";

/** The names by which the workbook remembers them; a table has its own, `SIF_Kostnader`, and the two can't be the same. */
export const rangeNames: Readonly<Record<RangeKind, string>> = { costs: "SIF_Område_Kostnader", savings: "SIF_Område_Besparingar" };

/** A range that the workbook remembers. */
export interface RememberedRange {
  kind: RangeKind;
  /** Undefined when it is there no more (`=Blad1!#REF!`); a sheet that is gone is called #REF. */
  sheet?: string;
  address?: string;
  /** How it has been corrected, as text. */
  comment: string;
}

/** Of the workbook's names, those of remembered ranges. */
export function rememberedRanges(names: readonly { name: string; formula: unknown; comment: string }[]): RememberedRange[] {
  return (["costs", "savings"] as const).flatMap((kind): RememberedRange[] => {
    const named = names.find(({ name }) => name.toLowerCase() === rangeNames[kind].toLowerCase());
    if (!named) return [];
    const { sheet, address } = parseReference(String(named.formula)) ?? {};
    return [{ kind, comment: named.comment, ...(sheet === undefined || address === undefined ? {} : { sheet, address }) }];
  });
}
