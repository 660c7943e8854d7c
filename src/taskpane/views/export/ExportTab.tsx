import { Button, Link, makeStyles, MessageBar, MessageBarActions, MessageBarBody, Spinner, Text, tokens } from "@fluentui/react-components";
import { useEffect, useEffectEvent, useRef } from "react";
import { annexTranslator } from "../../../report/paper/annexTexts";
import type { Paper } from "../../../workbook/paper";
import { sieFieldProblems } from "../../export/sieFields";
import { isUnsaved, type Papers } from "../../exportState";
import { isWritable } from "../../state";
import { usePaneTexts } from "../paneTexts";
import { Section } from "../Section";
import type { ViewProps } from "../viewProps";
import { ExportActions } from "./ExportActions";
import { PaperDetails } from "./PaperDetails";
import { SectionOrder } from "./SectionOrder";
import { SieDetails } from "./SieDetails";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXL },
  message: { minWidth: 0, overflowWrap: "anywhere" },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** Export: the plan as papers and files, and what they shall be like. */
export function ExportTab({ state, dispatch, effects }: ViewProps) {
  const styles = useStyles();
  const { language, papers, current, sieRefusals } = state;
  const translate = usePaneTexts(language);
  const open = useEffectEvent(() => void effects.openExport());
  useEffect(() => open(), []);
  const tab = useRef<HTMLDivElement>(null);
  const refusals = useRef(sieRefusals);
  // The first field that a SIE file waits for.
  useEffect(() => {
    if (sieRefusals > refusals.current) tab.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    refusals.current = sieRefusals;
  }, [sieRefusals]);
  const toInput = () => dispatch({ type: "tabChosen", tab: "input" });
  if (!isWritable(current)) {
    return (
      <Section title={translate("export.title")}>
        <Text>{translate("export.blocked")}</Text>
        <Button onClick={toInput}>{translate("nothingRead.toInput")}</Button>
      </Section>
    );
  }
  if (papers === null) return <Spinner label={translate("export.loading")} />;
  const change = (paper: Paper) => void effects.changePaper(paper);
  const problems = sieRefusals > 0 ? sieFieldProblems(papers.paper, language) : undefined;
  return (
    <div className={styles.tab} ref={tab}>
      <ExportActions state={state} dispatch={dispatch} effects={effects} />
      <Section title={translate("export.details")}>
        <Text size={200} className={styles.muted}>
          {papers.sheet === null ? translate("export.keptWhen") : <>{translate("export.keptOn", { sheet: papers.sheet })} <Link inline onClick={() => void effects.openSheet(papers.sheet ?? "")}>{translate("export.show")}</Link></>}
        </Text>
        <PaperProblems papers={papers} language={language} />
        {isUnsaved(papers) && state.failure && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody className={styles.message}>{translate("export.unsaved")}</MessageBarBody>
            <MessageBarActions>
              <Button onClick={() => void effects.savePaper()}>{translate("export.save")}</Button>
            </MessageBarActions>
          </MessageBar>
        )}
        <PaperDetails paper={papers.paper} language={language} problems={problems} onChange={change} />
      </Section>
      <SectionOrder paper={papers.paper} language={language} onChange={change} />
      <SieDetails paper={papers.paper} language={language} problems={problems} onChange={change} />
    </div>
  );
}

function PaperProblems({ papers: { problems, sheet }, language }: { papers: Papers; language: ViewProps["state"]["language"] }) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  return problems.map(({ key, text }) => (
    <MessageBar key={key} intent="warning" layout="multiline">
      <MessageBarBody className={styles.message}>{translate("export.unclear", { text, name: annexTranslator(language)(`annex:kept.settings.${key}.name`), sheet })}</MessageBarBody>
    </MessageBar>
  ));
}
