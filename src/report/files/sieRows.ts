import type { AmountRow, DecimalText, PlanInput, RepaymentPlan } from "../../planning/types";
import { difference, isZero, sum } from "../amounts";
import type { SieChoices } from "./sieChoices";

/** A budget amount of a committee in a year, for one project or for all, debit positive. */
export interface SieRow {
  account: string;
  project?: string;
  committee: string;
  year: number;
  amount: DecimalText;
}

/**
 * What the plan changes in the committees' budgets, by account, committee, project and year; amounts on the same place
 * become one row, as finance systems keep one amount for each.
 *
 * A repayment is debit (positive): it takes from the frame, an income of the committee, or is a cost that it is
 * invoiced. A grant is credit (negative). What is booked, and grants before a replan, the finance system has already.
 */
export function sieRows(plan: RepaymentPlan, input: PlanInput, { account, grantAccount, byProject }: Pick<SieChoices, "account" | "grantAccount" | "byProject">): SieRow[] {
  const repayments = plan.schedule.filter(({ status }) => status === "planned");
  const grants = grantAccount === "" ? [] : input.costs.filter(({ year }) => year >= (input.planFrom ?? year));
  const places = new Map<string, { row: Omit<SieRow, "amount">; debit: DecimalText[]; credit: DecimalText[] }>();
  const add = (on: string, { project, committee, year, amount }: AmountRow, side: "debit" | "credit") => {
    const row = { account: on, ...(byProject && { project }), committee, year };
    const key = JSON.stringify(row);
    const place = places.get(key) ?? { row, debit: [], credit: [] };
    place[side].push(amount);
    places.set(key, place);
  };
  for (const repayment of repayments) add(account, repayment, "debit");
  for (const grant of grants) add(grantAccount, grant, "credit");
  return [...places.values()].map(({ row, debit, credit }) => ({ ...row, amount: difference(sum(debit), sum(credit)) })).filter(({ amount }) => !isZero(amount));
}
