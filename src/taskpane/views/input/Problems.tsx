import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons";
import type { Language } from "../../../i18n";
import type { Diagnostic } from "../../../planning/types";
import { diagnosticsOf, type Current } from "../../state";
import { DiagnosticList } from "../DiagnosticList";
import { usePaneTexts } from "../paneTexts";
import { Section } from "../Section";

const useStyles = makeStyles({
  group: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  good: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  goodIcon: { color: tokens.colorStatusSuccessForeground1, fontSize: "20px" },
});

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
  const group = (diagnostics: Diagnostic[], title: string, explained?: string) => (
    <div className={styles.group}>
      <h3 className={styles.title}>{title}</h3>
      {explained !== undefined && <Text size={200}>{explained}</Text>}
      <DiagnosticList diagnostics={diagnostics} label={title} input={current.input} language={language} onSelect={onSelect} />
    </div>
  );
  return (
    <Section title={translate("problems.title")}>
      {errors.length + warnings.length === 0 && (
        <span className={styles.good}>
          <CheckmarkCircleRegular className={styles.goodIcon} aria-hidden />
          <Text>{translate("problems.none")}</Text>
        </span>
      )}
      {errors.length > 0 && group(errors, translate("problems.errors", { count: errors.length }), translate("problems.errorsHint"))}
      {warnings.length > 0 && group(warnings, translate("problems.warnings", { count: warnings.length }))}
    </Section>
  );
}
