import type { Language } from "../../../i18n";
import { formatDecimal } from "../../../i18n/format";
import type { ReportTable } from "../../../report/types";
import { usePaneTexts } from "../paneTexts";
import { ScrollTable } from "./ScrollTable";

interface RepaymentTableProps {
  table: ReportTable;
  decimals: number;
  language: Language;
}

/** Repayments per committee and year. */
export function RepaymentTable({ table, decimals, language }: RepaymentTableProps) {
  const translate = usePaneTexts(language);
  const shown = (cell: string) => (/[1-9]/.test(cell) ? formatDecimal(cell, language, decimals) : "–");
  return (
    <ScrollTable
      caption={translate("repayments.table")}
      longNames
      columns={table.columns.map(({ header, status }) => (status ? { header, note: status.text } : header))}
      rows={table.rows.map(({ role, cells: [name, ...amounts] }) => ({ name: breakable(name), cells: amounts.map(shown), total: role === "total" }))}
    />
  );
}

/** Long names of committees may be broken where Swedish does it: utbildnings-nämnden. */
function breakable(name = ""): string {
  return name.replace(/(?<=\p{L}{4})(?=(?:nämnd|förvaltning|styrelse))/gu, "\u00ad");
}
