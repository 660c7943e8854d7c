import { sum } from "./amounts";
import type { ReportSubject } from "./parties";
import type { ControlTables, ReportRow, ReportTable } from "./types";

/** What became of each project's cost: cost = scheduled + waived + stopped by cap + borne by the fund. */
function projectTable({ plan, translate, projects, projectIndex }: ReportSubject): ReportTable {
  const fields = ["cost", "scheduled", "waived", "stoppedByCap", "borneByFund"] as const;
  const headers = ["cost", "scheduled", "waived", "stopped", "borne"] as const;
  return {
    title: translate("report:control.projects.title"),
    notes: [translate("report:control.projects.note")],
    columns: [
      { header: translate("report:words.project"), kind: "text" },
      ...headers.map((header) => ({ header: translate(`report:control.projects.${header}`), kind: "amount" as const })),
    ],
    rows: [
      ...plan.projects.map((result): ReportRow => {
        const project = projectIndex.get(result.project) ?? -1;
        return { role: "item", project, cells: [projects[project] ?? result.project, ...fields.map((field) => result[field])] };
      }),
      {
        role: "total",
        cells: [translate("report:words.total"), ...fields.map((field) => sum(plan.projects.map((result) => result[field])))],
      },
    ],
  };
}

/** The fund account's figures for one subject, year by year. */
function yearTable({ plan, translate }: ReportSubject, title: string, notes: string[], field: "repayments" | "withdrawals" | "closing"): ReportTable {
  return {
    title,
    notes,
    columns: [
      { header: translate("report:words.year"), kind: "year" },
      { header: translate("report:control.computed"), kind: "amount" },
    ],
    rows: plan.fund.map((row) => ({ role: "item", cells: [String(row.year), row[field]] })),
  };
}

/** A figure for every committee that has one, over all years. */
function committeeTable({ plan, translate, committees, committeeIndex }: ReportSubject, title: string, field: "repayment" | "frameChange"): ReportTable {
  const amounts = new Map<number, string[]>();
  for (const row of plan.committeeYears) {
    const committee = committeeIndex.get(row.committee) ?? -1;
    amounts.set(committee, [...(amounts.get(committee) ?? []), row[field]]);
  }
  return {
    title,
    notes: [],
    columns: [
      { header: translate("report:words.committee"), kind: "text" },
      { header: translate("report:control.computed"), kind: "amount" },
    ],
    rows: [...amounts]
      .sort(([a], [b]) => a - b)
      .map(([committee, figures]) => ({ role: "item", committee, cells: [committees[committee] ?? "", sum(figures)] })),
  };
}

/** The computation's own figures: values that the formulas of the other sheets are checked against. */
export function controlTables(subject: ReportSubject): ControlTables {
  const { translate } = subject;
  return {
    projects: projectTable(subject),
    repayments: yearTable(subject, translate("report:control.repayments.title"), [translate("report:control.repayments.note")], "repayments"),
    grants: yearTable(subject, translate("report:control.grants.title"), [translate("report:control.grants.note")], "withdrawals"),
    closing: yearTable(subject, translate("report:control.closing.title"), [], "closing"),
    committees: committeeTable(subject, translate("report:control.committees.title"), "repayment"),
    changes: committeeTable(subject, translate("report:control.changes.title"), "frameChange"),
  };
}
