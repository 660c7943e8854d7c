import { planRepayments } from "../planning";
import type { AmountRow, DecimalText, PlanInput, RepaymentRule } from "../planning/types";
import { lastYear } from "../money/years";

/** What a rule does to a small project, as the engine plans it; amounts in kr. */
export interface WorkedExample {
  cost: DecimalText;
  /** A year, from the year after the project's. */
  saving: DecimalText;
  repaid: DecimalText;
  /** Years with a repayment. */
  years: number;
  borneByFund: DecimalText;
  /** What is repaid when nothing is saved. */
  repaidWithoutSavings: DecimalText;
}

const cost = "1000000";
const saving = "300000";
const exampleYear = 2030;
/** Savings go on for longer than any window that is used. */
const savingYears = 40;

/** A project of one year and 1 000 000 kr that saves 300 000 kr a year; undefined when the rule makes no plan. */
export function workedExample(rule: RepaymentRule): WorkedExample | undefined {
  const own = { ...rule, split: undefined };
  const from = own.window?.from;
  const year = typeof from === "number" ? from - 1 : exampleYear;
  // A last calendar year belongs to the real project's years, not to the example's.
  const window = own.window && typeof from !== "number" ? { from: own.window.from, years: own.window.years } : own.window;
  const row = (at: number, amount: string): AmountRow => ({ project: "P", committee: "N", year: at, amount });
  const plan = (savings: AmountRow[]) => {
    const input: PlanInput = { committees: [{ id: "N", name: "N" }], projects: [{ id: "P", name: "P", owner: "N", rule: { ...own, window } }], costs: [row(year, cost)], savings };
    const { projects: [project], schedule, diagnostics } = planRepayments(input);
    return diagnostics.some(({ severity }) => severity === "error") ? undefined : project && { project, years: schedule.length };
  };
  const planned = plan(Array.from({ length: Math.min(savingYears, lastYear - year) }, (_, index) => row(year + 1 + index, saving)));
  const unsaved = plan([]);
  if (!planned || !unsaved) return undefined;
  const { project, years } = planned;
  return { cost, saving, repaid: project.scheduled, years, borneByFund: project.borneByFund, repaidWithoutSavings: unsaved.project.scheduled };
}
