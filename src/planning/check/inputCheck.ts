import { decimalsOf, decimalText, isDecimalText, wholeOf } from "../../money/decimalText";
import { isYear } from "../../money/years";
import { problem, type ListName, type Place, type ProblemCode } from "../diagnostics";
import type { Diagnostic } from "../types";

/** A row of the input as it comes: nothing about it is known yet. */
export type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);

/** What was found instead of what was wanted, for a sentence; "?" for what no cell can hold. */
export const shown = (value: unknown): string => {
  if (value == null) return "";
  return typeof value === "string" || typeof value === "boolean" || Number.isFinite(value) ? String(value) : "?";
};

/**
 * One walk through an input: collects the problems, knows the committees and projects by id, and how fine the
 * finest amount and share are. Rows that fail a check are reported and left out; an error stops the plan anyway.
 */
export class InputCheck {
  readonly diagnostics: Diagnostic[] = [];
  readonly committees = new Map<string, number>();
  readonly projects = new Map<string, number>();
  decimals = 0;
  shareDecimals = 0;

  /** @param where the row that is wrong; only what says where it is goes into the diagnostic */
  report(code: ProblemCode, facts: Record<string, string | number> = {}, where: Row = {}): void {
    this.diagnostics.push(problem(code, facts, placeOf(where)));
  }

  get failed(): boolean {
    return this.diagnostics.some(({ severity }) => severity === "error");
  }

  /** The rows of a list; an absent list is empty. */
  rows(value: unknown, list: ListName): Row[] {
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) {
      this.report("listNotReadable", { list });
      return [];
    }
    return passing(value as unknown[], (row, index): row is Row => {
      if (!isRow(row)) this.report("rowNotReadable", { list, row: index + 1 });
      return isRow(row);
    });
  }

  /** A single object; undefined when it is absent, reported when it is something else. */
  object(value: unknown, code: ProblemCode, where: Row = {}): Row | undefined {
    if (value === undefined || value === null) return undefined;
    if (isRow(value)) return value;
    this.report(code, {}, where);
    return undefined;
  }

  /** An amount as text, remembered for its decimals. */
  amount(value: unknown, list: ListName, where: Row, whenNegative?: "negativeCost" | "negativeAmount"): string | undefined {
    if (!isDecimalText(value)) {
      this.report("amountNotNumber", { list, text: shown(value) }, where);
      return undefined;
    }
    if (whenNegative !== undefined && value.startsWith("-") && /[1-9]/.test(value)) {
      this.report(whenNegative, { list, amount: value }, where);
      return undefined;
    }
    const decimals = decimalsOf(value);
    if (decimals > this.decimals) this.decimals = decimals;
    return value;
  }

  /** A share 0–1 as text, remembered for its decimals. */
  share(value: unknown, name: string, where: Row): string | undefined {
    if (isDecimalText(value)) {
      const decimals = decimalsOf(value);
      const share = wholeOf(value, decimals);
      if (share >= 0n && share <= 10n ** BigInt(decimals)) {
        if (decimals > this.shareDecimals) this.shareDecimals = decimals;
        return value;
      }
    }
    this.report("shareOutside", { share: name, text: shown(value) }, where);
    return undefined;
  }

  /** An amount at the finest decimals found so far, as text. */
  textOf(amount: bigint): string {
    return decimalText(amount, this.decimals);
  }

  year(value: unknown, list: ListName, where: Row): number | undefined {
    if (isYear(value)) return value;
    this.report("yearOutside", { list, text: shown(value) }, where);
    return undefined;
  }

  committee(value: unknown, list: ListName, where: Row): number | undefined {
    const index = typeof value === "string" ? this.committees.get(value) : undefined;
    if (index === undefined) this.report("unknownCommittee", { list, id: shown(value) }, where);
    return index;
  }

  project(value: unknown, list: ListName, where: Row): number | undefined {
    const index = typeof value === "string" ? this.projects.get(value) : undefined;
    if (index === undefined) this.report("unknownProject", { list, id: shown(value) }, where);
    return index;
  }
}

/** The rows that pass: the list itself when all do, since a copy of a million rows takes both time and memory. */
export function passing<T, Passed extends T>(rows: T[], passes: (row: T, index: number) => row is Passed): Passed[] {
  const failed = new Set(rows.filter((row, index) => !passes(row, index)));
  return failed.size === 0 ? (rows as Passed[]) : rows.filter((row): row is Passed => !failed.has(row));
}

/** Where a row is, as far as the row itself says. */
function placeOf(row: Row): Place {
  return {
    ...(typeof row.project === "string" ? { project: row.project } : {}),
    ...(typeof row.committee === "string" ? { committee: row.committee } : {}),
    ...(typeof row.year === "number" ? { year: row.year } : {}),
    ...(typeof row.cell === "string" ? { cell: row.cell } : {}),
  };
}
