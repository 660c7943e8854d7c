import { Button, makeStyles, Switch, Text, tokens } from "@fluentui/react-components";
import { SaveRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { RepaymentRule } from "../../../planning/types";
import { completeRule } from "../../../workbook/template/ruleCells";
import { hasDrafts, noDrafts } from "../../drafts";
import { unevenSplit } from "../../splits";
import { DiagnosticList } from "../DiagnosticList";
import { PaneSelect } from "../PaneSelect";
import { usePaneTexts } from "../paneTexts";
import { Section } from "../Section";
import type { ViewProps } from "../viewProps";
import { Caps } from "./Caps";
import { PlanSettings } from "./PlanSettings";
import { RuleEditor } from "./RuleEditor";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXL },
  rule: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  // In line with the fields: Fluent leaves room for a mark of the focus beside it.
  follows: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  save: {
    // In a low or narrow pane it would take the room that the fields need.
    "@media (min-width: 300px) and (min-height: 360px)": { position: "sticky" },
    bottom: 0,
    zIndex: 4,
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  unsaved: { flexBasis: "100%", color: tokens.colorNeutralForeground2 },
});

/** The select's value for the fund's own rule; no project has it, as ids are never blank. */
const fund = "";

/** Regler: the fund's rule and the projects', caps and settings; the workbook's tables are the truth. */
export function RulesTab({ state, dispatch, effects }: ViewProps) {
  const styles = useStyles();
  const { language, current, drafts, activity } = state;
  const { input } = current;
  const translate = usePaneTexts(language);
  const [chosen, choose] = useState(fund);
  const project = input.projects.find(({ id }) => id === chosen);
  const busy = activity !== null && !(activity.kind === "reading" && activity.quiet === true);

  const set = (rule: RepaymentRule | "default") => {
    if (project) void effects.draft({ ...drafts, projects: { ...drafts.projects, [project.id]: rule } });
    else if (rule !== "default") void effects.draft({ ...drafts, defaultRule: rule });
  };
  const fundRule = completeRule(input.defaultRule ?? {});
  const own = project?.rule;
  const uneven = unevenSplit(drafts, input, language);
  // What is wrong with a split that is being written stands beside it.
  const about = current.plan.diagnostics.filter(({ code, project: of }) => project && of === project.id && !(uneven !== undefined && code === "splitSum"));

  return (
    <div className={styles.tab}>
      <Section title={translate("rules.title")}>
        <div className={styles.rule}>
          <PaneSelect
            label={translate("rules.for")}
            value={project ? chosen : fund}
            options={[{ value: fund, text: translate("rules.fund") }, ...input.projects.map(({ id, name, rule }) => ({ value: id, text: rule ? translate("rules.ownRule", { project: name }) : name }))]}
            onChoose={choose}
          />
          {project && (
            <Switch
              className={styles.follows}
              checked={own === undefined}
              label={translate("rules.followsFund")}
              onChange={(_, { checked }) => set(checked ? "default" : fundRule)}
            />
          )}
          <RuleEditor key={project?.id ?? fund} rule={completeRule(own ?? fundRule)} readOnly={project !== undefined && own === undefined} committees={input.committees} language={language} onRule={set} />
          <DiagnosticList diagnostics={about} label={translate("problems.title")} language={language} onSelect={(cell) => void effects.goTo(cell)} />
        </div>
      </Section>
      <Caps state={state} busy={busy} effects={effects} />
      <PlanSettings input={input} language={language} drafts={drafts.settings} onSettings={(settings) => void effects.draft({ ...drafts, settings })} />
      {hasDrafts(drafts) && (
        <div className={styles.save}>
          <Text size={200} className={styles.unsaved}>
            {uneven ?? translate("rules.unsaved")}
          </Text>
          <Button appearance="primary" icon={<SaveRegular />} disabledFocusable={busy || uneven !== undefined} onClick={() => void effects.saveRules()}>
            {translate("rules.save")}
          </Button>
          <Button
            disabledFocusable={busy}
            onClick={() => {
              void effects.draft(noDrafts);
              dispatch({ type: "announced", announcement: { kind: "rulesUndone" } });
            }}
          >
            {translate("rules.undo")}
          </Button>
        </div>
      )}
    </div>
  );
}
