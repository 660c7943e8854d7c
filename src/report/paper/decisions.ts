import { formatDecimal } from "../../i18n/format";
import { hasFraction, isZero } from "../amounts";
import { committeeName, type ReportSubject } from "../parties";
import type { AnnexTranslate } from "./annexTexts";
import type { RepaymentForm } from "./types";

/**
 * The points that the council is asked to decide on: the plan, and then one for each committee and year that repays.
 * What is booked already is not decided again; without a repayment there is nothing to decide. Amounts are exact, in kronor, whatever the tables are rounded to.
 */
export function decisions(subject: ReportSubject, translate: AnnexTranslate, form: RepaymentForm, decider: string): string[] {
  const { plan, input, language } = subject;
  const points = plan.committeeYears
    .filter(({ year, repayment }) => !isZero(repayment) && year >= (input.planFrom ?? year))
    .map(({ committee, year, repayment }) => {
      const name = committeeName(subject, committee);
      const facts = { decider, year, amount: formatDecimal(repayment, language, hasFraction(repayment) ? 2 : 0) };
      if (form === "internalInvoice") return translate("annex:decisions.internalInvoice", { ...facts, committee: name });
      const genitive = genitiveOf(name, language);
      return genitive === undefined
        ? translate("annex:decisions.frameReductionOf", { ...facts, committee: name })
        : translate("annex:decisions.frameReduction", { ...facts, committee: genitive });
    });
  return points.length === 0 ? [] : [translate("annex:decisions.approve", { decider }), ...points];
}

/** "Socialnämndens"; undefined for a name of several words, where the ending would land on the wrong one. */
function genitiveOf(name: string, language: "sv" | "en"): string | undefined {
  if (!/^\p{L}+$/u.test(name)) return undefined;
  if (language === "en") return `${name}'s`;
  return /[sxz]$/i.test(name) ? name : `${name}s`;
}
