import type { Language } from "../../../i18n";
import { translator } from "../../../i18n";
import { formatDecimal } from "../../../i18n/format";
import type { FundYear } from "../../../planning/types";
import { usePaneTexts } from "../paneTexts";
import { ScrollTable } from "./ScrollTable";

interface FundTableProps {
  fund: FundYear[];
  compared: { name: string; fund: FundYear[] } | null;
  language: Language;
}

const columns = ["opening", "contributions", "withdrawals", "repayments", "closing"] as const;

/** The fund account, kr. */
export function FundTable({ fund, compared, language }: FundTableProps) {
  const translate = usePaneTexts(language);
  const text = translator(language);
  const decimals = fund.some((year) => columns.some((column) => /\.\d*[1-9]/.test(year[column]))) ? 2 : 0;
  const others = new Map(compared?.fund.map(({ year, closing }) => [year, closing]));
  const shown = (amount: string | undefined) => (amount === undefined ? "–" : formatDecimal(amount, language, decimals));
  return (
    <ScrollTable
      caption={translate("fund.table")}
      columns={[text("report:words.year"), ...columns.map((column) => text(`report:fund.${column}`)), ...(compared ? [translate("fund.closingUnder", { name: compared.name })] : [])]}
      rows={fund.map((year) => ({ name: String(year.year), cells: [...columns.map((column) => shown(year[column])), ...(compared ? [shown(others.get(year.year))] : [])] }))}
    />
  );
}
