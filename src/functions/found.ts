import type { Language, Translate } from "../i18n";
import { Decimal } from "../money/presentValue";

/** A number as it is typed in Excel: a decimal comma in Swedish, never a true minus sign. */
export function typed(value: number, language: Language): string {
  const text = new Decimal(value).toString();
  return language === "sv" ? text.replace(".", ",") : text;
}

/** Yes or no as it is typed in Excel. */
export function condition(value: boolean, language: Language): string {
  const names: Record<Language, [string, string]> = { sv: ["FALSKT", "SANT"], en: ["FALSE", "TRUE"] };
  return names[language][value ? 1 : 0];
}

/** What stands where something else should, in words. */
export function found(value: unknown, translate: Translate, language: Language): string {
  if (typeof value === "number") return typed(value, language);
  if (typeof value === "boolean") return translate("functions:found.boolean", { value: condition(value, language) });
  if (typeof value === "string") return translate(value.startsWith("#") ? "functions:found.error" : "functions:found.text", { value: value.slice(0, 40) });
  if (typeof value === "object" && value !== null && "code" in value) return translate("functions:found.error", { value: String(value.code) });
  return translate("functions:found.other");
}
