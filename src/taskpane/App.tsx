import { FluentProvider, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useEffect, useRef, useSyncExternalStore } from "react";
import { I18nextProvider } from "react-i18next";
import { texts } from "../i18n";
import type { Effects } from "./effects";
import { hasInput, type PaneState } from "./state";
import type { PaneStore } from "./store";
import { focusMark } from "./views/focusMark";
import { useOfficeTheme } from "./theme";
import { About } from "./views/About";
import { FailureMessage } from "./views/FailureMessage";
import { Header } from "./views/Header";
import { InputTab } from "./views/input/InputTab";
import { LoadGuard } from "./views/LoadGuard";
import { NothingRead } from "./views/NothingRead";
import { PaneTabs, panelId, tabId } from "./views/PaneTabs";
import { usePaneTexts } from "./views/paneTexts";
import { SilenceMessage } from "./views/SilenceMessage";
import { StatusLine } from "./views/StatusLine";
import { useKeptFocus } from "./views/useKeptFocus";
import type { ViewProps } from "./views/viewProps";

const RulesTab = lazy(async () => ({ default: (await import("./views/rules/RulesTab")).RulesTab }));
const PlanTab = lazy(async () => ({ default: (await import("./views/plan/PlanTab")).PlanTab }));
const FollowUpTab = lazy(async () => ({ default: (await import("./views/followUp/FollowUpTab")).FollowUpTab }));
const ExportTab = lazy(async () => ({ default: (await import("./views/export/ExportTab")).ExportTab }));

const FunctionReference = lazy(async () => ({ default: (await import("./views/functions/FunctionReference")).FunctionReference }));

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", minHeight: "100vh", backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1, overflowWrap: "break-word" },
  content: { flexGrow: 1, display: "flex", flexDirection: "column", padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXL}`, outlineStyle: "none", ...focusMark("-2px") },
});

/** The whole pane: a function of the store's state, in its language and in Office's theme. */
export function App({ store, effects }: { store: PaneStore; effects: Effects }) {
  return (
    <I18nextProvider i18n={texts}>
      <Pane store={store} effects={effects} />
    </I18nextProvider>
  );
}

function Pane({ store, effects }: { store: PaneStore; effects: Effects }) {
  const state = useSyncExternalStore(store.subscribe, store.state);
  const styles = useStyles();
  const theme = useOfficeTheme();
  const { language, activity, planning, announcement, failure, silent, tab, functions } = state;
  const { dispatch } = store;
  const translate = usePaneTexts(language);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const keptFocus = useKeptFocus(tab);
  const functionsButton = useRef<HTMLButtonElement>(null);
  const closeFunctions = () => {
    dispatch({ type: "functionsClosed" });
    functionsButton.current?.focus();
  };
  const waiting = <Spinner label={translate("status.opening")} />;

  return (
    <FluentProvider theme={theme} className={styles.page}>
      <Header
        activity={activity}
        planning={planning}
        language={language}
        functions={functions}
        functionsButton={functionsButton}
        onFunctions={functions ? closeFunctions : () => dispatch({ type: "functionsOpened" })}
        onLanguage={(chosen) => dispatch({ type: "languageChosen", language: chosen })}
      />
      <PaneTabs tab={functions ? null : tab} state={state} onTab={(chosen) => dispatch({ type: "tabChosen", tab: chosen })} />
      <main className={styles.content} tabIndex={-1} {...keptFocus}>
        <StatusLine activity={activity} announcement={announcement} language={language} />
        {silent && <SilenceMessage language={language} />}
        {failure && <FailureMessage failure={failure} language={language} onClose={() => dispatch({ type: "failureClosed" })} />}
        {functions ? (
          <LoadGuard key="functions" sentence={translate("failure.notLoaded")}>
            <Suspense fallback={waiting}>
              <FunctionReference state={state} effects={effects} onClose={closeFunctions} />
            </Suspense>
          </LoadGuard>
        ) : (
          <div role="tabpanel" id={panelId(tab)} aria-labelledby={tabId(tab)}>
            <LoadGuard key={tab} sentence={translate("failure.notLoaded")}>
              <Suspense fallback={waiting}>
                <TabView state={state} dispatch={dispatch} effects={effects} />
              </Suspense>
            </LoadGuard>
          </div>
        )}
      </main>
      <About language={language} />
    </FluentProvider>
  );
}

function TabView(props: Omit<ViewProps, "state"> & { state: PaneState }) {
  const { state, dispatch } = props;
  if (state.tab === "input") return <InputTab {...props} />;
  if (!hasInput(state)) return <NothingRead language={state.language} onInput={() => dispatch({ type: "tabChosen", tab: "input" })} />;
  const View = { rules: RulesTab, plan: PlanTab, followUp: FollowUpTab, export: ExportTab }[state.tab];
  return <View {...props} state={state} />;
}
