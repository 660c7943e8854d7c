import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { AddRegular, DeleteRegular } from "@fluentui/react-icons";
import { useRef, useState } from "react";
import type { Language } from "../../../i18n";
import type { Committee, CommitteeShare } from "../../../planning/types";
import { percentText, readShare } from "../../fieldText";
import { isWhole, splitRest, splitSum } from "../../splits";
import { FieldText } from "../FieldText";
import { PaneSelect } from "../PaneSelect";
import { usePaneTexts } from "../paneTexts";

const useStyles = makeStyles({
  split: { display: "flex", flexDirection: "column", alignItems: "stretch", gap: tokens.spacingVerticalS, border: 0, padding: 0, margin: 0, minWidth: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  muted: { color: tokens.colorNeutralForeground2 },
  // In em, and on two lines when they don't fit on one: larger letters need wider fields.
  row: { display: "flex", flexWrap: "wrap", alignItems: "start", gap: tokens.spacingHorizontalS },
  committee: { flex: "1 1 8em", minWidth: 0 },
  share: { display: "grid", gridTemplateColumns: "6.3em auto", alignItems: "start", gap: tokens.spacingHorizontalS },
  // In line with the field, below its label.
  remove: { marginTop: "1.43em" },
  uneven: { color: tokens.colorStatusDangerForeground1 },
  add: { alignSelf: "flex-start" },
});

interface SplitEditorProps {
  /** Empty when nothing has been agreed. */
  split: readonly CommitteeShare[];
  committees: Committee[];
  language: Language;
  onSplit(split: CommitteeShare[]): void;
}

/** The agreed split: the municipality's own committees and their shares, which come to 100 %. */
export function SplitEditor({ split, committees, language, onSplit }: SplitEditorProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const add = useRef<HTMLButtonElement>(null);
  const [added, setAdded] = useState<number | null>(null);
  const isFree = ({ id }: Committee) => !split.some(({ committee }) => committee === id);
  const free = committees.filter((committee) => committee.internal !== false && isFree(committee));
  const nameOf = (id: string) => committees.find((committee) => committee.id === id)?.name ?? id;
  const change = (index: number, changed: Partial<CommitteeShare>) => onSplit(split.map((one, at) => (at === index ? { ...one, ...changed } : one)));
  return (
    <fieldset className={styles.split}>
      <legend className={styles.legend}>{translate("split.title")}</legend>
      <Text size={200} className={styles.muted}>
        {translate("split.explained")}
      </Text>
      {split.map(({ committee, share }, index) => (
        <div key={index} className={styles.row}>
          <div className={styles.committee}>
            <PaneSelect
              label={translate("split.committee", { number: index + 1 })}
              value={committee}
              focused={added === index}
              options={[{ value: committee, text: nameOf(committee) }, ...free.map(({ id, name }) => ({ value: id, text: name }))]}
              onChoose={(chosen) => change(index, { committee: chosen })}
            />
          </div>
          <div className={styles.share}>
            <FieldText
              label={translate("split.share", { number: index + 1 })}
              value={percentText(share, language)}
              read={(text) => (text.trim() === "" ? "0" : readShare(text))}
              onValue={(chosen) => change(index, { share: chosen })}
              mistake={translate("fields.shareMistake")}
              inputMode="decimal"
              unit="%"
            />
            <Button
              className={styles.remove}
              appearance="subtle"
              icon={<DeleteRegular />}
              aria-label={translate("split.remove", { committee: nameOf(committee) })}
              onClick={() => {
                onSplit(split.filter((_, at) => at !== index));
                setAdded(null);
                add.current?.focus(); // The row goes away with its button.
              }}
            />
          </div>
        </div>
      ))}
      <Text aria-live="polite" className={isWhole(split) ? undefined : styles.uneven}>
        {split.length > 0 && translate(isWhole(split) ? "split.whole" : "split.uneven", { sum: percentText(splitSum(split), language) })}
      </Text>
      <Button
        ref={add}
        className={styles.add}
        icon={<AddRegular />}
        disabledFocusable={free.length === 0}
        onClick={() => {
          const [next] = free;
          if (!next) return;
          setAdded(split.length);
          onSplit([...split, { committee: next.id, share: splitRest(split) }]);
        }}
      >
        {translate("split.add")}
      </Button>
    </fieldset>
  );
}
