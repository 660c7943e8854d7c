import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { BookOpenRegular, SelectObjectRegular, TableAddRegular } from "@fluentui/react-icons";
import { useId, type ReactElement, type Ref } from "react";
import type { Language } from "../../../i18n";
import { usePaneTexts } from "../paneTexts";
import { Section } from "../Section";

const useStyles = makeStyles({
  choices: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  choice: { width: "100%", justifyContent: "flex-start", textAlign: "left", alignItems: "flex-start", padding: tokens.spacingHorizontalM, maxWidth: "none" },
  words: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS, minWidth: 0 },
  title: { fontWeight: tokens.fontWeightSemibold },
  sentence: { fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, whiteSpace: "normal" },
});

interface StartViewProps {
  busy: boolean;
  language: Language;
  heading: Ref<HTMLHeadingElement>;
  onTemplate(): void;
  onExample(): void;
  onOwnRanges(): void;
}

/** Before there is an input: what the add-in does, and the three ways to begin. */
export function StartView({ busy, language, heading, onTemplate, onExample, onOwnRanges }: StartViewProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  return (
    <Section title={translate("start.title")} heading={heading}>
      <Text>{translate("start.intro")}</Text>
      <ul className={styles.choices}>
        <Choice title={translate("start.template")} sentence={translate("start.templateHint")} icon={<TableAddRegular />} busy={busy} onChoose={onTemplate} />
        <Choice title={translate("start.example")} sentence={translate("start.exampleHint")} icon={<BookOpenRegular />} busy={busy} onChoose={onExample} />
        <Choice title={translate("start.ownRanges")} sentence={translate("start.ownRangesHint")} icon={<SelectObjectRegular />} busy={busy} onChoose={onOwnRanges} />
      </ul>
    </Section>
  );
}

interface ChoiceProps {
  title: string;
  sentence: string;
  icon: ReactElement;
  busy: boolean;
  onChoose(): void;
}

/** A button is named by its title alone; its sentence is hidden from the name, and read as the description. */
function Choice({ title, sentence, icon, busy, onChoose }: ChoiceProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <li>
      <Button className={styles.choice} size="large" icon={icon} disabledFocusable={busy} aria-describedby={id} onClick={onChoose}>
        <span className={styles.words}>
          <span className={styles.title}>{title}</span>
          <span id={id} className={styles.sentence} aria-hidden>
            {sentence}
          </span>
        </span>
      </Button>
    </li>
  );
}
