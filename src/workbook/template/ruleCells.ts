import type { Language } from "../../i18n";
import { modelNames, modelRules, type CompleteRule } from "../../planning/models";
import type { DecimalText, RepaymentRule } from "../../planning/types";
import { decimalOfNumber, type CellValue } from "../amountText";
import { movePoint } from "../amountUnits";
import type { RuleColumn } from "./tables";
import { choiceText } from "./texts";

/** A decimal without unnecessary zeros: "0.40" and "00.4" are "0.4". */
export function plainDecimal(amount: DecimalText): DecimalText {
  const moved = movePoint(movePoint(amount, 1), -1);
  return moved === "-0" ? "0" : moved;
}

/** A decimal as a cell holds it: a number when a double holds it exactly, else Swedish text. */
export function decimalCell(amount: DecimalText): CellValue {
  const plain = plainDecimal(amount);
  const value = Number(plain);
  return decimalOfNumber(value) === plain ? value : plain.replace(".", ",");
}

/** A rule with its defaults (PlanInput's, not the plan's default rule) filled in. */
export function completeRule(rule: RepaymentRule): CompleteRule & RepaymentRule {
  const defaults = modelRules.conditional();
  const decimals = {
    share: plainDecimal(rule.share ?? defaults.share),
    guarantee: plainDecimal(rule.guarantee ?? defaults.guarantee),
    cap: plainDecimal(rule.cap ?? defaults.cap),
  };
  return { ...rule, ...decimals, profile: rule.profile ?? defaults.profile, window: rule.window ?? defaults.window };
}

const parts = ["share", "guarantee", "cap", "profile", "from", "years"] as const;
type Part = (typeof parts)[number];

function partText(rule: CompleteRule, part: Part): string {
  if (part === "from") return JSON.stringify(rule.window.from);
  return String(part === "years" ? rule.window.years : rule[part]);
}

/** A rule as the template's cells: the nearest model's name, and what differs from it. No rule is no cells. */
export function ruleCells(rule: RepaymentRule | undefined, language: Language): Partial<Record<RuleColumn, CellValue>> {
  if (!rule) return {};
  const complete = completeRule(rule);
  const differing = modelNames.map((name) => ({ name, parts: parts.filter((part) => partText(complete, part) !== partText(modelRules[name](), part)) }));
  const nearest = differing.reduce((best, one) => (one.parts.length < best.parts.length ? one : best));
  const own = nearest.parts.length > 2;
  const written = new Set<Part>(own ? parts : nearest.parts);
  const { from, years, latest } = complete.window;
  const start: Partial<Record<RuleColumn, CellValue>> = typeof from === "number" ? { firstYear: from } : from.after === "projectStart" ? { yearsAfterStart: from.years } : { yearsAfterEnd: from.years };
  return {
    model: choiceText(own ? "own" : nearest.name, language),
    ...(written.has("share") ? { share: decimalCell(complete.share) } : {}),
    ...(written.has("guarantee") ? { guarantee: decimalCell(complete.guarantee) } : {}),
    ...(written.has("cap") ? { cap: decimalCell(complete.cap) } : {}),
    ...(written.has("profile") ? { profile: choiceText(complete.profile, language) } : {}),
    ...(written.has("from") ? start : {}),
    ...(written.has("years") ? { windowYears: years } : {}),
    ...(latest === undefined ? {} : { latestYear: latest }),
    ...(rule.includeEarlierSavings === undefined ? {} : { earlierSavings: choiceText(rule.includeEarlierSavings ? "yes" : "no", language) }),
    ...(rule.capExtensionYears === undefined ? {} : { capExtension: rule.capExtensionYears }),
  };
}
