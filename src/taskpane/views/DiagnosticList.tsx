import { Button, Link, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { ErrorCircleRegular, WarningRegular } from "@fluentui/react-icons";
import { useRef, useState } from "react";
import type { Language } from "../../i18n";
import { diagnosticText } from "../../i18n/diagnosticText";
import type { Diagnostic, PlanInput } from "../../planning/types";
import { focusMark } from "./focusMark";
import { usePaneTexts } from "./paneTexts";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  list: { listStyleType: "none", margin: 0, padding: 0, outlineStyle: "none", ...focusMark() },
  item: {
    display: "grid",
    gridTemplateColumns: "20px minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalSNudge} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { fontSize: "20px", lineHeight: "20px" },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  where: { display: "block", fontWeight: tokens.fontWeightSemibold },
  sentence: { display: "block" },
});

/** So many are shown at first. */
const shownAtFirst = 8;

interface DiagnosticListProps {
  diagnostics: readonly Diagnostic[];
  /** What the list is, for screen readers. */
  label: string;
  /** Where the names of projects and committees are. */
  input?: Pick<PlanInput, "projects" | "committees">;
  language: Language;
  onSelect(reference: string): void;
}

/** Problems, each with what it is about, its sentence, and the way to its cell; a long list is shown when asked for. */
export function DiagnosticList({ diagnostics, label, input, language, onSelect }: DiagnosticListProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const showAll = () => {
    setAll(true);
    list.current?.focus(); // The button goes away.
  };
  if (diagnostics.length === 0) return null;
  const shown = all ? diagnostics : diagnostics.slice(0, shownAtFirst);
  const hidden = diagnostics.length - shown.length;
  return (
    <div className={styles.view}>
      <ul className={styles.list} ref={list} tabIndex={-1} aria-label={label}>
        {shown.map((diagnostic, index) => (
          <li key={`${diagnostic.code} ${diagnostic.cell ?? ""} ${index}`} className={styles.item}>
            {diagnostic.severity === "error" ? (
              <ErrorCircleRegular className={mergeClasses(styles.icon, styles.error)} role="img" aria-label={translate("problems.error")} aria-hidden={false} />
            ) : (
              <WarningRegular className={mergeClasses(styles.icon, styles.warning)} role="img" aria-label={translate("problems.warning")} aria-hidden={false} />
            )}
            <div>
              <Where diagnostic={diagnostic} input={input} />
              <Text className={styles.sentence}>{diagnosticText(diagnostic, language)}</Text>
              {diagnostic.cell !== undefined && (
                <Link inline onClick={() => onSelect(diagnostic.cell ?? "")}>
                  {translate("problems.goTo", { cell: diagnostic.cell })}
                </Link>
              )}
            </div>
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
function Where({ diagnostic: { project, committee, year }, input }: { diagnostic: Diagnostic; input: DiagnosticListProps["input"] }) {
  const styles = useStyles();
  const named = (parties: { id: string; name: string }[] = [], id: string | undefined) => parties.find((party) => party.id === id)?.name ?? id;
  const parts = [named(input?.projects, project), named(input?.committees, committee), year].filter((part) => part !== undefined);
  return parts.length === 0 ? null : (
    <Text size={200} className={styles.where}>
      {parts.join(" · ")}
    </Text>
  );
}
