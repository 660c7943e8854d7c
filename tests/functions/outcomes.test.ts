/** @jest-environment jsdom */
import { breakEven, diffInDiff, milestonePayment, outcomePayment } from "../../src/functions/functions";
import { loadRuntime, shown } from "./cell";

beforeAll(loadRuntime);

describe("UTFALLSERSÄTTNING", () => {
  test.each([
    [0, false, 4],
    [3, false, 4],
    [7, false, 7],
    [11, false, 10],
    [11, true, 11],
    [15, true, 12],
    [15, false, 10],
  ])("of Norrköping's contract for a saving of %d mkr with the condition %s is %d", (saving, condition, expected) => {
    expect(outcomePayment(10, saving, 0.4, 1, 2, condition)).toBe(expected);
  });

  it("has no guarantee, the whole cost as cap and no bonus unless told otherwise", () => {
    expect([outcomePayment(10, 3), outcomePayment(10, 15), outcomePayment(10, 15, null, null, null, null)]).toEqual([3, 10, 10]);
    expect(outcomePayment(10, -5)).toBe(0);
    expect(outcomePayment(10, 15, 0, 1, 0, true)).toBe(10);
  });

  it("is at most 170 of the state's 340 mkr with the cap 0.5", () => {
    expect(outcomePayment(340, 900, 0, 0.5)).toBe(170);
  });

  it("counts the bonus from the cap", () => {
    expect(outcomePayment(10, 6, 0, 0.5, 2, true)).toBe(6);
    expect(outcomePayment(10, 9, 0, 0.5, 2, true)).toBe(7);
  });

  it("takes 0 as FALSE and other numbers as TRUE, as Excel does, and no text", () => {
    expect([outcomePayment(10, 15, 0, 1, 2, 0), outcomePayment(10, 15, 0, 1, 2, 1)]).toEqual([10, 12]);
    expect(shown(outcomePayment, 10, 15, 0, 1, 2, "ja")).toBe("#VALUE! Argumentet bonusvillkor ska vara SANT eller FALSKT, men är texten ”ja”. Skriv SANT eller FALSKT.");
  });
});

describe("DELMÅLSERSÄTTNING", () => {
  const weights = [[0.5, 0.3, 0.2]];

  test.each([
    [[1, 1, 1], 1],
    [[1, 1, 0], 0.8],
    [[1, 0.5, 0], 0.65],
    [[0, null, ""], 0],
  ])("of 1 mkr for %j is %d", (achieved, expected) => expect(milestonePayment(1, weights, [achieved])).toBe(expected));

  it("is what the headmaster expects of a 50 % chance to save 16 mkr a year: 8 mkr", () => {
    expect(milestonePayment(16, [[0.5, 0.5]], [[1, 0]])).toBe(8);
  });

  it("pays the whole amount for goals of 1/3 each, which a sheet has computed", () => {
    const third = 1 / 3;
    expect(milestonePayment(1_000_000, [[third, third, third]], [[1, 1, 1]])).toBe(1_000_000);
  });

  it("refuses weights that do not sum to 1, and achievement above 1", () => {
    expect(shown(milestonePayment, 1, [[0.5, 0.3]], [[1, 1]])).toBe("#VALUE! Området vikter ska tillsammans bli 1, men blir 0,8. Rätta vikterna.");
    expect(shown(milestonePayment, 1, [[0.5, 0.499999]], [[1, 1]])).toContain("blir 0,999999.");
    expect(shown(milestonePayment, 1, weights, [[1, 1.1, 0]])).toContain("får bara innehålla tal mellan 0 och 1 och tomma celler, men rad 1, kolumn 2 är 1,1.");
    expect(shown(milestonePayment, 1, weights, [[1, 1]])).toContain("Områdena vikter och måluppfyllelse hör ihop");
  });
});

describe("BRYTPUNKT", () => {
  it("is 2 persons for El Sistema", () => {
    expect(breakEven(95 * 15_000, 1_300_000)).toBe(2);
  });

  it("needs more persons when success is uncertain, and exactly enough when it comes out even", () => {
    expect(breakEven(1_425_000, 1_300_000, 0.5)).toBe(3);
    expect(breakEven(30, 10)).toBe(3);
    expect(breakEven(0.3, 0.1)).toBe(3);
    expect(breakEven(0, 10)).toBe(0);
  });

  it("refuses a person worth nothing and an impossible success", () => {
    expect(shown(breakEven, 10, 0)).toBe("#VALUE! Argumentet värde_per_person ska vara större än 0, men är 0. Rätta värdet.");
    expect(shown(breakEven, 10, 1, 0)).toContain("Argumentet sannolikhet ska vara större än 0");
    expect(shown(breakEven, 10, 1, 1.5)).toContain("Argumentet sannolikhet ska vara högst 1, men är 1,5.");
  });
});

describe("SKILLNADSEFFEKT", () => {
  it("is what changed beyond the control group", () => {
    expect(diffInDiff(1, 0.2, 1, 0.43)).toBe(-0.23);
    expect(diffInDiff(50, 40, 30, 33)).toBe(-13);
    expect(diffInDiff(0.3, 0.1, 0.3, 0.1)).toBe(0);
  });

  it("needs all four measures", () => {
    expect(shown(diffInDiff, 1, 2, 3)).toBe("#VALUE! Argumentet kontroll_efter saknas. Ange ett värde.");
    expect(shown(diffInDiff, 1, 2, 3, null)).toBe("#VALUE! Argumentet kontroll_efter saknas. Ange ett värde.");
  });
});
