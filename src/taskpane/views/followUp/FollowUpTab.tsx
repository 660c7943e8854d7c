import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useEffect, useEffectEvent, useMemo, type ReactNode } from "react";
import { outcomeCounts, yearFollowUp } from "../../../followUp";
import { decidedPlan, yearsToFollow, yearToFollow } from "../../followUpState";
import { isWritable } from "../../state";
import { DiagnosticList } from "../DiagnosticList";
import { PaneSelect } from "../PaneSelect";
import { usePaneTexts } from "../paneTexts";
import { Section } from "../Section";
import type { ViewProps } from "../viewProps";
import { Bookings } from "./Bookings";
import { Evaluations } from "./Evaluations";
import { FollowUpSheets } from "./FollowUpSheets";
import { Outcomes } from "./Outcomes";
import { Replanning } from "./Replanning";
import { Successions } from "./Successions";
import { useTabTexts } from "./tabTexts";
import { Versions } from "./Versions";
import { Waivers } from "./Waivers";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, margin: `0 0 ${tokens.spacingVerticalM}`, paddingInline: 0 },
  header: { "& > button": { paddingInline: 0 } },
});

/** Uppföljning: what came of a year, the plan made anew, and why it is another. In the order of the work. */
export function FollowUpTab({ state, dispatch, effects }: ViewProps) {
  const styles = useStyles();
  const { language, current, followUp, activity } = state;
  const { input, plan, reading } = current;
  const translate = useTabTexts(language);
  const pane = usePaneTexts(language);
  const open = useEffectEvent(() => void effects.openFollowUp());
  useEffect(() => open(), []);
  const busy = activity !== null && !(activity.kind === "reading" && activity.quiet === true);
  const years = yearsToFollow(input);
  const year = followUp?.year ?? yearToFollow(input);
  const decided = followUp ? decidedPlan(followUp) : undefined;
  const rows = useMemo(() => (year === undefined ? [] : yearFollowUp(input, (decided ?? plan).schedule, year)), [input, plan, decided, year]);
  if (year === undefined) {
    return (
      <Section title={pane("tabs.followUp")}>
        <Text>{pane("status.nothingToFollowUp")}</Text>
        <Button onClick={() => dispatch({ type: "tabChosen", tab: "input" })}>{pane("nothingRead.toInput")}</Button>
      </Section>
    );
  }
  const counts = outcomeCounts(rows);
  const shared = { state, dispatch, effects, busy, year };
  const part = (value: string, title: string, content: ReactNode) => (
    <AccordionItem value={value}>
      <AccordionHeader as="h2" size="large" expandIconPosition="end" className={styles.header}>
        {title}
      </AccordionHeader>
      <AccordionPanel className={styles.panel}>{content}</AccordionPanel>
    </AccordionItem>
  );
  return (
    <div className={styles.tab}>
      <PaneSelect label={translate("followUpTab:year.label")} value={String(year)} options={years.map((one) => ({ value: String(one), text: String(one) }))} onChoose={(chosen) => dispatch({ type: "followUpYearChosen", year: Number(chosen) })} />
      <Text>
        {translate("followUpTab:year.established", { count: counts.established, all: counts.established + counts.preliminary + counts.missing })}
        {counts.preliminary > 0 && ` ${translate("followUpTab:year.preliminary", { count: counts.preliminary })}`}
        {counts.missing > 0 && ` ${translate("followUpTab:year.missing", { count: counts.missing })}`}
      </Text>
      {followUp && <DiagnosticList diagnostics={followUp.problems} label={translate("followUpTab:versions.problems")} language={language} onSelect={(cell) => void effects.goTo(cell)} />}
      <Accordion multiple collapsible defaultOpenItems={["outcomes"]}>
        {part("outcomes", translate("followUpTab:outcomes.title", { year }), <Outcomes {...shared} rows={rows} />)}
        {part("booked", translate("followUpTab:booked.title", { year }), <Bookings {...shared} rows={rows} isDecided={decided !== undefined} />)}
        {part("waivers", translate("followUpTab:waivers.title"), <Waivers {...shared} />)}
        {part("successions", translate("followUpTab:successions.title"), <Successions {...shared} />)}
        {part("replanning", translate("followUpTab:replanning.title"), <Replanning {...shared} decided={decided} writable={isWritable(current)} />)}
        {part("versions", translate("followUpTab:versions.title"), <Versions {...shared} writable={isWritable(current)} />)}
        {part("evaluation", translate("followUpTab:evaluation.title"), <Evaluations input={input} observations={reading.observations} language={language} />)}
        {part("report", translate("followUpTab:report.title"), <FollowUpSheets {...shared} writable={isWritable(current)} />)}
      </Accordion>
    </div>
  );
}
