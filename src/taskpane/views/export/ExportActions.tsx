import { Badge, Button, Link, makeStyles, mergeClasses, MessageBar, MessageBarBody, MessageBarTitle, ProgressBar, Text, tokens } from "@fluentui/react-components";
import { ClipboardRegular, DocumentMultipleRegular, DocumentRegular, DocumentTableRegular, TableArrowUpRegular } from "@fluentui/react-icons";
import { useEffect, useRef, type ReactElement } from "react";
import { usePaneTexts } from "../paneTexts";
import { Section } from "../Section";
import type { ViewProps } from "../viewProps";
import { FileArrival } from "./FileArrival";

const useStyles = makeStyles({
  actions: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(132px, 1fr))", gap: tokens.spacingHorizontalS },
  main: { gridColumnStart: 1, gridColumnEnd: -1 },
  action: { justifyContent: "flex-start", textAlign: "left" },
  working: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalXS },
  bar: { width: "100%" },
  message: { minWidth: 0, overflowWrap: "anywhere" },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** What can be made, how far it has come, and whether the file arrived. */
export function ExportActions({ state, dispatch, effects }: ViewProps) {
  const styles = useStyles();
  const { language, activity, handed, annex } = state;
  const translate = usePaneTexts(language);
  const working = activity?.kind === "exporting" ? activity : null;
  const pressed = useRef<HTMLElement | null>(null);
  const wasWorking = useRef(false);
  // "Avbryt" goes away with the work: the focus goes back to what began it.
  useEffect(() => {
    if (wasWorking.current && !working && document.activeElement === document.body) pressed.current?.focus();
    wasWorking.current = working !== null;
  }, [working]);
  const begin = (button: HTMLElement, work: () => Promise<void>) => {
    pressed.current = button;
    void work();
  };
  return (
    <Section title={translate("export.title")}>
      <Text size={200} className={styles.muted}>
        {translate("export.stays")}
      </Text>
      {annex?.outdated && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody className={styles.message}>
            <MessageBarTitle>
              <Link inline onClick={() => void effects.openSheet(annex.sheet)}>
                {translate("export.annexSheet", { sheet: annex.sheet })}
              </Link>
            </MessageBarTitle>{" "}
            <Badge color="warning" appearance="tint">{translate("written.outdated")}</Badge>
            <Text block>{translate("export.outdatedHint")}</Text>
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.actions} role="group" aria-label={translate("export.actions")}>
        <Action main primary icon={<DocumentRegular />} busy={working !== null} name={translate("export.word")} onPress={(button) => begin(button, () => effects.makeFile("word"))} />
        <Action main icon={<DocumentMultipleRegular />} busy={working !== null} name={translate("export.committees")} onPress={(button) => begin(button, () => effects.makeFile("committees"))} />
        <Action main icon={<DocumentRegular />} busy={working !== null} name={translate("export.followUp")} onPress={(button) => begin(button, () => effects.makeFile("followUp"))} />
        <Action icon={<TableArrowUpRegular />} busy={working !== null} name={translate("export.sheet")} onPress={(button) => begin(button, () => effects.writeAnnex())} />
        <Action icon={<ClipboardRegular />} busy={working !== null} name={translate("export.copy")} onPress={(button) => begin(button, () => effects.copyAnnex())} />
        <Action icon={<DocumentTableRegular />} busy={working !== null} name={translate("export.csv")} onPress={(button) => begin(button, () => effects.makeFile("csv"))} />
        <Action icon={<DocumentTableRegular />} busy={working !== null} name={translate("export.sieFile")} onPress={(button) => begin(button, () => effects.makeFile("sie"))} />
      </div>
      {working && (
        <div className={styles.working}>
          <ProgressBar className={styles.bar} aria-label={translate(`status.exporting.${working.what}`)} {...(working.share === undefined ? {} : { value: working.share })} />
          <Button onClick={() => effects.cancelExport()}>{translate("export.cancel")}</Button>
        </div>
      )}
      {handed && !working && <FileArrival key={`${handed.name} ${handed.arrival}`} file={handed} language={language} dispatch={dispatch} effects={effects} onGone={() => pressed.current?.focus()} />}
    </Section>
  );
}

interface ActionProps {
  name: string;
  icon: ReactElement;
  busy: boolean;
  /** As wide as the pane. */
  main?: boolean;
  primary?: boolean;
  onPress(button: HTMLElement): void;
}

function Action({ name, icon, busy, main, primary, onPress }: ActionProps) {
  const styles = useStyles();
  return (
    <Button className={mergeClasses(styles.action, main && styles.main)} appearance={primary ? "primary" : "secondary"} icon={icon} disabledFocusable={busy} onClick={({ currentTarget }) => onPress(currentTarget)}>
      {name}
    </Button>
  );
}
