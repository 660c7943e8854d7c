import { diagnosticText } from "../../i18n/diagnosticText";
import type { Language } from "../../i18n";
import { checkInput } from "../../planning/check";
import type { Diagnostic, PlanInput } from "../../planning/types";
import type history from "../../i18n/sv/history.json";
import { historyTranslator } from "../../report/historyTexts";

/** A reason not to write, in the user's language. */
export function historyProblem(code: keyof typeof history.problems, facts: Record<string, string | number>, language: Language): Diagnostic {
  return { code: `history.${code}`, severity: "error", message: historyTranslator(language)(`history:problems.${code}`, facts), values: facts };
}

/** The first error that the plan's own check finds in the changed input, and not in the input as it is. */
export function newError(before: PlanInput, after: PlanInput, language: Language): Diagnostic | undefined {
  const known = new Set(errorsOf(before).map((error) => JSON.stringify(error)));
  const found = errorsOf(after).find((error) => !known.has(JSON.stringify(error)));
  return found && { ...found, message: diagnosticText(found, language) };
}

const errorsOf = (input: PlanInput) => checkInput(input).diagnostics.filter(({ severity }) => severity === "error");
