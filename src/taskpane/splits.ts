import { translator, type Language } from "../i18n";
import { decimalsOf, decimalText, powerOfTen, wholeOf } from "../money/decimalText";
import type { CommitteeShare, DecimalText, PlanInput } from "../planning/types";
import type { RuleDrafts } from "./drafts";
import { percentText } from "./fieldText";

/** What the shares of a split come to, exactly: "0.9". */
export function splitSum(split: readonly CommitteeShare[]): DecimalText {
  const decimals = Math.max(0, ...split.map(({ share }) => decimalsOf(share)));
  return decimalText(split.reduce((sum, { share }) => sum + wholeOf(share, decimals), 0n), decimals);
}

/** What a split leaves for one more committee; nothing when its shares come to 100 % or more. */
export function splitRest(split: readonly CommitteeShare[]): DecimalText {
  const sum = splitSum(split);
  const decimals = decimalsOf(sum);
  const rest = powerOfTen(decimals) - wholeOf(sum, decimals);
  return rest > 0n ? decimalText(rest, decimals) : "0";
}

/** Whether a split comes to 100 %, as it must. */
export function isWhole(split: readonly CommitteeShare[]): boolean {
  return splitSum(split) === "1";
}

/** Why the drafts can't be saved: the first rule whose split does not come to 100 %, as a sentence; undefined when they can. */
export function unevenSplit({ defaultRule, projects }: RuleDrafts, input: PlanInput, language: Language): string | undefined {
  const text = translator(language);
  const uneven = (split: readonly CommitteeShare[] | undefined): split is readonly CommitteeShare[] => split !== undefined && split.length > 0 && !isWhole(split);
  if (uneven(defaultRule?.split)) return text("pane:split.fundUneven", { sum: percentText(splitSum(defaultRule.split), language) });
  for (const [id, rule] of Object.entries(projects)) {
    if (rule === "default" || !uneven(rule.split)) continue;
    const project = input.projects.find((one) => one.id === id)?.name ?? id;
    return text("pane:split.projectUneven", { project, sum: percentText(splitSum(rule.split), language) });
  }
  return undefined;
}
