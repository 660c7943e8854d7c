import { Decimal } from "decimal.js";
import fc from "fast-check";
import { planRepayments, type AmountRow, type PlanInput, type RepaymentPlan } from "../../src/planning";
import { portfolios } from "./portfolios";

const runs = 1000;
const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
beforeAll(() => process.stdout.write(`properties: ${runs} cases each, seed ${seed} (FC_SEED=${seed} runs them again)\n`));

/** Plans and replans alike, unless a case only makes sense for one of them. */
const anyPortfolio = fc.oneof(portfolios(), portfolios({ replan: true }));
const holds = <T>(arbitrary: fc.Arbitrary<T>, predicate: (value: T) => void) => fc.assert(fc.property(arbitrary, predicate), { numRuns: runs, seed });

/** What has been planned, by its input: most properties look at the same portfolios. */
const planned = new Map<string, RepaymentPlan>();
afterAll(() => planned.clear());

const plan = (input: PlanInput): RepaymentPlan => {
  const key = JSON.stringify(input);
  const answer = planned.get(key) ?? planRepayments(input);
  planned.set(key, answer);
  expect(answer.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return answer;
};
const sum = (amounts: Iterable<string>) => [...amounts].reduce((total, amount) => total.plus(amount), new Decimal(0));
const ofProject = (rows: AmountRow[] | undefined, project: string) => (rows ?? []).filter((row) => row.project === project);

test("a project's cost is scheduled, waived, stopped by cap and borne by the fund: nothing more, nothing less", () =>
  holds(anyPortfolio, (input) => {
    const { projects, schedule } = plan(input);
    for (const { project, cost, scheduled, waived, stoppedByCap, borneByFund } of projects) {
      expect(sum([scheduled, waived, stoppedByCap, borneByFund]).toString()).toBe(new Decimal(cost).toString());
      expect(sum(ofProject(input.costs, project).map(({ amount }) => amount)).toString()).toBe(new Decimal(cost).toString());
      expect(sum(schedule.filter((row) => row.project === project).map(({ amount }) => amount)).toString()).toBe(new Decimal(scheduled).toString());
    }
  }));

test("no payment is negative or empty, and a planned one is whole rounding units", () =>
  holds(anyPortfolio, (input) => {
    for (const { amount, status } of plan(input).schedule) {
      expect(new Decimal(amount).greaterThan(0)).toBe(true);
      if (status === "planned") expect(new Decimal(amount).modulo(input.roundingUnit!).isZero()).toBe(true);
    }
  }));

test("nothing is planned outside the window and its extension, nor before the year planned from", () =>
  holds(anyPortfolio, (input) => {
    const { schedule, projects } = plan(input);
    for (const { project, year, status } of schedule) {
      if (status === "booked") continue;
      const [first, last] = projects.find((result) => result.project === project)!.window!;
      expect(year).toBeGreaterThanOrEqual(Math.max(first, input.planFrom ?? first));
      expect(year).toBeLessThanOrEqual(Math.max(last, input.planFrom ?? last) + input.capExtensionYears!);
    }
  }));

test("no cap is exceeded in any year, over all projects", () =>
  holds(anyPortfolio, (input) => {
    const { schedule } = plan(input);
    for (const cap of input.caps!) {
      const years = new Set(schedule.map(({ year }) => year));
      for (const year of years) {
        if (cap.year !== undefined && cap.year !== year) continue;
        const paid = schedule.filter((row) => row.status === "planned" && row.committee === cap.committee && row.year === year);
        expect(sum(paid.map(({ amount }) => amount)).lessThanOrEqualTo(cap.amount!)).toBe(true);
      }
    }
  }));

test("a project is never planned to repay more than its entitlement, nor the entitlement more than its capped cost", () =>
  holds(anyPortfolio, (input) => {
    const { projects, schedule } = plan(input);
    for (const { project, entitlement, waived, stoppedByCap, cost } of projects) {
      const rows = schedule.filter((row) => row.project === project);
      const booked = sum(rows.filter(({ status }) => status === "booked").map(({ amount }) => amount));
      const planned = sum(rows.filter(({ status }) => status === "planned").map(({ amount }) => amount));
      const repaid = booked.plus(planned).plus(waived).plus(stoppedByCap);
      if (!planned.isZero()) expect(repaid.lessThanOrEqualTo(entitlement)).toBe(true);
      expect(new Decimal(entitlement).lessThanOrEqualTo(new Decimal(cost).times(input.projects.find(({ id }) => id === project)!.rule!.cap!))).toBe(true);
    }
  }));

test("without caps nothing is stopped, and all of the entitlement is repaid or waived", () =>
  holds(portfolios(), (input) => {
    for (const { entitlement, scheduled, waived, stoppedByCap } of plan({ ...input, caps: [] }).projects) {
      expect(stoppedByCap).toBe("0");
      expect(sum([scheduled, waived]).toString()).toBe(new Decimal(entitlement).toString());
    }
  }));

test("ten times the amounts, with ten times the unit, is ten times the plan", () =>
  holds(anyPortfolio, (input) => {
    const ten = (amount: string) => new Decimal(amount).times(10).toFixed();
    const scale = <T extends { amount?: string }>(rows: T[] | undefined) => rows?.map((row) => (row.amount === undefined ? row : { ...row, amount: ten(row.amount) }));
    const scaled: PlanInput = {
      ...input,
      roundingUnit: ten(input.roundingUnit!),
      costs: scale(input.costs)!,
      savings: scale(input.savings)!,
      outcomes: scale(input.outcomes),
      booked: scale(input.booked),
      caps: scale(input.caps),
      fund: { ...input.fund!, openingBalance: ten(input.fund!.openingBalance), contributions: scale(input.fund!.contributions) },
    };
    const { schedule, projects, fund } = plan(input);
    const tenfold = plan(scaled);
    expect(tenfold.schedule).toEqual(schedule.map((row) => ({ ...row, amount: ten(row.amount) })));
    expect(tenfold.projects.map(({ entitlement, waived }) => [entitlement, waived])).toEqual(projects.map(({ entitlement, waived }) => [ten(entitlement), ten(waived)]));
    expect(tenfold.fund.map(({ closing }) => closing)).toEqual(fund.map(({ closing }) => ten(closing)));
  }));

test("the order of the input rows changes nothing", () =>
  holds(
    anyPortfolio.chain((input) =>
      fc.record({
        input: fc.constant(input),
        shuffled: fc.record({
          costs: fc.shuffledSubarray(input.costs, { minLength: input.costs.length }),
          savings: fc.shuffledSubarray(input.savings, { minLength: input.savings.length }),
          outcomes: fc.shuffledSubarray(input.outcomes!, { minLength: input.outcomes!.length }),
          booked: fc.shuffledSubarray(input.booked!, { minLength: input.booked!.length }),
          caps: fc.shuffledSubarray(input.caps!, { minLength: input.caps!.length }),
          waivers: fc.shuffledSubarray(input.waivers!, { minLength: input.waivers!.length }),
        }),
      }),
    ),
    ({ input, shuffled }) => {
      expect({ ...plan({ ...input, ...shuffled }), diagnostics: [] }).toEqual({ ...plan(input), diagnostics: [] });
    },
  ));

test("the fund account closes every year, and holds every krona of the plan", () =>
  holds(anyPortfolio, (input) => {
    const { fund, schedule } = plan(input);
    let balance = new Decimal(input.fund!.openingBalance);
    for (const { opening, contributions, withdrawals, repayments, closing } of fund) {
      expect(new Decimal(opening).toString()).toBe(balance.toString());
      balance = balance.plus(contributions).minus(withdrawals).plus(repayments);
      expect(new Decimal(closing).toString()).toBe(balance.toString());
    }
    const all = sum([input.fund!.openingBalance, ...input.fund!.contributions!.map(({ amount }) => amount), ...schedule.map(({ amount }) => amount)]).minus(sum(input.costs.map(({ amount }) => amount)));
    expect(balance.toString()).toBe(all.toString());
  }));

test("frame changes are grants less repayments, committee by committee", () =>
  holds(anyPortfolio, (input) => {
    const { committeeYears, schedule } = plan(input);
    for (const { committee, year, grant, repayment, frameChange } of committeeYears) {
      const matches = (row: AmountRow) => row.committee === committee && row.year === year;
      expect(new Decimal(grant).toString()).toBe(sum(input.costs.filter(matches).map(({ amount }) => amount)).toString());
      expect(new Decimal(repayment).toString()).toBe(sum(schedule.filter(matches).map(({ amount }) => amount)).toString());
      expect(new Decimal(frameChange).toString()).toBe(new Decimal(grant).minus(repayment).toString());
    }
  }));

test("only own committees repay, and from a reorganisation on only those who have taken over", () =>
  holds(anyPortfolio, (input) => {
    for (const { committee, year, status } of plan(input).schedule) {
      if (status === "booked") continue;
      expect(committee).not.toBe("REG");
      expect(input.successions!.some(({ from, year: begins }) => from === committee && begins <= year)).toBe(false);
    }
  }));

test("nothing preliminary is ever repaid: without established outcomes a replan after the window repays only guarantees", () =>
  holds(portfolios({ replan: true }), (input) => {
    const preliminary = { ...input, planFrom: 2060, booked: [], outcomes: input.outcomes!.map((row) => ({ ...row, status: "preliminary" as const })) };
    preliminary.projects = input.projects.map((project) => ({ ...project, rule: { ...project.rule, guarantee: "0" } }));
    expect(plan(preliminary).schedule).toEqual([]);
  }));

test("a plan that is booked as planned is not changed by planning anew from any year", () =>
  holds(fc.tuple(portfolios(), fc.integer({ min: 2024, max: 2044 })), ([input, planFrom]) => {
    const bare = { ...input, successions: [], roundingUnit: "1" };
    const first = plan(bare);
    const established = bare.savings.map((row) => ({ ...row, status: "established" as const }));
    const again = plan({ ...bare, planFrom, outcomes: established, booked: first.schedule.filter(({ year }) => year < planFrom) });
    const text = ({ schedule }: RepaymentPlan) => schedule.map(({ project, committee, year, amount }) => `${project} ${committee} ${year} ${amount}`);
    // After a project's last year a replan gives what caps had stopped another chance.
    const lastYears = first.projects.flatMap(({ window }) => (window === null ? [] : [window[1]]));
    if (lastYears.every((last) => planFrom <= last)) expect(text(again)).toEqual(text(first));
  }));

test("the same input gives the same plan, and is not changed", () =>
  holds(anyPortfolio, (input) => {
    const before = JSON.stringify(input);
    expect(JSON.stringify(planRepayments(input))).toBe(JSON.stringify(planRepayments(JSON.parse(before) as PlanInput)));
    expect(JSON.stringify(input)).toBe(before);
  }));
