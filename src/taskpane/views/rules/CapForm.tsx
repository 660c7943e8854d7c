import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState, type FormEvent } from "react";
import type { Language } from "../../../i18n";
import type { Committee, YearlyCap } from "../../../planning/types";
import { amountText, percentText, readKronor, readShare, readYear } from "../../fieldText";
import type { CapChange } from "../../../workbook/rules";
import { PaneSelect } from "../PaneSelect";
import { usePaneTexts } from "../paneTexts";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalM, border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  // In em: larger letters need wider columns.
  fields: { display: "grid", alignItems: "start", gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 8.2em), 1fr))", gap: tokens.spacingHorizontalS },
  input: { minWidth: 0 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface CapFormProps {
  /** The cap to change; null for a new one. */
  cap: YearlyCap | null;
  committees: Committee[];
  busy: boolean;
  language: Language;
  onSave(cap: CapChange): void;
  onClose(): void;
}

/** A cap: whose, which year, how much. */
export function CapForm({ cap, committees, busy, language, onSave, onClose }: CapFormProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const id = useId();
  const [committee, setCommittee] = useState(cap?.committee ?? committees[0]?.id ?? "");
  const [year, setYear] = useState(cap?.year === undefined ? "" : String(cap.year));
  const [unit, setUnit] = useState<"kr" | "share">(cap?.shareOfFrame === undefined ? "kr" : "share");
  const [limit, setLimit] = useState(firstLimit(cap, language));
  const [tried, setTried] = useState(false);
  const most = unit === "kr" ? readKronor(limit) : readShare(limit);
  const when = year.trim() === "" ? null : readYear(year);
  const save = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (most === undefined || when === undefined || committee === "") return;
    onSave({ committee, ...(when === null ? {} : { year: when }), ...(unit === "kr" ? { amount: most } : { shareOfFrame: most }), ...(cap?.cell === undefined ? {} : { cell: cap.cell }) });
  };
  const mistake = (wrong: boolean, message: string) => (wrong ? ({ validationState: "error", validationMessage: message } as const) : {});
  return (
    <form className={styles.form} aria-labelledby={id} onSubmit={save} noValidate>
      <strong id={id}>{translate(cap ? "caps.change" : "caps.new")}</strong>
      <PaneSelect label={translate("caps.committee")} value={committee} options={committees.map(({ id: one, name }) => ({ value: one, text: name }))} focused onChoose={setCommittee} />
      <div className={styles.fields}>
        <Field label={translate("caps.limit")} size="small" {...mistake(tried && most === undefined, translate(unit === "kr" ? "fields.amountMistake" : "fields.shareMistake"))}>
          <Input size="medium" className={styles.input} input={{ className: styles.input }} value={limit} inputMode="decimal" onChange={(_, { value }) => setLimit(value)} />
        </Field>
        <PaneSelect<"kr" | "share">
          label={translate("caps.unit")}
          value={unit}
          options={[
            { value: "kr", text: "kr" },
            { value: "share", text: translate("caps.share") },
          ]}
          onChoose={setUnit}
        />
        <Field label={translate("caps.year")} size="small" hint={translate("caps.yearHint")} {...mistake(tried && when === undefined, translate("fields.yearMistake"))}>
          <Input size="medium" className={styles.input} input={{ className: styles.input }} value={year} inputMode="numeric" onChange={(_, { value }) => setYear(value)} />
        </Field>
      </div>
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {translate("caps.save")}
        </Button>
        <Button onClick={onClose}>{translate("caps.cancel")}</Button>
      </div>
    </form>
  );
}

function firstLimit(cap: YearlyCap | null, language: Language): string {
  if (cap?.shareOfFrame !== undefined) return percentText(cap.shareOfFrame, language);
  return cap?.amount === undefined ? "" : amountText(cap.amount, language);
}
