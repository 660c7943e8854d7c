import { sum } from "./amounts";
import type { ReportSubject } from "./parties";
import type { ReportTable } from "./types";

/** Fondkonto: a row per year (`item`), and one that sums the flows between the first opening and the last closing (`total`). */
export function fundTable({ plan, translate }: ReportSubject): ReportTable {
  const { fund } = plan;
  const headers = ["opening", "contributions", "withdrawals", "repayments", "closing"] as const;
  const flow = (field: "contributions" | "withdrawals" | "repayments") => sum(fund.map((year) => year[field]));
  return {
    title: translate("report:sheets.fund"),
    notes: [translate("report:fund.explained")],
    columns: [
      { header: translate("report:words.year"), kind: "year" },
      ...headers.map((header) => ({ header: translate(`report:fund.${header}`), kind: "amount" as const })),
    ],
    rows: [
      ...fund.map((row) => ({ role: "item" as const, cells: [String(row.year), ...headers.map((header) => row[header])] })),
      {
        role: "total",
        cells: [
          translate("report:words.sum"),
          fund[0]?.opening ?? "0",
          flow("contributions"),
          flow("withdrawals"),
          flow("repayments"),
          fund.at(-1)?.closing ?? "0",
        ],
      },
    ],
  };
}
