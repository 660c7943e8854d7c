import { translator, type Language } from "../i18n";
import { formatAmount, formatShare } from "../i18n/format";
import type { PlanOverview } from "../report/overview";

/** A plan's number with its name, as it is shown. */
export interface KeyFigure {
  key: string;
  label: string;
  value: string;
  note?: string;
}

/** The plan in a few numbers; a present value, which is an estimate, in whole kronor. What is zero and unusual (waived) is left out, unless all are asked for. */
export function keyFigures(overview: PlanOverview, language: Language, all = false): KeyFigure[] {
  const text = translator(language);
  const { granted, repaid, repaidShare, years, borneByFund, waived, stoppedByCap, lowestFund, appraisal } = overview;
  const amount = (kr: string) => formatAmount(kr, language);
  const some = (kr: string) => all || /[1-9]/.test(kr);
  const repaidNotes = [
    ...(repaidShare === null ? [] : [text("pane:plan.ofGranted", { share: formatShare(repaidShare, language) })]),
    ...(years === null ? [] : [text("pane:plan.between", { first: years[0], last: years[1] })]),
  ];
  return [
    { key: "granted", label: text("pane:plan.granted"), value: amount(granted) },
    { key: "repaid", label: text("pane:plan.repaid"), value: amount(repaid), note: repaidNotes.join(", ") },
    { key: "borneByFund", label: text("pane:plan.borneByFund"), value: amount(borneByFund) },
    ...(some(waived) ? [{ key: "waived", label: text("pane:plan.waived"), value: amount(waived) }] : []),
    { key: "stoppedByCap", label: text("pane:plan.stoppedByCap"), value: amount(stoppedByCap) },
    ...(lowestFund ? [{ key: "lowestFund", label: text("pane:plan.lowestFund"), value: amount(lowestFund.closing), note: text("pane:plan.inYear", { year: lowestFund.year }) }] : []),
    ...(appraisal
      ? (["fundNpv", "municipalNpv", "societalNpv"] as const).map((key) => ({ key, label: text(`pane:plan.${key}`), value: formatAmount(appraisal[key], language, "kr", 0) }))
      : []),
  ];
}
