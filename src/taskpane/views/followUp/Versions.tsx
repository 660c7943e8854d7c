import { Button, Link, Text } from "@fluentui/react-components";
import { CheckmarkStarburstRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { formatAmount } from "../../../i18n/format";
import { repaid } from "../../followUpFigures";
import { decidedPlan } from "../../followUpState";
import { PaneSelect } from "../PaneSelect";
import { EntryForm, FormFields, FormText } from "../EntryForm";
import { useOpenForm } from "../useOpenForm";
import { AddedByForm } from "./AddedByForm";
import { FollowUpItem, FollowUpList } from "./FollowUpList";
import type { FollowUpProps } from "./followUpProps";
import { ReasonTable } from "./Replanning";
import { useTabTexts } from "./tabTexts";

/** Fastställda planer: the decided versions, what each changed, and the deciding of the current. */
export function Versions({ state, effects, busy, writable }: FollowUpProps & { writable: boolean }) {
  const { language, followUp } = state;
  const translate = useTabTexts(language);
  const forms = useOpenForm();
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const versions = followUp?.versions ?? [];
  const explain = (sheet: string, isShown: boolean) => {
    setHidden(isShown ? [...hidden, sheet] : hidden.filter((one) => one !== sheet));
    if (followUp?.history[sheet] === undefined) void effects.explainVersion(sheet);
  };
  const compared = followUp ? decidedPlan(followUp) : undefined;
  return (
    <>
      <Text size={200}>{translate("followUpTab:versions.explained")}</Text>
      {versions.length === 0 && <Text>{translate("followUpTab:versions.none")}</Text>}
      <FollowUpList label={translate("followUpTab:versions.title")}>
        {versions.map(({ sheet, decision, schedule, input, edited }, place) => {
          const changes = hidden.includes(sheet) ? undefined : followUp?.history[sheet];
          return (
            <FollowUpItem
              key={sheet}
              name={[decision.reference, decision.date].filter(Boolean).join(", ")}
              {...(edited ? { badge: { text: translate("followUpTab:versions.edited"), color: "warning" as const } } : {})}
              facts={[translate("followUpTab:versions.repaid", { amount: formatAmount(repaid(schedule), language) }), ...(decision.note ? [decision.note] : []), ...(edited ? [translate("followUpTab:versions.editedHint")] : [])]}
              action={
                <Link inline onClick={() => void effects.openSheet(sheet)}>
                  {sheet}
                </Link>
              }
            >
              {place > 0 && input && (
                <Button size="small" aria-label={translate("followUpTab:versions.explainFor", { sheet })} aria-expanded={changes !== undefined} onClick={() => explain(sheet, changes !== undefined)}>
                  {translate("followUpTab:versions.explain")}
                </Button>
              )}
              {changes && <ReasonTable caption={translate("followUpTab:versions.explainFor", { sheet })} changes={changes} language={language} />}
            </FollowUpItem>
          );
        })}
      </FollowUpList>
      {versions.length > 1 && compared && (
        <PaneSelect
          label={translate("followUpTab:versions.compareWith")}
          value={compared.sheet}
          options={versions.map(({ sheet, decision }) => ({ value: sheet, text: [decision.reference, decision.date].filter(Boolean).join(", ") }))}
          onChoose={(sheet) => void effects.compareWithVersion(sheet)}
        />
      )}
      <AddedByForm add={translate("followUpTab:versions.decide")} appearance="primary" icon={<CheckmarkStarburstRegular />} disabledFocusable={busy || !writable} forms={forms}>
        <DecisionForm language={language} busy={busy} onClose={forms.close} onSave={(decision) => void forms.closeWhen(effects.decide(decision))} />
      </AddedByForm>
      {!writable && <Text>{translate("followUpTab:replanning.blocked")}</Text>}
    </>
  );
}

interface DecisionFormProps {
  language: FollowUpProps["state"]["language"];
  busy: boolean;
  onSave(decision: { reference: string; date: string; note?: string }): void;
  onClose(): void;
}

function DecisionForm({ language, busy, onSave, onClose }: DecisionFormProps) {
  const translate = useTabTexts(language);
  const [reference, setReference] = useState("");
  const [date, setDate] = useState(new Date().toLocaleDateString("sv-SE"));
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const save = () => {
    setTried(true);
    if (reference.trim() === "" || !isDate(date)) return;
    onSave({ reference: reference.trim(), date: date.trim(), ...(note.trim() === "" ? {} : { note: note.trim() }) });
  };
  return (
    <EntryForm title={translate("followUpTab:versions.decide")} language={language} busy={busy} save={translate("followUpTab:versions.keep")} onSave={save} onClose={onClose}>
      <FormFields>
        <FormText label={translate("followUpTab:versions.reference")} hint={translate("followUpTab:waivers.decisionHint")} value={reference} mistake={tried && reference.trim() === "" && translate("followUpTab:form.decisionMistake")} onChange={setReference} />
        <FormText label={translate("followUpTab:versions.date")} value={date} mistake={tried && !isDate(date) && translate("followUpTab:form.dateMistake")} onChange={setDate} />
      </FormFields>
      <FormText label={translate("followUpTab:versions.note")} value={note} onChange={setNote} />
    </EntryForm>
  );
}

/** A day that there is, as 2027-02-14. */
function isDate(text: string): boolean {
  const day = text.trim();
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
}
