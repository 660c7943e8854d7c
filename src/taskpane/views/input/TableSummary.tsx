import { Button, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { translator, type Language } from "../../../i18n";
import { formatAmount, formatCount } from "../../../i18n/format";
import type { ReadTable } from "../../../workbook/reading";
import type { RangeKind } from "../../workbook";
import { usePaneTexts } from "../paneTexts";

const useStyles = makeStyles({
  table: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  head: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", alignItems: "baseline", columnGap: tokens.spacingHorizontalS },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  facts: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  link: { display: "inline-block", minHeight: "24px", lineHeight: "24px" },
  summary: { cursor: "pointer", minHeight: "24px", display: "list-item" },
  total: { fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalL },
});

interface TableSummaryProps {
  table: ReadTable;
  language: Language;
  onSelect(reference: string): void;
  /** Uses the pointed range no more. */
  onForget(kind: RangeKind): void;
}

/** A table that was read: rows, years, total, unit, where, and how. */
export function TableSummary({ table, language, onSelect, onForget }: TableSummaryProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const { kind, origin, where, rows, years, total, unit, leftOut, interpreted } = table;
  const [first] = years;
  const last = years.at(-1);
  const facts = [
    translate("input.rows", { count: rows, formatted: formatCount(rows, language) }),
    ...(first === undefined ? [] : [first === last ? String(first) : translate("input.years", { first, last })]),
    ...(unit ? [translate("input.unit", { unit })] : []),
  ];
  return (
    <li className={styles.table}>
      <div className={styles.head}>
        <h3 className={styles.name}>{translator(language)(`template:tables.${kind}.sheet`)}</h3>
        {total !== undefined && (
          <Text weight="semibold" className={styles.total}>
            {formatAmount(total, language)}
          </Text>
        )}
      </div>
      <p className={styles.facts}>{facts.join(" · ")}</p>
      <p className={styles.facts}>
        <Link inline className={styles.link} aria-label={translate("input.show", { address: where })} onClick={() => onSelect(where)}>
          {where}
        </Link>
        {origin === "range" && (kind === "costs" || kind === "savings") && (
          <Button size="small" appearance="subtle" onClick={() => onForget(kind)}>
            {translate("input.forget")}
          </Button>
        )}
      </p>
      <HowRead leftOut={leftOut} interpreted={interpreted} language={language} />
    </li>
  );
}

/** What was understood in a way that the user should know of, and what was left out. */
export function HowRead({ leftOut, interpreted, language }: Pick<ReadTable, "leftOut" | "interpreted"> & { language: Language }) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  if (leftOut.length + interpreted.length === 0) return null;
  return (
    <details className={styles.facts}>
      <summary className={styles.summary}>{translate("input.understood")}</summary>
      <ul className={styles.list}>
        {interpreted.map(({ what }) => (
          <li key={what}>{what}</li>
        ))}
        {leftOut.map(({ what, cells }) => (
          <li key={`${what} ${cells}`}>{translate("input.leftOut", { what, cells })}</li>
        ))}
      </ul>
    </details>
  );
}
