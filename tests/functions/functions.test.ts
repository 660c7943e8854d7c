/** @jest-environment jsdom */
import { readFileSync } from "node:fs";
import { cellFunctions, implementations, npv, selfRisk } from "../../src/functions/functions";
import { functionsMetadata } from "../../src/functions/metadata";

/** Microsoft's own runtime, so that the errors are the ones that Excel gets. */
beforeAll(() => {
  document.head.innerHTML = '<script src="https://localhost/custom-functions-runtime.debug.js"></script>'; // it looks for its own tag
  const runtime = readFileSync(require.resolve("@microsoft/office-js/dist/custom-functions-runtime.debug.js"), "utf8");
  window.eval(runtime);
});

/** What the cell would show: the value, or the error with its sentence. */
function shown(implementation: (...passed: unknown[]) => number, ...passed: unknown[]): number | string {
  try {
    return implementation(...passed);
  } catch (error) {
    if (!(error instanceof CustomFunctions.Error)) throw error;
    return `${String(error.code)} ${error.message ?? ""}`;
  }
}

describe("NETTONUVÄRDE", () => {
  const row = [[16, 42, 34, 54, 84, 135]];

  it("gives SKR/RISE's present values", () => {
    expect(npv(0.03, row).toFixed(4)).toBe("329.3277");
    expect(npv(0.04, row, 1).toFixed(4)).toBe("306.3356");
  });

  it("reads a column, a block and a single cell row by row", () => {
    expect(npv(0.1, [[0], [110]])).toBe(100);
    expect(
      npv(0.1, [
        [0, 0],
        [121, 0],
      ]),
    ).toBe(100);
    expect(npv(0.1, 42)).toBe(42);
    expect(npv([[0.1]], [[42]])).toBe(42);
  });

  it("lets a blank keep its place, whatever Excel calls a blank", () => {
    expect([npv(0.1, [[0, 0, 121]]), npv(0.1, [[null, null, 121]]), npv(0.1, [["", "", 121]])]).toEqual([100, 100, 100]);
  });

  it("is the nearest double, where floating point misses", () => {
    expect(npv(0, [[0.1, 0.2]])).toBe(0.3);
    expect(0.1 + 0.2).not.toBe(0.3);
  });

  it("answers a whole column that is mostly blank", () => {
    const column: unknown[][] = Array.from({ length: 1_048_576 }, () => [null]);
    column[1] = [103];
    expect(npv(0.03, column)).toBe(100);
  });

  test.each([
    [[undefined, [[1]]], "#VALUE! Argumentet ränta saknas. Ange ett värde."],
    [["tre", [[1]]], "#VALUE! Argumentet ränta ska vara ett tal, men är texten ”tre”. Skriv ett tal eller peka ut en cell med ett tal."],
    [[true, [[1]]], "#VALUE! Argumentet ränta ska vara ett tal, men är SANT. Skriv ett tal eller peka ut en cell med ett tal."],
    [[-1.5, [[1]]], "#VALUE! Argumentet ränta ska vara större än -1, men är -1,5. Rätta värdet."],
    [
      [0.03, [[1, 2], [3, "x"]]],
      "#VALUE! Området flöden får bara innehålla tal och tomma celler, men rad 2, kolumn 2 är texten ”x”. Rätta cellen eller välj ett annat område.",
    ],
    [
      [0.03, [[1, "#DIV/0!"]]],
      "#VALUE! Området flöden får bara innehålla tal och tomma celler, men rad 1, kolumn 2 är felvärdet #DIV/0!. Rätta cellen eller välj ett annat område.",
    ],
    [[0.03, [[1]], 0.5], "#VALUE! Argumentet första_period ska vara ett heltal, men är 0,5. Skriv ett heltal."],
    [[-0.99, [Array.from({ length: 400 }, () => 1)]], "#N/A Svaret är för stort för en cell i Excel. Kontrollera argumenten."],
  ])("answers wrong input %# with a sentence", (passed, expected) => {
    expect(shown(npv, ...passed)).toBe(expected);
  });
});

describe("SJÄLVRISK", () => {
  it("counts five years from the first unless told otherwise", () => {
    const savings = [[100, 100, 100, 100, 100, 100, 100]];
    expect(selfRisk(1000, savings)).toBe(500);
    expect(selfRisk(1000, savings, null, null, null, 10)).toBe(700);
    expect(selfRisk(1000, savings, undefined, undefined, undefined, 2, 7)).toBe(100);
  });

  it("follows share, guarantee and cap", () => {
    expect(selfRisk(10, [[3]], 1, 0.4)).toBe(4);
    expect(selfRisk(10, [[7]], 1, 0.4)).toBe(7);
    expect(selfRisk(10, [[11]], 1, 0.4)).toBe(10);
    expect(selfRisk(340, [[900]], 1, 0, 0.5)).toBe(170);
  });

  it("refuses a share above one and a negative cost", () => {
    expect(shown(selfRisk, 10, [[1]], 40)).toBe("#VALUE! Argumentet andel ska vara högst 1, men är 40. Rätta värdet.");
    expect(shown(selfRisk, -10, [[1]])).toBe("#VALUE! Argumentet kostnad ska vara minst 0, men är -10. Rätta värdet.");
  });
});

describe("metadata", () => {
  const swedish = functionsMetadata(cellFunctions, "sv").functions;
  const english = functionsMetadata(cellFunctions, "en").functions;

  it("names every declared function with its arguments, and nothing else", () => {
    expect(swedish.map(({ id, name, parameters }) => ({ id, name, parameters: parameters.map((parameter) => parameter.name) }))).toEqual(
      cellFunctions.map(({ id, name, arguments: declared }) => ({ id, name, parameters: declared.map((argument) => argument.name) })),
    );
  });

  it("has an implementation for every id and the other way round", () => {
    expect(swedish.map(({ id }) => id).sort()).toEqual(Object.keys(implementations).sort());
  });

  it("describes ranges, optional arguments and texts as declared", () => {
    for (const [index, { parameters, description }] of swedish.entries()) {
      const declared = cellFunctions[index];
      expect(description).toBe(declared?.description.sv);
      expect(parameters.map(({ optional }) => optional ?? false)).toEqual(declared?.arguments.map((argument) => argument.default !== undefined));
      expect(parameters.map(({ dimensionality }) => dimensionality === "matrix")).toEqual(declared?.arguments.map((argument) => argument.range));
      expect(parameters.map((parameter) => parameter.description)).toEqual(declared?.arguments.map((argument) => argument.description.sv));
    }
  });

  it("differs between the languages in its descriptions only", () => {
    const bare = (functions: typeof swedish) =>
      functions.map(({ description: _, parameters, ...rest }) => ({ ...rest, parameters: parameters.map(({ description: __, ...parameter }) => parameter) }));
    expect(bare(english)).toEqual(bare(swedish));
    expect(english.map(({ description }) => description)).not.toEqual(swedish.map(({ description }) => description));
  });

  it("refuses a name that Excel would not take", () => {
    const npvFunction = cellFunctions[0]!;
    expect(() => functionsMetadata([{ ...npvFunction, name: "NETTO-NUVÄRDE" }], "sv")).toThrow("should contain only");
  });
});
