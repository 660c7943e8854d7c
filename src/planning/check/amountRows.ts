import type { ListName } from "../diagnostics";
import { passing, shown, type InputCheck, type Row } from "./inputCheck";

/** A row of costs, savings, outcomes or booked repayments that has passed the check. */
export type CheckedRow = Row & { project: string; committee: string; year: number; amount: string; status?: unknown };

/** The amount rows of a list, without those that were reported. */
export function amountRows(check: InputCheck, value: unknown, list: ListName, whenNegative?: "negativeCost" | "negativeAmount"): CheckedRow[] {
  return passing(check.rows(value, list), (row): row is CheckedRow => {
    const project = check.project(row.project, list, row);
    const committee = check.committee(row.committee, list, row);
    const year = check.year(row.year, list, row);
    const amount = check.amount(row.amount, list, row, whenNegative);
    const statusKnown = list !== "outcomes" || row.status === "established" || row.status === "preliminary";
    if (!statusKnown) check.report("statusUnknown", { text: shown(row.status) }, row);
    return project !== undefined && committee !== undefined && year !== undefined && amount !== undefined && statusKnown;
  });
}
