/** @jest-environment jsdom */
import { allocate, fundBalance, repaymentPlan, selfRisk, selfRiskPlan } from "../../src/functions/functions";
import { loadRuntime, shown } from "./cell";

beforeAll(loadRuntime);

describe("SJÄLVRISK", () => {
  it("leaves the fund with 7–14 per cent of SkolFam2's cost", () => {
    const borne = (saved: number) => ((3.96 - selfRisk(3.96, [[saved]])) / 3.96) * 100;
    expect([borne(3.7).toFixed(0), borne(3.4).toFixed(0)]).toEqual(["7", "14"]);
  });

  it("counts five years from the first unless told otherwise", () => {
    const savings = [[100, 100, 100, 100, 100, 100, 100]];
    expect(selfRisk(1000, savings)).toBe(500);
    expect(selfRisk(1000, savings, null, null, null, 10)).toBe(700);
    expect(selfRisk(1000, savings, undefined, undefined, undefined, 2, 7)).toBe(100);
    expect(selfRisk(1000, savings, undefined, undefined, undefined, 5, 8)).toBe(0);
  });

  it("follows share, guarantee and cap", () => {
    expect(selfRisk(10, [[3]], 1, 0.4)).toBe(4);
    expect(selfRisk(10, [[7]], 1, 0.4)).toBe(7);
    expect(selfRisk(10, [[11]], 1, 0.4)).toBe(10);
    expect(selfRisk(10, [[6]], 0.5)).toBe(3);
  });

  it("is at most 170 of the state's 340 mkr with the cap 0.5", () => {
    expect(selfRisk(340, [[900]], 1, 0, 0.5)).toBe(170);
    expect(selfRisk(340, [[100]], 1, 0, 0.5)).toBe(100);
  });

  it("does not let an added cost eat a saving, and keeps the place of a blank year", () => {
    expect(selfRisk(1000, [[60, -50, 20]])).toBe(80);
    expect(selfRisk(1000, [[null, 60, "", 20, 0, 99]])).toBe(80);
  });
});

describe("SJÄLVRISKPLAN", () => {
  it("pays back as savings come, until the cost is repaid", () => {
    expect(selfRiskPlan(1000, [[300, 300, 300, 300, 300]])).toEqual([[300, 300, 300, 100, 0]]);
    expect(selfRiskPlan(1000, [[300.5, 300.5, 300.5, 300.5]])).toEqual([[300, 301, 300, 99]]);
  });

  it("has the shape of the savings", () => {
    expect(selfRiskPlan(1000, [[300], [null], [300]])).toEqual([[300], [0], [300]]);
    expect(
      selfRiskPlan(1000, [
        [100, 200],
        [300, 400],
      ]),
    ).toEqual([
      [100, 200],
      [300, 400],
    ]);
    expect(selfRiskPlan(1000, 250)).toEqual([[250]]);
  });

  it("lets the rest of the guarantee fall in the last year, the range's last if it ends before", () => {
    expect(selfRiskPlan(1000, [[100, 0, 50]], 1, 0.4)).toEqual([[100, 0, 300]]);
    expect(selfRiskPlan(1000, [[100, 0, 50, 0]], 1, 0.4, 1, 2)).toEqual([[100, 300, 0, 0]]);
    expect(selfRiskPlan(1000, [[null, null]], 1, 0.4)).toEqual([[0, 400]]);
  });

  it("begins with första_år and rounds to avrundning", () => {
    expect(selfRiskPlan(1000, [[100, 200, 300]], 1, 0, 1, 5, 2)).toEqual([[0, 200, 300]]);
    expect(selfRiskPlan(10_000, [[1500, 1500, 400]], 1, 0, 1, 5, 1, 1000)).toEqual([[1000, 2000, 0]]);
    expect(selfRiskPlan(1, [[0.105, 0.105]], 1, 0, 1, 5, 1, 0.01)).toEqual([[0.1, 0.11]]);
  });
});

