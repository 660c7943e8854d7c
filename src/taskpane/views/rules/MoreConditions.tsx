import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Language } from "../../../i18n";
import type { CompleteRule } from "../../../planning/models";
import type { Committee, RepaymentRule } from "../../../planning/types";
import { readWhole, readYear } from "../../fieldText";
import { FieldText } from "../FieldText";
import { usePaneTexts } from "../paneTexts";
import { SplitEditor } from "./SplitEditor";

const useStyles = makeStyles({
  summary: { cursor: "pointer", display: "list-item", minHeight: "24px", fontWeight: tokens.fontWeightSemibold },
  conditions: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, paddingTop: tokens.spacingVerticalS },
  // In em: larger letters need wider columns.
  fields: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 9.4em), 1fr))", gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, alignItems: "start" },
  earlier: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

interface MoreConditionsProps {
  rule: CompleteRule & RepaymentRule;
  committees: Committee[];
  language: Language;
  onRule(rule: RepaymentRule): void;
}

/** What few rules have: a last year, earlier savings, years after a cap, an agreed split. Open when the rule has some of it. */
export function MoreConditions({ rule, committees, language, onRule }: MoreConditionsProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const [open, setOpen] = useState(hasConditions(rule));
  const orNothing = <T,>(read: (text: string) => T | undefined) => (text: string) => (text.trim() === "" ? null : read(text));
  /** A condition that is taken away leaves no trace, so that its cell is emptied. */
  const set = (conditions: Pick<RepaymentRule, "includeEarlierSavings" | "capExtensionYears" | "split">) => {
    const { includeEarlierSavings, capExtensionYears, split, ...rest } = { ...rule, ...conditions };
    onRule({ ...rest, ...(includeEarlierSavings && { includeEarlierSavings }), ...(capExtensionYears !== undefined && { capExtensionYears }), ...(split && split.length > 0 && { split }) });
  };
  const setLatest = (latest: number | null) => {
    const { from, years } = rule.window;
    onRule({ ...rule, window: { from, years, ...(latest !== null && { latest }) } });
  };
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.summary}>{translate("conditions.title")}</summary>
      <div className={styles.conditions}>
        <div className={styles.fields}>
          <FieldText<number | null>
            label={translate("conditions.latest")}
            hint={translate("conditions.latestHint")}
            value={rule.window.latest === undefined ? "" : String(rule.window.latest)}
            read={orNothing(readYear)}
            onValue={setLatest}
            mistake={translate("fields.yearMistake")}
            inputMode="numeric"
          />
          <FieldText<number | null>
            label={translate("conditions.extension")}
            hint={translate("conditions.extensionHint")}
            value={rule.capExtensionYears === undefined ? "" : String(rule.capExtensionYears)}
            read={orNothing((text) => readWhole(text, 0, 100))}
            onValue={(years) => set({ capExtensionYears: years ?? undefined })}
            mistake={translate("fields.countMistake")}
            inputMode="numeric"
          />
        </div>
        <Checkbox
          className={styles.earlier}
          checked={rule.includeEarlierSavings === true}
          label={translate("conditions.earlier")}
          onChange={(_, { checked }) => set({ includeEarlierSavings: checked === true })}
        />
        <SplitEditor split={rule.split ?? []} committees={committees} language={language} onSplit={(split) => set({ split })} />
      </div>
    </details>
  );
}

function hasConditions({ window, includeEarlierSavings, capExtensionYears, split }: CompleteRule & RepaymentRule): boolean {
  return window.latest !== undefined || includeEarlierSavings === true || capExtensionYears !== undefined || split !== undefined;
}
