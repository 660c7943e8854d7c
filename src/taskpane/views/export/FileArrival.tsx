import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, Text } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { Language } from "../../../i18n";
import type { Effects } from "../../effects";
import type { HandedFile } from "../../exportState";
import type { PaneAction } from "../../state";
import { usePaneTexts } from "../paneTexts";

// A long word breaks, rather than widening a pane at 200 %.
const useStyles = makeStyles({ body: { minWidth: 0, overflowWrap: "anywhere" }, actions: { display: "flex", flexWrap: "wrap", gap: "8px" } });

interface FileArrivalProps {
  file: HandedFile;
  language: Language;
  dispatch(action: PaneAction): void;
  effects: Effects;
  /** The question goes away, and the focus with it. */
  onGone(): void;
}

/**
 * Whether a file arrived. No browser tells a page, and Excel's own windows drop downloads without a word: so the user is
 * asked, and shown the ways round when it did not.
 */
export function FileArrival({ file: { kind, name, arrival }, language, dispatch, effects, onGone }: FileArrivalProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const first = useRef<HTMLButtonElement>(null);
  // The user has just answered here, or the file was refused: what to do instead comes next.
  useEffect(() => {
    if (arrival !== "asked") first.current?.focus();
  }, [arrival]);
  const close = () => {
    dispatch({ type: "fileClosed" });
    onGone();
  };
  const instead = (work: () => Promise<void>) => () => {
    onGone();
    void work();
  };
  if (arrival === "asked") {
    return (
      <MessageBar intent="info" layout="multiline" role="group" aria-label={translate("export.asked", { name })}>
        <MessageBarBody className={styles.body}>{translate("export.asked", { name })}</MessageBarBody>
        <MessageBarActions className={styles.actions}>
          <Button onClick={close}>{translate("export.yes")}</Button>
          <Button onClick={() => dispatch({ type: "fileMissing" })}>{translate("export.no")}</Button>
        </MessageBarActions>
      </MessageBar>
    );
  }
  const isPaper = kind === "word" || kind === "committees";
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{translate("export.missing", { name })}</MessageBarTitle>
        <Text block>{translate(arrival === "refused" ? "export.refused" : "export.missingHint")}</Text>
        <Text block>{translate("export.web")}</Text>
      </MessageBarBody>
      <MessageBarActions className={styles.actions}>
        {kind === "followUp" && (
          <Button ref={first} onClick={instead(() => effects.writeFollowUp())}>
            {translate("export.followUpSheets")}
          </Button>
        )}
        {isPaper && (
          <Button ref={first} onClick={instead(() => effects.writeAnnex())}>
            {translate("export.sheet")}
          </Button>
        )}
        {isPaper && <Button onClick={instead(() => effects.copyAnnex())}>{translate("export.copy")}</Button>}
        {kind === "csv" && (
          <Button ref={first} onClick={instead(() => effects.copyCsv())}>
            {translate("export.copyText")}
          </Button>
        )}
        <Button ref={kind === "sie" ? first : undefined} onClick={instead(() => effects.makeFile(kind))}>
          {translate("export.again")}
        </Button>
        <Button onClick={close}>{translate("export.close")}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
