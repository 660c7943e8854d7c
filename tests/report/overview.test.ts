import { planRepayments } from "../../src/planning";
import { atOnce } from "../../src/planning/work";
import type { PlanInput } from "../../src/planning/types";
import { planOverview } from "../../src/report/overview";
import riskdelning from "../planning/examples/riskdelning.json";
import { reportSubject } from "../../src/report/parties";
import { planTable } from "../../src/report/planTable";
import norrkoping from "../planning/examples/norrkoping-2010.json";
import followedUp from "../planning/examples/uppfoljning.json";
import takOchKo from "../planning/examples/tak-och-ko.json";

const overviewOf = (example: unknown) => planOverview(planRepayments(example as PlanInput), example as PlanInput, "sv");

it("accounts for every krona that is granted", () => {
  for (const example of [riskdelning, takOchKo]) {
    const { granted, repaid, waived, stoppedByCap, borneByFund } = overviewOf(example);
    expect(Number(repaid) + Number(waived) + Number(stoppedByCap) + Number(borneByFund)).toBe(Number(granted));
    expect(Number(granted)).toBeGreaterThan(0);
  }
});

it("keeps a row per committee and one for all, whose last column is the sum", () => {
  const { committees, repaid } = overviewOf(takOchKo);
  expect(committees.columns.map(({ kind }) => kind)[0]).toBe("text");
  expect(new Set(committees.rows.map(({ role }) => role))).toEqual(new Set(["sum", "total"]));
  expect(committees.rows.every(({ cells }) => cells.length === committees.columns.length)).toBe(true);
  expect(committees.rows.at(-1)?.cells.at(-1)).toBe(repaid);
});

it("has the sums of the plan's own table, which adds every project", () => {
  for (const example of [riskdelning, takOchKo, norrkoping, followedUp]) {
    const input = example as unknown as PlanInput;
    const { columns, rows } = atOnce(planTable(reportSubject(planRepayments(input), input, "sv")));
    const { committees } = overviewOf(example);
    expect(committees.columns).toEqual(columns.slice(1));
    expect(committees.rows.map(({ cells }) => cells)).toEqual(
      rows.filter(({ role }) => role !== "item").map(({ role, cells }) => [cells[role === "sum" ? 1 : 0], ...cells.slice(2)]),
    );
  }
});

it("finds the fund's lowest balance", () => {
  const plan = planRepayments(takOchKo as unknown as PlanInput);
  const { lowestFund } = overviewOf(takOchKo);
  expect(Number(lowestFund?.closing)).toBe(Math.min(...plan.fund.map(({ closing }) => Number(closing))));
});

it("says nothing of a plan that is not", () => {
  const empty: PlanInput = { committees: [], projects: [], costs: [], savings: [] };
  expect(planOverview({ projects: [], schedule: [], committeeYears: [], fund: [], diagnostics: [] }, empty, "sv")).toMatchObject({
    granted: "0",
    repaidShare: null,
    years: null,
    lowestFund: null,
    appraisal: null,
  });
});
