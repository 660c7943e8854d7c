import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { Language } from "../../i18n";
import type { Diagnostic } from "../../planning/types";
import { diagnosticText } from "../../i18n/diagnosticText";
import { usePaneTexts } from "./paneTexts";

const useStyles = makeStyles({
  bar: { marginBottom: tokens.spacingVerticalM },
  // A long word breaks, rather than widening a pane at 200 %.
  body: { minWidth: 0, overflowWrap: "anywhere" },
});

interface FailureMessageProps {
  failure: Diagnostic;
  language: Language;
  onClose(): void;
}

/** What Excel refused, and what to do about it. */
export function FailureMessage({ failure, language, onClose }: FailureMessageProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  return (
    <MessageBar className={styles.bar} intent="error" layout="multiline" politeness="assertive" role="alert">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{translate("failure.title")}</MessageBarTitle>
        {diagnosticText(failure, language)}
      </MessageBarBody>
      <MessageBarActions
        containerAction={<Button appearance="transparent" aria-label={translate("failure.close")} icon={<DismissRegular />} onClick={onClose} />}
      />
    </MessageBar>
  );
}
