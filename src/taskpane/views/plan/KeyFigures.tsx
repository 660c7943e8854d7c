import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { KeyFigure } from "../../keyFigures";
import { focusMark } from "../focusMark";

const line = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`;

const useStyles = makeStyles({
  // In em: larger letters need wider columns.
  grid: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 9.7em), 1fr))", gap: tokens.spacingHorizontalS, margin: 0 },
  figure: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    border: line,
    minWidth: 0,
  },
  label: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  value: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  note: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  scroll: { overflowX: "auto", ...focusMark() },
  table: { borderCollapse: "collapse", width: "100%", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  cell: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`, borderBottom: line, verticalAlign: "top", textAlign: "right", fontVariantNumeric: "tabular-nums" },
  name: { textAlign: "left", fontWeight: tokens.fontWeightRegular, paddingLeft: 0 },
  small: { color: tokens.colorNeutralForeground2, display: "block" },
});

/** The plan in a few numbers. */
export function KeyFigures({ figures }: { figures: KeyFigure[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.grid}>
      {figures.map(({ key, label, value, note }) => (
        <div key={key} className={styles.figure}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>{value}</dd>
          {note && <dd className={styles.note}>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}

interface ComparedFiguresProps {
  /** What the two plans are called, the current one first. */
  names: [string, string];
  figures: KeyFigure[];
  compared: KeyFigure[];
  caption: string;
}

/** The numbers of two plans beside each other. */
export function ComparedFigures({ names, figures, compared, caption }: ComparedFiguresProps) {
  const styles = useStyles();
  return (
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table} aria-label={caption}>
        <thead>
          <tr>
            <td className={mergeClasses(styles.cell, styles.name)} />
            {names.map((name) => (
              <th key={name} scope="col" className={styles.cell}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map(({ key, label, value, note }) => {
            const other = compared.find((figure) => figure.key === key);
            return (
              <tr key={key}>
                <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
                  {label}
                </th>
                {[{ value, note }, other].map((figure, index) => (
                  <td key={index} className={styles.cell}>
                    {figure?.value ?? "–"}
                    {figure?.note && <span className={styles.small}>{figure.note}</span>}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
