import { translator, type Language } from "../i18n";
import { formatAmount, formatShare } from "../i18n/format";
import type { Committee, RepaymentWindow } from "../planning/types";
import type { CompleteRule } from "../planning/models";
import type { WorkedExample } from "./workedExample";

/** A rule as plain sentences that follow its numbers and conditions. */
export function ruleSentence(rule: CompleteRule, language: Language, committees: readonly Committee[] = []): string {
  const { share, guarantee, cap, profile, window } = rule;
  const text = translator(language);
  const [saved, least, most] = [Number(share), Number(guarantee), Number(cap)];
  if (most === 0 || (saved === 0 && least === 0)) return text("pane:rule.nothing");
  const ofCost = (part: string) => (Number(part) === 1 ? text("pane:rule.wholeCost") : text("pane:rule.partOfCost", { part: formatShare(part, language) }));
  const saving = saved === 1 ? text("pane:rule.wholeSaving") : text("pane:rule.partOfSaving", { part: formatShare(share, language) });
  const years = windowText(window, language);
  const key = least >= most ? "pane:rule.unconditional" : least === 0 ? "pane:rule.conditional" : "pane:rule.guaranteed";
  return [
    text(key, { cost: ofCost(cap), saving, years, most: ofCost(cap), least: ofCost(guarantee) }),
    ...(profile === "level" ? [text("pane:rule.level")] : []),
    ...conditionSentences(rule, language, committees),
  ].join(" ");
}

/** What is agreed beside the numbers. */
function conditionSentences({ includeEarlierSavings, capExtensionYears, split = [], profile, guarantee }: CompleteRule, language: Language, committees: readonly Committee[]): string[] {
  const text = translator(language);
  const parts = split.map(({ committee, share }) => `${committees.find(({ id }) => id === committee)?.name ?? committee} ${formatShare(share, language)}`);
  // In step with the savings only what they don't cover of the guarantee is divided as agreed.
  const divided = profile === "level" ? "pane:rule.split" : Number(guarantee) > 0 ? "pane:rule.splitGuarantee" : "pane:rule.splitUnused";
  return [
    ...(includeEarlierSavings === true ? [text("pane:rule.earlier")] : []),
    ...(capExtensionYears === undefined ? [] : [capExtensionYears === 0 ? text("pane:rule.noExtension") : text("pane:rule.extension", { count: capExtensionYears })]),
    ...(parts.length > 0 ? [text(divided, { parts: new Intl.ListFormat(language).format(parts) })] : []),
  ];
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
