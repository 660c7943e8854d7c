import { Text } from "@fluentui/react-components";
import { useEffect, useEffectEvent, useState } from "react";
import { formatAmount, formatShare } from "../../../i18n/format";
import type { Waiver } from "../../../planning/types";
import { readShare, readYear } from "../../fieldText";
import { namesOf, waiverCost } from "../../followUpFigures";
import { PaneSelect } from "../PaneSelect";
import { EntryForm, FormFields, FormText } from "../EntryForm";
import { useOpenForm } from "../useOpenForm";
import { AddedByForm } from "./AddedByForm";
import { FollowUpItem, FollowUpList } from "./FollowUpList";
import type { FollowUpProps } from "./followUpProps";
import { useTabTexts } from "./tabTexts";

/** Undantag: those that the council has granted, and a new one with what it costs the fund. */
export function Waivers(props: FollowUpProps) {
  const { state, effects, busy } = props;
  const { language, current } = state;
  const { waivers = [] } = current.input;
  const translate = useTabTexts(language);
  const name = namesOf(current.input);
  const forms = useOpenForm();
  const years = ({ fromYear, toYear }: Waiver) =>
    fromYear === undefined && toYear === undefined ? translate("followUpTab:waivers.always") : translate("followUpTab:waivers.years", { from: fromYear ?? "…", to: toYear ?? "…" });
  return (
    <>
      <Text size={200}>{translate("followUpTab:waivers.explained")}</Text>
      {waivers.length > 0 && (
        <FollowUpList label={translate("followUpTab:waivers.title")}>
          {waivers.map((waiver, index) => (
            <FollowUpItem
              key={waiver.cell ?? index}
              name={translate("followUpTab:who", {
                project: waiver.project === undefined ? translate("followUpTab:waivers.allProjects") : name(waiver.project),
                committee: waiver.committee === undefined ? translate("followUpTab:waivers.allCommittees") : name(waiver.committee),
              })}
              facts={[translate("followUpTab:waivers.share", { share: formatShare(waiver.share, language), years: years(waiver) }), [waiver.reason, waiver.decision].filter(Boolean).join(", ")]}
            />
          ))}
        </FollowUpList>
      )}
      <AddedByForm add={translate("followUpTab:waivers.add")} disabledFocusable={busy} forms={forms}>
        <WaiverForm {...props} onSave={(waiver) => void forms.closeWhen(effects.saveWaiver(waiver))} onClose={forms.close} />
      </AddedByForm>
    </>
  );
}

const all = "";

function WaiverForm({ state, effects, busy, year, onSave, onClose }: FollowUpProps & { onSave(waiver: Waiver): void; onClose(): void }) {
  const { language, current, followUp } = state;
  const { projects, committees } = current.input;
  const translate = useTabTexts(language);
  const [project, setProject] = useState(all);
  const [committee, setCommittee] = useState(all);
  const [from, setFrom] = useState(String(year + 1));
  const [to, setTo] = useState(String(year + 1));
  const [share, setShare] = useState("100");
  const [reason, setReason] = useState("");
  const [decision, setDecision] = useState("");
  const [tried, setTried] = useState(false);
  const forget = useEffectEvent(() => void effects.tryChange("waiver", null));
  useEffect(() => () => forget(), []);
  const optionalYear = (text: string) => (text.trim() === "" ? null : readYear(text));
  const read = { from: optionalYear(from), to: optionalYear(to), share: readShare(share) };

  const waiver = (change: Partial<Record<"project" | "committee" | "from" | "to" | "share", string>> = {}): Waiver | null => {
    const typed = { project, committee, from, to, share, ...change };
    const [first, last, waived] = [optionalYear(typed.from), optionalYear(typed.to), readShare(typed.share)];
    if (first === undefined || last === undefined || waived === undefined || (first !== null && last !== null && last < first)) return null;
    return {
      ...(typed.project === all ? {} : { project: typed.project }),
      ...(typed.committee === all ? {} : { committee: typed.committee }),
      ...(first === null ? {} : { fromYear: first }),
      ...(last === null ? {} : { toYear: last }),
      share: waived,
      reason: reason.trim(),
      decision: decision.trim(),
    };
  };
  /** Takes what is typed, and shows at once what it costs the fund. */
  const take = (field: "project" | "committee" | "from" | "to" | "share", set: (value: string) => void) => (value: string) => {
    set(value);
    const tryIt = waiver({ [field]: value });
    void effects.tryChange("waiver", tryIt && { waivers: [tryIt] });
  };
  const isBackwards = typeof read.from === "number" && typeof read.to === "number" && read.to < read.from;
  const save = () => {
    setTried(true);
    const complete = waiver();
    if (!complete || complete.reason === "" || complete.decision === "") return;
    onSave(complete);
  };
  const mistake = (wrong: boolean, key: "yearMistake" | "shareMistake" | "reasonMistake" | "decisionMistake" | "yearsMistake") => tried && wrong && translate(`followUpTab:form.${key}`);
  const trial = followUp?.trial?.kind === "waiver" ? followUp.trial.plan : null;
  return (
    <EntryForm title={translate("followUpTab:waivers.new")} language={language} busy={busy} save={translate("followUpTab:form.save")} onSave={save} onClose={onClose}>
      <PaneSelect label={translate("followUpTab:waivers.project")} value={project} options={[{ value: all, text: translate("followUpTab:waivers.allProjects") }, ...projects.map(({ id, name }) => ({ value: id, text: name }))]} onChoose={take("project", setProject)} />
      <PaneSelect
        label={translate("followUpTab:waivers.committee")}
        value={committee}
        options={[{ value: all, text: translate("followUpTab:waivers.allCommittees") }, ...committees.filter(({ internal }) => internal !== false).map(({ id, name }) => ({ value: id, text: name }))]}
        onChoose={take("committee", setCommittee)}
      />
      <FormFields>
        <FormText label={translate("followUpTab:waivers.from")} value={from} inputMode="numeric" mistake={mistake(read.from === undefined, "yearMistake")} onChange={take("from", setFrom)} />
        <FormText label={translate("followUpTab:waivers.to")} value={to} inputMode="numeric" mistake={mistake(read.to === undefined, "yearMistake") || mistake(isBackwards, "yearsMistake")} onChange={take("to", setTo)} />
        <FormText label={translate("followUpTab:waivers.percent")} value={share} inputMode="decimal" mistake={mistake(read.share === undefined, "shareMistake")} onChange={take("share", setShare)} />
      </FormFields>
      <FormText label={translate("followUpTab:waivers.reason")} value={reason} mistake={mistake(reason.trim() === "", "reasonMistake")} onChange={setReason} />
      <FormText label={translate("followUpTab:waivers.decision")} hint={translate("followUpTab:waivers.decisionHint")} value={decision} mistake={mistake(decision.trim() === "", "decisionMistake")} onChange={setDecision} />
      <Text role="status">{trial && translate("followUpTab:waivers.cost", { amount: formatAmount(waiverCost(current.plan, trial), language) })}</Text>
    </EntryForm>
  );
}
