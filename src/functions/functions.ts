import { languageOf, translator, type Language } from "../i18n";
import type { CellFunction } from "./declaration";
import { ALLOCATE } from "./declarations/allocate";
import { FUND_BALANCE } from "./declarations/fundBalance";
import { NPV, NPV_BY_YEAR } from "./declarations/netPresentValue";
import { BREAK_EVEN, DIFF_IN_DIFF, MILESTONE_PAYMENT, OUTCOME_PAYMENT } from "./declarations/outcomes";
import { ADJUST_PRICE } from "./declarations/priceIndex";
import { REPAYMENT_PLAN } from "./declarations/repaymentPlan";
import { BENEFIT_COST_RATIO, IRR, PAYBACK_TIME } from "./declarations/returns";
import { SELF_RISK, SELF_RISK_PLAN } from "./declarations/selfRisk";
import { Refusal } from "./refusal";

/** What Excel calls for a function: takes what a formula passes, gives the cells' values or throws an Excel error. */
export type Implementation<Answer extends number | number[][] = number | number[][]> = (...passed: unknown[]) => Answer;

export const npv = implement(NPV);
export const npvByYear = implement(NPV_BY_YEAR);
export const selfRisk = implement(SELF_RISK);
export const selfRiskPlan = implement(SELF_RISK_PLAN);
export const repaymentPlan = implement(REPAYMENT_PLAN);
export const allocate = implement(ALLOCATE);
export const fundBalance = implement(FUND_BALANCE);
export const paybackTime = implement(PAYBACK_TIME);
export const irr = implement(IRR);
export const benefitCostRatio = implement(BENEFIT_COST_RATIO);
export const breakEven = implement(BREAK_EVEN);
export const outcomePayment = implement(OUTCOME_PAYMENT);
export const milestonePayment = implement(MILESTONE_PAYMENT);
export const adjustPrice = implement(ADJUST_PRICE);
export const diffInDiff = implement(DIFF_IN_DIFF);

/** Every function of the namespace, in the order of the reference. */
export const cellFunctions: readonly CellFunction[] = [
  NPV,
  NPV_BY_YEAR,
  SELF_RISK,
  SELF_RISK_PLAN,
  REPAYMENT_PLAN,
  ALLOCATE,
  FUND_BALANCE,
  PAYBACK_TIME,
  IRR,
  BENEFIT_COST_RATIO,
  BREAK_EVEN,
  OUTCOME_PAYMENT,
  MILESTONE_PAYMENT,
  ADJUST_PRICE,
  DIFF_IN_DIFF,
];

/** By id, as `CustomFunctions.associate` takes them. */
export const implementations: Readonly<Record<string, Implementation>> = {
  NPV: npv,
  NPV_BY_YEAR: npvByYear,
  SELF_RISK: selfRisk,
  SELF_RISK_PLAN: selfRiskPlan,
  REPAYMENT_PLAN: repaymentPlan,
  ALLOCATE: allocate,
  FUND_BALANCE: fundBalance,
  PAYBACK_TIME: paybackTime,
  IRR: irr,
  BENEFIT_COST_RATIO: benefitCostRatio,
  BREAK_EVEN: breakEven,
  OUTCOME_PAYMENT: outcomePayment,
  MILESTONE_PAYMENT: milestonePayment,
  ADJUST_PRICE: adjustPrice,
  DIFF_IN_DIFF: diffInDiff,
};

function implement<Answer extends number | number[][]>(cellFunction: CellFunction<Answer>): Implementation<Answer> {
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
