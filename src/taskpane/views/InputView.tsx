import { Button, Link, makeStyles, MessageBar, MessageBarBody, Text, tokens } from "@fluentui/react-components";
import { ArrowSyncRegular } from "@fluentui/react-icons";
import { translator, type Language } from "../../i18n";
import { formatAmount, formatCount } from "../../i18n/format";
import { useEffect, useRef } from "react";
import type { Current } from "../state";
import type { ReadTable } from "../../workbook/reading";
import { usePaneTexts } from "./paneTexts";
import { Section } from "./Section";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  table: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  head: { display: "flex", justifyContent: "space-between", alignItems: "baseline", gap: tokens.spacingHorizontalS },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  facts: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  total: { fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  leftOut: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  muted: { color: tokens.colorNeutralForeground2 },
});

interface InputViewProps {
  current: Current;
  busy: boolean;
  language: Language;
  onRead(): void;
  onCreate(): void;
  onSelect(reference: string): void;
}

/** Underlag: what was read, table by table, from where, and what was left out. */
export function InputView({ current, busy, language, onRead, onCreate, onSelect }: InputViewProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const { reading, at, changed } = current;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The button that was pressed to read has gone with the start view, and the focus with it.
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  const time = new Intl.DateTimeFormat(language === "sv" ? "sv-SE" : "en-GB", { hour: "2-digit", minute: "2-digit" }).format(at);
  return (
    <Section
      heading={heading}
      title={translate("input.title")}
      action={
        <Button size="small" icon={<ArrowSyncRegular />} disabledFocusable={busy} onClick={onRead}>
          {translate("input.readAgain")}
        </Button>
      }
    >
      {changed && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{translate("input.changed")}</MessageBarBody>
        </MessageBar>
      )}
      {reading.tables.length === 0 ? (
        <Button disabledFocusable={busy} onClick={onCreate}>
          {translate("start.template")}
        </Button>
      ) : (
        <ul className={styles.list}>
          {reading.tables.map((table) => (
            <TableSummary key={`${table.kind} ${table.where}`} table={table} language={language} onSelect={onSelect} />
          ))}
        </ul>
      )}
      <HowRead leftOut={[]} interpreted={reading.interpreted} language={language} />
      <Text size={200} className={styles.muted}>
        {translate("input.readAt", { time })}
      </Text>
    </Section>
  );
}

function TableSummary({ table, language, onSelect }: { table: ReadTable; language: Language; onSelect(reference: string): void }) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const { kind, where, rows, years, total, unit, leftOut, interpreted } = table;
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
        <Link inline aria-label={translate("input.show", { address: where })} onClick={() => onSelect(where)}>
          {where}
        </Link>
      </p>
      <HowRead leftOut={leftOut} interpreted={interpreted} language={language} />
    </li>
  );
}

/** What was understood in a way that the user should know of, and what was left out. */
function HowRead({ leftOut, interpreted, language }: Pick<ReadTable, "leftOut" | "interpreted"> & { language: Language }) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  if (leftOut.length + interpreted.length === 0) return null;
  return (
    <details className={styles.facts}>
      <summary>{translate("input.understood")}</summary>
      <ul className={styles.leftOut}>
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
