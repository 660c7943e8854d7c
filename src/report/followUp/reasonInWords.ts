import type { PlanChange } from "../../followUp";
import type { Language } from "../../i18n";
import { followUpTranslator } from "./followUpTexts";

/** Those that come from a year may name it. */
const ofYear = ["carried", "outcomeLower", "outcomeHigher", "establishedLate", "notEstablished"] as const;
type ReasonOfYear = (typeof ofYear)[number];
const isOfYear = (reason: PlanChange["reason"]): reason is ReasonOfYear => ofYear.some((one) => one === reason);

/** Why a repayment differs between two plans, in a few words: "Utfallet 2026 lägre än väntat". At most 60 characters. */
export function reasonInWords({ reason, because }: Pick<PlanChange, "reason" | "because">, language: Language): string {
  const translate = followUpTranslator(language);
  return because !== undefined && isOfYear(reason) ? translate(`followUp:reasons.${reason}Because`, { year: because }) : translate(`followUp:reasons.${reason}`);
}
