import { useState } from "react";
import type { FollowUpRow } from "../../../followUp";
import type { Language } from "../../../i18n";
import { amountText, readSignedKronor } from "../../fieldText";
import type { OutcomeEdit } from "../../workbook";
import { PaneSelect } from "../PaneSelect";
import { EntryForm, FormFields, FormText } from "../EntryForm";
import { useTabTexts } from "./tabTexts";

interface OutcomeFormProps {
  row: FollowUpRow;
  title: string;
  busy: boolean;
  language: Language;
  onSave(edit: OutcomeEdit): void;
  onClose(): void;
}

/** An outcome: how much, whether it is established, where it comes from and when. */
export function OutcomeForm({ row, title, busy, language, onSave, onClose }: OutcomeFormProps) {
  const translate = useTabTexts(language);
  const { project, committee, year, outcome } = row;
  // What stood there when the user began; what a co-author has written since is shown by Excel's refusal, and known after it.
  const [known, setKnown] = useState(row);
  const [amount, setAmount] = useState(outcome === undefined ? "" : amountText(outcome, language));
  const [status, setStatus] = useState<"established" | "preliminary">(row.status === "established" ? "established" : "preliminary");
  const [source, setSource] = useState(row.source ?? "");
  const [date, setDate] = useState(row.date ?? "");
  const [tried, setTried] = useState(false);
  const kronor = readSignedKronor(amount);
  const save = () => {
    setTried(true);
    if (kronor === undefined) return;
    const was = known.status === "missing" || known.outcome === undefined ? null : { amount: known.outcome, status: known.status };
    setKnown(row);
    onSave({ project, committee, year, amount: kronor, status, source: source.trim(), date: date.trim(), was });
  };
  return (
    <EntryForm title={title} language={language} busy={busy} save={translate("followUpTab:form.save")} onSave={save} onClose={onClose}>
      <FormFields>
        <FormText label={translate("followUpTab:outcomes.amount")} value={amount} inputMode="decimal" mistake={tried && kronor === undefined && translate("followUpTab:form.amountMistake")} onChange={setAmount} />
        <StatusSelect status={status} language={language} onChoose={setStatus} />
        <FormText label={translate("followUpTab:outcomes.source")} value={source} onChange={setSource} />
        <FormText label={translate("followUpTab:outcomes.date")} value={date} onChange={setDate} />
      </FormFields>
    </EntryForm>
  );
}

interface StatusSelectProps {
  status: "established" | "preliminary";
  language: Language;
  onChoose(status: "established" | "preliminary"): void;
}

/** Established or preliminary, with what it means. */
export function StatusSelect({ status, language, onChoose }: StatusSelectProps) {
  const translate = useTabTexts(language);
  return (
    <PaneSelect
      label={translate("followUpTab:outcomes.status")}
      value={status}
      hint={translate(`followUpTab:outcomes.${status}Hint`)}
      options={(["preliminary", "established"] as const).map((value) => ({ value, text: translate(`followUpTab:outcomes.${value}`) }))}
      onChoose={onChoose}
    />
  );
}
