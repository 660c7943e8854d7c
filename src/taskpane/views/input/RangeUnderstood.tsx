import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { Language } from "../../../i18n";
import { formatAmount, formatCount, type AmountUnit } from "../../../i18n/format";
import type { ColumnRole } from "../../../workbook/ranges";
import type { RangeCorrection, RangeUnderstanding } from "../../workbook";
import { PaneSelect } from "../PaneSelect";
import { usePaneTexts } from "../paneTexts";
import { DiagnosticList } from "../DiagnosticList";
import { FieldText } from "../FieldText";
import { readWhole, readYear } from "../../fieldText";
import { HowRead } from "./TableSummary";

const line = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`;

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  facts: { display: "flex", flexDirection: "column" },
  // In em: larger letters need wider columns.
  fields: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 8.6em), 1fr))", alignItems: "start", gap: tokens.spacingHorizontalS },
  columns: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  column: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`, alignItems: "center", borderBottom: line, paddingBottom: tokens.spacingVerticalS },
  header: { display: "flex", flexDirection: "column", minWidth: 0 },
  sample: { color: tokens.colorNeutralForeground2, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  subtitle: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  scroll: { overflowX: "auto", ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` } },
  table: { borderCollapse: "collapse", width: "100%", fontSize: tokens.fontSizeBase200 },
  cell: { padding: tokens.spacingHorizontalXS, borderBottom: line, textAlign: "left", verticalAlign: "top" },
  amount: { textAlign: "right", fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  wide: { gridColumn: "1 / -1" },
});

const roles: readonly ColumnRole[] = ["project", "committee", "year", "yearColumn", "amount", "unit", "ignored"];
const units: readonly AmountUnit[] = ["kr", "tkr", "mkr"];

interface RangeUnderstoodProps {
  understood: RangeUnderstanding;
  language: Language;
  /** What the user says, and nothing of what was said before. */
  onCorrect(change: RangeCorrection): void;
  onSelect(reference: string): void;
}

/** How a range is read now: in all, its heading row, unit and columns, each to correct, and its first rows. */
export function RangeUnderstood({ understood, language, onCorrect, onSelect }: RangeUnderstoodProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const { address, rows, years, total, columns, diagnostics, leftOut, interpreted } = understood;
  const [first] = years;
  const facts = [
    translate("input.rows", { count: rows, formatted: formatCount(rows, language) }),
    ...(first === undefined ? [] : [translate("input.years", { first, last: years.at(-1) })]),
    formatAmount(total, language),
  ];
  return (
    <div className={styles.view}>
      <div className={styles.facts}>
        <Text weight="semibold">{translate("range.understood", { address })}</Text>
        <Text>{facts.join(" · ")}</Text>
      </div>
      <DiagnosticList diagnostics={diagnostics} label={translate("problems.title")} language={language} onSelect={onSelect} />
      {columns.length > 0 && <Corrections understood={understood} language={language} onCorrect={onCorrect} />}
      <Preview understood={understood} language={language} />
      <HowRead leftOut={leftOut} interpreted={interpreted} language={language} />
    </div>
  );
}

/** The heading row, the unit and the columns, each to correct. */
function Corrections({ understood: { headerRow, unit, columns }, language, onCorrect }: Omit<RangeUnderstoodProps, "onSelect">) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  return (
    <>
      <div className={styles.fields}>
        <FieldText
          label={translate("range.headerRow")}
          value={headerRow === null ? "" : String(headerRow)}
          inputMode="numeric"
          read={(text) => readWhole(text, 1, 1_048_576)}
          onValue={(row) => onCorrect({ headerRow: row })}
          mistake={translate("range.headerRowMistake")}
          when="left"
        />
        <PaneSelect label={translate("range.unit")} value={unit} options={units.map((one) => ({ value: one, text: one }))} onChoose={(one) => onCorrect({ unit: one })} />
      </div>
      <h3 className={styles.subtitle}>{translate("range.columns")}</h3>
      <ul className={styles.columns}>
        {columns.map((column) => (
          <RangeColumn key={column.letter} column={column} language={language} onCorrect={onCorrect} />
        ))}
      </ul>
    </>
  );
}

interface RangeColumnProps extends Pick<RangeUnderstoodProps, "language" | "onCorrect"> {
  column: RangeUnderstanding["columns"][number];
}

function RangeColumn({ column, language, onCorrect }: RangeColumnProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const { letter, header, role, year, sample } = column;
  const name = header === "" ? translate("range.column", { letter }) : `${letter} · ${header}`;
  return (
    <li className={styles.column}>
      <span className={styles.header}>
        <Text weight="semibold">{name}</Text>
        <Text size={200} className={styles.sample}>
          {sample}
        </Text>
      </span>
      <PaneSelect
        label={translate("range.role", { column: name })}
        hiddenLabel
        value={role}
        options={roles.map((one) => ({ value: one, text: translate(`range.roles.${one}`) }))}
        onChoose={(chosen) => onCorrect({ roles: { [letter]: chosen } })}
      />
      {role === "year" && (
        <div className={styles.wide}>
          <FieldText
            label={translate("range.year", { column: letter })}
            value={year === undefined ? "" : String(year)}
            inputMode="numeric"
            read={readYear}
            onValue={(chosen) => onCorrect({ years: { [letter]: chosen } })}
            mistake={translate("fields.yearMistake")}
            when="left"
          />
        </div>
      )}
    </li>
  );
}

function Preview({ understood: { preview }, language }: { understood: RangeUnderstanding; language: Language }) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  if (preview.length === 0) return null;
  return (
    <div className={styles.scroll} role="region" aria-label={translate("range.preview")} tabIndex={0}>
      <h3 className={styles.subtitle}>{translate("range.preview")}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            {(["project", "committee", "yearColumn"] as const).map((role) => (
              <th key={role} scope="col" className={styles.cell}>
                {translate(`range.roles.${role}`)}
              </th>
            ))}
            <th scope="col" className={`${styles.cell} ${styles.amount}`}>
              {translate("range.roles.amount")}
            </th>
          </tr>
        </thead>
        <tbody>
          {preview.map(({ project, committee, year, amount, cell }, index) => (
            <tr key={cell ?? index}>
              <td className={styles.cell}>{project}</td>
              <td className={styles.cell}>{committee}</td>
              <td className={styles.cell}>{year}</td>
              <td className={`${styles.cell} ${styles.amount}`}>{formatAmount(amount, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
