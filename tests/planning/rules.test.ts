import { planRepayments, type AmountRow, type PlanInput, type RepaymentPlan, type RepaymentRule } from "../../src/planning";

/** The rules one by one, on figures small enough to check in one's head. Amounts in kr, unit 1 kr. */

const row = (committee: string, year: number, amount: number | string, project = "P"): AmountRow => ({ project, committee, year, amount: String(amount) });
const window = { from: 2027, years: 4 };
const plan = (input: Partial<PlanInput>, rule: RepaymentRule = { window }): RepaymentPlan => {
  const answer = planRepayments({
    committees: ["A", "B", "C"].map((id) => ({ id, name: id })),
    projects: [{ id: "P", name: "P", owner: "A", rule }],
    costs: [row("A", 2026, 1000)],
    savings: [],
    ...input,
  });
  expect(answer.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return answer;
};
/** `A 2027 100` for each planned repayment; booked ones marked. */
const lines = ({ schedule }: RepaymentPlan) => schedule.map(({ project, committee, year, amount, status }) => `${project === "P" ? "" : `${project} `}${committee} ${year} ${amount}${status === "booked" ? " bokfört" : ""}`);

describe("the saving base (step 3)", () => {
  test("a negative saving is no saving: it takes nothing from other years or committees", () =>
    expect(lines(plan({ savings: [row("A", 2027, 100), row("A", 2028, -60), row("B", 2027, -40), row("B", 2028, 50)] }))).toEqual(["A 2027 100", "B 2028 50"]));
  test("rows for the same project, committee and year add up before the sign is looked at", () =>
    expect(lines(plan({ savings: [row("A", 2027, 100), row("A", 2027, -60)] }))).toEqual(["A 2027 40"]));
  test("savings before the window are left out, or counted in its first year", () => {
    const savings = [row("A", 2025, 30), row("A", 2026, -10), row("A", 2027, 100), row("A", 2031, 500)];
    expect(lines(plan({ savings }))).toEqual(["A 2027 100"]);
    expect(lines(plan({ savings }, { window, includeEarlierSavings: true }))).toEqual(["A 2027 130"]);
  });
  test("an established outcome takes the place of what was expected, a preliminary one does not", () =>
    expect(lines(plan({ savings: [row("A", 2027, 100), row("A", 2028, 100)], outcomes: [{ ...row("A", 2027, 70), status: "established" }, { ...row("A", 2028, 5), status: "preliminary" }] }))).toEqual(["A 2027 70", "A 2028 100"]));
  test("established parts of an outcome add up", () =>
    expect(lines(plan({ savings: [row("A", 2027, 100)], outcomes: [{ ...row("A", 2027, 70), status: "established" }, { ...row("A", 2027, 20), status: "established" }] }))).toEqual(["A 2027 90"]));
  test("in a replan a past year that nobody has established counts as nothing", () =>
    expect(lines(plan({ planFrom: 2028, savings: [row("A", 2027, 100), row("A", 2028, 100)] }))).toEqual(["A 2028 100"]));
});

describe("the entitlement (step 4): min(κC, max(γC, αS))", () => {
  const entitlement = (rule: Partial<RepaymentRule>, saved: number) => plan({ savings: [row("A", 2027, saved)] }, { window, ...rule }).projects[0]!.entitlement;
  test.each([
    [{}, 400, "400"],
    [{}, 1400, "1000"],
    [{ share: "0.5" }, 400, "200"],
    [{ guarantee: "0.4" }, 0, "400"],
    [{ guarantee: "0.4" }, 300, "400"],
    [{ guarantee: "0.4" }, 700, "700"],
    [{ cap: "0.75" }, 1400, "750"],
    [{ cap: "0.3", guarantee: "0.4" }, 0, "300"],
    [{ cap: "0" }, 1400, "0"],
  ])("%j with savings of %i of 1000 is %s", (rule, saved, expected) => expect(entitlement(rule, saved)).toBe(expected));
});

describe("years and committees (steps 5–7)", () => {
  test("a guarantee that savings do not cover falls in the last year, by the savings of the whole window", () =>
    expect(lines(plan({ savings: [row("A", 2027, 100), row("B", 2028, 300)] }, { window, guarantee: "0.8" }))).toEqual(["A 2027 100", "A 2030 100", "B 2028 300", "B 2030 300"]));
  test("without savings it falls on the owner, and with a split on those who agreed", () => {
    expect(lines(plan({}, { window, guarantee: "0.8" }))).toEqual(["A 2030 800"]);
    expect(lines(plan({}, { window, guarantee: "0.8", split: [{ committee: "B", share: "0.25" }, { committee: "C", share: "0.75" }] }))).toEqual(["B 2030 200", "C 2030 600"]);
  });
  test("the owner is the committee with the largest cost, the one listed first of equals", () => {
    const ownerless = { projects: [{ id: "P", name: "P", rule: { window, guarantee: "1" } }] };
    expect(lines(plan({ ...ownerless, costs: [row("A", 2025, 300), row("B", 2025, 400), row("A", 2026, 300)] }))).toEqual(["A 2030 1000"]);
    expect(lines(plan({ ...ownerless, costs: [row("B", 2025, 500), row("A", 2026, 500)] }))).toEqual(["A 2030 1000"]);
  });
  test("equal instalments lose no krona to rounding", () =>
    expect(lines(plan({}, { window: { from: 2027, years: 3 }, guarantee: "1", profile: "level" }))).toEqual(["A 2027 333", "A 2028 333", "A 2029 334"]));
  test("the window ends at the latest year", () => expect(plan({}, { window: { ...window, latest: 2028 } }).projects[0]!.window).toEqual([2027, 2028]));
  test("the window begins after the project's start or its end, as given or by its costs", () => {
    const costs = [row("A", 2026, 500), row("A", 2028, 500), row("A", 2029, 0)];
    const from = (after: "projectStart" | "projectEnd", years: number) => plan({ costs }, { window: { from: { after, years }, years: 2 } }).projects[0]!.window;
    expect(from("projectStart", 1)).toEqual([2027, 2028]);
    expect(from("projectEnd", 2)).toEqual([2030, 2031]);
    const given = { projects: [{ id: "P", name: "P", startYear: 2030, endYear: 2031, rule: { window: { from: { after: "projectEnd" as const, years: 1 }, years: 1 } } }] };
    expect(plan({ costs, ...given }).projects[0]!.window).toEqual([2032, 2032]);
  });
  test("a project without a rule follows the fund's, and a fund without one repays savings for ten years from the second", () => {
    const bare = { projects: [{ id: "P", name: "P" }], savings: [row("A", 2027, 100)] };
    expect(plan(bare).projects[0]!.window).toEqual([2027, 2036]);
    expect(plan({ ...bare, defaultRule: { share: "0.5", window } }).projects[0]).toMatchObject({ window: [2027, 2030], entitlement: "50" });
  });
});

describe("reorganisation and waivers (steps 8–9)", () => {
  const savings = [2027, 2028, 2029].map((year) => row("A", year, 101));
  test("from its year on the successor pays, several of them by their shares, and chains are followed", () =>
    expect(lines(plan({ savings, successions: [{ from: "A", to: "B", year: 2028, share: "0.5" }, { from: "A", to: "C", year: 2028, share: "0.5" }, { from: "C", to: "B", year: 2029 }] }))).toEqual(["A 2027 101", "B 2028 51", "B 2029 101", "C 2028 50"]));
  test("a later reorganisation of the same committee takes the place of the earlier", () =>
    expect(lines(plan({ savings, successions: [{ from: "A", to: "B", year: 2028 }, { from: "A", to: "C", year: 2029 }] }))).toEqual(["A 2027 101", "B 2028 101", "C 2029 101"]));
  test("what a cap made wait passes to the successor too, once", () =>
    expect(lines(plan({ savings: [row("A", 2027, 100), row("C", 2029, 50)], caps: [{ committee: "A", amount: "40" }], successions: [{ from: "A", to: "B", year: 2028 }] }))).toEqual(["A 2027 40", "B 2028 60", "C 2029 50"]));
  test("the largest of the waivers that match, rounded down to units, and none outside its years", () => {
    const waiver = { reason: "r", decision: "d" };
    const answer = plan({ savings, waivers: [{ ...waiver, fromYear: 2028, toYear: 2028, share: "0.25" }, { ...waiver, committee: "A", fromYear: 2028, toYear: 2029, share: "0.5" }, { ...waiver, fromYear: 2028, share: "0.1" }, { ...waiver, committee: "B", share: "1" }] });
    expect(lines(answer)).toEqual(["A 2027 101", "A 2028 51", "A 2029 51"]);
    expect(answer.projects[0]!.waived).toBe("100");
  });
});

describe("caps (step 10)", () => {
  const twoProjects = {
    projects: [
      { id: "Q", name: "Yngre", owner: "A", rule: { window } },
      { id: "P", name: "Äldre", owner: "A", rule: { window } },
    ],
    costs: [row("A", 2026, 1000, "Q"), row("A", 2025, 1000)],
    savings: [row("A", 2027, 300), row("A", 2027, 100, "Q")],
  };
  test("the oldest project is placed first, whatever the listing", () =>
    expect(lines(plan({ ...twoProjects, caps: [{ committee: "A", amount: "320" }] }))).toEqual(["Q A 2027 20", "Q A 2028 80", "A 2027 300"]));
  test("or each in proportion", () =>
    expect(lines(plan({ ...twoProjects, capOrder: "proportional", caps: [{ committee: "A", amount: "200" }] }))).toEqual(["Q A 2027 50", "Q A 2028 50", "A 2027 150", "A 2028 150"]));
  test("of several caps the lowest holds, in the years it is for", () =>
    expect(lines(plan({ savings: [row("A", 2027, 300)], caps: [{ committee: "A", amount: "200" }, { committee: "A", year: 2027, amount: "50.9" }, { committee: "A", shareOfFrame: "0.01" }], frames: [row("A", 2027, 100_000), row("A", 2028, 12_345), row("A", 2029, 12_345), row("A", 2030, 12_345)] }))).toEqual(["A 2027 50", "A 2028 123", "A 2029 123", "A 2030 4"]));
  test("a cap stops what still waits after the last year, and extra years let more through", () => {
    const capped = { savings: [row("A", 2027, 300)], caps: [{ committee: "A", amount: "50" }] };
    expect(plan(capped).projects[0]).toMatchObject({ scheduled: "200", stoppedByCap: "100", borneByFund: "700" });
    expect(plan({ ...capped, capExtensionYears: 1 }).projects[0]).toMatchObject({ scheduled: "250", stoppedByCap: "50" });
    expect(plan(capped, { window, capExtensionYears: 2 }).projects[0]).toMatchObject({ scheduled: "300", stoppedByCap: "0" });
  });
});

describe("replanning (step 10)", () => {
  const established = [{ ...row("A", 2027, 300), status: "established" as const }];
  test("an outcome established after the window falls due in the first plan year, and may use the extra years", () => {
    const late = { planFrom: 2035, outcomes: established };
    expect(lines(plan(late))).toEqual(["A 2035 300"]);
    expect(lines(plan({ ...late, caps: [{ committee: "A", amount: "200" }], capExtensionYears: 1 }))).toEqual(["A 2035 200", "A 2036 100"]);
    expect(plan({ ...late, caps: [{ committee: "A", amount: "200" }] }).projects[0]!.stoppedByCap).toBe("100");
  });
  test("what is booked stands, and only the rest is planned", () =>
    expect(lines(plan({ planFrom: 2028, outcomes: established, booked: [row("A", 2027, 120), row("A", 2028, 999)] }))).toEqual(["A 2027 120 bokfört", "A 2028 180"]));
  test("a committee that has paid too much lowers what the others still have to pay, not below nothing", () => {
    const shared = { planFrom: 2028, outcomes: [...established, { ...row("B", 2027, 100), status: "established" as const }] };
    expect(lines(plan({ ...shared, booked: [row("A", 2027, 350)] }))).toEqual(["A 2027 350 bokfört", "B 2028 50"]);
    expect(plan({ ...shared, booked: [row("A", 2027, 450)] }).projects[0]).toMatchObject({ scheduled: "450", borneByFund: "550" });
  });
  test("what was booked in part of a unit is made whole over the committees, and nothing is lost", () => {
    const input = { planFrom: 2028, roundingUnit: "1000", costs: [row("A", 2026, 900_000)], booked: [row("A", 2027, 150_500), row("B", 2027, 49_500)] };
    const outcomes = [{ ...row("A", 2027, 400_000), status: "established" as const }, { ...row("B", 2027, 150_000), status: "established" as const }];
    expect(lines(plan({ ...input, outcomes }))).toEqual(["A 2027 150500 bokfört", "A 2028 250000", "B 2027 49500 bokfört", "B 2028 100000"]);
  });
  test("without a year to plan from, nothing booked counts", () => expect(lines(plan({ savings: [row("A", 2027, 300)], booked: [row("A", 2027, 120)] }))).toEqual(["A 2027 300"]));
});

describe("account and appraisal (steps 12–13)", () => {
  test("the account runs every year from the opening to the last event", () =>
    expect(plan({ savings: [row("A", 2029, 100)], fund: { openingBalance: "1000", openingYear: 2025, contributions: [{ year: 2027, amount: "50" }] } }).fund.map(({ year, closing }) => [year, closing])).toEqual([
      [2025, "1000"],
      [2026, "0"],
      [2027, "50"],
      [2028, "50"],
      [2029, "150"],
    ]));
  test("society counts everybody's savings, the municipality its own, the fund what it gets back; negative ones and all years too", () => {
    const answer = plan({
      committees: [{ id: "A", name: "A" }, { id: "REG", name: "R", internal: false }],
      savings: [row("A", 2027, 500), row("A", 2028, -100), row("A", 2040, 10), row("REG", 2027, 900)],
      appraisal: { rate: "0", baseYear: 2026 },
    });
    expect(answer.appraisal).toEqual({ fundNpv: "-500", municipalNpv: "-590", societalNpv: "310" });
  });
  test("the base year's flows count in full, later ones less, earlier ones more", () => {
    const at = (baseYear: number) => plan({ savings: [row("A", 2027, 1100)], appraisal: { rate: "0.1", baseYear } }).appraisal!.municipalNpv;
    expect([at(2026), at(2027)]).toEqual(["0", "0"]);
    expect(plan({ savings: [row("A", 2027, 1000)], appraisal: { rate: "0.1", baseYear: 2026 } }).appraisal!.municipalNpv).toBe("-90.91");
  });
});
