import { useState } from "react";
import type { Language } from "../../../i18n";
import type { Committee, YearlyCap } from "../../../planning/types";
import { amountText, percentText, readKronor, readShare, readYear } from "../../fieldText";
import type { CapChange } from "../../../workbook/rules";
import { EntryForm, FormFields, FormText } from "../EntryForm";
import { PaneSelect } from "../PaneSelect";
import { usePaneTexts } from "../paneTexts";

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
  const translate = usePaneTexts(language);
  const [committee, setCommittee] = useState(cap?.committee ?? committees[0]?.id ?? "");
  const [year, setYear] = useState(cap?.year === undefined ? "" : String(cap.year));
  const [unit, setUnit] = useState<"kr" | "share">(cap?.shareOfFrame === undefined ? "kr" : "share");
  const [limit, setLimit] = useState(firstLimit(cap, language));
  const [tried, setTried] = useState(false);
  const most = unit === "kr" ? readKronor(limit) : readShare(limit);
  const when = year.trim() === "" ? null : readYear(year);
  const save = () => {
    setTried(true);
    if (most === undefined || when === undefined || committee === "") return;
    onSave({ committee, ...(when === null ? {} : { year: when }), ...(unit === "kr" ? { amount: most } : { shareOfFrame: most }), ...(cap?.cell === undefined ? {} : { cell: cap.cell }) });
  };
  return (
    <EntryForm title={translate(cap ? "caps.change" : "caps.new")} language={language} busy={busy} save={translate("caps.save")} onSave={save} onClose={onClose}>
      <PaneSelect label={translate("caps.committee")} value={committee} options={committees.map(({ id, name }) => ({ value: id, text: name }))} focused onChoose={setCommittee} />
      <FormFields>
        <FormText label={translate("caps.limit")} value={limit} inputMode="decimal" mistake={tried && most === undefined && translate(unit === "kr" ? "fields.amountMistake" : "fields.shareMistake")} onChange={setLimit} />
        <PaneSelect<"kr" | "share">
          label={translate("caps.unit")}
          value={unit}
          options={[
            { value: "kr", text: "kr" },
            { value: "share", text: translate("caps.share") },
          ]}
          onChoose={setUnit}
        />
        <FormText label={translate("caps.year")} hint={translate("caps.yearHint")} value={year} inputMode="numeric" mistake={tried && when === undefined && translate("fields.yearMistake")} onChange={setYear} />
      </FormFields>
    </EntryForm>
  );
}

function firstLimit(cap: YearlyCap | null, language: Language): string {
  if (cap?.shareOfFrame !== undefined) return percentText(cap.shareOfFrame, language);
  return cap?.amount === undefined ? "" : amountText(cap.amount, language);
}
