import { languageOf, translator, type Language } from "../i18n";
import type { CellFunction } from "./declaration";
import { NPV } from "./declarations/netPresentValue";
import { SELF_RISK } from "./declarations/selfRisk";
import { Refusal } from "./refusal";

/** Every function of the namespace, in the order of the reference. */
export const cellFunctions: readonly CellFunction[] = [NPV, SELF_RISK];

/** What Excel calls for a function: takes what a formula passes, gives the cell's value or throws an Excel error. */
export type Implementation = (...passed: unknown[]) => number;

export const npv = implement(NPV);
export const selfRisk = implement(SELF_RISK);

/** By id, as `CustomFunctions.associate` takes them. */
export const implementations: Readonly<Record<string, Implementation>> = { NPV: npv, SELF_RISK: selfRisk };

function implement(cellFunction: CellFunction): Implementation {
  return (...passed) => {
    try {
      return cellFunction.evaluate(...passed);
    } catch (error) {
      if (error instanceof Refusal) throw excelError(error);
      throw error;
    }
  };
}

/** Excel shows the sentence for these two errors only. */
function excelError({ kind, sentence }: Refusal): CustomFunctions.Error {
  const language = userLanguage();
  const code = kind === "value" ? CustomFunctions.ErrorCode.invalidValue : CustomFunctions.ErrorCode.notAvailable;
  return new CustomFunctions.Error(code, sentence(translator(language), language));
}

/** Read anew at every error: functions may run before Office has told its language. */
function userLanguage(): Language {
  return languageOf(typeof Office === "undefined" ? undefined : (Office.context as Office.Context | undefined)?.displayLanguage);
}
