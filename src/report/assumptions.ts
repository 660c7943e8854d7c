import { formatAmount, formatShare } from "../i18n/format";
import { committeeName, type ReportSubject } from "./parties";
import type { ReportText } from "./types";

type Entry = ReportText["entries"][number];

function outcomes({ input, translate }: ReportSubject): Entry[] {
  const label = translate("report:assumptions.outcomes");
  const count = (status: string) => (input.outcomes ?? []).filter((outcome) => outcome.status === status).length;
  const [established, preliminary] = [count("established"), count("preliminary")];
  return [
    ...(established > 0 ? [{ label, text: translate("report:assumptions.outcomesEstablished", { count: established }) }] : []),
    ...(preliminary > 0 ? [{ label, text: translate("report:assumptions.outcomesPreliminary", { count: preliminary }) }] : []),
  ];
}

function caps(subject: ReportSubject): Entry[] {
  const { input, language, translate } = subject;
  if (input.caps === undefined || input.caps.length === 0) return [];
  const limits = input.caps.flatMap(({ committee, year, amount, shareOfFrame }): Entry[] => {
    const shared = { committee: committeeName(subject, committee), when: year === undefined ? translate("report:assumptions.everyYear") : String(year) };
    const label = translate("report:assumptions.cap");
    return [
      ...(amount === undefined ? [] : [{ label, text: translate("report:assumptions.capAmount", { ...shared, amount: formatAmount(amount, language) }) }]),
      ...(shareOfFrame === undefined ? [] : [{ label, text: translate("report:assumptions.capShare", { ...shared, share: formatShare(shareOfFrame, language) }) }]),
    ];
  });
  return [...limits, { label: translate("report:assumptions.capOrder"), text: translate(`report:assumptions.${input.capOrder ?? "oldestFirst"}`) }];
}

function guideline({ input, translate }: ReportSubject): Entry[] {
  const { firstRepaymentWithinYears: first, lastRepaymentWithinYears: last } = input.guideline ?? {};
  const label = translate("report:assumptions.guideline");
  return [
    ...(first === undefined ? [] : [{ label, text: translate("report:assumptions.guidelineFirst", { count: first }) }]),
    ...(last === undefined ? [] : [{ label, text: translate("report:assumptions.guidelineLast", { count: last }) }]),
  ];
}

/** What the plan rests on, beside the rules: savings, rounding, outcomes, the fund, caps, guideline and appraisal. */
export function assumptions(subject: ReportSubject): ReportText {
  const { plan, input, language, translate } = subject;
  const entries: Entry[] = [{ label: translate("report:assumptions.savings"), text: translate("report:assumptions.savingsText") }];
  const external = input.committees.filter(({ internal }) => internal === false).map(({ id }) => committeeName(subject, id));
  if (external.length > 0) {
    entries.push({ label: translate("report:assumptions.external"), text: translate("report:assumptions.externalText", { names: external.join(", ") }) });
  }
  entries.push({
    label: translate("report:assumptions.rounding"),
    text: translate("report:assumptions.roundingText", { unit: formatAmount(input.roundingUnit ?? "1", language) }),
  });
  entries.push(...outcomes(subject));
  if (input.planFrom !== undefined) {
    entries.push({ label: translate("report:assumptions.replan"), text: translate("report:assumptions.replanText", { year: input.planFrom }) });
  }
  if (input.fund !== undefined) {
    const { openingYear, openingBalance } = input.fund;
    entries.push({
      label: translate("report:assumptions.fund"),
      text: translate("report:assumptions.fundText", { year: openingYear, balance: formatAmount(openingBalance, language) }),
    });
  }
  entries.push(...caps(subject), ...guideline(subject));
  if (plan.appraisal !== undefined && input.appraisal !== undefined) {
    entries.push({
      label: translate("report:assumptions.appraisal"),
      text: translate("report:assumptions.appraisalText", {
        rate: formatShare(input.appraisal.rate, language),
        year: input.appraisal.baseYear,
        fund: formatAmount(plan.appraisal.fundNpv, language),
        municipality: formatAmount(plan.appraisal.municipalNpv, language),
        society: formatAmount(plan.appraisal.societalNpv, language),
      }),
    });
  }
  return { title: translate("report:assumptions.title"), notes: [], entries };
}
