import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChartMultipleRegular, TableRegular } from "@fluentui/react-icons";
import { lazy, useMemo, useState } from "react";
import type { Language } from "../../../i18n";
import { formatAmount } from "../../../i18n/format";
import type { FundYear } from "../../../planning/types";
import { axisUnit, balanceSeries, extremes } from "../../chartSeries";
import { usePaneTexts } from "../paneTexts";
import { ChartFigure } from "./ChartFigure";
import { FundTable } from "./FundTable";

const BalanceChart = lazy(async () => ({ default: (await import("./charts")).BalanceChart }));

// In line with the text above, as it has no edge of its own.
const useStyles = makeStyles({ view: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` } });

interface FundBalanceProps {
  fund: FundYear[];
  compared: { name: string; fund: FundYear[] } | null;
  language: Language;
}

/** The fund's balance year by year, as a chart or as the account itself. */
export function FundBalance({ fund, compared, language }: FundBalanceProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const [asTable, setAsTable] = useState(false);
  const lines = useMemo(() => [balanceSeries(translate("compare.current"), fund), ...(compared ? [balanceSeries(compared.name, compared.fund)] : [])], [fund, compared, translate]);
  const unit = axisUnit(lines);
  const caption = lines
    .flatMap((line) => {
      const found = extremes(line);
      const last = line.points.at(-1);
      if (!found || !last) return [];
      const facts = { lowest: formatAmount(found.lowest.amount, language), year: found.lowest.year, last: last.year, amount: formatAmount(last.amount, language) };
      return [lines.length === 1 ? translate("fund.caption", facts) : translate("fund.captionNamed", { name: line.name, ...facts })];
    })
    .join(" ");
  return (
    <>
      {asTable ? (
        <FundTable fund={fund} compared={compared} language={language} />
      ) : (
        <ChartFigure caption={`${translate("fund.unit", { unit })} ${caption}`} series={lines.map(({ name }, index) => ({ name, kind: index === 0 ? "line" : "dashed" }))} language={language}>
          <BalanceChart lines={lines} unit={unit} language={language} />
        </ChartFigure>
      )}
      <div>
        <Button className={styles.view} size="small" appearance="subtle" icon={asTable ? <ChartMultipleRegular /> : <TableRegular />} onClick={() => setAsTable(!asTable)}>
          {translate(asTable ? "fund.asChart" : "fund.asTable")}
        </Button>
      </div>
    </>
  );
}
