import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { CellFunction } from "../../../functions/declaration";
import { exampleAnswer, exampleFormula, signature, visibleName } from "../../../functions/reference";
import type { Language } from "../../../i18n";
import { usePaneTexts } from "../paneTexts";

const useStyles = makeStyles({
  entry: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", gap: `0 ${tokens.spacingHorizontalS}` },
  // Long names break at 200 %.
  name: { margin: 0, minWidth: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  text: { margin: 0 },
  formula: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: "anywhere" },
  small: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  summary: { cursor: "pointer", minHeight: "24px", display: "list-item" },
  arguments: { margin: 0 },
  argument: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  explanation: { margin: `0 0 ${tokens.spacingVerticalXS}` },
  example: { display: "flex", flexDirection: "column", padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground2 },
  outcome: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`, borderLeft: `${tokens.strokeWidthThicker} solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorNeutralBackground2 },
  refused: { borderLeftColor: tokens.colorStatusDangerBorder2 },
  // A row of cells a line.
  answer: { whiteSpace: "pre-line", fontVariantNumeric: "tabular-nums" },
});

/** What came of writing a function. */
export interface Outcome {
  refused: boolean;
  sentence: string;
}

interface FunctionEntryProps {
  cellFunction: CellFunction;
  language: Language;
  /** Excel is at work. */
  busy: boolean;
  /** Shown beside the button too: the top of the pane, where it is read out, may be out of sight. */
  outcome: Outcome | null;
  onInsert(): void;
}

/** A function of the reference. Its names are Swedish in every language. */
export function FunctionEntry({ cellFunction, language, busy, outcome, onInsert }: FunctionEntryProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const name = visibleName(cellFunction);
  const { description, arguments: declared, example } = cellFunction;
  const answer = exampleAnswer(example, language).map((cells) => cells.join(" · "));
  return (
    <li className={styles.entry}>
      <div className={styles.head}>
        <h3 className={styles.name} lang="sv">
          {name}
        </h3>
        <Button size="small" disabledFocusable={busy} aria-label={translate("functions.insertNamed", { name })} onClick={onInsert}>
          {translate("functions.insert")}
        </Button>
      </div>
      {outcome && <p className={mergeClasses(styles.text, styles.outcome, outcome.refused && styles.refused)}>{outcome.sentence}</p>}
      <p className={styles.text}>{description[language]}</p>
      <code className={styles.formula} lang="sv">
        {signature(cellFunction, language)}
      </code>
      <details className={styles.small}>
        <summary className={styles.summary}>{translate("functions.arguments", { count: declared.length })}</summary>
        <dl className={styles.arguments}>
          {declared.map((argument) => (
            <div key={argument.name}>
              <dt className={styles.argument} lang="sv">
                {argument.name}
              </dt>
              <dd className={styles.explanation}>{argument.description[language]}</dd>
            </div>
          ))}
        </dl>
      </details>
      <div className={styles.example}>
        <p className={styles.small}>{translate("functions.example", { about: example.about[language] })}</p>
        <code className={styles.formula} lang="sv">
          {exampleFormula(cellFunction, language)}
        </code>
        <p className={styles.small}>
          {translate("functions.answer")} <strong className={styles.answer}>{answer.join("\n")}</strong>
        </p>
      </div>
    </li>
  );
}
