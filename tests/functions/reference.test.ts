import { cellFunctions } from "../../src/functions/functions";
import { decimalsOf, exampleAnswer, exampleFormula, findFunctions, formulaToFillIn, signature, visibleName } from "../../src/functions/reference";

const byId = (id: string) => cellFunctions.find((one) => one.id === id)!;
/** Without the spaces that do not break, which only typography needs. */
const plain = (rows: string[][]) => rows.map((cells) => cells.map((cell) => cell.replace(/\s/g, " ")));

describe("a function as it is written", () => {
  it("has what may be left out in brackets, with what then counts", () => {
    expect(signature(byId("NPV"), "sv")).toBe("=SIF.NETTONUVÄRDE(ränta; flöden; [första_period = 0])");
    expect(signature(byId("NPV"), "en")).toBe("=SIF.NETTONUVÄRDE(ränta, flöden, [första_period = 0])");
    expect(signature(byId("ALLOCATE"), "sv")).toBe("=SIF.FÖRDELA(belopp; vikter; [enhet = 0,01])");
    expect(signature(byId("OUTCOME_PAYMENT"), "sv")).toContain("[bonusvillkor = FALSKT])");
    expect(signature(byId("FUND_BALANCE"), "en")).toBe("=SIF.FONDSALDO(ingående, uttag, återföringar, [tillskott])");
  });

  it("is filled in from the names of all its arguments, in the notation that code writes", () => {
    expect(formulaToFillIn(byId("NPV"))).toBe("=SIF.NETTONUVÄRDE(ränta,flöden,första_period)");
    expect(formulaToFillIn(byId("NPV_BY_YEAR"))).toBe("=SIF.NETTONUVÄRDE.ÅR(ränta,belopp,år,basår)");
  });

  it.each(cellFunctions.map((one) => [one.name, one] as const))("%s has argument names that Excel takes as names", (_, { arguments: declared }) => {
    for (const { name } of declared) expect(name).toMatch(/^(?![a-z]{1,3}\d+$|r\d*c?\d*$|c\d*$)\p{L}[\p{L}\d_]*$/iu);
  });
});

describe("a worked example", () => {
  it("is typed as the language's Excel wants it", () => {
    expect(exampleFormula(byId("NPV"), "sv")).toBe("=SIF.NETTONUVÄRDE(0,03; {16\\42\\34\\54\\84\\135})");
    expect(exampleFormula(byId("NPV"), "en")).toBe("=SIF.NETTONUVÄRDE(0.03, {16,42,34,54,84,135})");
    expect(exampleFormula(byId("REPAYMENT_PLAN"), "sv")).toBe("=SIF.ÅTERFÖRINGSPLAN(1000000; {200000\\200000\\200000\\200000;100000\\100000\\100000\\100000})");
    expect(exampleFormula(byId("OUTCOME_PAYMENT"), "sv")).toBe("=SIF.UTFALLSERSÄTTNING(10; 15; 0,4; 1; 2; SANT)");
    expect(exampleFormula(byId("OUTCOME_PAYMENT"), "en")).toBe("=SIF.UTFALLSERSÄTTNING(10, 15, 0.4, 1, 2, TRUE)");
  });

  it("has its answer in the language's numbers", () => {
    expect(exampleAnswer(byId("NPV").example, "sv")).toEqual([["329,3277"]]);
    expect(plain(exampleAnswer(byId("ADJUST_PRICE").example, "sv"))).toEqual([["1 050"]]);
    expect(exampleAnswer(byId("DIFF_IN_DIFF").example, "sv")).toEqual([["−0,23"]]);
    expect(exampleAnswer(byId("REPAYMENT_PLAN").example, "en")[1]).toEqual(["100,000", "100,000", "100,000", "33,333"]);
  });

  it.each(cellFunctions.map((one) => [one.name, one] as const))("of %s has the answer that is computed, to the decimals it is stated with", (_, { example, evaluate, spills }) => {
    const computed = evaluate(...example.passed);
    const rounded = (answers: number[][]) => answers.map((cells, row) => cells.map((cell, column) => Number(cell.toFixed(decimalsOf(stated(row, column))))));
    const stated = (row: number, column: number) => (typeof example.answer === "number" ? example.answer : example.answer[row]![column]!);
    expect(typeof example.answer !== "number").toBe(spills);
    expect(rounded(typeof computed === "number" ? [[computed]] : computed)).toEqual(typeof example.answer === "number" ? [[example.answer]] : example.answer);
  });
});

describe("a search", () => {
  const found = (search: string, language: "sv" | "en" = "sv") => findFunctions(cellFunctions, search, language).map(visibleName);

  it("finds by name, whatever the capitals and accents", () => {
    expect(found("aterbetalning")).toEqual(["SIF.ÅTERBETALNINGSTID"]);
    expect(found("sif.nettonuvärde.år")).toEqual(["SIF.NETTONUVÄRDE.ÅR"]);
  });

  it("finds by id, by description in the language, and by arguments", () => {
    expect(found("irr")).toEqual(["SIF.INTERNRÄNTA"]);
    expect(found("largest remainders", "en")).toEqual(["SIF.FÖRDELA"]);
    expect(found("largest remainders", "sv")).toEqual([]);
    expect(found("bonusvillkor")).toEqual(["SIF.UTFALLSERSÄTTNING"]);
    expect(found("kontrollgruppens")).toEqual(["SIF.SKILLNADSEFFEKT"]);
  });

  it("needs every word, and finds all when there is none", () => {
    expect(found(" årstak   nämnd ")).toEqual(["SIF.ÅTERFÖRINGSPLAN"]);
    expect(found("årstak bonusvillkor")).toEqual([]);
    expect(found(" ")).toHaveLength(cellFunctions.length);
  });
});
