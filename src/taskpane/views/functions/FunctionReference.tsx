import { Button, Field, Input, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular, SearchRegular } from "@fluentui/react-icons";
import { useEffect, useRef, useState } from "react";
import type { CellFunction } from "../../../functions/declaration";
import { cellFunctions } from "../../../functions/functions";
import { findFunctions } from "../../../functions/reference";
import { diagnosticText } from "../../../i18n/diagnosticText";
import type { Effects } from "../../effects";
import { isQuiet, type PaneState } from "../../state";
import { usePaneTexts } from "../paneTexts";
import { Section } from "../Section";
import { FunctionEntry, type Outcome } from "./FunctionEntry";

const useStyles = makeStyles({
  back: { alignSelf: "flex-start", minWidth: 0, marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  search: { width: "100%", minWidth: 0 },
  found: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  list: { listStyleType: "none", margin: 0, padding: 0 },
});

interface FunctionReferenceProps {
  state: PaneState;
  effects: Pick<Effects, "insertFunction">;
  /** Back to the tab. */
  onClose(): void;
}

/** The functions in cells: what they are called, what they take, an example, and the way into the active cell. */
export function FunctionReference({ state, effects, onClose }: FunctionReferenceProps) {
  const { language, activity, announcement, failure, tab } = state;
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const [search, setSearch] = useState("");
  const [asked, setAsked] = useState<CellFunction | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const found = findFunctions(cellFunctions, search, language);
  const busy = activity !== null && !isQuiet(activity);
  const insert = (cellFunction: CellFunction) => {
    setAsked(cellFunction);
    void effects.insertFunction(cellFunction);
  };
  const outcome = (): Outcome | null => {
    if (failure) return { refused: true, sentence: diagnosticText(failure, language) };
    return announcement?.kind === "functionInserted" ? { refused: false, sentence: translate("status.functionInserted", { name: announcement.name, cell: announcement.cell }) } : null;
  };
  return (
    <>
      <Button className={styles.back} size="small" appearance="subtle" icon={<ArrowLeftRegular />} onClick={onClose}>
        {translate("functions.back", { tab: translate(`tabs.${tab}`) })}
      </Button>
      <Section title={translate("functions.title")} heading={heading}>
        <Text>{translate("functions.intro")}</Text>
        <Field label={translate("functions.search")} size="small">
          <Input className={styles.search} type="search" value={search} contentBefore={<SearchRegular />} onChange={(_, { value }) => setSearch(value)} />
        </Field>
        <p className={styles.found} role="status">
          {found.length === 0 ? translate("functions.none", { search: search.trim() }) : translate("functions.found", { count: found.length })}
        </p>
        <ul className={styles.list}>
          {found.map((cellFunction) => (
            <FunctionEntry
              key={cellFunction.id}
              cellFunction={cellFunction}
              language={language}
              busy={busy}
              outcome={cellFunction === asked ? outcome() : null}
              onInsert={() => insert(cellFunction)}
            />
          ))}
        </ul>
      </Section>
    </>
  );
}
