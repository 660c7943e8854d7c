import { makeStyles, tokens } from "@fluentui/react-components";
import { translator, type Language } from "../../../i18n";
import { modelNames, modelOf, modelRules, type CompleteRule, type ModelName } from "../../../planning/models";
import type { Committee, RepaymentRule, WindowStart } from "../../../planning/types";
import { percentText, readShare, readWhole, readYear } from "../../fieldText";
import { FieldText } from "../FieldText";
import { PaneSelect } from "../PaneSelect";
import { usePaneTexts } from "../paneTexts";
import { MoreConditions } from "./MoreConditions";
import { RuleInWords } from "./RuleInWords";

const useStyles = makeStyles({
  editor: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  // In em: larger letters need wider columns.
  fields: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 9.4em), 1fr))", gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, alignItems: "start", border: 0, padding: 0, margin: 0, minWidth: 0 },
  wide: { gridColumn: "1 / -1" },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalXS, fontWeight: tokens.fontWeightSemibold },
});

interface RuleEditorProps {
  rule: CompleteRule & RepaymentRule;
  /** The fund's rule is shown, not changed, for a project that follows it. */
  readOnly: boolean;
  committees: Committee[];
  language: Language;
  onRule(rule: RepaymentRule): void;
}

/** A rule: its model, what it means in words and numbers, the four numbers and the years to change, and what few rules have. */
export function RuleEditor({ rule, readOnly, committees, language, onRule }: RuleEditorProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const model = modelOf(rule);
  const name = (one: ModelName | "own") => translator(language)(`template:choices.${one}`);
  const words = <RuleInWords rule={rule} committees={committees} language={language} />;
  if (readOnly) return words;
  /** A model brings its numbers; what is agreed beside them stays. */
  const choose = (chosen: ModelName) => {
    const { split, includeEarlierSavings, capExtensionYears } = rule;
    const { latest } = rule.window;
    const model = modelRules[chosen]();
    onRule({ ...model, window: { ...model.window, ...(latest !== undefined && { latest }) }, ...(split && { split }), ...(includeEarlierSavings !== undefined && { includeEarlierSavings }), ...(capExtensionYears !== undefined && { capExtensionYears }) });
  };
  const share = (field: "share" | "guarantee" | "cap") => (
    <FieldText
      label={translate(`rule.fields.${field}`)}
      hint={translate(`rule.hints.${field}`)}
      value={percentText(rule[field], language)}
      read={readShare}
      onValue={(value) => onRule({ ...rule, [field]: value })}
      mistake={translate("fields.shareMistake")}
      inputMode="decimal"
      unit="%"
    />
  );
  return (
    <div className={styles.editor}>
      <PaneSelect
        label={translate("rule.model")}
        value={model ?? "own"}
        options={[...modelNames, ...(model === undefined ? (["own"] as const) : [])].map((one) => ({ value: one, text: name(one) }))}
        onChoose={(chosen) => chosen !== "own" && choose(chosen)}
      />
      {words}
      <fieldset className={styles.fields}>
        <legend className={styles.legend}>{translate("rule.numbers")}</legend>
        {share("share")}
        {share("guarantee")}
        {share("cap")}
        <FieldText
          label={translate("rule.fields.years")}
          hint={translate("rule.hints.years")}
          value={String(rule.window.years)}
          read={(text) => readWhole(text, 1, 100)}
          onValue={(years) => onRule({ ...rule, window: { ...rule.window, years } })}
          mistake={translate("fields.yearsMistake")}
          inputMode="numeric"
        />
        <WindowStartFields from={rule.window.from} language={language} onFrom={(from) => onRule({ ...rule, window: { ...rule.window, from } })} />
        <div className={styles.wide}>
          <PaneSelect
            label={translate("rule.fields.profile")}
            value={rule.profile}
            options={(["savings", "level"] as const).map((profile) => ({ value: profile, text: translator(language)(`template:choices.${profile}`) }))}
            onChoose={(profile) => onRule({ ...rule, profile })}
          />
        </div>
      </fieldset>
      <MoreConditions rule={rule} committees={committees} language={language} onRule={onRule} />
    </div>
  );
}

type StartKind = "projectStart" | "projectEnd" | "year";

function WindowStartFields({ from, language, onFrom }: { from: WindowStart; language: Language; onFrom(from: WindowStart): void }) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const kind: StartKind = typeof from === "number" ? "year" : from.after;
  const start = (chosen: StartKind): WindowStart => {
    if (chosen === "year") return new Date().getFullYear() + 1;
    return { after: chosen, years: typeof from === "number" ? 1 : from.years };
  };
  return (
    <>
      <div className={styles.wide}>
        <PaneSelect
          label={translate("rule.fields.start")}
          value={kind}
          options={(["projectStart", "projectEnd", "year"] as const).map((one) => ({ value: one, text: translate(`rule.starts.${one}`) }))}
          onChoose={(chosen: StartKind) => onFrom(start(chosen))}
        />
      </div>
      {typeof from === "number" ? (
        <FieldText
          key="year"
          label={translate("rule.fields.firstYear")}
          value={String(from)}
          read={readYear}
          onValue={onFrom}
          mistake={translate("fields.yearMistake")}
          inputMode="numeric"
        />
      ) : (
        <FieldText
          key="after"
          label={translate(`rule.fields.${from.after}`)}
          value={String(from.years)}
          read={(text) => readWhole(text, 0, 100)}
          onValue={(years) => onFrom({ after: from.after, years })}
          mistake={translate("fields.countMistake")}
          inputMode="numeric"
        />
      )}
    </>
  );
}
