import { makeStyles, tokens } from "@fluentui/react-components";
import type { Language } from "../../i18n";
import { formatAmount, formatShare } from "../../i18n/format";
import type { PlanOverview } from "../../report/overview";
import { usePaneTexts } from "./paneTexts";

const useStyles = makeStyles({
  grid: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: tokens.spacingHorizontalS, margin: 0 },
  figure: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
  },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  value: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** The plan in a few numbers. What is zero and unusual (waived, stopped) is left out. */
export function KeyFigures({ overview, language }: { overview: PlanOverview; language: Language }) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const { granted, repaid, repaidShare, years, borneByFund, waived, stoppedByCap, lowestFund, appraisal } = overview;
  const amount = (kr: string) => formatAmount(kr, language);
  const some = (kr: string) => /[1-9]/.test(kr);
  const figures = [
    { label: translate("plan.granted"), value: amount(granted) },
    {
      label: translate("plan.repaid"),
      value: amount(repaid),
      note: [
        ...(repaidShare === null ? [] : [translate("plan.ofGranted", { share: formatShare(repaidShare, language) })]),
        ...(years === null ? [] : [translate("plan.between", { first: years[0], last: years[1] })]),
      ].join(", "),
    },
    { label: translate("plan.borneByFund"), value: amount(borneByFund) },
    ...(some(waived) ? [{ label: translate("plan.waived"), value: amount(waived) }] : []),
    ...(some(stoppedByCap) ? [{ label: translate("plan.stoppedByCap"), value: amount(stoppedByCap) }] : []),
    ...(lowestFund ? [{ label: translate("plan.lowestFund"), value: amount(lowestFund.closing), note: translate("plan.inYear", { year: lowestFund.year }) }] : []),
    ...(appraisal ? [{ label: translate("plan.municipalNpv"), value: amount(appraisal.municipalNpv) }] : []),
  ];
  return (
    <dl className={styles.grid}>
      {figures.map(({ label, value, note }) => (
        <div key={label} className={styles.figure}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>{value}</dd>
          {note && <dd className={styles.note}>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
