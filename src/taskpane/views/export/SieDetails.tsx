import { Checkbox, makeStyles, Text, tokens } from "@fluentui/react-components";
import { annexTranslator } from "../../../report/paper/annexTexts";
import type { Paper } from "../../../workbook/paper";
import { readWhole } from "../../fieldText";
import { FieldText } from "../FieldText";
import { usePaneTexts } from "../paneTexts";
import { Section } from "../Section";
import type { PaperFormProps } from "./PaperDetails";

const useStyles = makeStyles({
  fields: { display: "grid", alignItems: "start", gridTemplateColumns: "repeat(auto-fit, minmax(132px, 1fr))", gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
  muted: { color: tokens.colorNeutralForeground2 },
});

const fields = [
  { field: "account", key: "sieAccount" },
  { field: "grantAccount", key: "sieGrantAccount" },
  { field: "budgetYear", key: "sieBudgetYear" },
  { field: "month", key: "sieMonth" },
] as const;

/** Between which numbers each field lies; the accounts have three to six digits. */
const limits = { account: { least: 100, most: 999_999 }, grantAccount: { least: 100, most: 999_999 }, budgetYear: { least: 1990, most: 2150 }, month: { least: 1, most: 12 } } as const;

/** What the finance system's file needs to know. */
export function SieDetails({ paper, language, problems, onChange }: PaperFormProps) {
  const styles = useStyles();
  const translate = annexTranslator(language);
  const pane = usePaneTexts(language);
  const { sie } = paper;
  const change = (changed: Partial<Paper["sie"]>) => onChange({ ...paper, sie: { ...sie, ...changed } });
  return (
    <Section title={pane("export.sie")}>
      <Text size={200} className={styles.muted}>
        {pane("export.sieHint")}
      </Text>
      <div className={styles.fields}>
        {fields.map(({ field, key }) => (
          <FieldText
            key={field}
            label={translate(`annex:kept.settings.${key}.name`)}
            value={sie[field]}
            read={(text) => (text.trim() === "" || readWhole(text, limits[field].least, limits[field].most) !== undefined ? text.trim() : undefined)}
            onValue={(text) => change({ [field]: text })}
            mistake={translate(`annex:kept.settings.${key}.explanation`)}
            problem={problems?.[key]}
            when="left"
            inputMode="numeric"
          />
        ))}
      </div>
      <Checkbox label={translate("annex:kept.settings.sieByProject.name")} checked={sie.byProject} onChange={(_, { checked }) => change({ byProject: checked === true })} />
    </Section>
  );
}
