import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from "@fluentui/react-components";
import type { Language } from "../../i18n";
import { usePaneTexts } from "./paneTexts";

const useStyles = makeStyles({
  bar: { marginBottom: tokens.spacingVerticalM },
  // A long word breaks, rather than widening a pane at 200 %.
  body: { minWidth: 0, overflowWrap: "anywhere" },
});

/** Excel has not answered for long: why that may be, and that nothing is lost. It goes away by itself. */
export function SilenceMessage({ language }: { language: Language }) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  return (
    <MessageBar className={styles.bar} intent="warning" layout="multiline" politeness="polite">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{translate("silence.title")}</MessageBarTitle>
        {translate("silence.explained")}
      </MessageBarBody>
    </MessageBar>
  );
}
