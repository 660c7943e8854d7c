import { decimalOfNumber, isErrorValue } from "../amountText";
import { isBlank, valueAt, type CellBlock } from "./cellBlock";
import type { TableColumns } from "./columns";
import type { HeaderPlace } from "./headers";
import { nameKey, tidyName } from "./names";
import { looksLikeCommittee, totalLabel } from "./words";

/** A row's names and what kind of row it is, before its amounts are understood. */
export interface RowLabels {
  project: string;
  committee: string;
  /** The text of the one label column, where projects and committees share it. */
  label: string;
  /** Any other text in the row. */
  other: string;
  total?: { of: string };
}

/** A name in a cell: text tidied, a number as its digits; "" for a blank, a truth value or an error value. */
export function nameIn(block: CellBlock, row: number, column: number | undefined): string {
  if (column === undefined) return "";
  const value = valueAt(block, row, column);
  if (typeof value === "number") return decimalOfNumber(value);
  if (typeof value === "boolean" || isErrorValue(value)) return "";
  return tidyName(value);
}

export function rowLabels(block: CellBlock, row: number, columns: TableColumns): RowLabels {
  const project = nameIn(block, row, columns.project);
  const committee = nameIn(block, row, columns.committee);
  const label = nameIn(block, row, columns.label?.column);
  const others = columns.texts.map((column) => nameIn(block, row, column)).filter((text) => text !== "");
  // A remark that begins with "Summa" beside a name is a remark.
  const named = project !== "" || committee !== "" || label !== "";
  const found = (named ? [project, committee, label] : others).map((text) => totalLabel(text)).find((total) => total !== undefined);
  const certain = found !== undefined && (found.certain || (committee === "" && label === ""));
  return { project, committee, label, other: others.join(" "), ...(certain ? { total: { of: found.of } } : {}) };
}

/** How the one label column is to be read. */
export type LabelMode = "projects" | "committees" | "sections";

/**
 * Decides what a lone label column holds: projects, committees, or projects as headings with their committees below.
 * The heading's word decides where it can; otherwise the names do.
 */
export function labelMode(block: CellBlock, place: HeaderPlace, columns: TableColumns, hasAmount: (row: number) => boolean): LabelMode {
  const says = columns.label?.says ?? "nothing";
  const rows: { label: string; amount: boolean }[] = [];
  for (let row = place.last + 1; row < place.end; row += 1) {
    const labels = rowLabels(block, row, columns);
    if (labels.label !== "" && !labels.total) rows.push({ label: labels.label, amount: hasAmount(row) });
  }
  const headings = rows.filter((row, index) => !row.amount && rows[index + 1]?.amount === true);
  const sums = rows.filter((row, index) => row.amount && !looksLikeCommittee(row.label) && rows[index + 1]?.amount === true && looksLikeCommittee(rows[index + 1]?.label ?? ""));
  const amounts = rows.filter((row) => row.amount);
  const committees = amounts.filter((row) => looksLikeCommittee(row.label)).length;
  const repeated = new Set(amounts.map((row) => nameKey(row.label))).size < amounts.length;
  const sectioned = headings.length > 0 || (sums.length > 0 && committees >= sums.length);
  if (says === "committee") return headings.length > 0 ? "sections" : "committees";
  if (sectioned && (committees * 2 >= amounts.length || repeated || (says === "both" && headings.length > 0))) return "sections";
  if (says === "project") return "projects";
  return committees * 2 > amounts.length ? "committees" : "projects";
}

/** Whether a row of the block has nothing in a table's columns. */
export function isBlankRow(block: CellBlock, place: HeaderPlace, row: number): boolean {
  for (let column = place.fromColumn; column < place.toColumn; column += 1) if (!isBlank(valueAt(block, row, column))) return false;
  return true;
}
