import { formatInUnit } from "../../i18n/format";
import { plainText } from "../paper/plainText";
import type { Annex } from "../paper/types";
import type { ReportColumn } from "../types";

/** A table's cell as a reader sees it: an amount in the annex's unit, anything else as it is. */
export function shownCell(cell: string, { kind }: ReportColumn, { language, unit, decimals }: Annex): string {
  return kind === "amount" && cell !== "" ? formatInUnit(cell, language, unit, decimals) : plainText(cell);
}

/** A column's heading, with the word for whether its year is booked. */
export function shownHeader({ header, status }: ReportColumn): string {
  return plainText(status === undefined ? header : `${header} ${status.text}`);
}