describe("ÅTERFÖRINGSPLAN", () => {
  const savings = [
    [200_000, 200_000, 200_000, 200_000],
    [100_000, 100_000, 100_000, 100_000],
  ];

  it("divides each year's repayment over the committees by their savings", () => {
    expect(repaymentPlan(1_000_000, savings)).toEqual([
      [200_000, 200_000, 200_000, 66_667],
      [100_000, 100_000, 100_000, 33_333],
    ]);
  });

  it("counts ten years from the first unless told otherwise", () => {
    expect(repaymentPlan(1000, [Array.from({ length: 12 }, () => 10)])).toEqual([[...Array.from({ length: 10 }, () => 10), 0, 0]]);
    expect(repaymentPlan(1000, [[10, 10, 10, 10]], 1, 0, 1, 2, 2)).toEqual([[0, 10, 10, 0]]);
  });

  it("holds back what is above a committee's cap until there is room", () => {
    expect(repaymentPlan(300, [[200, 100, 0]], 1, 0, 1, 10, 1, [[120]])).toEqual([[120, 120, 60]]);
    expect(repaymentPlan(300, [[100, 0], [100, 0]], 1, 0, 1, 10, 1, [[60], [null]])).toEqual([
      [60, 40],
      [0, 0],
    ]);
  });

  it("takes the caps in a row too", () => {
    expect(repaymentPlan(300, [[100, 0], [100, 0]], 1, 0, 1, 10, 1, [[60, 80]])).toEqual([
      [60, 40],
      [80, 20],
    ]);
  });

  it("lets the first committee repay a guarantee that nobody has saved", () => {
    expect(
      repaymentPlan(
        1000,
        [
          [null, null],
          [0, ""],
        ],
        1,
        0.5,
      ),
    ).toEqual([
      [0, 500],
      [0, 0],
    ]);
  });

  it("refuses a window after the range, too many years and caps for other committees", () => {
    expect(shown(repaymentPlan, 1000, savings, 1, 0, 1, 10, 5)).toBe("#VALUE! Argumentet första_år ligger efter det sista året: besparingar har 4 år. Rätta första_år eller välj ett större område.");
    expect(shown(repaymentPlan, 1000, savings, 1, 0, 1, 10, 1, [[1, 2, 3]])).toContain("#VALUE! Området årstak ska ha en cell för varje nämnd, det vill säga 2, men har 3.");
    expect(shown(repaymentPlan, 1000, [Array.from({ length: 200 }, () => 1)], 1, 0, 1, 200)).toBe("#VALUE! Planen kan räkna högst 150 år. Minska antal_år.");
  });
});

describe("FÖRDELA", () => {
  it("sums to the amount to the öre, in the shape of the weights", () => {
    expect(allocate(100, [[1, 1, 1]])).toEqual([[33.34, 33.33, 33.33]]);
    expect(allocate(100, [[1], [null], [1], [1]])).toEqual([[33.34], [0], [33.33], [33.33]]);
    expect(allocate(-100, [[1, 1, 1]])).toEqual([[-33.34, -33.33, -33.33]]);
    expect(allocate(0, [[1, 1]])).toEqual([[0, 0]]);
  });

  it("counts in the unit that is given", () => {
    expect(allocate(100, [[1, 1, 1]], 1)).toEqual([[34, 33, 33]]);
    expect(allocate(3000, [[1, 1]], 1000)).toEqual([[2000, 1000]]);
  });

  it("refuses an amount that is not whole units, and weights that are none", () => {
    expect(shown(allocate, 100.005, [[1]])).toContain("#VALUE! Argumentet belopp, 100,005, är inte ett helt antal enheter om 0,01");
    expect(shown(allocate, 100, [[0, null]])).toBe("#VALUE! Området vikter har ingen vikt större än 0. Ange minst en.");
    expect(shown(allocate, 100, [[1, -1]])).toContain("får bara innehålla tal som är minst 0 och tomma celler, men rad 1, kolumn 2 är -1.");
    expect(shown(allocate, 100, [[1]], 0)).toBe("#VALUE! Argumentet enhet ska vara större än 0, men är 0. Rätta värdet.");
  });
});

describe("FONDSALDO", () => {
  it("is the closing balance of each year", () => {
    expect(fundBalance(10, [[4, 2]], [[0, 1]])).toEqual([[6, 5]]);
    expect(fundBalance(10, [[4, 2, 0]], [[0, 1, 2]], [[1, 0, 0.5]])).toEqual([[7, 6, 8.5]]);
  });

  it("stays as it is in a year without movements", () => {
    expect(fundBalance(10, [[null], [4], [null], [null]], [[null], [null], [null], [1]])).toEqual([[10], [6], [6], [7]]);
    expect(fundBalance(0, [[null, null]], [[null, null]])).toEqual([[0, 0]]);
  });

  it("adds without losing an öre, and shows a fund below zero", () => {
    expect(fundBalance(0.3, [[0.1, 0.1, 0.2]], [[0, 0, 0]])).toEqual([[0.2, 0.1, -0.1]]);
  });

  it("refuses movements over different years", () => {
    expect(shown(fundBalance, 10, [[4, 2]], [[1]])).toBe(
      "#VALUE! Områdena uttag och återföringar hör ihop cell för cell, men uttag är 1 × 2 och återföringar 1 × 1 celler. Välj lika stora områden.",
    );
    expect(shown(fundBalance, 10, [[4]], [[1]], [[1, 2, 3]])).toContain("Områdena uttag och tillskott");
  });
});
