import { Button, Text } from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons";
import { useEffect, useRef, useState } from "react";
import { bookedDifference, type FollowUpRow } from "../../../followUp";
import { formatAmount } from "../../../i18n/format";
import { amountText, readKronor } from "../../fieldText";
import type { BookedEdit } from "../../workbook";
import { DiagnosticList } from "../DiagnosticList";
import { EntryForm, FormText } from "../EntryForm";
import { useOpenForm } from "../useOpenForm";
import { isFocusLost } from "../useReturnedFocus";
import { FollowUpList, type FollowUpBadge } from "./FollowUpList";
import type { FollowUpProps } from "./followUpProps";
import { FromSelection } from "./FromSelection";
import { ReportedRow } from "./ReportedRow";
import { useTabTexts } from "./tabTexts";

const isSome = (amount: string | undefined) => amount !== undefined && /[1-9]/.test(amount);

/** The year's repayments: what the plan says, what has been booked, and what differs. */
export function Bookings({ state, dispatch, effects, busy, year, rows, isDecided }: FollowUpProps & { rows: readonly FollowUpRow[]; isDecided: boolean }) {
  const { language, current } = state;
  const translate = useTabTexts(language);
  const forms = useOpenForm();
  const listed = rows.filter(({ planned, booked }) => isSome(planned) || booked !== undefined);
  const toBook = listed.filter(({ planned, booked }) => isSome(planned) && booked === undefined);
  const list = useRef<HTMLUListElement>(null);
  const hasBookedAll = useRef(false);
  const isAllBooked = toBook.length === 0;
  useEffect(() => {
    if (isAllBooked && hasBookedAll.current && isFocusLost()) list.current?.focus(); // The button goes away.
    hasBookedAll.current = false;
  }, [isAllBooked]);
  const bookAll = () => {
    hasBookedAll.current = true;
    void effects.saveBooked(toBook.map((row) => edit(row, row.planned)));
  };
  const edit = ({ project, committee, booked }: FollowUpRow, amount: string): BookedEdit => ({ project, committee, year, amount, was: booked ?? null });
  const facts = (row: FollowUpRow) => [
    translate(isDecided ? "followUpTab:booked.decided" : "followUpTab:booked.planned", { amount: formatAmount(row.planned, language) }),
    ...(row.booked === undefined ? [] : [translate("followUpTab:booked.booked", { amount: formatAmount(row.booked, language) })]),
    ...(row.booked !== undefined && isSome(bookedDifference(row)) ? [translate("followUpTab:booked.difference", { amount: formatAmount(bookedDifference(row), language) })] : []),
  ];
  const badge = (row: FollowUpRow): FollowUpBadge => {
    if (row.booked === undefined) return { text: translate("followUpTab:booked.missing"), color: "danger" };
    if (isSome(bookedDifference(row))) return { text: translate("followUpTab:booked.differs"), color: "warning" };
    return { text: translate("followUpTab:booked.asPlanned"), color: "success" };
  };
  return (
    <>
      <Text size={200}>{translate("followUpTab:booked.explained")}</Text>
      {listed.length === 0 && <Text>{translate("followUpTab:booked.none", { year })}</Text>}
      <DiagnosticList
        diagnostics={current.plan.diagnostics.filter(({ code }) => code === "bookedMoreThanOwed" || code === "bookedNotCounted")}
        label={translate("followUpTab:booked.warnings")}
        input={current.input}
        language={language}
        onSelect={(cell) => void effects.goTo(cell)}
      />
      <FollowUpList ref={list} label={translate("followUpTab:booked.title", { year })}>
        {listed.map((row) => (
          <ReportedRow
            key={JSON.stringify([row.project, row.committee])}
            what="booked"
            state={state}
            busy={busy}
            row={row}
            badge={badge(row)}
            facts={facts(row)}
            forms={forms}
            form={(title) => (
              <BookingForm title={title} row={row} busy={busy} language={language} onClose={forms.close} onSave={(known, amount) => void forms.closeWhen(effects.saveBooked([edit(known, amount)]))} />
            )}
          />
        ))}
      </FollowUpList>
      {!isAllBooked && (
        <Button icon={<CheckmarkRegular />} disabledFocusable={busy} onClick={bookAll}>
          {translate("followUpTab:booked.all", { count: toBook.length })}
        </Button>
      )}
      <FromSelection kind="booked" state={state} dispatch={dispatch} effects={effects} busy={busy} year={year} />
    </>
  );
}

interface BookingFormProps extends Pick<FollowUpProps, "busy"> {
  title: string;
  row: FollowUpRow;
  language: FollowUpProps["state"]["language"];
  /** @param known what stood there when the user began */
  onSave(known: FollowUpRow, amount: string): void;
  onClose(): void;
}

function BookingForm({ title, row, busy, language, onSave, onClose }: BookingFormProps) {
  const translate = useTabTexts(language);
  // A co-author's change since is told by Excel's refusal, and known after it.
  const [known, setKnown] = useState(row);
  const [typed, setTyped] = useState(amountText(row.booked ?? row.planned, language));
  const [tried, setTried] = useState(false);
  const kronor = readKronor(typed);
  const save = () => {
    setTried(true);
    if (kronor === undefined) return;
    onSave(known, kronor);
    setKnown(row);
  };
  return (
    <EntryForm title={title} language={language} busy={busy} save={translate("followUpTab:form.save")} onSave={save} onClose={onClose}>
      <FormText label={translate("followUpTab:booked.amount")} value={typed} inputMode="decimal" mistake={tried && kronor === undefined && translate("followUpTab:form.amountMistake")} onChange={setTyped} />
    </EntryForm>
  );
}
