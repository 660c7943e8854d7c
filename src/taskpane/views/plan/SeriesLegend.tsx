import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { comparedColour, seriesColour } from "./seriesColours";

const useStyles = makeStyles({
  legend: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexWrap: "wrap", gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  series: { display: "flex", alignItems: "baseline", gap: tokens.spacingHorizontalXS },
  // Borders keep their colour where the user's own colours rule; backgrounds do not.
  swatch: { flexShrink: 0, width: 0, height: 0, border: "5px solid", forcedColorAdjust: "none" },
  line: { width: "16px", height: 0, border: 0, borderTop: "3px solid", alignSelf: "center", forcedColorAdjust: "none" },
  dashed: { borderTopStyle: "dashed" },
});

interface SeriesLegendProps {
  series: { name: string; kind: "bar" | "line" | "dashed" }[];
}

/** What the colours and lines of a chart stand for. */
export function SeriesLegend({ series }: SeriesLegendProps) {
  const styles = useStyles();
  return (
    <ul className={styles.legend}>
      {series.map(({ name, kind }, index) => (
        <li key={`${index} ${name}`} className={styles.series}>
          <span className={kind === "bar" ? styles.swatch : mergeClasses(styles.line, kind === "dashed" && styles.dashed)} style={{ borderColor: kind === "dashed" ? comparedColour : seriesColour(index) }} aria-hidden />
          {name}
        </li>
      ))}
    </ul>
  );
}
