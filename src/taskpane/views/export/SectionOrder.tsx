import { Button, Checkbox, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowDownRegular, ArrowUpRegular } from "@fluentui/react-icons";
import { useLayoutEffect, useRef } from "react";
import { annexTranslator } from "../../../report/paper/annexTexts";
import type { AnnexSectionId } from "../../../report/paper/types";
import { moved, shownSections, toggled } from "../../sectionOrder";
import { usePaneTexts } from "../paneTexts";
import { Section } from "../Section";
import type { PaperFormProps } from "./PaperDetails";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  section: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXXS, minWidth: 0 },
  name: { flexGrow: 1, minWidth: 0 },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** Which sections an annex has, and in which order. */
export function SectionOrder({ paper, language, onChange }: PaperFormProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const { sections } = paper;
  const list = useRef<HTMLUListElement>(null);
  const focus = useRef<string | null>(null);
  // A row that moves takes its button along, and with it the focus that the browser drops.
  useLayoutEffect(() => {
    if (focus.current !== null) list.current?.querySelector<HTMLElement>(`[data-moves="${focus.current}"]`)?.focus();
    focus.current = null;
  }, [sections]);
  const choose = (chosen: AnnexSectionId[], control: string) => {
    if (chosen.join() === sections.join()) return;
    focus.current = control;
    onChange({ ...paper, sections: chosen });
  };
  return (
    <Section title={translate("export.sections")}>
      <Text size={200} className={styles.muted}>
        {translate("export.sectionsHint")}
      </Text>
      <ul className={styles.list} ref={list}>
        {shownSections(sections).map((id) => {
          const name = annexTranslator(language)(`annex:sections.${id}`);
          const included = sections.includes(id);
          return (
            <li key={id} className={styles.section}>
              <div className={styles.name}>
                <Checkbox label={name} checked={included} input={{ "data-moves": `${id} chosen` } as object} onChange={() => choose(toggled(sections, id), `${id} chosen`)} />
              </div>
              {included && (
                <>
                  <Button appearance="subtle" icon={<ArrowUpRegular />} aria-label={translate("export.up", { section: name })} data-moves={`${id} up`} disabledFocusable={sections[0] === id} onClick={() => choose(moved(sections, id, -1), `${id} up`)} />
                  <Button appearance="subtle" icon={<ArrowDownRegular />} aria-label={translate("export.down", { section: name })} data-moves={`${id} down`} disabledFocusable={sections.at(-1) === id} onClick={() => choose(moved(sections, id, 1), `${id} down`)} />
                </>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
