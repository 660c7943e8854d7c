import type { AmountUnit } from "../../i18n/format";
import { hasFraction } from "../amounts";
import type { ReportOptions } from "../types";
import { changedRepayments, comparedYears, reasonSums } from "./comparedPlans";
import { followUpTranslator } from "./followUpTexts";
import { followUpNames } from "./names";
import { comparisonSentences, evaluationSentences, missingOutcomes } from "./sentences";
import type { FollowUpReport, FollowUpSource } from "./types";

/**
 * A year's follow-up as a document: what came of what was expected, what is missing, how the plan differs from the
 * decided one and why, and what each project has come to.
 * @param source the year, both plans and what differs between them
 * @param options language, when, and the input's fingerprint
 * @param unit that sentences state amounts in; the amounts themselves are always in kr
 */
export function followUpReport(source: FollowUpSource, options: Pick<ReportOptions, "language" | "madeAt" | "fingerprint">, unit: AmountUnit = "kr"): FollowUpReport {
  const { input, plan, decided, year, changes } = source;
  const { language, madeAt, fingerprint } = options;
  const translate = followUpTranslator(language);
  const names = followUpNames(source);
  const named = <T extends { project: string }>(row: T): T => ({ ...row, project: names.project(row.project) });
  const rows = source.rows.map((row) => ({ ...named(row), committee: names.committee(row.committee) }));
  const evaluations = source.evaluations.map(named);
  const comparisons = source.comparisons.map(named);
  return {
    language,
    title: translate("followUp:title", { year }),
    subtitle: input.title?.trim() ?? "",
    made: translate("report:made", { madeAt }),
    madeAt,
    fingerprint,
    decimals: hasFraction(input.roundingUnit ?? "1") || amountsOf(source).some(hasFraction) ? 2 : 0,
    year,
    compared: comparedWith(source, translate),
    hasDecided: decided !== null,
    rows,
    missing: missingOutcomes(rows, { language, unit }),
    evaluations,
    evaluated: evaluationSentences(evaluations, { language, unit }),
    comparisons,
    observed: comparisonSentences(comparisons, language),
    committeeYears: decided === null ? [] : comparedYears(source, names),
    changed: changedRepayments({ ...source, plan }, names, language),
    reasons: reasonSums(changes, language),
  };
}

function comparedWith({ decided }: FollowUpSource, translate: ReturnType<typeof followUpTranslator>): string[] {
  if (decided === null) return [translate("followUp:compared.nothing")];
  const { reference, date } = decided.decision;
  return [
    reference.trim() === "" ? translate("followUp:compared.date", { date }) : translate("followUp:compared.decision", { date, reference: reference.trim() }),
    ...(decided.edited === true ? [translate("followUp:compared.edited")] : []),
  ];
}

function amountsOf({ plan, decided, rows, changes, evaluations }: FollowUpSource): string[] {
  return [
    ...[...plan.schedule, ...(decided?.schedule ?? []), ...changes].map(({ amount }) => amount),
    ...rows.flatMap(({ expected, outcome = "0", planned, booked = "0" }) => [expected, outcome, planned, booked]),
    ...evaluations.flatMap(({ expected, achieved, preliminary }) => [expected, achieved, preliminary]),
  ];
}
