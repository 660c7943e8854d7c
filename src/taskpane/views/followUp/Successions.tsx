import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { AddRegular, DeleteRegular } from "@fluentui/react-icons";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { formatAmount, formatShare } from "../../../i18n/format";
import type { Succession } from "../../../planning/types";
import { sum } from "../../../report/amounts";
import { percentText, readShare, readYear } from "../../fieldText";
import { movedRepayments, namesOf } from "../../followUpFigures";
import { PaneSelect } from "../PaneSelect";
import { EntryForm, FormFields, FormText } from "../EntryForm";
import { useOpenForm } from "../useOpenForm";
import { AddedByForm } from "./AddedByForm";
import { FollowUpItem, FollowUpList } from "./FollowUpList";
import type { FollowUpProps } from "./followUpProps";
import { useTabTexts } from "./tabTexts";

/** Nämndbyte: who has taken over from whom, and a new one with what it moves. */
export function Successions(props: FollowUpProps) {
  const { state, effects, busy } = props;
  const { language, current } = state;
  const { successions = [] } = current.input;
  const translate = useTabTexts(language);
  const name = namesOf(current.input);
  const forms = useOpenForm();
  return (
    <>
      <Text size={200}>{translate("followUpTab:successions.explained")}</Text>
      {successions.length > 0 && (
        <FollowUpList label={translate("followUpTab:successions.title")}>
          {successions.map(({ from, to, year, share, cell }, index) => (
            <FollowUpItem key={cell ?? index} name={translate("followUpTab:successions.row", { from: name(from), to: name(to) })} facts={[translate("followUpTab:successions.facts", { year, share: formatShare(share ?? "1", language) })]} />
          ))}
        </FollowUpList>
      )}
      <AddedByForm add={translate("followUpTab:successions.add")} disabledFocusable={busy} forms={forms}>
        <SuccessionForm {...props} onSave={(rows) => void forms.closeWhen(effects.saveSuccession(rows))} onClose={forms.close} />
      </AddedByForm>
    </>
  );
}

const useStyles = makeStyles({
  heir: { display: "flex", alignItems: "flex-end", gap: tokens.spacingHorizontalXS },
  fields: { flexGrow: 1, minWidth: 0 },
});

interface Heir {
  to: string;
  percent: string;
}

function SuccessionForm({ state, effects, busy, year: followed, onSave, onClose }: FollowUpProps & { onSave(rows: Succession[]): void; onClose(): void }) {
  const styles = useStyles();
  const { language, current, followUp } = state;
  const own = current.input.committees.filter(({ internal }) => internal !== false);
  const translate = useTabTexts(language);
  const [from, setFrom] = useState(own[0]?.id ?? "");
  const [year, setYear] = useState(String(followed + 1));
  const [heirs, setHeirs] = useState<Heir[]>([{ to: own[1]?.id ?? own[0]?.id ?? "", percent: percentText("1", language) }]);
  const [tried, setTried] = useState(false);
  const forget = useEffectEvent(() => void effects.tryChange("succession", null));
  useEffect(() => () => forget(), []);
  const more = useRef<HTMLButtonElement>(null);
  const rowsOf = (typed: { from: string; year: string; heirs: Heir[] }): Succession[] | null => {
    const when = readYear(typed.year);
    const shares = typed.heirs.map(({ percent }) => readShare(percent));
    const known = shares.filter((share) => share !== undefined);
    if (when === undefined || known.length < shares.length || sum(known) !== "1" || typed.heirs.some(({ to }) => to === typed.from)) return null;
    return typed.heirs.map(({ to }, index) => ({ from: typed.from, to, year: when, share: known[index]! }));
  };
  const tryIt = (change: Partial<{ from: string; year: string; heirs: Heir[] }>) => {
    const rows = rowsOf({ from, year, heirs, ...change });
    void effects.tryChange("succession", rows && { successions: rows });
  };
  const changeHeirs = (changed: Heir[]) => {
    setHeirs(changed);
    tryIt({ heirs: changed });
  };
  const remove = (index: number) => {
    changeHeirs(heirs.filter((_, place) => place !== index));
    more.current?.focus(); // The row goes away with its button.
  };
  const options = own.map(({ id, name }) => ({ value: id, text: name }));
  const toItself = heirs.some(({ to }) => to === from);
  const shares = heirs.map(({ percent }) => readShare(percent));
  const uneven = shares.some((share) => share === undefined) || sum(shares.filter((share) => share !== undefined)) !== "1";
  const save = () => {
    setTried(true);
    const rows = rowsOf({ from, year, heirs });
    if (!rows) return;
    onSave(rows);
  };
  const trial = followUp?.trial?.kind === "succession" ? followUp.trial.plan : null;
  const errors = trial?.diagnostics.filter(({ severity }) => severity === "error") ?? [];
  return (
    <EntryForm title={translate("followUpTab:successions.new")} language={language} busy={busy} save={translate("followUpTab:form.save")} onSave={save} onClose={onClose}>
      <PaneSelect
        label={translate("followUpTab:successions.from")}
        value={from}
        options={options}
        onChoose={(chosen) => {
          setFrom(chosen);
          tryIt({ from: chosen });
        }}
      />
      <FormText
        label={translate("followUpTab:successions.year")}
        value={year}
        inputMode="numeric"
        mistake={tried && readYear(year) === undefined && translate("followUpTab:form.yearMistake")}
        onChange={(typed) => {
          setYear(typed);
          tryIt({ year: typed });
        }}
      />
      {heirs.map((heir, index) => (
        <div key={index} className={styles.heir}>
          <div className={styles.fields}>
            <FormFields>
              <PaneSelect label={translate("followUpTab:successions.to", { number: index + 1 })} value={heir.to} options={options} onChoose={(to) => changeHeirs(heirs.map((one, place) => (place === index ? { ...one, to } : one)))} />
              <FormText
                label={translate("followUpTab:successions.percent", { number: index + 1 })}
                value={heir.percent}
                inputMode="decimal"
                mistake={tried && shares[index] === undefined && translate("followUpTab:form.shareMistake")}
                onChange={(percent) => changeHeirs(heirs.map((one, place) => (place === index ? { ...one, percent } : one)))}
              />
            </FormFields>
          </div>
          {heirs.length > 1 && <Button appearance="subtle" icon={<DeleteRegular />} aria-label={translate("followUpTab:successions.remove", { number: index + 1 })} onClick={() => remove(index)} />}
        </div>
      ))}
      <Button appearance="subtle" ref={more} icon={<AddRegular />} onClick={() => changeHeirs([...heirs, { to: own.find(({ id }) => id !== from && heirs.every(({ to }) => to !== id))?.id ?? from, percent: "" }])}>
        {translate("followUpTab:successions.more")}
      </Button>
      {tried && toItself && <Text role="alert">{translate("followUpTab:form.sameCommittee")}</Text>}
      {tried && uneven && <Text role="alert">{translate("followUpTab:form.sharesMistake")}</Text>}
      <div role="status">
        {errors.map(({ message }) => (
          <Text key={message} block>
            {message}
          </Text>
        ))}
        {trial &&
          errors.length === 0 &&
          movedRepayments(current.plan, trial, current.input).map(({ name, was, now }) => (
            <Text key={name} block>
              {translate("followUpTab:successions.moved", { name, was: formatAmount(was, language), now: formatAmount(now, language) })}
            </Text>
          ))}
      </div>
    </EntryForm>
  );
}
