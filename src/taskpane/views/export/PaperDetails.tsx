import { makeStyles, tokens } from "@fluentui/react-components";
import type { Language } from "../../../i18n";
import { annexTranslator } from "../../../report/paper/annexTexts";
import type { AnnexDetails } from "../../../report/paper/types";
import type { Paper, PaperKey } from "../../../workbook/paper";
import { FieldText } from "../FieldText";
import { PaneSelect } from "../PaneSelect";
import { usePaneTexts } from "../paneTexts";

const useStyles = makeStyles({
  fields: { display: "grid", alignItems: "start", gridTemplateColumns: "repeat(auto-fit, minmax(132px, 1fr))", gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
  whole: { gridColumnStart: 1, gridColumnEnd: -1 },
});

export interface PaperFormProps {
  paper: Paper;
  language: Language;
  /** Sentences on what is wrong, at the fields that they are about. */
  problems?: Partial<Record<PaperKey, string>>;
  onChange(paper: Paper): void;
}

const fields = ["municipality", "caseNumber", "date", "officer", "recipient", "decider"] as const satisfies readonly (keyof AnnexDetails)[];

/** What the title page says, and the paper's language, unit and form of repayment. */
export function PaperDetails({ paper, language, problems, onChange }: PaperFormProps) {
  const styles = useStyles();
  const translate = annexTranslator(language);
  const pane = usePaneTexts(language);
  const { details } = paper;
  return (
    <div className={styles.fields}>
      {fields.map((field) => (
        <FieldText
          key={field}
          label={translate(`annex:kept.settings.${field}.name`)}
          value={details[field]}
          read={(text) => text.trim()}
          onValue={(text) => onChange({ ...paper, details: { ...details, [field]: text } })}
          mistake=""
          problem={problems?.[field]}
          when="left"
          placeholder={field === "decider" ? pane("export.deciderUsual") : undefined}
        />
      ))}
      <PaneSelect label={translate("annex:kept.settings.language.name")} value={paper.language} options={(["sv", "en"] as const).map((value) => ({ value, text: translate(`annex:kept.languages.${value}`) }))} onChoose={(chosen) => onChange({ ...paper, language: chosen })} />
      <PaneSelect label={translate("annex:kept.settings.unit.name")} value={paper.unit} options={(["kr", "tkr", "mkr"] as const).map((value) => ({ value, text: value }))} onChoose={(unit) => onChange({ ...paper, unit })} />
      <div className={styles.whole}>
        <PaneSelect label={translate("annex:kept.settings.form.name")} value={paper.form} options={(["frameReduction", "internalInvoice"] as const).map((value) => ({ value, text: translate(`annex:kept.forms.${value}`) }))} onChoose={(form) => onChange({ ...paper, form })} />
      </div>
    </div>
  );
}
