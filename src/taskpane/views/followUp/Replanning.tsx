import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons";
import { useMemo } from "react";
import type { PlanChange } from "../../../followUp";
import type { Language } from "../../../i18n";
import { formatAmount } from "../../../i18n/format";
import type { PlanInput, RepaymentPlan } from "../../../planning/types";
import { difference, sum } from "../../../report/amounts";
import { differingYears, reasonsOf, repaid } from "../../followUpFigures";
import type { DecidedVersion } from "../../workbook";
import { ScrollTable } from "../plan/ScrollTable";
import type { FollowUpProps } from "./followUpProps";
import { useTabTexts } from "./tabTexts";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  hint: { color: tokens.colorNeutralForeground2 },
});

interface ReplanningProps extends FollowUpProps {
  /** What the plan is compared with. */
  decided: DecidedVersion | undefined;
  writable: boolean;
}

/** Planera om: the new plan beside the decided one, per committee and year, and why they differ. */
export function Replanning({ state, dispatch, effects, busy, year, decided, writable }: ReplanningProps) {
  const styles = useStyles();
  const { language, current, followUp } = state;
  const { input, plan } = current;
  const translate = useTabTexts(language);
  const isReplanned = input.planFrom === year + 1;
  return (
    <>
      <Text size={200}>{translate("followUpTab:replanning.explained", { year, next: year + 1 })}</Text>
      <div className={styles.buttons}>
        <Button appearance={isReplanned ? "secondary" : "primary"} icon={<ArrowClockwiseRegular />} disabledFocusable={busy} onClick={() => void effects.replanFrom(year + 1)}>
          {translate(isReplanned ? "followUpTab:replanning.again" : "followUpTab:replanning.do", { year: year + 1 })}
        </Button>
        {isReplanned && <Button onClick={() => dispatch({ type: "tabChosen", tab: "plan" })}>{translate("followUpTab:replanning.toPlan")}</Button>}
      </div>
      {input.planFrom !== undefined && (
        <Text size={200} className={styles.hint}>
          {translate("followUpTab:replanning.from", { year: input.planFrom })}
        </Text>
      )}
      {!writable && <Text>{translate("followUpTab:replanning.blocked")}</Text>}
      {decided === undefined && <Text>{translate("followUpTab:replanning.nothingDecided")}</Text>}
      {decided !== undefined && writable && followUp?.changes === null && <Text>{translate("followUpTab:replanning.comparing")}</Text>}
      {decided !== undefined && writable && followUp?.changes && <Differences decided={decided} plan={plan} changes={followUp.changes} input={input} language={language} />}
    </>
  );
}

interface DifferencesProps {
  decided: DecidedVersion;
  plan: RepaymentPlan;
  changes: readonly PlanChange[];
  input: PlanInput;
  language: Language;
}

function Differences({ decided, plan, changes, input, language }: DifferencesProps) {
  const translate = useTabTexts(language);
  const compared = useMemo(() => differingYears({ decided, plan, changes: [...changes], input }, language), [decided, plan, changes, input, language]);
  const kr = (amount: string) => formatAmount(amount, language);
  const { reference } = decided.decision;
  if (compared.length === 0) return <Text>{translate("followUpTab:replanning.same", { reference })}</Text>;
  const [was, is] = [repaid(decided.schedule), repaid(plan.schedule)];
  return (
    <>
      <Text>{translate("followUpTab:replanning.summary", { reference, was: kr(was), now: kr(is), difference: kr(difference(is, was)) })}</Text>
      <ReasonTable caption={translate("followUpTab:replanning.reasons")} changes={changes} language={language} />
      <ScrollTable
        caption={translate("followUpTab:replanning.table")}
        longNames
        columns={[translate("followUpTab:replanning.committeeYear"), translate("followUpTab:replanning.difference"), { header: translate("followUpTab:replanning.why"), note: "", text: true }, translate("followUpTab:replanning.decided"), translate("followUpTab:replanning.now")]}
        rows={[
          ...compared.map(({ committee, year, decided: before, now, difference: change, reasons }) => ({
            name: `${committee} ${year}`,
            cells: [kr(change), reasons.map(({ reason, amount }) => `${reason} ${kr(amount)}`).join("; "), kr(before), kr(now)],
          })),
          { name: translate("followUpTab:replanning.total"), cells: [kr(difference(is, was)), "", kr(sum(compared.map((one) => one.decided))), kr(sum(compared.map((one) => one.now)))], total: true },
        ]}
      />
    </>
  );
}

/** What each reason comes to over all committees and years. */
export function ReasonTable({ caption, changes, language }: { caption: string; changes: readonly PlanChange[]; language: Language }) {
  const translate = useTabTexts(language);
  const kr = (amount: string) => formatAmount(amount, language);
  const reasons = useMemo(() => reasonsOf(changes, language), [changes, language]);
  if (reasons.length === 0) return <Text>{translate("followUpTab:replanning.onlyMoved")}</Text>;
  return (
    <ScrollTable
      caption={caption}
      longNames
      columns={[translate("followUpTab:replanning.reason"), translate("followUpTab:replanning.difference")]}
      rows={[...reasons.map(({ reason, amount }) => ({ name: reason, cells: [kr(amount)] })), { name: translate("followUpTab:replanning.total"), cells: [kr(sum(reasons.map(({ amount }) => amount)))], total: true }]}
    />
  );
}
