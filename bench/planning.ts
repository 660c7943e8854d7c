import { planChanges } from "../src/followUp";
import { planRepayments, type PlanInput } from "../src/planning";
import { planningCost } from "./ownProcess";
import { largeFund } from "./portfolio";
import { atMost, megabytes, ms, times, whole, type Part, type Row } from "./table";
import { fastestOf, timeOf } from "./timing";

const sizes = [100, 1_000, 10_000] as const;

/** Planning at three sizes, and the same model as formulas at as many as HyperFormula comes through. */
export function measurePlanning(): Part {
  const plans = sizes.map((projects) => planningCost("plan", projects)!);
  const [, , largest] = plans;
  const rows: Row[] = sizes.slice(0, 2).map((projects, index) => ({ what: `plan ${whole(projects)} projects`, figure: `${ms(plans[index]!.time)}, ${megabytes(plans[index]!.memory)}` }));
  rows.push(atMost("plan 10 000 projects: time", largest!.time, 3_000, ms), atMost("plan 10 000 projects: memory, the input's included", largest!.memory, 500e6, megabytes));
  for (const index of [1, 2]) rows.push(atMost(`${whole(sizes[index]!)} projects beside ${whole(sizes[index - 1]!)}: time`, plans[index]!.time / plans[index - 1]!.time, 12, times));
  sizes.forEach((projects, index) => {
    const formulas = planningCost("formulas", projects);
    const figure = formulas ? `${ms(formulas.time)}, ${megabytes(formulas.memory)}: ${times(formulas.time / plans[index]!.time)} the plan's time` : "not within three minutes";
    rows.push({ what: `the same in formulas (HyperFormula), ${whole(projects)} projects`, figure });
  });
  return { title: "Planning: 5 committees × 20 years, one cap", rows: [...rows, explaining()] };
}

/** Why the plan that is made when a year has gone differs from the one that was decided. */
function explaining(): Row {
  const input = largeFund(1_000);
  const { before, now } = yearLater(input);
  const plan = fastestOf(3, () => void planRepayments(input));
  const time = timeOf(() => void planChanges(before, now));
  return { what: "explain how a year's outcomes changed the plan, 1 000 projects", figure: `${ms(time)}: ${times(time / plan)} a plan's` };
}

/** A fund's decided plan, and the plan that is made anew when a year has gone: a third of its outcomes fell short. */
function yearLater(input: PlanInput) {
  const { schedule } = planRepayments(input);
  const year = input.savings.reduce((first, row) => Math.min(first, row.year), Infinity);
  const outcomes = input.savings.filter((row) => row.year === year).map((row, index) => ({ ...row, amount: index % 3 === 0 ? "1" : row.amount, status: "established" as const }));
  const later: PlanInput = { ...input, planFrom: year + 1, outcomes, booked: schedule.filter((row) => row.year === year) };
  return { before: { input, schedule }, now: { input: later, schedule: planRepayments(later).schedule } };
}
