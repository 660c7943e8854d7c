import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, Text, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { translator } from "../../../i18n";
import { modelNames, type ModelName } from "../../../planning/models";
import { planOverview } from "../../../report/overview";
import { hasDrafts } from "../../drafts";
import { keyFigures } from "../../keyFigures";
import { selectedTable, type PlanSelection } from "../../planSelection";
import { isWritable } from "../../state";
import { DiagnosticList } from "../DiagnosticList";
import { PaneSelect } from "../PaneSelect";
import { usePaneTexts } from "../paneTexts";
import { Section } from "../Section";
import type { ViewProps } from "../viewProps";
import { FundBalance } from "./FundBalance";
import { ComparedFigures, KeyFigures } from "./KeyFigures";
import { Repayments } from "./Repayments";
import { WritePlan } from "./WritePlan";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXL },
  // In em: larger letters need wider columns.
  filters: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 9.1em), 1fr))", alignItems: "start", gap: tokens.spacingHorizontalS },
});

/** No filter, and no comparison. */
const none = "";

/** Plan: what it comes to, who repays when, how the fund fares, and the way to the sheets. */
export function PlanTab({ state, dispatch, effects }: ViewProps) {
  const styles = useStyles();
  const { language, current, comparison, drafts } = state;
  const { plan, input } = current;
  const translate = usePaneTexts(language);
  const [selection, select] = useState<PlanSelection>({});
  const overview = useMemo(() => planOverview(plan, input, language), [plan, input, language]);
  const table = useMemo(() => selectedTable(plan, input, selection, language), [plan, input, selection, language]);
  const other = useMemo(() => comparison && planOverview(comparison.plan, input, language), [comparison, input, language]);
  const otherName = comparison ? translator(language)(`template:choices.${comparison.model}`) : "";
  const otherTable = useMemo(() => comparison && { name: otherName, table: selectedTable(comparison.plan, input, selection, language) }, [comparison, otherName, input, selection, language]);
  const otherFund = useMemo(() => comparison && { name: otherName, fund: comparison.plan.fund }, [comparison, otherName]);
  const toInput = () => dispatch({ type: "tabChosen", tab: "input" });

  if (plan.projects.length === 0) {
    return (
      <Section title={translate("plan.title")}>
        <Text>{translate("plan.blocked")}</Text>
        <Button onClick={toInput}>{translate("nothingRead.toInput")}</Button>
      </Section>
    );
  }
  const names: [string, string] = [translate("compare.current"), otherName];
  const goTo = (cell: string) => void effects.goTo(cell);
  const aboutFund = plan.diagnostics.filter(({ code }) => code === "fundBelowZero");
  const aboutRepayments = plan.diagnostics.filter(
    ({ code, project, committee }) => code !== "fundBelowZero" && (selection.project === undefined || project === undefined || project === selection.project) && (selection.committee === undefined || committee === undefined || committee === selection.committee),
  );
  return (
    <div className={styles.tab}>
      <Section title={translate("plan.title")}>
        {hasDrafts(drafts) && (
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody>{translate("plan.unsavedRules")}</MessageBarBody>
            <MessageBarActions>
              <Button onClick={() => dispatch({ type: "tabChosen", tab: "rules" })}>{translate("plan.toRules")}</Button>
            </MessageBarActions>
          </MessageBar>
        )}
        {other ? (
          <ComparedFigures names={names} figures={keyFigures(overview, language, true)} compared={keyFigures(other, language, true)} caption={translate("compare.figures")} />
        ) : (
          <KeyFigures figures={keyFigures(overview, language)} />
        )}
        <WritePlan state={state} writable={isWritable(current)} effects={effects} onInput={toInput} />
        <PaneSelect<ModelName | typeof none>
          label={translate("compare.with")}
          hint={translate("compare.hint")}
          value={comparison?.model ?? none}
          options={[{ value: none, text: translate("compare.none") }, ...modelNames.map((model) => ({ value: model, text: translator(language)(`template:choices.${model}`) }))]}
          onChoose={(model) => void effects.compare(model === none ? null : model)}
        />
      </Section>
      <Section title={translate("repayments.title")}>
        <div className={styles.filters}>
          <Filter label={translate("filters.committee")} everything={translate("filters.allCommittees")} parties={input.committees} chosen={selection.committee} onChoose={(committee) => select({ ...selection, committee })} />
          <Filter label={translate("filters.project")} everything={translate("filters.allProjects")} parties={input.projects} chosen={selection.project} onChoose={(project) => select({ ...selection, project })} />
        </div>
        <Repayments table={table} compared={otherTable} decimals={overview.decimals} language={language} />
        <DiagnosticList diagnostics={aboutRepayments} label={translate("plan.warnings")} input={input} language={language} onSelect={goTo} />
      </Section>
      {plan.fund.length > 0 && (
        <Section title={translate("fund.title")}>
          <FundBalance fund={plan.fund} compared={otherFund} language={language} />
          <DiagnosticList diagnostics={aboutFund} label={translate("plan.warnings")} input={input} language={language} onSelect={goTo} />
        </Section>
      )}
    </div>
  );
}

interface FilterProps {
  label: string;
  everything: string;
  parties: { id: string; name: string }[];
  chosen: string | undefined;
  onChoose(id: string | undefined): void;
}

function Filter({ label, everything, parties, chosen, onChoose }: FilterProps) {
  return (
    <PaneSelect
      label={label}
      value={chosen ?? none}
      options={[{ value: none, text: everything }, ...parties.map(({ id, name }) => ({ value: id, text: name }))]}
      onChoose={(id) => onChoose(id === none ? undefined : id)}
    />
  );
}
