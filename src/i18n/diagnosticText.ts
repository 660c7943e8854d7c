import { texts, type Language } from "./index";

/** What a diagnostic carries for its text; planning's Diagnostic is one. */
interface Sentence {
  code: string;
  message: string;
  values?: Record<string, string | number>;
}

const amountNames = new Set(["amount", "lowest"]);

/**
 * A diagnostic's sentence in a language. The message is the Swedish one; the English is built from the same facts.
 * What has no English sentence of its own (it was made in the user's language already) keeps its message.
 */
export function diagnosticText({ code, message, values = {} }: Sentence, language: Language): string {
  const key = `diagnostics:problem.${code}`;
  if (language === "sv" || !texts.exists(key, { lng: language, fallbackLng: false })) return message;
  const number = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });
  const facts = Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (name === "list") return [name, texts.t(`diagnostics:list.${value}` as never, { lng: language })];
      return [name, amountNames.has(name) ? number.format(value as Intl.StringNumericLiteral) : value];
    }),
  );
  return texts.t(key as never, { lng: language, ...facts });
}
