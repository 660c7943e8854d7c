import { translator } from "../../src/i18n";
import { formatAmount, formatCount, formatShare } from "../../src/i18n/format";
import type { Diagnostic, PlanInput, RepaymentPlan } from "../../src/planning";
import { planOverview } from "../../src/report";
import type { ReadTable } from "../../src/workbook/reading";

const kr = (amount: string) => formatAmount(amount, "sv");

/** The plan in a few Swedish lines. */
export function planLines(plan: RepaymentPlan, input: PlanInput): string[] {
  const { granted, repaid, repaidShare, waived, stoppedByCap, borneByFund, years, lowestFund, committees } = planOverview(plan, input, "sv");
  const lines: [label: string, text: string][] = [
    ["Beviljat", `${kr(granted)} till ${formatCount(plan.projects.length, "sv")} projekt`],
    ["Återförs", `${kr(repaid)}${repaidShare === null ? "" : ` (${formatShare(repaidShare, "sv")})`}${years === null ? "" : `, ${years[0]}–${years[1]}`}`],
    ["Efterskänkt", kr(waived)],
    ["Stoppat av tak", kr(stoppedByCap)],
    ["Bärs av fonden", kr(borneByFund)],
    ...(lowestFund === null ? [] : [["Fondens lägsta saldo", `${kr(lowestFund.closing)} (${lowestFund.year})`] as [string, string]]),
  ];
  const perCommittee = committees.rows.filter(({ role }) => role === "sum").map(({ cells }): [string, string] => [`  ${cells[0]}`, kr(cells.at(-1) ?? "0")]);
  const width = Math.max(...[...lines, ...perCommittee].map(([label]) => label.length)) + 2;
  return [...lines, ["Per nämnd", ""] as const, ...perCommittee].map(([label, text]) => label.padEnd(width) + text);
}

/** What was read from a table, what was left out, and how something was understood. */
export function tableLines({ kind, where, rows, total, unit, leftOut, interpreted }: ReadTable): string[] {
  const name = translator("sv")(`template:tables.${kind}.sheet`);
  return [
    `${name}: ${formatCount(rows, "sv")} rader i ${where}${total === undefined ? "" : `, ${kr(total)}`}${unit === undefined || unit === "kr" ? "" : ` (skrivet i ${unit})`}`,
    ...leftOut.map(({ what, cells }) => `  Utelämnat: ${what} (${cells})`),
    ...interpreted.map(({ what, cells }) => `  ${what} (${cells})`),
  ];
}

/** Errors first, each with its place. */
export function diagnosticLines(diagnostics: Diagnostic[]): string[] {
  const line = (label: string, { message, cell, project, committee, year }: Diagnostic) => {
    const place = cell ?? [project, committee, year].filter((part) => part !== undefined).join(", ");
    return `${label}${place === "" ? "" : ` (${place})`}: ${message}`;
  };
  const of = (severity: Diagnostic["severity"], label: string) => diagnostics.filter((diagnostic) => diagnostic.severity === severity).map((diagnostic) => line(label, diagnostic));
  return [...of("error", "Fel"), ...of("warning", "Varning")];
}
