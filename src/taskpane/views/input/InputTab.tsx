import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from "@fluentui/react-components";
import { ArrowSyncRegular, SelectObjectRegular } from "@fluentui/react-icons";
import { lazy, useEffect, useRef, type Ref } from "react";
import type { ReadTable } from "../../../workbook/reading";
import { diagnosticsOf, hasInput, isQuiet, type Current, type PaneState } from "../../state";
import { DiagnosticList } from "../DiagnosticList";
import { usePaneTexts } from "../paneTexts";
import { Section } from "../Section";
import type { ViewProps } from "../viewProps";
import { AddTable } from "./AddTable";
import { Problems } from "./Problems";
import { StartView } from "./StartView";
import { HowRead, TableSummary } from "./TableSummary";

/** The fields of the range picker wait until somebody chooses a range. */
const RangePicker = lazy(async () => ({ default: (await import("./RangePicker")).RangePicker }));

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  ways: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** Underlag: what was read and from where, the ways to begin, and what has to be looked over. */
export function InputTab({ state, dispatch, effects }: Omit<ViewProps, "state"> & { state: PaneState }) {
  const styles = useStyles();
  const { activity, language, pick } = state;
  const busy = activity !== null && !isQuiet(activity);
  const reads = activity?.kind === "reading" || activity?.kind === "understanding";
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = pick ? "pick" : state.current === null ? "unread" : hasInput(state) ? "input" : "start";
  const before = useRef(shown);
  useEffect(() => {
    // What had the focus may have gone with the view before; nobody has been anywhere before the first reading.
    if (before.current !== shown && before.current !== "unread" && (document.activeElement === document.body || document.activeElement === null)) heading.current?.focus();
    before.current = shown;
  }, [shown]);
  const translate = usePaneTexts(language);
  const select = (reference: string) => void effects.goTo(reference);

  if (pick) return <RangePicker pick={pick} busy={busy && !reads} language={language} dispatch={dispatch} effects={effects} />;
  if (!hasInput(state)) {
    const found = state.current?.reading.diagnostics.filter(({ code }) => code !== "reading.nothingFound") ?? [];
    return (
      <div className={styles.tab}>
        <StartView
          busy={busy}
          language={language}
          heading={heading}
          onTemplate={() => void effects.createTemplate()}
          onExample={() => void effects.openExample()}
          onOwnRanges={() => dispatch({ type: "pickOpened", kind: "costs" })}
        />
        <DiagnosticList diagnostics={found} label={translate("problems.title")} language={language} onSelect={select} />
      </div>
    );
  }
  const problems = <Problems current={state.current} language={language} onSelect={select} />;
  const hasErrors = diagnosticsOf(state.current).errors.length > 0;
  return (
    <div className={styles.tab}>
      {hasErrors && problems}
      <Tables current={state.current} busy={busy} heading={heading} state={state} dispatch={dispatch} effects={effects} />
      {!hasErrors && problems}
    </div>
  );
}

/** Costs and savings first, other amounts after them, then what has no amounts. */
function byWeight(one: ReadTable, other: ReadTable): number {
  const weight = ({ kind, total }: ReadTable) => (kind === "costs" ? 0 : kind === "savings" ? 1 : total === undefined ? 3 : 2);
  return weight(one) - weight(other);
}

function Tables({ current, busy, heading, state, dispatch, effects }: ViewProps & { current: Current; busy: boolean; heading: Ref<HTMLHeadingElement> }) {
  const styles = useStyles();
  const { language } = state;
  const translate = usePaneTexts(language);
  const { reading, at, changed } = current;
  const time = new Intl.DateTimeFormat(language === "sv" ? "sv-SE" : "en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" }).format(at);
  return (
    <Section heading={heading} title={translate("input.title")}>
      {changed && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{translate("input.changed")}</MessageBarBody>
        </MessageBar>
      )}
      <ul className={styles.list}>
        {[...reading.tables].sort(byWeight).map((table) => (
          <TableSummary key={`${table.kind} ${table.where}`} table={table} language={language} onSelect={(reference) => void effects.goTo(reference)} onForget={(kind) => void effects.forgetRange(kind)} />
        ))}
      </ul>
      <HowRead leftOut={[]} interpreted={reading.interpreted} language={language} />
      <div className={styles.ways}>
        <Button icon={<SelectObjectRegular />} disabledFocusable={busy} onClick={() => dispatch({ type: "pickOpened", kind: "costs" })}>
          {translate("range.choose")}
        </Button>
        <Button appearance="subtle" icon={<ArrowSyncRegular />} disabledFocusable={busy} onClick={() => void effects.read()}>
          {translate("input.readAgain")}
        </Button>
      </div>
      <AddTable tables={reading.tables} busy={busy} language={language} onAdd={(table) => void effects.addTable(table)} />
      <Text size={200} className={styles.muted}>
        {translate("input.readAt", { time })}
      </Text>
    </Section>
  );
}
