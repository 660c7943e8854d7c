import { enoughObservations, type FollowUpRow, type GroupComparison, type GroupMeans, type ProjectEvaluation } from "../../followUp";
import type { Language } from "../../i18n";
import { formatAmount, formatCount, formatDecimal, formatShare, type AmountUnit } from "../../i18n/format";
import { decimalsOf } from "../../money/decimalText";
import { isZero } from "../amounts";
import type { ReportText } from "../types";
import { followUpTranslator } from "./followUpTexts";

type Entry = ReportText["entries"][number];

/** How amounts stand in sentences. */
export interface SentenceForm {
  language: Language;
  unit: AmountUnit;
}

/** An amount in a sentence: exact in kr, to a decimal in tkr and mkr. */
export const amountText = (amount: string, { language, unit }: SentenceForm) => formatAmount(amount, language, unit, unit === "kr" ? 2 : 1);

/** The outcomes that are not established: what is missing, and what is preliminary. */
export function missingOutcomes(rows: readonly FollowUpRow[], form: SentenceForm): Entry[] {
  const translate = followUpTranslator(form.language);
  return rows
    .filter(({ status, expected }) => status === "preliminary" || (status === "missing" && !isZero(expected)))
    .map(({ project, committee, status, expected, outcome = "0", source = "", date = "" }) => {
      const facts = { committee, expected: amountText(expected, form), outcome: amountText(outcome, form), from: [source, date].filter((part) => part.trim() !== "").join(", ") };
      if (status === "missing") return { label: project, text: translate("followUp:missing.missing", facts) };
      return { label: project, text: facts.from === "" ? translate("followUp:missing.preliminary", facts) : translate("followUp:missing.preliminaryFrom", facts) };
    });
}

/** What each project was to save and has saved, in a few sentences. */
export function evaluationSentences(evaluations: readonly ProjectEvaluation[], form: SentenceForm): Entry[] {
  const translate = followUpTranslator(form.language);
  return evaluations.map(({ project, cost, expected, achieved, preliminary, expectedOfEstablished, share, years, paybackExpected, paybackReached }) => {
    const amounts = { cost: amountText(cost, form), expected: amountText(expected, form), achieved: amountText(achieved, form), preliminary: amountText(preliminary, form), compared: amountText(expectedOfEstablished, form) };
    const anyEstablished = share !== undefined || !isZero(achieved) || years.some(({ established }) => established !== "none");
    const established = share !== undefined ? translate("followUp:evaluation.share", { ...amounts, share: formatShare(share, form.language) }) : anyEstablished ? translate("followUp:evaluation.unexpected", amounts) : translate("followUp:evaluation.none");
    const payback = isZero(cost)
      ? []
      : [
          paybackExpected === undefined ? translate("followUp:evaluation.noPaybackExpected") : translate("followUp:evaluation.paybackExpected", { year: paybackExpected }),
          paybackReached === undefined ? translate("followUp:evaluation.noPayback") : translate("followUp:evaluation.payback", { year: paybackReached }),
        ];
    return {
      label: project,
      text: [translate("followUp:evaluation.cost", amounts), established, ...(isZero(preliminary) ? [] : [translate("followUp:evaluation.preliminary", amounts)]), ...payback].join(" "),
    };
  });
}

/** What each control group says: how many there are, the means, the effect, and whether it can be trusted. */
export function comparisonSentences(comparisons: readonly GroupComparison[], language: Language): Entry[] {
  const translate = followUpTranslator(language);
  const figure = (text: string) => formatDecimal(text, language, Math.min(2, decimalsOf(text)));
  const facts = ({ observations, before, after }: GroupMeans) => ({ count: observations, number: formatCount(observations, language), before: figure(before), after: figure(after) });
  return comparisons.map(({ project, measure, groups, effect, tooFew }) => ({
    label: project,
    text: [
      translate("followUp:comparison.measure", { measure }),
      ...(["project", "control"] as const).map((group) => (groups[group].observations === 0 ? translate(`followUp:comparison.${group}Empty`) : translate(`followUp:comparison.${group}`, facts(groups[group])))),
      effect === undefined ? translate("followUp:comparison.noEffect") : translate("followUp:comparison.effect", { effect: figure(effect) }),
      ...(tooFew && effect !== undefined ? [translate("followUp:comparison.tooFew", { least: formatCount(enoughObservations, language) })] : []),
    ].join(" "),
  }));
}
