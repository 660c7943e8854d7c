import { Text } from "@fluentui/react-components";
import { lazy, useMemo } from "react";
import type { Language } from "../../../i18n";
import { formatAmount } from "../../../i18n/format";
import type { ReportTable } from "../../../report/types";
import { axisUnit, extremes, repaymentSeries } from "../../chartSeries";
import { usePaneTexts } from "../paneTexts";
import { ChartFigure } from "./ChartFigure";
import { RepaymentTable } from "./RepaymentTable";

const RepaymentChart = lazy(async () => ({ default: (await import("./charts")).RepaymentChart }));

interface RepaymentsProps {
  table: ReportTable;
  compared: { name: string; table: ReportTable } | null;
  decimals: number;
  language: Language;
}

/** Repayments per year: a stack per year in the chart, with the same amounts in the table under it. */
export function Repayments({ table, compared, decimals, language }: RepaymentsProps) {
  const translate = usePaneTexts(language);
  const { committees, total } = useMemo(() => repaymentSeries(table), [table]);
  const line = useMemo(() => (compared ? { ...repaymentSeries(compared.table).total, name: compared.name } : null), [compared]);
  const most = extremes(total);
  const unit = axisUnit([total, ...(line ? [line] : [])]);
  if (!most) return <Text>{translate("plan.none")}</Text>;
  const [first, last] = [total.points[0]?.year, total.points.at(-1)?.year];
  const caption = [
    translate("repayments.unit", { unit }),
    translate(first === last ? "repayments.captionOneYear" : "repayments.caption", { first, last, year: most.highest.year, amount: formatAmount(most.highest.amount, language) }),
    ...(line ? [translate("repayments.comparedLine", { name: line.name })] : []),
  ].join(" ");
  const legend = [...committees.map(({ name }) => ({ name, kind: "bar" as const })), ...(line ? [{ name: line.name, kind: "dashed" as const }] : [])];
  return (
    <>
      <ChartFigure caption={caption} series={legend} language={language}>
        <RepaymentChart committees={committees} total={total} line={line} unit={unit} language={language} />
      </ChartFigure>
      <RepaymentTable table={table} decimals={decimals} language={language} />
    </>
  );
}
