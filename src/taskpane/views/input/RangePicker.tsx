import { Button, makeStyles, Radio, RadioGroup, Text, tokens } from "@fluentui/react-components";
import { SelectObjectRegular } from "@fluentui/react-icons";
import { useEffect, useRef } from "react";
import type { Language } from "../../../i18n";
import type { Effects } from "../../effects";
import { isUsable, type RangePick } from "../../rangePick";
import type { PaneAction } from "../../state";
import type { RangeKind } from "../../workbook";
import { usePaneTexts } from "../paneTexts";
import { Section } from "../Section";
import { RangeUnderstood } from "./RangeUnderstood";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  // In line with the text: Fluent leaves room for a mark of the focus beside each.
  kinds: { flexWrap: "wrap", marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface RangePickerProps {
  pick: RangePick;
  /** Something goes on that changes the workbook; a reading only makes what is asked for wait. */
  busy: boolean;
  language: Language;
  dispatch(action: PaneAction): void;
  effects: Effects;
}

/** Välj område: what the range holds, the selection in Excel, how it was understood, and the user's corrections. */
export function RangePicker({ pick, busy, language, dispatch, effects }: RangePickerProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const { kind, understood } = pick;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The button that was pressed has gone with the view before, or with the range that was used.
    if (document.activeElement === document.body || document.activeElement === null) heading.current?.focus();
  }, [kind]);
  const cancel = <Button onClick={() => dispatch({ type: "pickClosed" })}>{translate("range.cancel")}</Button>;
  const hasErrors = understood !== null && !isUsable(understood);
  return (
    <Section title={translate("range.choose")} heading={heading}>
      <div className={styles.view}>
        <RadioGroup layout="horizontal" className={styles.kinds} aria-label={translate("range.kind")} value={kind} onChange={(_, { value }) => dispatch({ type: "pickOpened", kind: value as RangeKind })}>
          <Radio value="costs" label={translate("range.costs")} />
          <Radio value="savings" label={translate("range.savings")} />
        </RadioGroup>
        <Text>{translate("range.howTo")}</Text>
        <div className={styles.buttons}>
          <Button appearance={understood ? "secondary" : "primary"} icon={<SelectObjectRegular />} disabledFocusable={busy} onClick={() => void effects.understandSelection(kind)}>
            {translate(understood ? "range.readAgain" : "range.read")}
          </Button>
          {!understood && cancel}
        </div>
        {understood && (
          <>
            <RangeUnderstood
              understood={understood}
              language={language}
              onCorrect={(change) => void effects.correctRange(change)}
              onSelect={(reference) => void effects.goTo(reference)}
            />
            {hasErrors && <Text size={200}>{translate("range.hasErrors")}</Text>}
            <div className={styles.buttons}>
              <Button appearance="primary" disabledFocusable={busy || hasErrors} onClick={() => void effects.useRange()}>
                {translate(kind === "costs" ? "range.useCosts" : "range.useSavings")}
              </Button>
              {cancel}
            </div>
          </>
        )}
      </div>
    </Section>
  );
}
