import { Button, FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { I18nextProvider } from "react-i18next";
import { texts } from "../i18n";
import type { Effects } from "./effects";
import { isWritable } from "./state";
import type { PaneStore } from "./store";
import { useOfficeTheme } from "./theme";
import { FailureMessage } from "./views/FailureMessage";
import { Header } from "./views/Header";
import { InputView } from "./views/InputView";
import { PlanView } from "./views/PlanView";
import { Problems } from "./views/Problems";
import { StartView } from "./views/StartView";
import { StatusLine } from "./views/StatusLine";
import { usePaneTexts } from "./views/paneTexts";

const useStyles = makeStyles({
  page: { minHeight: "100vh", backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1 },
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL, padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXL}`, outlineStyle: "none" },
  foot: { display: "flex", justifyContent: "flex-end" },
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
  const { language, activity, current, written, announcement, failure } = state;
  const translate = usePaneTexts(language);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const main = useRef<HTMLElement>(null);
  const busy = activity !== null;
  const select = (reference: string) => void effects.goTo(reference);
  const closeFailure = () => {
    store.dispatch({ type: "failureClosed" });
    main.current?.focus(); // The button that had it is gone.
  };

  return (
    <FluentProvider theme={theme} className={styles.page}>
      <Header activity={activity} language={language} />
      <main className={styles.content} ref={main} tabIndex={-1}>
        <StatusLine activity={activity} announcement={announcement} language={language} />
        {failure && <FailureMessage failure={failure} language={language} onClose={closeFailure} />}
        {!current && <StartView busy={busy} language={language} onCreate={() => void effects.createTemplate()} onRead={() => void effects.read()} />}
        {current && (
          <>
            <InputView current={current} busy={busy} language={language} onRead={() => void effects.read()} onCreate={() => void effects.createTemplate()} onSelect={select} />
            <Problems current={current} language={language} onSelect={select} />
            {current.plan.projects.length > 0 && (
              <PlanView
                plan={current.plan}
                input={current.reading.input}
                writable={isWritable(current)}
                busy={busy}
                written={written}
                language={language}
                onWrite={() => void effects.write()}
                onOpen={(sheet) => void effects.openSheet(sheet)}
              />
            )}
          </>
        )}
        <div className={styles.foot}>
          <Button
            appearance="transparent"
            size="small"
            lang={language === "sv" ? "en" : "sv"}
            onClick={() => store.dispatch({ type: "languageChosen", language: language === "sv" ? "en" : "sv" })}
          >
            {translate("language.switch")}
          </Button>
        </div>
      </main>
    </FluentProvider>
  );
}
