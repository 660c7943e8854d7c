import { outcomeCounts } from "../../followUp";
import { formatShare } from "../../i18n/format";
import { Decimal } from "../../money/presentValue";
import { difference, isZero, sum } from "../amounts";
import { followUpTranslator, type FollowUpTranslate } from "./followUpTexts";
import { amountText, type SentenceForm } from "./sentences";
import type { FollowUpReport } from "./types";

/** So many reasons are named as the largest. */
const namedReasons = 3;

/**
 * A year's follow-up in plain words: a paragraph for outcomes and bookings, one for the plan, one for what the projects
 * have come to.
 */
export function followUpSummary(report: FollowUpReport, form: SentenceForm): string[] {
  const translate = followUpTranslator(form.language);
  const paragraphs = [[...outcomes(report, translate), ...bookings(report, translate, form)], plans(report, translate, form), achievements(report, translate, form)];
  return paragraphs.filter((sentences) => sentences.length > 0).map((sentences) => sentences.join(" "));
}

/** "fem"; in figures above twelve. */
function inWords(count: number, translate: FollowUpTranslate): string {
  return translate("followUp:summary.numbers").split(" ")[count] ?? String(count);
}

function outcomes({ rows, year }: FollowUpReport, translate: FollowUpTranslate): string[] {
  const counts = outcomeCounts(rows);
  const all = counts.established + counts.preliminary + counts.missing;
  if (all === 0) return [translate("followUp:summary.noOutcomes", { year })];
  const facts = { year, all: inWords(all, translate) };
  const told = (count: number) => ({ count, number: inWords(count, translate) });
  if (counts.established === all) return [translate("followUp:summary.allEstablished", { ...facts, count: all, number: facts.all })];
  return [
    counts.established === 0 ? translate("followUp:summary.noneEstablished", { ...facts, count: all, number: facts.all }) : translate("followUp:summary.established", { ...facts, ...told(counts.established) }),
    ...(counts.preliminary === 0 ? [] : [translate("followUp:summary.preliminary", told(counts.preliminary))]),
    ...(counts.missing === 0 ? [] : [translate("followUp:summary.missing", told(counts.missing))]),
  ];
}

function bookings({ rows, year }: FollowUpReport, translate: FollowUpTranslate, form: SentenceForm): string[] {
  const planned = sum(rows.map((row) => row.planned));
  const booked = sum(rows.map((row) => row.booked ?? "0"));
  if (isZero(planned) && isZero(booked)) return [];
  const facts = { year, planned: amountText(planned, form), booked: amountText(booked, form), ...apart(booked, planned, form) };
  if (isZero(booked)) return [translate("followUp:summary.nothingBooked", facts)];
  const off = difference(booked, planned);
  return [isZero(off) ? translate("followUp:summary.bookedAsPlanned", facts) : off.startsWith("-") ? translate("followUp:summary.bookedLess", facts) : translate("followUp:summary.bookedMore", facts)];
}

/** The size of a difference, as text. */
const apart = (one: string, other: string, form: SentenceForm) => ({ difference: amountText(difference(one, other).replace("-", ""), form) });

function plans({ hasDecided, compared, committeeYears, reasons }: FollowUpReport, translate: FollowUpTranslate, form: SentenceForm): string[] {
  if (!hasDecided) return compared;
  const total = (of: "decided" | "now") => sum(committeeYears.map((row) => row[of]));
  const [decided, now] = [total("decided"), total("now")];
  const facts = { decided: amountText(decided, form), now: amountText(now, form), ...apart(now, decided, form) };
  const off = difference(now, decided);
  const change = isZero(off) ? translate("followUp:summary.planSame", facts) : off.startsWith("-") ? translate("followUp:summary.planLess", facts) : translate("followUp:summary.planMore", facts);
  const largest = [...reasons]
    .filter(({ amount }) => !isZero(amount))
    .sort((one, other) => new Decimal(other.amount).abs().comparedTo(new Decimal(one.amount).abs()))
    .slice(0, namedReasons)
    .map(({ reason, amount }) => translate("followUp:summary.reason", { reason: reason.charAt(0).toLowerCase() + reason.slice(1), amount: `${amount.startsWith("-") ? "" : "+"}${amountText(amount, form)}` }));
  return [...compared, change, ...(largest.length === 0 ? [] : [translate("followUp:summary.reasons", { reasons: largest.join("; ") })])];
}

function achievements({ evaluations }: FollowUpReport, translate: FollowUpTranslate, form: SentenceForm): string[] {
  const achieved = sum(evaluations.map((one) => one.achieved));
  const compared = sum(evaluations.map((one) => one.expectedOfEstablished));
  if (isZero(compared)) return [];
  const share = new Decimal(achieved).dividedBy(compared).toDecimalPlaces(4).toString();
  return [translate("followUp:summary.achieved", { achieved: amountText(achieved, form), compared: amountText(compared, form), share: formatShare(share, form.language) })];
}
