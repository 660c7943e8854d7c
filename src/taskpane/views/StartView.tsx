import { Button, makeStyles, Text, Title3, tokens } from "@fluentui/react-components";
import { ArrowSyncRegular, TableAddRegular } from "@fluentui/react-icons";
import { useId } from "react";
import type { Language } from "../../i18n";
import { usePaneTexts } from "./paneTexts";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  choice: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  hint: { color: tokens.colorNeutralForeground2 },
});

interface StartViewProps {
  busy: boolean;
  language: Language;
  onCreate(): void;
  onRead(): void;
}

/** Before anything has been read: what the add-in does, and the two ways to begin. */
export function StartView({ busy, language, onCreate, onRead }: StartViewProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={`${id}title`}>
      <Title3 as="h2" id={`${id}title`} style={{ margin: 0 }}>
        {translate("start.title")}
      </Title3>
      <Text>{translate("start.intro")}</Text>
      <div className={styles.choice}>
        <Button icon={<TableAddRegular />} disabledFocusable={busy} onClick={onCreate} aria-describedby={`${id}create`}>
          {translate("start.template")}
        </Button>
        <Text size={200} className={styles.hint} id={`${id}create`}>
          {translate("start.templateHint")}
        </Text>
      </div>
      <div className={styles.choice}>
        <Button appearance="primary" icon={<ArrowSyncRegular />} disabledFocusable={busy} onClick={onRead} aria-describedby={`${id}read`}>
          {translate("start.read")}
        </Button>
        <Text size={200} className={styles.hint} id={`${id}read`}>
          {translate("start.readHint")}
        </Text>
      </div>
    </section>
  );
}
