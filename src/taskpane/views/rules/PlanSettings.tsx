import { makeStyles, tokens } from "@fluentui/react-components";
import { translator, type Language } from "../../../i18n";
import { formatAmount } from "../../../i18n/format";
import type { PlanInput } from "../../../planning/types";
import type { SettingDrafts } from "../../drafts";
import { percentText, readRate, readWhole, readYear } from "../../fieldText";
import { FieldText } from "../FieldText";
import { PaneSelect } from "../PaneSelect";
import { usePaneTexts } from "../paneTexts";
import { Section } from "../Section";

const useStyles = makeStyles({
  // In em: larger letters need wider columns.
  fields: { display: "grid", alignItems: "start", gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 9.4em), 1fr))", gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
  // The choices are phrases: half the pane would cut them off.
  wide: { gridColumn: "1 / -1", display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

const roundingUnits = ["0.01", "1", "1000"] as const;

interface PlanSettingsProps {
  input: PlanInput;
  drafts: SettingDrafts;
  language: Language;
  onSettings(drafts: SettingDrafts): void;
}

/** Rounding, discount rate and base year, who gets room first under a cap, and how long the rest may wait. */
export function PlanSettings({ input, drafts, language, onSettings }: PlanSettingsProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const { roundingUnit = "1", appraisal, capOrder = "oldestFirst", capExtensionYears } = input;
  const orNothing = <T,>(read: (text: string) => T | undefined) => (text: string) => (text.trim() === "" ? null : read(text));
  return (
    <Section title={translate("settings.title")}>
      <div className={styles.fields}>
        <div className={styles.wide}>
          <PaneSelect
            label={translate("settings.rounding")}
            value={roundingUnit}
            options={[...new Set([...roundingUnits, roundingUnit])].map((unit) => ({ value: unit, text: formatAmount(unit, language) }))}
            onChoose={(unit) => onSettings({ ...drafts, roundingUnit: unit })}
          />
          <PaneSelect
            label={translate("settings.capOrder")}
            value={capOrder}
            options={(["oldestFirst", "proportional"] as const).map((order) => ({ value: order, text: translator(language)(`template:choices.${order}`) }))}
            onChoose={(order) => onSettings({ ...drafts, capOrder: order })}
          />
          <FieldText<number | null>
            label={translate("settings.extension")}
            hint={translate("settings.extensionHint")}
            value={capExtensionYears === undefined ? "" : String(capExtensionYears)}
            read={orNothing((text) => readWhole(text, 0, 100))}
            onValue={(years) => onSettings({ ...drafts, capExtensionYears: years })}
            mistake={translate("fields.countMistake")}
            inputMode="numeric"
          />
        </div>
        <FieldText<string | null>
          label={translate("settings.rate")}
          hint={translate("settings.rateHint")}
          value={appraisal ? percentText(appraisal.rate, language) : ""}
          read={orNothing(readRate)}
          onValue={(rate) => onSettings({ ...drafts, rate })}
          mistake={translate("settings.rateMistake")}
          inputMode="decimal"
          unit="%"
        />
        <FieldText<number | null>
          label={translate("settings.baseYear")}
          hint={translate("settings.baseYearHint")}
          value={appraisal ? String(appraisal.baseYear) : ""}
          read={orNothing(readYear)}
          onValue={(baseYear) => onSettings({ ...drafts, baseYear })}
          mistake={translate("fields.yearMistake")}
          inputMode="numeric"
        />
      </div>
    </Section>
  );
}
