import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { Language } from "../../i18n";
import { formatDecimal } from "../../i18n/format";
import type { ReportTable } from "../../report/types";
import { usePaneTexts } from "./paneTexts";

const line = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`;

const useStyles = makeStyles({
  scroll: {
    overflow: "auto",
    maxHeight: "320px",
    border: line,
    borderRadius: tokens.borderRadiusMedium,
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  table: { borderCollapse: "separate", borderSpacing: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, minWidth: "100%" },
  caption: { textAlign: "left", fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, marginBottom: tokens.spacingVerticalXS },
  cell: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`, borderBottom: line, backgroundColor: tokens.colorNeutralBackground1, whiteSpace: "nowrap" },
  amount: { textAlign: "right", fontVariantNumeric: "tabular-nums" },
  // Years stay in sight when the table scrolls down, committees when it scrolls sideways.
  head: { position: "sticky", top: 0, zIndex: 1, backgroundColor: tokens.colorNeutralBackground3, textAlign: "left" },
  name: { position: "sticky", left: 0, zIndex: 1, textAlign: "left", whiteSpace: "normal", hyphens: "auto", overflowWrap: "anywhere", minWidth: "116px", maxWidth: "132px", fontWeight: tokens.fontWeightRegular, borderRight: line },
  corner: { zIndex: 2, backgroundColor: tokens.colorNeutralBackground3, fontWeight: tokens.fontWeightSemibold },
  total: { fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorNeutralBackground3 },
});

interface RepaymentTableProps {
  table: ReportTable;
  decimals: number;
  language: Language;
}

/** Repayments per committee and year; wider than the pane, so it scrolls within itself, also by keyboard. */
export function RepaymentTable({ table, decimals, language }: RepaymentTableProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const id = useId();
  const shown = (cell: string) => (/[1-9]/.test(cell) ? formatDecimal(cell, language, decimals) : "–");
  return (
    <div>
      <div id={id} className={styles.caption}>
        {translate("plan.table")}
      </div>
      <div className={styles.scroll} role="region" aria-labelledby={id} tabIndex={0}>
        <table className={styles.table} aria-labelledby={id}>
          <thead>
            <tr>
              {table.columns.map(({ header, status }, index) => (
                <th key={header} scope="col" className={mergeClasses(styles.cell, styles.head, index > 0 ? styles.amount : mergeClasses(styles.name, styles.corner))}>
                  {header}
                  {status && <div>{status.text}</div>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(({ role, cells: [name, ...amounts] }, row) => (
              <tr key={row}>
                <th scope="row" className={mergeClasses(styles.cell, styles.name, role === "total" && styles.total)}>
                  {breakable(name)}
                </th>
                {amounts.map((cell, column) => (
                  <td key={column} className={mergeClasses(styles.cell, styles.amount, role === "total" && styles.total)}>
                    {shown(cell)}
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

/** Long names of committees may be broken where Swedish does it: utbildnings-nämnden. */
function breakable(name = ""): string {
  return name.replace(/(?<=\p{L}{4})(?=(?:nämnd|förvaltning|styrelse))/gu, "\u00ad");
}
