import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { Language } from "../../i18n";
import type { Tab } from "../state";
import { usePaneTexts } from "./paneTexts";
import { Section } from "./Section";

const useStyles = makeStyles({ today: { color: tokens.colorNeutralForeground2 } });

/** A tab that is not there yet: what it will do, and what can be done today. */
export function LaterTab({ tab, language }: { tab: Extract<Tab, "followUp">; language: Language }) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  return (
    <Section title={translate(`tabs.${tab}`)}>
      <Text>{translate(`later.${tab}`)}</Text>
      <Text className={styles.today}>{translate(`later.${tab}Today`)}</Text>
    </Section>
  );
}
