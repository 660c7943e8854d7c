import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { AddRegular, DeleteRegular, EditRegular } from "@fluentui/react-icons";
import { useRef } from "react";
import { formatAmount, formatShare } from "../../../i18n/format";
import type { YearlyCap } from "../../../planning/types";
import type { Effects } from "../../effects";
import { usePaneTexts } from "../paneTexts";
import { Section } from "../Section";
import { useOpenForm } from "../useOpenForm";
import type { ViewProps } from "../viewProps";
import { CapForm } from "./CapForm";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  cap: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS, padding: `${tokens.spacingVerticalXS} 0`, borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  words: { flexGrow: 1, minWidth: 0 },
  muted: { color: tokens.colorNeutralForeground2 },
  add: { alignSelf: "flex-start" },
});

interface CapsProps {
  state: ViewProps["state"];
  busy: boolean;
  effects: Effects;
}

/** The most that a committee repays in a year: what is set, and the way to change it. */
export function Caps({ state, busy, effects }: CapsProps) {
  const styles = useStyles();
  const { language, current } = state;
  const { caps = [], committees } = current.input;
  const translate = usePaneTexts(language);
  const { open, show, close, closeWhen } = useOpenForm();
  const add = useRef<HTMLButtonElement>(null);
  const keyOf = (cap: YearlyCap) => cap.cell ?? JSON.stringify(cap);
  const remove = ({ cell }: YearlyCap) => {
    if (cell !== undefined) void effects.removeCap(cell);
    close();
    requestAnimationFrame(() => add.current?.focus()); // The cap goes away with its buttons.
  };
  const sentence = ({ committee, year, amount, shareOfFrame }: YearlyCap) => {
    const name = committees.find(({ id }) => id === committee)?.name ?? committee;
    const most = amount !== undefined ? formatAmount(amount, language) : translate("caps.ofFrame", { share: formatShare(shareOfFrame ?? "0", language) });
    return translate("caps.cap", { committee: name, most, year: year ?? translate("caps.everyYear") });
  };
  return (
    <Section title={translate("caps.title")}>
      <Text size={200} className={styles.muted}>
        {translate("caps.explained")}
      </Text>
      {caps.length > 0 && (
        <ul className={styles.list}>
          {caps.map((cap) => (
            <li key={keyOf(cap)} className={styles.cap}>
              <Text className={styles.words}>{sentence(cap)}</Text>
              <Button appearance="subtle" icon={<EditRegular />} aria-label={translate("caps.edit", { cap: sentence(cap) })} disabledFocusable={busy} onClick={({ currentTarget }) => show(keyOf(cap), currentTarget)} />
              <Button appearance="subtle" icon={<DeleteRegular />} aria-label={translate("caps.remove", { cap: sentence(cap) })} disabledFocusable={busy} onClick={() => remove(cap)} />
            </li>
          ))}
        </ul>
      )}
      {open === null ? (
        <Button ref={add} className={styles.add} icon={<AddRegular />} disabledFocusable={busy} onClick={({ currentTarget }) => show("new", currentTarget)}>
          {translate("caps.add")}
        </Button>
      ) : (
        <CapForm
          key={open}
          cap={caps.find((cap) => keyOf(cap) === open) ?? null}
          committees={committees.filter(({ internal }) => internal !== false)}
          busy={busy}
          language={language}
          onSave={(cap) => void closeWhen(effects.saveCap(cap))}
          onClose={close}
        />
      )}
    </Section>
  );
}
