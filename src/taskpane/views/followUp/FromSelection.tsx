import { Button, Text } from "@fluentui/react-components";
import { SelectAllOnRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { yearFollowUp, type FollowUpRow } from "../../../followUp";
import { formatAmount } from "../../../i18n/format";
import { sum } from "../../../report/amounts";
import type { FollowUpKind } from "../../followUpState";
import { DiagnosticList } from "../DiagnosticList";
import { EntryForm, FormFields, FormText } from "../EntryForm";
import type { FollowUpProps } from "./followUpProps";
import { StatusSelect } from "./OutcomeForm";
import { useReturnedFocus } from "../useReturnedFocus";
import { useTabTexts } from "./tabTexts";

/** Many outcomes or bookings at once: what is selected in Excel, shown as it was understood before it is written. */
export function FromSelection({ kind, state, dispatch, effects, busy, year }: FollowUpProps & { kind: FollowUpKind }) {
  const { language, followUp, current } = state;
  const translate = useTabTexts(language);
  const [status, setStatus] = useState<"established" | "preliminary">("preliminary");
  const [source, setSource] = useState("");
  const [date, setDate] = useState("");
  const read = followUp?.read?.kind === kind ? followUp.read.amounts : null;
  const remember = useReturnedFocus(read === null);
  const close = () => dispatch({ type: "amountsClosed" });
  if (!read) {
    return (
      <Button
        icon={<SelectAllOnRegular />}
        disabledFocusable={busy}
        onClick={({ currentTarget }) => {
          remember(currentTarget);
          void effects.readSelection(kind, year);
        }}
      >
        {translate(`followUpTab:selection.${kind}`)}
      </Button>
    );
  }
  // A selection may hold other years than the one that is followed up.
  const years = new Map([...new Set(read.rows.map((row) => row.year))].map((one): [number, FollowUpRow[]] => [one, yearFollowUp(current.input, [], one)]));
  const known = (project: string, committee: string, ofYear: number) => years.get(ofYear)?.find((row) => row.project === project && row.committee === committee);
  const saveBooked = () =>
    effects.saveBooked(read.rows.map((row) => ({ project: row.project, committee: row.committee, year: row.year, amount: row.amount, was: known(row.project, row.committee, row.year)?.booked ?? null })));
  const saveOutcomes = () =>
    effects.saveOutcomes(
      read.rows.map((row) => {
        const now = known(row.project, row.committee, row.year);
        const was = now === undefined || now.outcome === undefined || now.status === "missing" ? null : { amount: now.outcome, status: now.status };
        return { project: row.project, committee: row.committee, year: row.year, amount: row.amount, status, source: source.trim(), date: date.trim(), was };
      }),
    );
  const save = async () => {
    if (await (kind === "booked" ? saveBooked() : saveOutcomes())) close();
  };
  const usable = read.rows.length > 0 && read.diagnostics.every(({ severity }) => severity !== "error");
  return (
    <EntryForm title={translate(`followUpTab:selection.${kind}Title`)} language={language} busy={busy || !usable} save={translate("followUpTab:selection.save", { count: read.rows.length })} onSave={() => void (usable && save())} onClose={close}>
      <Text>{translate("followUpTab:selection.understood", { count: read.rows.length, where: read.where, sum: formatAmount(sum(read.rows.map(({ amount }) => amount)), language) })}</Text>
      <DiagnosticList diagnostics={read.diagnostics} label={translate("followUpTab:selection.problems")} language={language} onSelect={(cell) => void effects.goTo(cell)} />
      {kind === "outcomes" && (
        <FormFields>
          <StatusSelect status={status} language={language} onChoose={setStatus} />
          <FormText label={translate("followUpTab:outcomes.source")} value={source} onChange={setSource} />
          <FormText label={translate("followUpTab:outcomes.date")} value={date} onChange={setDate} />
        </FormFields>
      )}
    </EntryForm>
  );
}
