import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { focusMark } from "../focusMark";

const line = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`;

const useStyles = makeStyles({
  scroll: {
    overflow: "auto",
    // In a low pane no higher than what is left between the tabs and what the page keeps free below.
    maxHeight: "clamp(120px, calc(100vh - 208px), 320px)",
    border: line,
    borderRadius: tokens.borderRadiusMedium,
    ...focusMark(),
  },
  table: { borderCollapse: "separate", borderSpacing: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, minWidth: "100%" },
  caption: { textAlign: "left", fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, marginBottom: tokens.spacingVerticalXS },
  cell: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`, borderBottom: line, backgroundColor: tokens.colorNeutralBackground1, whiteSpace: "nowrap" },
  text: { whiteSpace: "normal", minWidth: "160px" },
  amount: { textAlign: "right", fontVariantNumeric: "tabular-nums" },
  // The headings stay in sight when the table scrolls down, the names when it scrolls sideways.
  head: { position: "sticky", top: 0, zIndex: 1, backgroundColor: tokens.colorNeutralBackground3, textAlign: "left" },
  amountHead: { textAlign: "right" },
  name: { position: "sticky", left: 0, zIndex: 1, textAlign: "left", fontWeight: tokens.fontWeightRegular, borderRight: line },
  wideName: { whiteSpace: "normal", hyphens: "auto", overflowWrap: "anywhere", minWidth: "116px", maxWidth: "132px" },
  corner: { zIndex: 2, backgroundColor: tokens.colorNeutralBackground3, fontWeight: tokens.fontWeightSemibold },
  total: { fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorNeutralBackground3 },
});

interface ScrollTableProps {
  caption: string;
  columns: (string | { header: string; note: string; text?: boolean })[];
  rows: { name: string; cells: string[]; total?: boolean }[];
  /** The first column holds names that may be long. */
  longNames?: boolean;
}

const isText = (column: ScrollTableProps["columns"][number] | undefined) => typeof column === "object" && column.text === true;

/** A table wider than the pane: it scrolls within itself, also by keyboard. */
export function ScrollTable({ caption, columns, rows, longNames = false }: ScrollTableProps) {
  const styles = useStyles();
  const id = useId();
  const name = mergeClasses(styles.cell, styles.name, longNames && styles.wideName);
  return (
    <div>
      <div id={id} className={styles.caption}>
        {caption}
      </div>
      <div className={styles.scroll} role="region" aria-labelledby={id} tabIndex={0}>
        <table className={styles.table} aria-labelledby={id}>
          <thead>
            <tr>
              {columns.map((column, index) => {
                const { header, note, text = false } = typeof column === "string" ? { header: column, note: "" } : column;
                return (
                  <th key={header} scope="col" className={index === 0 ? mergeClasses(name, styles.head, styles.corner) : mergeClasses(styles.cell, styles.head, !text && styles.amountHead)}>
                    {header}
                    {note && <div>{note}</div>}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                <th scope="row" className={mergeClasses(name, row.total && styles.total)}>
                  {row.name}
                </th>
                {row.cells.map((cell, column) => (
                  <td key={column} className={mergeClasses(styles.cell, isText(columns[column + 1]) ? styles.text : styles.amount, row.total && styles.total)}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
