import fc from "fast-check";
import { selfRisk, selfRiskPlan, type RepaymentShares } from "../../src/appraisal/selfRisk";
import { Decimal } from "../../src/money/presentValue";

const shares = (share: string, guarantee: string, cap: string): RepaymentShares => ({
  share: new Decimal(share),
  guarantee: new Decimal(guarantee),
  cap: new Decimal(cap),
});
const savings = (...amounts: number[]) => amounts.map((amount) => new Decimal(amount));
const byYear = (...amounts: number[]) => new Map(amounts.map((amount, year) => [year, new Decimal(amount)]));
const amountsOf = (plan: Map<number, Decimal>, years: number) => Array.from({ length: years }, (_, year) => (plan.get(year) ?? new Decimal(0)).toNumber());

describe("selfRisk", () => {
  it("leaves the fund with 7–14 per cent of SkolFam2's cost", () => {
    const cost = new Decimal("3.96");
    const borne = (saved: string) => cost.minus(selfRisk(cost, [new Decimal(saved)], shares("1", "0", "1"))).div(cost).times(100).toFixed(0);
    expect([borne("3.7"), borne("3.4")]).toEqual(["7", "14"]);
  });

  test.each([
    [[300000, 300000, 300000, 300000, 300000], "1", "0", "1", "1000000"],
    [[100000, 100000], "1", "0", "1", "200000"],
    [[100000, 100000], "0.5", "0", "1", "100000"],
    [[100000, 100000], "1", "0.4", "1", "400000"],
    [[800000], "1", "0", "0.75", "750000"],
    [[], "1", "1", "1", "1000000"],
  ])("of 1 000 000 and savings %j with α %s, γ %s, κ %s is %s", (amounts, share, guarantee, cap, expected) => {
    expect(selfRisk(new Decimal(1000000), savings(...amounts), shares(share, guarantee, cap)).toString()).toBe(expected);
  });

  it("does not let an added cost eat a saving", () => {
    expect(selfRisk(new Decimal(100), savings(60, -50, 20), shares("1", "0", "1")).toString()).toBe("80");
  });

  it("caps the guarantee too", () => {
    expect(selfRisk(new Decimal(100), [], shares("1", "1", "0.5")).toString()).toBe("50");
  });
});

describe("selfRiskPlan", () => {
  const plan = (cost: number, amounts: number[], rule = shares("1", "0", "1"), unit = "1", years = { first: 0, last: amounts.length - 1 }) =>
    amountsOf(selfRiskPlan(new Decimal(cost), byYear(...amounts), years, rule, new Decimal(unit)), amounts.length);

  it("pays back as savings come, until the cost is repaid", () => {
    expect(plan(1_000_000, [300_000, 300_000, 300_000, 300_000, 300_000])).toEqual([300_000, 300_000, 300_000, 100_000, 0]);
  });

  it("gives the whole units due so far less what is out", () => {
    expect(plan(1000, [300.5, 300.5, 300.5, 300.5])).toEqual([300, 301, 300, 99]);
    expect(plan(10_000, [1500, 1500, 400], shares("1", "0", "1"), "1000")).toEqual([1000, 2000, 0]);
  });

  it("lets the rest of the guarantee fall in the last year", () => {
    expect(plan(1000, [100, 0, 50, 0], shares("1", "0.4", "1"))).toEqual([100, 0, 50, 250]);
  });

  it("counts no saving outside its years", () => {
    expect(plan(1000, [100, 200, 300, 400], shares("1", "0", "1"), "1", { first: 1, last: 2 })).toEqual([0, 200, 300, 0]);
  });

  it("sums to the entitlement rounded down to units, and never takes anything back", () => {
    const share = fc.integer({ min: 0, max: 100 }).map((percent) => String(percent / 100));
    const amount = fc.integer({ min: -50_000, max: 500_000 }).map((ore) => ore / 100);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000_000 }), fc.array(amount, { minLength: 1, maxLength: 12 }), share, share, share, fc.constantFrom("0.01", "1", "7", "1000"), (ore, amounts, part, guarantee, cap, unit) => {
        const rule = shares(part, guarantee, cap);
        const cost = new Decimal(ore).div(100);
        const repaid = [...selfRiskPlan(cost, byYear(...amounts), { first: 0, last: amounts.length - 1 }, rule, new Decimal(unit)).values()];
        const whole = selfRisk(cost, savings(...amounts), rule).div(unit).floor().times(unit);
        expect(repaid.reduce((sum, one) => sum.plus(one), new Decimal(0)).toString()).toBe(whole.toString());
        expect(repaid.every((one) => one.greaterThan(0))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
