import { formatAmount, formatShare } from "../../i18n/format";
import { Decimal } from "../../money/presentValue";
import { isZero } from "../amounts";
import { planOverview } from "../overview";
import type { ReportSubject } from "../parties";
import type { AnnexTranslate } from "./annexTexts";
import { roundedTo } from "./roundedPlan";
import type { AnnexChoices } from "./types";

/** So many committees are named as those that repay the most. */
const namedCommittees = 3;

/**
 * The plan in plain words, a paragraph for what is repaid and one for the fund.
 * @param subject with amounts rounded for the paper, so that the words say what the tables say
 * @param exact with the plan's own amounts: a share of rounded ones would be another in every unit
 * @param remarks so many are listed in the section of remarks
 * @param own the committee whose paper it is; without one, all
 */
export function summary(subject: ReportSubject, exact: ReportSubject, translate: AnnexTranslate, { unit, sections }: AnnexChoices, remarks: number, own?: string): string[] {
  const { plan, input, language } = subject;
  const overview = planOverview(plan, input, language);
  const { granted, repaid, waived, stoppedByCap, borneByFund, years, lowestFund, appraisal, committees } = overview;
  const amount = (text: string) => formatAmount(text, language, unit, roundedTo[unit] === null ? 2 : 1);
  // A present value is an estimate: öre would make it look like more.
  const whole = (text: string) => formatAmount(text, language, unit, roundedTo[unit] === null ? 0 : 1);
  const said = (text: string, key: "waived" | "stopped" | "borne") => (isZero(text) ? [] : [translate(`annex:summary.${key}`, { amount: amount(text) })]);
  const span = { first: years?.[0], last: years?.[1] };
  const oneYear = span.first === span.last;
  const own1 = own === undefined ? undefined : committees.rows.find(({ role }) => role === "sum");
  if (own !== undefined) {
    if (!own1) return [translate("annex:summary.nothing")];
    const facts = { committee: own, amount: amount(own1.cells.at(-1) ?? "0"), ...span };
    return [oneYear ? translate("annex:summary.ownRepaidOneYear", facts) : translate("annex:summary.ownRepaid", facts)];
  }
  const { repaidShare } = planOverview(exact.plan, exact.input, language);
  const repayment = { amount: amount(repaid), share: formatShare(repaidShare ?? "0", language), ...span };
  const repaying = committees.rows.filter(({ role }) => role === "sum");
  const all = repaying.length <= namedCommittees;
  const ranked = repaying
    .map(({ cells }) => ({ name: cells[0] ?? "", total: cells.at(-1) ?? "0" }))
    .sort((one, other) => new Decimal(other.total).comparedTo(one.total))
    .slice(0, namedCommittees)
    .map(({ name, total }) => translate("annex:summary.committee", { name, amount: amount(total) }));
  const first = [
    translate("annex:summary.granted", { count: plan.projects.length, amount: amount(granted) }),
    years === null ? translate("annex:summary.nothing") : oneYear ? translate("annex:summary.repaidOneYear", repayment) : translate("annex:summary.repaid", repayment),
    ...(ranked.length > 1 ? [translate(all ? "annex:summary.allCommittees" : "annex:summary.committees", { names: listed(ranked, translate) })] : []),
    ...said(waived, "waived"),
    ...said(stoppedByCap, "stopped"),
    ...said(borneByFund, "borne"),
  ];
  const second = [
    ...(lowestFund === null ? [] : [translate(lowestFund.closing.startsWith("-") ? "annex:summary.fundNegative" : "annex:summary.fund", { amount: amount(lowestFund.closing), year: lowestFund.year })]),
    ...(appraisal === null || input.appraisal === undefined
      ? []
      : [
          translate("annex:summary.value", {
            rate: formatShare(input.appraisal.rate, language),
            year: input.appraisal.baseYear,
            municipality: whole(appraisal.municipalNpv),
            society: whole(appraisal.societalNpv),
          }),
        ]),
    ...(remarks === 0 ? [] : [translate("annex:summary.warnings", { count: remarks }), ...(sections.includes("remarks") ? [translate("annex:summary.seeRemarks")] : [])]),
  ];
  return [first, second].filter((sentences) => sentences.length > 0).map((sentences) => sentences.join(" "));
}

function listed(names: string[], translate: AnnexTranslate): string {
  return names.length < 2 ? names.join("") : translate("annex:summary.and", { rest: names.slice(0, -1).join(", "), last: names.at(-1) });
}
