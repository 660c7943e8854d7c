import { makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { Suspense, type ComponentProps, type ReactNode } from "react";
import type { Language } from "../../../i18n";
import { usePaneTexts } from "../paneTexts";
import { LoadGuard } from "../LoadGuard";
import { SeriesLegend } from "./SeriesLegend";

const useStyles = makeStyles({
  figure: { margin: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, minWidth: 0 },
  chart: { height: "200px", minWidth: 0, overflow: "hidden" },
  caption: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
});

interface ChartFigureProps {
  /** What the chart shows, as sentences: for those who do not see it, and for everyone. */
  caption: string;
  series: ComponentProps<typeof SeriesLegend>["series"];
  language: Language;
  children: ReactNode;
}

/** A chart with what it shows in words; it is loaded when it is first seen. */
export function ChartFigure({ caption, series, language, children }: ChartFigureProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  return (
    <figure className={styles.figure}>
      <div className={styles.chart}>
        <LoadGuard sentence={translate("failure.chartNotLoaded")}>
          <Suspense fallback={<Spinner label={translate("status.opening")} />}>{children}</Suspense>
        </LoadGuard>
      </div>
      <figcaption className={styles.caption}>
        {series.length > 1 && <SeriesLegend series={series} />}
        <span>{caption}</span>
      </figcaption>
    </figure>
  );
}
