import { Button, Link, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, Text, tokens } from "@fluentui/react-components";
import { TableArrowUpRegular } from "@fluentui/react-icons";
import { useMemo } from "react";
import type { Language } from "../../i18n";
import type { PlanInput, RepaymentPlan } from "../../planning/types";
import { planOverview } from "../../report/overview";
import type { PaneState } from "../state";
import { KeyFigures } from "./KeyFigures";
import { usePaneTexts } from "./paneTexts";
import { RepaymentTable } from "./RepaymentTable";
import { Section } from "./Section";

const useStyles = makeStyles({
  sheets: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM },
  note: { display: "block" },
  hint: { color: tokens.colorNeutralForeground2 },
});

interface PlanViewProps {
  plan: RepaymentPlan;
  input: PlanInput;
  writable: boolean;
  busy: boolean;
  written: PaneState["written"];
  language: Language;
  onWrite(): void;
  onOpen(sheet: string): void;
}

/** Plan: what it comes to, who repays when, and the way to the sheets. */
export function PlanView({ plan, input, writable, busy, written, language, onWrite, onOpen }: PlanViewProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const overview = useMemo(() => planOverview(plan, input, language), [plan, input, language]);
  return (
    <Section title={translate("plan.title")}>
      <KeyFigures overview={overview} language={language} />
      {overview.years === null ? <Text>{translate("plan.none")}</Text> : <RepaymentTable table={overview.committees} decimals={overview.decimals} language={language} />}
      <Button appearance="primary" icon={<TableArrowUpRegular />} disabledFocusable={busy || !writable} onClick={onWrite}>
        {translate(written ? "plan.writeAgain" : "plan.write")}
      </Button>
      {!writable && (
        <Text size={200} className={styles.hint}>
          {translate("plan.blocked")}
        </Text>
      )}
      {written && (
        <MessageBar intent={written.outdated ? "warning" : "success"} layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{translate("written.title")}</MessageBarTitle>
            {written.outdated ? translate("written.outdated") : translate("written.sheets")}
            <span className={styles.sheets}>
              {written.sheets.map((sheet) => (
                <Link key={sheet} inline onClick={() => onOpen(sheet)}>
                  {sheet}
                </Link>
              ))}
            </span>
            {written.notes.map((note) => (
              <span key={note} className={styles.note}>
                {note}
              </span>
            ))}
          </MessageBarBody>
        </MessageBar>
      )}
    </Section>
  );
}
