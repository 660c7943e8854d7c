import { decimalText } from "../money/decimalText";
import { committeeYears, fundAccount, fundText, scheduleOf, scheduleText } from "./account";
import { appraise } from "./appraisal";
import { checkInput } from "./check";
import { problem } from "./diagnostics";
import { projectDues } from "./dues";
import { placeRepayments, type Placing } from "./placing";
import { sumOf, type Portfolio } from "./portfolio";
import type { Diagnostic, PlanInput, ProjectResult, RepaymentPlan } from "./types";
import { planWarnings } from "./warnings";

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

  const schedule = scheduleOf(portfolio, placing);
  const account = fundAccount(portfolio, schedule);
  const appraisal = appraise(portfolio, schedule);
  return {
    projects: projectResults(portfolio, known, placing),
    schedule: scheduleText(portfolio, schedule),
    committeeYears: committeeYears(portfolio, schedule),
    fund: fundText(portfolio, account),
    ...(appraisal === undefined ? {} : { appraisal }),
    diagnostics: [...diagnostics, ...planWarnings(portfolio, placing, schedule, account)],
  };
}

function noPlan(diagnostics: Diagnostic[]): RepaymentPlan {
  return { projects: [], schedule: [], committeeYears: [], fund: [], diagnostics };
}

/** Step 11: cost = scheduled + waived + stopped by cap + borne by the fund. */
function projectResults(portfolio: Portfolio, dues: readonly { entitledUnits: bigint; waivedUnits: bigint }[], { placed, stoppedUnits }: Placing): ProjectResult[] {
  const { unit, decimals } = portfolio;
  const text = (amount: bigint) => decimalText(amount, decimals);
  return portfolio.projects.map(({ id, cost, window, booked }, index) => {
    const { entitledUnits, waivedUnits } = dues[index]!;
    const planned = sumOf(placed[index]!.map(({ amount }) => amount));
    const scheduled = planned + sumOf(booked.flatMap((years) => [...years.values()]));
    const waived = waivedUnits * unit;
    const stopped = stoppedUnits[index]! * unit;
    return {
      project: id,
      cost: text(cost),
      entitlement: text(entitledUnits * unit),
      scheduled: text(scheduled),
      waived: text(waived),
      stoppedByCap: text(stopped),
      borneByFund: text(cost - scheduled - waived - stopped),
      window: window === undefined ? null : [window.first, window.last],
    };
  });
}
