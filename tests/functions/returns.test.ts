/** @jest-environment jsdom */
import { irr, paybackTime } from "../../src/functions/functions";
import { loadRuntime, shown } from "./cell";

beforeAll(loadRuntime);

describe("ÅTERBETALNINGSTID", () => {
  it("is linear within the year", () => {
    expect(paybackTime([[-100, 40, 40, 40]])).toBe(2.5);
    expect(paybackTime([[-100, 110]], 0.1)).toBe(1);
    expect(paybackTime([[-100], [50], [50]], null)).toBe(2);
  });

  it("counts a blank first year: the decision is there", () => {
    expect([paybackTime([[null, -100, 40, 40, 40]]), paybackTime([["", -100, 40, 40, 40]]), paybackTime([[0, -100, 40, 40, 40]])]).toEqual([3.5, 3.5, 3.5]);
  });

  it("is 0 when nothing has to be repaid", () => {
    expect([paybackTime([[100, 50]]), paybackTime([[null]])]).toEqual([0, 0]);
  });

  it("is reached by a flow that repays the cost to the last öre", () => {
    expect(paybackTime([[-10_000, 100, 11_342]], 0.07)).toBe(2);
  });

  it("says that a cost is never repaid", () => {
    expect(shown(paybackTime, [[-100, 40, 40]])).toBe("#N/A Flödena når aldrig 0: kostnaden betalas inte tillbaka inom perioderna.");
  });

  it("refuses a rate of −100 %", () => {
    expect(shown(paybackTime, [[-100, 40]], -1)).toBe("#VALUE! Argumentet ränta ska vara större än -1, men är -1. Rätta värdet.");
  });
});

describe("INTERNRÄNTA", () => {
  it("is the rate at which the flows are worth nothing", () => {
    expect([irr([[-100, 110]]), irr([[-100], [0], [121]]), irr([[-100, null, 121]])]).toEqual([0.1, 0.1, 0.1]);
    expect(irr([[-100, 50]])).toBe(-0.5);
    expect(irr([[-100, 60, 40]])).toBe(0);
  });

  it("does not mind blanks before and after", () => {
    expect(irr([[null, null, -100, 110, null]])).toBe(0.1);
  });

  it("says that there is none", () => {
    const none = "#N/A Det finns ingen ränta som gör nettonuvärdet till 0.";
    for (const flows of [[100, 100], [-100, 100, -100], [null], [-5]]) expect(shown(irr, [flows])).toBe(none);
  });

  it("says how many there are instead of giving one of them", () => {
    expect(shown(irr, [[-100, 230, -132]])).toBe("#N/A Det finns 2 räntor som gör nettonuvärdet till 0, så ingen av dem är svaret. Använd NETTONUVÄRDE med en vald ränta i stället.");
    expect(shown(irr, [[-1000, 3600, -4310, 1716]])).toContain("#N/A Det finns 3 räntor");
  });

  it("says when it cannot tell", () => {
    expect(shown(irr, [Array.from({ length: 200 }, (_, period) => (period % 3 === 0 ? -2 : 1))])).toContain("#N/A Flödena är för långa");
  });

  it("has an answer for a long range with one change of sign", () => {
    const rate = irr([[-1000, ...Array.from({ length: 360 }, () => 5)]]);
    const annuity = (5 * (1 - (1 + rate) ** -360)) / rate;
    expect(annuity).toBeCloseTo(1000, 8);
  });
});
