import { Button, Link, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular, ErrorCircleRegular, WarningRegular } from "@fluentui/react-icons";
import { useRef, useState } from "react";
import type { Language } from "../../i18n";
import type { Diagnostic } from "../../planning/types";
import { diagnosticText } from "../../i18n/diagnosticText";
import { diagnosticsOf, type Current } from "../state";
import { usePaneTexts } from "./paneTexts";
import { Section } from "./Section";

const useStyles = makeStyles({
  group: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  title: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS, margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  good: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  goodIcon: { color: tokens.colorStatusSuccessForeground1 },
  list: { listStyleType: "none", margin: 0, padding: 0, outlineStyle: "none" },
  item: { padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`, borderLeft: `3px solid ${tokens.colorNeutralStroke1}`, marginBottom: tokens.spacingVerticalXS },
  itemError: { borderLeftColor: tokens.colorStatusDangerBorder2 },
  itemWarning: { borderLeftColor: tokens.colorStatusWarningBorder2 },
  where: { display: "block", fontWeight: tokens.fontWeightSemibold },
  sentence: { display: "block" },
});

/** So many of a kind are shown at first. */
const shownAtFirst = 8;

interface ProblemsProps {
  current: Current;
  language: Language;
  onSelect(reference: string): void;
}

/** What the reading and the engine found: errors, then warnings, each with the way to its cell. */
export function Problems({ current, language, onSelect }: ProblemsProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const { errors, warnings } = diagnosticsOf(current);
  return (
    <Section title={translate("problems.title")}>
      {errors.length + warnings.length === 0 && (
        <span className={styles.good}>
          <CheckmarkCircleRegular className={styles.goodIcon} aria-hidden />
          <Text>{translate("problems.none")}</Text>
        </span>
      )}
      {errors.length > 0 && (
        <ProblemGroup title={translate("problems.errors", { count: errors.length })} diagnostics={errors} current={current} language={language} onSelect={onSelect}>
          {translate("problems.errorsHint")}
        </ProblemGroup>
      )}
      {warnings.length > 0 && (
        <ProblemGroup title={translate("problems.warnings", { count: warnings.length })} diagnostics={warnings} current={current} language={language} onSelect={onSelect} />
      )}
    </Section>
  );
}

interface ProblemGroupProps extends ProblemsProps {
  title: string;
  /** All of one severity. */
  diagnostics: Diagnostic[];
  children?: string;
}

function ProblemGroup({ title, diagnostics, current, language, onSelect, children }: ProblemGroupProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const showAll = () => {
    setAll(true);
    list.current?.focus(); // The button goes away.
  };
  const isError = diagnostics[0]?.severity === "error";
  const shown = all ? diagnostics : diagnostics.slice(0, shownAtFirst);
  const hidden = diagnostics.length - shown.length;
  return (
    <div className={styles.group}>
      <h3 className={styles.title}>
        {isError ? <ErrorCircleRegular className={styles.error} aria-hidden /> : <WarningRegular className={styles.warning} aria-hidden />}
        {title}
      </h3>
      {children && <Text size={200}>{children}</Text>}
      <ul className={styles.list} ref={list} tabIndex={-1} aria-label={title}>
        {shown.map((diagnostic, index) => (
          <li key={`${diagnostic.code} ${diagnostic.cell ?? ""} ${index}`} className={mergeClasses(styles.item, isError ? styles.itemError : styles.itemWarning)}>
            <Where diagnostic={diagnostic} current={current} />
            <Text className={styles.sentence}>{diagnosticText(diagnostic, language)}</Text>
            {diagnostic.cell !== undefined && <CellLink cell={diagnostic.cell} label={translate("problems.goTo", { cell: diagnostic.cell })} onSelect={onSelect} />}
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button size="small" appearance="subtle" onClick={showAll}>
          {translate("problems.more", { count: hidden })}
        </Button>
      )}
    </div>
  );
}

/** The project and committee by name, and the year. */
function Where({ diagnostic, current }: { diagnostic: Diagnostic; current: Current }) {
  const styles = useStyles();
  const { project, committee, year } = diagnostic;
  const named = (parties: { id: string; name: string }[], id: string | undefined) => parties.find((party) => party.id === id)?.name ?? id;
  const parts = [named(current.reading.input.projects, project), named(current.reading.input.committees, committee), year].filter((part) => part !== undefined);
  return parts.length === 0 ? null : (
    <Text size={200} className={styles.where}>
      {parts.join(" · ")}
    </Text>
  );
}

function CellLink({ cell, label, onSelect }: { cell: string; label: string; onSelect(reference: string): void }) {
  return (
    <Link inline onClick={() => onSelect(cell)}>
      {label}
    </Link>
  );
}
