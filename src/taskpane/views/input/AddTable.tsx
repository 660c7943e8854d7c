import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronUpRegular, TableAddRegular } from "@fluentui/react-icons";
import { useId, useRef, useState } from "react";
import { translator, type Language } from "../../../i18n";
import type { ReadTable } from "../../../workbook/reading";
import { templateTables, type TableKey } from "../../../workbook/template";
import { usePaneTexts } from "../paneTexts";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalS },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, width: "100%" },
  choice: { width: "100%", justifyContent: "flex-start", textAlign: "left", maxWidth: "none" },
  words: { display: "flex", flexDirection: "column", minWidth: 0 },
  sentence: { fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, whiteSpace: "normal" },
  chevron: { marginInlineStart: tokens.spacingHorizontalXS },
  muted: { color: tokens.colorNeutralForeground2 },
});

interface AddTableProps {
  /** Those that have been read. */
  tables: readonly ReadTable[];
  busy: boolean;
  language: Language;
  onAdd(table: TableKey): void;
}

/** Lägg till tabell: those of the template's tables that the workbook lacks, each with what it is for as its description. */
export function AddTable({ tables, busy, language, onAdd }: AddTableProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const text = translator(language);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const lacking = templateTables.filter(({ key }) => !tables.some(({ kind }) => kind === key));
  const close = () => {
    setOpen(false);
    button.current?.focus(); // The list goes away with what had the focus.
  };
  return (
    <div className={styles.view} onKeyDown={({ key }) => key === "Escape" && open && close()}>
      <Button
        ref={button}
        icon={<TableAddRegular />}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        disabledFocusable={busy || lacking.length === 0}
        onClick={() => setOpen(!open)}
      >
        {translate("addTable.open")} {open ? <ChevronUpRegular aria-hidden className={styles.chevron} /> : <ChevronDownRegular aria-hidden className={styles.chevron} />}
      </Button>
      {lacking.length === 0 && (
        <Text size={200} className={styles.muted}>
          {translate("addTable.none")}
        </Text>
      )}
      {open && lacking.length > 0 && (
        <ul id={id} className={styles.list} aria-label={translate("addTable.choices")}>
          {lacking.map(({ key }) => (
            <li key={key}>
              <Button
                className={styles.choice}
                aria-describedby={`${id}${key}use`}
                disabledFocusable={busy}
                onClick={() => {
                  close();
                  onAdd(key);
                }}
              >
                <span className={styles.words}>
                  <span>{text(`template:tables.${key}.sheet`)}</span>
                  <span id={`${id}${key}use`} className={styles.sentence} aria-hidden>
                    {text(`template:tables.${key}.intro`)}
                  </span>
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
