/** @jest-environment jsdom */
import * as languagePacks from "hyperformula/i18n/languages";
import { cellFunctions, implementations } from "../../src/functions/functions";
import * as exported from "../../src/functions/functions";
import { functionsMetadata } from "../../src/functions/metadata";
import { loadRuntime } from "./cell";

const swedish = functionsMetadata(cellFunctions, "sv").functions;
const english = functionsMetadata(cellFunctions, "en").functions;
const namespace = "SIF";

/** A name that Excel would read as a cell: A1 to XFD1048576, or R1C1 in English and Swedish. */
const isCellAddress = (name: string) => /^\$?[A-Z]{1,3}\$?\d{1,7}$/i.test(name) || /^[RK]\d*[CK]?\d*$/i.test(name);

/** Not what the modules' own wrapping adds to the list. */
const isPack = (one: unknown): one is typeof languagePacks.svSE => typeof one === "object" && one !== null && "langCode" in one;

describe("The metadata", () => {
  it("has every declared function with its arguments, and nothing else", () => {
    expect(swedish.map(({ id, name, parameters }) => ({ id, name, parameters: parameters.map((parameter) => parameter.name) }))).toEqual(
      cellFunctions.map(({ id, name, arguments: declared }) => ({ id, name, parameters: declared.map((argument) => argument.name) })),
    );
  });

  it("has fifteen functions, as the domain does", () => {
    expect(swedish.map(({ name }) => name)).toEqual([
      "NETTONUVÄRDE",
      "NETTONUVÄRDE.ÅR",
      "SJÄLVRISK",
      "SJÄLVRISKPLAN",
      "ÅTERFÖRINGSPLAN",
      "FÖRDELA",
      "FONDSALDO",
      "ÅTERBETALNINGSTID",
      "INTERNRÄNTA",
      "NYTTOKOSTNADSKVOT",
      "BRYTPUNKT",
      "UTFALLSERSÄTTNING",
      "DELMÅLSERSÄTTNING",
      "PRISOMRÄKNA",
      "SKILLNADSEFFEKT",
    ]);
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

  it("says which functions spill", () => {
    const spilling = swedish.filter(({ result }) => result?.dimensionality === "matrix").map(({ id }) => id);
    expect(spilling).toEqual(["SELF_RISK_PLAN", "REPAYMENT_PLAN", "ALLOCATE", "FUND_BALANCE"]);
  });

  it("differs between the languages in its descriptions only", () => {
    const bare = (functions: typeof swedish) =>
      functions.map(({ description: _, parameters, ...rest }) => ({ ...rest, parameters: parameters.map(({ description: __, ...parameter }) => parameter) }));
    expect(bare(english)).toEqual(bare(swedish));
    for (const [index, { description }] of english.entries()) expect(description).not.toBe(swedish[index]?.description);
  });

  it("puts optional arguments after the required", () => {
    for (const { arguments: declared } of cellFunctions) {
      const optional = declared.map((argument) => argument.default !== undefined);
      expect(optional.lastIndexOf(false)).toBeLessThan(optional.includes(true) ? optional.indexOf(true) : optional.length);
    }
  });

  it("refuses a name that Excel would not take", () => {
    const npvFunction = cellFunctions[0]!;
    expect(() => functionsMetadata([{ ...npvFunction, name: "NETTO-NUVÄRDE" }], "sv")).toThrow("should contain only");
  });
});

describe("Every function", () => {
  it("is associated with its implementation, and nothing else is", async () => {
    loadRuntime();
    const associate = jest.spyOn(CustomFunctions, "associate");
    await import("../../src/functions");
    const calls = associate.mock.calls as unknown as [string, unknown][];
    expect(calls.map(([id]) => id).sort()).toEqual(swedish.map(({ id }) => id).sort());
    for (const [id, implementation] of calls) expect(implementation).toBe(implementations[id]);
  });

  it("is exported under its id in camel case", () => {
    const camelCase = (id: string) => id.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    const functions = Object.entries(exported).filter(([, value]) => typeof value === "function");
    expect(functions.map(([name]) => name).sort()).toEqual(cellFunctions.map(({ id }) => camelCase(id)).sort());
    for (const { id } of cellFunctions) expect(Object.fromEntries(functions)[camelCase(id)]).toBe(implementations[id]);
  });

  test.each(cellFunctions.map(({ id, name }) => [name, id]))("%s has a name that Excel takes", (name, id) => {
    expect(name).toMatch(/^\p{L}[\p{L}\d._]{2,}$/u);
    expect(name).toBe(name.toUpperCase().normalize("NFC"));
    expect(id).toMatch(/^[A-Z][A-Z_]{2,}$/);
    for (const one of [name, `${namespace}.${name}`, ...name.split(".")]) expect(isCellAddress(one)).toBe(false);
  });

  test.each(cellFunctions.flatMap(({ arguments: declared }) => declared.map(({ name }) => name)).filter((name, index, all) => all.indexOf(name) === index))(
    "has in %s an argument that is one word",
    (name) => expect(name).toMatch(/^\p{L}[\p{L}\d_]*$/u),
  );

  it("has a name of its own, that no language has built in", () => {
    const packs = Object.values<unknown>(languagePacks).filter(isPack);
    const builtIn = new Map(packs.flatMap(({ langCode, functions }) => Object.values(functions).map((name) => [name.toUpperCase(), langCode] as const)));
    expect(packs.length).toBeGreaterThanOrEqual(18);
    expect(builtIn.get("NETNUVÄRDE")).toBe("svSE");
    for (const { name } of cellFunctions) {
      expect([name, builtIn.get(name)]).toEqual([name, undefined]);
      expect(builtIn.get(`${namespace}.${name}`)).toBeUndefined();
    }
    expect(new Set(cellFunctions.map(({ name }) => name)).size).toBe(cellFunctions.length);
    expect(new Set(cellFunctions.map(({ id }) => id)).size).toBe(cellFunctions.length);
  });
});
