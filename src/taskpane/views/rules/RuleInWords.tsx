import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { LightbulbRegular } from "@fluentui/react-icons";
import { useMemo } from "react";
import type { Language } from "../../../i18n";
import type { CompleteRule } from "../../../planning/models";
import type { Committee } from "../../../planning/types";
import { exampleSentences, ruleSentence } from "../../ruleText";
import { workedExample } from "../../workedExample";
import { usePaneTexts } from "../paneTexts";

const useStyles = makeStyles({
  box: {
    display: "grid",
    gridTemplateColumns: "20px minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { fontSize: "20px", color: tokens.colorBrandForeground1 },
  words: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

interface RuleInWordsProps {
  rule: CompleteRule;
  /** Those that an agreed split may name. */
  committees: Committee[];
  language: Language;
}

/** What a rule means, and what it does to a small project. */
export function RuleInWords({ rule, committees, language }: RuleInWordsProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const example = useMemo(() => workedExample(rule), [rule]);
  return (
    <div className={styles.box}>
      <LightbulbRegular className={styles.icon} aria-hidden />
      <div className={styles.words} aria-live="polite" aria-atomic="true">
        <Text>{ruleSentence(rule, language, committees)}</Text>
        <Text>{example ? exampleSentences(example, language) : translate("rule.noExample")}</Text>
      </div>
    </div>
  );
}
