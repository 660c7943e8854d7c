import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { AddRegular, DeleteRegular, EditRegular } from "@fluentui/react-icons";
import { useRef, useState } from "react";
import { formatAmount, formatShare } from "../../../i18n/format";
import type { YearlyCap } from "../../../planning/types";
import type { Effects } from "../../effects";
import { usePaneTexts } from "../paneTexts";
import { Section } from "../Section";
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
  const [form, setForm] = useState<YearlyCap | "new" | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const close = () => {
    setForm(null);
    requestAnimationFrame(() => add.current?.focus()); // The form goes away with its buttons.
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
          {caps.map((cap, index) => (
            <li key={cap.cell ?? index} className={styles.cap}>
              <Text className={styles.words}>{sentence(cap)}</Text>
              <Button appearance="subtle" icon={<EditRegular />} aria-label={translate("caps.edit", { cap: sentence(cap) })} disabledFocusable={busy} onClick={() => setForm(cap)} />
              <Button
                appearance="subtle"
                icon={<DeleteRegular />}
                aria-label={translate("caps.remove", { cap: sentence(cap) })}
                disabledFocusable={busy}
                onClick={() => {
                  if (cap.cell !== undefined) void effects.removeCap(cap.cell);
                  close();
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {form === null ? (
        <Button ref={add} className={styles.add} icon={<AddRegular />} disabledFocusable={busy} onClick={() => setForm("new")}>
          {translate("caps.add")}
        </Button>
      ) : (
        <CapForm
          key={form === "new" ? "new" : form.cell}
          cap={form === "new" ? null : form}
          committees={committees.filter(({ internal }) => internal !== false)}
          busy={busy}
          language={language}
          onSave={(cap) => {
            void effects.saveCap(cap);
            close();
          }}
          onClose={close}
        />
      )}
    </Section>
  );
}
