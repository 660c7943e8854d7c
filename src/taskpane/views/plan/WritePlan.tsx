import { Badge, Button, Link, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, ProgressBar, Text, tokens } from "@fluentui/react-components";
import { TableArrowUpRegular } from "@fluentui/react-icons";
import { useEffectEvent, useLayoutEffect, useRef } from "react";
import type { Effects } from "../../effects";
import type { PaneState } from "../../state";
import { usePaneTexts } from "../paneTexts";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  write: { flexGrow: 1 },
  sheets: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM, listStyleType: "none", margin: 0, padding: 0 },
  sheet: { minHeight: "24px", display: "flex", alignItems: "center" },
  // A long word breaks, rather than widening a pane at 200 %.
  message: { minWidth: 0, overflowWrap: "anywhere" },
  changes: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  hint: { color: tokens.colorNeutralForeground2 },
});

interface WritePlanProps {
  state: PaneState;
  writable: boolean;
  effects: Effects;
  onInput(): void;
}

/** The way to the sheets: writing with its progress, what stands there, and whether it still holds. */
export function WritePlan({ state, writable, effects, onInput }: WritePlanProps) {
  const styles = useStyles();
  const { activity, written, language } = state;
  const translate = usePaneTexts(language);
  const busy = activity !== null && !(activity.kind === "reading" && activity.quiet === true);
  const writing = activity?.kind === "writing" ? activity : null;
  const button = useRef<HTMLButtonElement>(null);
  return (
    <div className={styles.view}>
      <div className={styles.buttons}>
        <Button ref={button} className={styles.write} appearance="primary" icon={<TableArrowUpRegular />} disabledFocusable={busy || !writable} onClick={() => void effects.write()}>
          {translate(written ? "plan.writeAgain" : "plan.write")}
        </Button>
        {writing && (
          <StopButton busy={writing.cancelling === true} onStop={() => effects.cancelWriting()} onGone={() => button.current?.focus()}>
            {translate("plan.cancel")}
          </StopButton>
        )}
      </div>
      {writing && (
        <div>
          <ProgressBar value={writing.share} aria-label={translate("status.writing")} />
          <Text size={200} className={styles.hint}>
            {writing.doing}
          </Text>
        </div>
      )}
      {!writable && (
        <Text size={200}>
          {translate("plan.blocked")} <Link inline onClick={onInput}>{translate("nothingRead.toInput")}</Link>
        </Text>
      )}
      {written && !writing && <WrittenMessage written={written} language={language} onOpen={(sheet) => void effects.openSheet(sheet)} />}
    </div>
  );
}

interface StopButtonProps {
  busy: boolean;
  children: string;
  onStop(): void;
  /** The button goes away with the writing, and has the focus. */
  onGone(): void;
}

function StopButton({ busy, children, onStop, onGone }: StopButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const gone = useEffectEvent((stop: HTMLButtonElement | null) => {
    if (document.activeElement === stop) onGone();
  });
  useLayoutEffect(() => {
    const stop = button.current;
    return () => gone(stop);
  }, []);
  return (
    <Button ref={button} disabledFocusable={busy} onClick={onStop}>
      {children}
    </Button>
  );
}

interface WrittenMessageProps {
  written: NonNullable<PaneState["written"]>;
  language: PaneState["language"];
  onOpen(sheet: string): void;
}

function WrittenMessage({ written, language, onOpen }: WrittenMessageProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const { outdated, changes, sheets, notes } = written;
  return (
    <MessageBar intent={outdated ? "warning" : "success"} layout="multiline">
      <MessageBarBody className={styles.message}>
        <MessageBarTitle>{translate("written.title")}</MessageBarTitle> {outdated && <Badge color="warning" appearance="tint">{translate("written.outdated")}</Badge>}
        {outdated && <Text block>{translate("written.outdatedHint")}</Text>}
        {outdated && changes.length > 0 && (
          <ul className={styles.changes} aria-label={translate("written.changes")}>
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        )}
        <ul className={styles.sheets} aria-label={translate("written.sheets")}>
          {sheets.map((sheet) => (
            <li key={sheet} className={styles.sheet}>
              <Link inline onClick={() => onOpen(sheet)}>
                {sheet}
              </Link>
            </li>
          ))}
        </ul>
        {notes.map((note) => (
          <Text key={note} block>
            {note}
          </Text>
        ))}
      </MessageBarBody>
    </MessageBar>
  );
}
