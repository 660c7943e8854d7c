import type { ListName } from "../diagnostics";
import { placeOf, shown, type InputCheck, type Row } from "./inputCheck";

/** A row of costs, savings, outcomes or booked repayments whose parts are known to be right. */
export interface CheckedRow {
  project: number;
  committee: number;
  year: number;
  amount: string;
  /** For outcomes only. */
  established: boolean;
  row: Row;
}

/** The amount rows of a list, without those that were reported. */
export function amountRows(check: InputCheck, value: unknown, list: ListName, whenNegative?: "negativeCost" | "negativeAmount"): CheckedRow[] {
  const checked: CheckedRow[] = [];
  for (const row of check.rows(value, list)) {
    const place = placeOf(row);
    const project = check.project(row.project, list, place);
    const committee = check.committee(row.committee, list, place);
    const year = check.year(row.year, list, place);
    const amount = check.amount(row.amount, list, place, whenNegative);
    const statusKnown = list !== "outcomes" || row.status === "established" || row.status === "preliminary";
    if (!statusKnown) check.report("statusUnknown", { text: shown(row.status) }, place);
    if (project !== undefined && committee !== undefined && year !== undefined && amount !== undefined && statusKnown) {
      checked.push({ project, committee, year, amount, established: row.status === "established", row });
    }
  }
  return checked;
}
