import type { CommitteeYear } from "../planning/types";
import { difference, sum } from "./amounts";
import type { ReportSubject } from "./parties";
import { span } from "./planTable";
import type { ReportRow, ReportTable } from "./types";

/** The three rows of a committee, or of all: grant, repayment and change of frame by year. */
function threeRows(name: string, years: number[], rows: CommitteeYear[], { translate }: ReportSubject, committee?: number): ReportRow[] {
  const amounts = (field: "grant" | "repayment") => {
    const byYear = years.map((year) => sum(rows.filter((row) => row.year === year).map((row) => row[field])));
    return [...byYear, sum(byYear)];
  };
  const grants = amounts("grant");
  const repayments = amounts("repayment");
  const changes = grants.map((grant, index) => difference(grant, repayments[index] ?? "0"));
  const place = committee === undefined ? {} : { committee };
  return [
    { role: "grant", ...place, cells: [name, translate("report:frames.grant"), ...grants] },
    { role: "repayment", ...place, cells: [name, translate("report:frames.repayment"), ...repayments] },
    { role: "change", ...place, cells: [name, translate("report:frames.change"), ...changes] },
  ];
}

/** Ramförändringar: three rows per committee (`grant`, `repayment`, `change`), and three for all without `committee`. */
export function frameTable(subject: ReportSubject): ReportTable {
  const { plan, translate, committees, committeeIndex } = subject;
  const years = span(plan.committeeYears.map(({ year }) => year));
  const rowsOf = new Map<number, CommitteeYear[]>();
  for (const row of plan.committeeYears) {
    const committee = committeeIndex.get(row.committee) ?? -1;
    rowsOf.set(committee, [...(rowsOf.get(committee) ?? []), row]);
  }
  return {
    title: translate("report:sheets.frames"),
    notes: [translate("report:frames.explained")],
    columns: [
      { header: translate("report:words.committee"), kind: "text" },
      { header: translate("report:words.item"), kind: "text" },
      ...years.map((year) => ({ header: String(year), kind: "amount" as const, year })),
      { header: translate("report:words.sum"), kind: "amount" },
    ],
    rows: [
      ...[...rowsOf].sort(([a], [b]) => a - b).flatMap(([committee, rows]) => threeRows(committees[committee] ?? "", years, rows, subject, committee)),
      ...threeRows(translate("report:words.total"), years, plan.committeeYears, subject),
    ],
  };
}
