import { translator, type Language } from "../i18n";
import { formatAmount, formatShare } from "../i18n/format";
import type { RepaymentWindow } from "../planning/types";
import type { CompleteRule } from "../planning/models";
import type { WorkedExample } from "./workedExample";

/** A rule as a plain sentence that follows its numbers. */
export function ruleSentence({ share, guarantee, cap, profile, window }: CompleteRule, language: Language): string {
  const text = translator(language);
  const [saved, least, most] = [Number(share), Number(guarantee), Number(cap)];
  if (most === 0) return text("pane:rule.nothing");
  const ofCost = (part: string) => (Number(part) === 1 ? text("pane:rule.wholeCost") : text("pane:rule.partOfCost", { part: formatShare(part, language) }));
  const saving = saved === 1 ? text("pane:rule.wholeSaving") : text("pane:rule.partOfSaving", { part: formatShare(share, language) });
  const years = windowText(window, language);
  const level = profile === "level" ? ` ${text("pane:rule.level")}` : "";
  if (least >= most) return `${text("pane:rule.unconditional", { cost: ofCost(cap), years })}${level}`;
  if (saved === 0 && least === 0) return text("pane:rule.nothing");
  const key = least === 0 ? "pane:rule.conditional" : "pane:rule.guaranteed";
  return `${text(key, { saving, years, most: ofCost(cap), least: ofCost(guarantee) })}${level}`;
}

function windowText({ from, years, latest }: RepaymentWindow, language: Language): string {
  const text = translator(language);
  const first = typeof from === "number" ? from : from.years;
  const span = years <= 1 ? String(first) : `${first}–${first + years - 1}`;
  const when = typeof from === "number" ? text("pane:rule.calendar", { span }) : text(`pane:rule.${from.after}`, { span });
  return latest === undefined ? when : text("pane:rule.latest", { when, latest });
}

/** The worked example as sentences. */
export function exampleSentences({ cost, saving, repaid, years, borneByFund, repaidWithoutSavings }: WorkedExample, language: Language): string {
  const text = translator(language);
  const kr = (amount: string) => formatAmount(amount, language);
  const facts = { cost: kr(cost), saving: kr(saving) };
  const some = (amount: string) => /[1-9]/.test(amount);
  if (!some(repaid)) return text("pane:rule.exampleNothing", facts);
  return [
    text("pane:rule.example", { ...facts, repaid: kr(repaid), years: yearsInWords(years, language) }),
    ...(some(borneByFund) ? [text("pane:rule.exampleBorne", { borne: kr(borneByFund) })] : []),
    ...(some(repaidWithoutSavings) ? [text("pane:rule.exampleWithout", { repaid: kr(repaidWithoutSavings) })] : []),
  ].join(" ");
}

const inWords = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** "fyra år"; larger numbers in digits. */
function yearsInWords(count: number, language: Language): string {
  const text = translator(language);
  const word = inWords.find((number) => number === count);
  return text("pane:rule.years", { count, number: word === undefined ? String(count) : text(`pane:numbers.${word}`) });
}
