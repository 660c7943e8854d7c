import { decimalText } from "../money/decimalText";
import { committeeYears, fundAccount, fundText, repaymentsOf, repaymentText } from "./account";
import { appraise } from "./appraisal";
import { checkInput } from "./check";
import { problem } from "./diagnostics";
import { projectDues, type ProjectDues } from "./dues";
import { placeRepayments, type Placing } from "./placing";
import { addTo, sumOf, type CheckedProject, type Portfolio, type YearlyAmounts } from "./portfolio";
import type { Diagnostic, PlanInput, ProjectResult, RepaymentPlan } from "./types";
import { planWarnings, projectWarnings } from "./warnings";

export { problemCodes } from "./diagnostics";
export type * from "./types";

/**
 * Makes a repayment plan: who gives back how much to the fund in which year.
 *
 * The one public door of the engine. Pure: the same input gives the same plan on every machine. Amounts are exact
 * decimals as text (kr), shares fractions of one as text, years whole numbers.
 *
 * @param input costs, expected savings, rules and the rest; see PlanInput. Anything else than that is reported
 * @returns the plan with its warnings; when there is an error, only the diagnostics (nothing may be written then)
 */
export function planRepayments(input: PlanInput): RepaymentPlan {
  const { portfolio, diagnostics } = checkInput(input);
  if (portfolio === undefined) return noPlan(diagnostics);

  const dues = portfolio.projects.map((project) => projectDues(portfolio, project));
  const owedAbroad = portfolio.projects.flatMap(({ id, owner }, index) =>
    dues[index] === undefined ? [problem("ownerExternal", { id: owner === undefined ? "" : portfolio.committees[owner]!.id }, { project: id })] : [],
  );
  if (owedAbroad.length > 0) return noPlan([...diagnostics, ...owedAbroad]);
  const known = dues.filter((due) => due !== undefined);
  const placing = placeRepayments(portfolio, known);
  if (placing.diagnostics.length > 0) return noPlan([...diagnostics, ...placing.diagnostics]);

  const repaid = portfolio.committees.map((): YearlyAmounts => new Map());
  const warnings: Diagnostic[] = [];
  const planned = portfolio.projects.map((project, index) => {
    const repayments = repaymentsOf(project, placing.placed[index]!, portfolio.unit);
    for (const { committee, year, amount } of repayments) addTo(repaid[committee]!, year, amount);
    warnings.push(...projectWarnings(portfolio, project, placing, repayments));
    return {
      result: projectResult(portfolio, project, known[index]!, placing, sumOf(repayments.map(({ amount }) => amount))),
      schedule: repayments.map((repayment) => repaymentText(portfolio, project, repayment)),
    };
  });
  const account = fundAccount(portfolio, repaid);
  const appraisal = appraise(portfolio, repaid);
  return {
    projects: planned.map(({ result }) => result),
    schedule: planned.flatMap(({ schedule }) => schedule),
    committeeYears: committeeYears(portfolio, repaid),
    fund: fundText(portfolio, account),
    ...(appraisal === undefined ? {} : { appraisal }),
    diagnostics: [...diagnostics, ...warnings, ...planWarnings(portfolio, placing, account)],
  };
}

function noPlan(diagnostics: Diagnostic[]): RepaymentPlan {
  return { projects: [], schedule: [], committeeYears: [], fund: [], diagnostics };
}

/** Step 11: cost = scheduled + waived + stopped by cap + borne by the fund. */
function projectResult({ unit, decimals }: Portfolio, { id, index, cost, window }: CheckedProject, dues: ProjectDues, { stoppedUnits }: Placing, scheduled: bigint): ProjectResult {
  const text = (amount: bigint) => decimalText(amount, decimals);
  const waived = dues.waivedUnits * unit;
  const stopped = stoppedUnits[index]! * unit;
  return {
    project: id,
    cost: text(cost),
    entitlement: text(dues.entitledUnits * unit),
    scheduled: text(scheduled),
    waived: text(waived),
    stoppedByCap: text(stopped),
    borneByFund: text(cost - scheduled - waived - stopped),
    window: window === undefined ? null : [window.first, window.last],
  };
}
