import { netPresentValue } from "../../src/appraisal/netPresentValue";
import { selfRisk, type RepaymentShares } from "../../src/appraisal/selfRisk";
import { Decimal } from "../../src/money/presentValue";

const flows = (...amounts: number[]) => new Map(amounts.map((amount, period) => [period, new Decimal(amount)]));
const shares = (share: string, guarantee: string, cap: string): RepaymentShares => ({
  share: new Decimal(share),
  guarantee: new Decimal(guarantee),
  cap: new Decimal(cap),
});

describe("netPresentValue", () => {
  const budget = flows(16, 42, 34, 54, 84, 135);

  test.each([
    ["0.03", 0, "329.3277"],
    ["0.04", 0, "318.5890"],
    ["0.03", 1, "319.7356"],
    ["0.04", 1, "306.3356"],
  ])("SKR/RISE's budget row at %s from period %d is %s mkr", (rate, firstPeriod, expected) => {
    expect(netPresentValue(new Decimal(rate), budget, firstPeriod).toFixed(4)).toBe(expected);
  });

  it("is the plain sum without a rate", () => {
    expect(netPresentValue(new Decimal(0), flows(0.1, 0.2, -0.3)).toString()).toBe("0");
  });

  it("keeps the place of a period without a flow", () => {
    expect(netPresentValue(new Decimal("0.1"), new Map([[2, new Decimal(121)]])).toString()).toBe("100");
  });
});

describe("selfRisk", () => {
  const savings = (...amounts: number[]) => amounts.map((amount) => new Decimal(amount));

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
