import { createHost } from "../../workbench/host";
import { registerCustomFunctions } from "../../workbench/host/customFunctions";
import { open } from "./open";

const passed: unknown[][] = [];
const implementations: Record<string, (...values: unknown[]) => unknown> = {
  ADD_UP: (...values) => {
    passed.push(values);
    const cells = (values[0] as unknown[][]).flat();
    return cells.reduce<number>((sum, cell) => sum + (typeof cell === "number" ? cell : 0), 0) * Number(values[1] ?? 1);
  },
  REFUSE: () => {
    throw Object.assign(new Error("Det finns inget svar."), { code: "#N/A" });
  },
  MISUSE: () => {
    throw Object.assign(new Error("Beloppet ska vara ett tal."), { code: "#VALUE!" });
  },
  BREAK_DOWN: () => {
    throw new Error("Något gick sönder.");
  },
  DIVIDE: () => {
    throw Object.assign(new Error("Delat med 0."), { code: "#DIV/0!" });
  },
  TIMES: (...values) => {
    passed.push(values);
    const [factor, amounts] = values as [number, unknown[][]];
    if (factor === 0) throw Object.assign(new Error("Faktorn är 0."), { code: "#N/A" });
    if (factor === -1) return [[1]];
    if (factor === -2) return amounts.map((row) => [...row, 1]);
    if (factor === -3) return amounts.map((row, index) => (index === 0 ? [1] : row.map(() => (index === 1 ? { code: "#N/A" } : null))));
    return amounts.map((row) => row.map((cell) => Number(cell) * factor));
  },
};

beforeAll(() => {
  registerCustomFunctions(
    "PROV",
    [
      { id: "ADD_UP", name: "LÄGGIHOP", parameters: [{ name: "belopp", dimensionality: "matrix" }, { name: "gånger", optional: true }], result: {} },
      { id: "REFUSE", name: "VÄGRA", parameters: [], result: {} },
      { id: "MISUSE", name: "MISSBRUKA", parameters: [], result: {} },
      { id: "BREAK_DOWN", name: "KRÅNGLA", parameters: [], result: {} },
      { id: "DIVIDE", name: "DELA", parameters: [], result: {} },
      { id: "LATER", name: "SENARE", parameters: [], result: {} },
      {
        id: "TIMES",
        name: "GÅNGER",
        parameters: [{ name: "faktor" }, { name: "belopp", dimensionality: "matrix" }, { name: "tillägg", dimensionality: "matrix", optional: true }, { name: "enhet", optional: true }],
        result: { dimensionality: "matrix" },
      },
    ],
    (id) => implementations[id],
  );
});

beforeEach(() => (passed.length = 0));

function computed(formula: string): unknown {
  const host = createHost();
  host.setCell("A1", 2);
  host.setCell("A3", "text");
  host.setCell("A4", "=1/0");
  host.setCell("A5", true);
  host.setCell("C1", formula);
  return host.values("C1")[0]?.[0];
}

describe("An add-in's functions in cells", () => {
  it("are called by their visible name, in any case, and give the cell its value", () => {
    expect(computed("=PROV.LÄGGIHOP(A1:A2)")).toBe(2);
    expect(computed("=prov.läggihop(A1:A2,3)+1")).toBe(7);
  });

  it("get ranges row by row with null for a blank cell and an object with a code for an error", () => {
    computed("=PROV.LÄGGIHOP(A1:A5,0.5)");
    expect(passed[0]).toEqual([[[2], [null], ["text"], [{ code: "#DIV/0!" }], [true]], 0.5]);
  });

  it("get undefined for what is left out", () => {
    computed("=PROV.LÄGGIHOP(A1:A2)");
    expect(passed[0]?.[1]).toBeUndefined();
  });

  it("are computed again when a cell that they read changes", () => {
    const host = createHost();
    host.setCell("A1", 2);
    host.setCell("B1", "=PROV.LÄGGIHOP(A1:A2)");
    expect(host.values("B1")).toEqual([[2]]);
    host.setCell("A2", 5);
    expect(host.values("B1")).toEqual([[7]]);
  });

  it("give the error that they throw", () => {
    expect(computed("=PROV.VÄGRA()")).toBe("#N/A");
    expect(computed("=PROV.MISSBRUKA()")).toBe("#VALUE!");
    expect(computed("=PROV.KRÅNGLA()")).toBe("#VALUE!");
  });

  it("keep the sentence of their error, which the engine's own errors and other errors' do not have", () => {
    const host = createHost();
    const entries = { A1: 2, B1: "=PROV.VÄGRA()", B2: "=PROV.GÅNGER(0,A1:A2)", B5: "=PROV.DELA()", B6: "=1/0", B7: "=A1+\"text\"", B8: "=PROV.LÄGGIHOP()", B9: "#N/A", B10: "=A1" };
    for (const [address, value] of Object.entries(entries)) host.setCell(address, value);
    expect(host.values("B1:B10").flat()).toEqual(["#N/A", "#N/A", "", "", "#DIV/0!", "#DIV/0!", "#VALUE!", "#N/A", "#N/A", 2]);
    const said = Array.from({ length: 11 }, (_, row) => host.sentence(`Blad1!B${row + 1}`));
    expect(said).toEqual(["Det finns inget svar.", "Faktorn är 0.", ...Array.from({ length: 9 }, () => undefined)]);
    expect(host.sentence("A1")).toBeUndefined();
  });

  it("keep the sentence of wrong input too, each on its own sheet", async () => {
    const { client, run, host } = open();
    await run(async (context) => {
      context.workbook.worksheets.add("Andra");
      await context.sync();
    });
    for (const [address, formula] of Object.entries({ "Blad1!B1": "=PROV.VÄGRA()", "Andra!B1": "=PROV.MISSBRUKA()", "Andra!B2": "=Blad1!B1" })) host.setCell(address, formula);
    const said = (address: string) => [host.values(address)[0]?.[0], host.sentence(address)];
    expect(["Blad1!B1", "Andra!B1", "Blad1!B2"].map(said)).toEqual([["#N/A", "Det finns inget svar."], ["#VALUE!", "Beloppet ska vara ett tal."], ["", undefined]]);
    client.close();
  });

  it("get the error of a single cell where they take a range, too", () => {
    computed("=PROV.LÄGGIHOP(A4)");
    expect(passed[0]?.[0]).toEqual([[{ code: "#DIV/0!" }]]);
  });

  it("are unknown when the add-in has not registered them", () => {
    expect(computed("=PROV.SENARE()")).toBe("#NAME?");
  });
});

describe("A function with an answer of many cells", () => {
  /** Blad1 with 1, 2 and 3 from A1 down, and a formula in C1. */
  function opened(formula: string) {
    const host = createHost();
    for (const value of [1, 2, 3]) host.setCell(`A${value}`, value);
    host.setCell("C1", formula);
    return host;
  }
  const shown = (formula: string, address = "C1:D4") => opened(formula).values(address);

  it("spills in the shape of the range that it is given", () => {
    expect(shown("=PROV.GÅNGER(2,A1:A3)")).toEqual([[2, ""], [4, ""], [6, ""], ["", ""]]);
    expect(shown("=PROV.GÅNGER(2,A1:B2)")).toEqual([[2, 0], [4, 0], ["", ""], ["", ""]]);
    expect(shown("=PROV.GÅNGER(2,A2)")).toEqual([[4, ""], ["", ""], ["", ""], ["", ""]]);
  });

  it("spills in the shape of an array constant, and of a computed range", () => {
    expect(shown("=PROV.GÅNGER(1,{1;2;3})")).toEqual([[1, ""], [2, ""], [3, ""], ["", ""]]);
    expect(shown("=PROV.GÅNGER(1,{1,2;3,4})")).toEqual([[1, 2], [3, 4], ["", ""], ["", ""]]);
    expect(shown("=PROV.GÅNGER(1,A1:A3*10)")).toEqual([[10, ""], [20, ""], [30, ""], ["", ""]]);
    expect(shown("=SUM(PROV.GÅNGER(2,A1:A3))")[0]).toEqual([12, ""]);
  });

  it("gets rows of values, and undefined for ranges that are left out or skipped", () => {
    shown("=PROV.GÅNGER(2,A1)");
    expect(passed[0]).toEqual([2, [[1]], undefined, undefined]);
    shown("=PROV.GÅNGER(2,A3:B4,,7)");
    expect(passed.at(-1)).toEqual([2, [[3, null], [null, null]], undefined, 7]);
  });

  it("shows in Excel's client what spills", async () => {
    const { run, client } = open();
    const values = await run(async (context, sheet) => {
      sheet.getRange("A1:A2").values = [[1], [2]];
      sheet.getRange("C1").formulas = [["=PROV.GÅNGER(3,A1:A2)"]];
      const range = sheet.getRange("C1:C3").load("values");
      await context.sync();
      return range.values;
    });
    client.close();
    expect(values).toEqual([[3], [6], [""]]);
  });

  it("is computed again, and what reads its cells too, when an input changes", () => {
    const host = opened("=PROV.GÅNGER(2,A1:A3)");
    host.setCell("E1", "=PROV.GÅNGER(10,C1:C3)");
    host.setCell("F1", "=SUM(C1:C3)");
    expect(host.values("C1:F3")).toEqual([[2, "", 20, 12], [4, "", 40, ""], [6, "", 60, ""]]);
    host.setCell("A2", 5);
    expect(host.values("C1:F4")).toEqual([[2, "", 20, 18], [10, "", 100, ""], [6, "", 60, ""], ["", "", "", ""]]);
    host.setCell("A3", "");
    expect(host.values("C1:F3")).toEqual([[2, "", 20, 12], [10, "", 100, ""], [0, "", 0, ""]]);
  });

  it("takes another place when its formula changes", () => {
    const host = opened("=PROV.GÅNGER(2,A1:A3)");
    expect(host.values("C1:C3")).toEqual([[2], [4], [6]]);
    host.setCell("C1", "=PROV.GÅNGER(2,A1:A2)");
    expect(host.values("C1:C3")).toEqual([[2], [4], [""]]);
    host.setCell("C1", "");
    expect(host.values("C1:C3")).toEqual([[""], [""], [""]]);
  });

  it("does not spill over content, and spills when that is gone", () => {
    const host = opened("=PROV.GÅNGER(2,A1:A3)");
    expect(host.values("C1:C3")).toEqual([[2], [4], [6]]);
    host.setCell("C2", "här står något");
    expect(host.values("C1:C3")).toEqual([["#SPILL!"], ["här står något"], [""]]);
    host.setCell("C2", "=1+1");
    expect(host.values("C1:C3")).toEqual([["#SPILL!"], [2], [""]]);
    host.setCell("C2", "");
    expect(host.values("C1:C3")).toEqual([[2], [4], [6]]);
  });

  it("spills on a sheet that was looked at before it had anything to spill, and around what stands there", () => {
    const host = createHost();
    for (const value of [1, 2, 3]) host.setCell(`A${value}`, value);
    host.setCell("B1", "=SUM(A1:A3)");
    host.setCell("E3", "här");
    expect(host.values("B1:E3")).toEqual([[6, "", "", ""], ["", "", "", ""], ["", "", "", "här"]]);
    host.setCell("C1", "=PROV.GÅNGER(2,A1:A3)");
    host.setCell("E1", "=PROV.GÅNGER(3,A1:A3)");
    host.setCell("D1", "=SUM(C1:C3)");
    expect(host.values("C1:E3")).toEqual([[2, 12, "#SPILL!"], [4, "", ""], [6, "", "här"]]);
    host.setCell("E3", "");
    host.setCell("C3", 100);
    expect(host.values("C1:E3")).toEqual([["#SPILL!", "#SPILL!", 3], ["", "", 6], [100, "", 9]]);
  });

  it("says where it spills, but not when it fills its own cell only", () => {
    const host = opened("=PROV.GÅNGER(2,A1:A3)");
    expect(host.spillAt("Blad1", 0, 2)).toEqual({ row: 0, column: 2, rows: 3, columns: 1 });
    expect(opened("=PROV.GÅNGER(2,A1)").spillAt("Blad1", 0, 2)).toBeUndefined();
  });

  it("gives the error of each cell of its answer that is no value", () => {
    expect(shown("=PROV.GÅNGER(-3,A1:A3)", "C1:C3")).toEqual([[1], ["#N/A"], ["#VALUE!"]]);
  });

  it("gives its error in the formula's cell alone", () => {
    const host = opened("=PROV.GÅNGER(0,A1:A3)");
    expect(host.values("C1:C3")).toEqual([["#N/A"], [""], [""]]);
    expect(shown("=PROV.GÅNGER(-1,A1:A3)", "C1:C3")).toEqual([["#VALUE!"], [""], [""]]);
    expect(shown("=PROV.GÅNGER(-2,A1:A3)")).toEqual([["#VALUE!", ""], ["", ""], ["", ""], ["", ""]]);
  });

  it("fills 100 000 cells, and no more", () => {
    expect(shown("=PROV.GÅNGER(2,A1:A100000)", "C3")).toEqual([[6]]);
    expect(shown("=PROV.GÅNGER(2,A1:A100001)", "C1:C3")).toEqual([["#SPILL!"], [""], [""]]);
  });

  it("does not fill the memory for a whole column or row", () => {
    const started = Date.now();
    expect(shown("=PROV.GÅNGER(2,A:A)", "C1:C2")).toEqual([["#SPILL!"], [""]]);
    expect(shown("=PROV.GÅNGER(2,4:4)", "C1:C2")).toEqual([["#SPILL!"], [""]]);
    expect(passed).toEqual([]);
    expect(Date.now() - started).toBeLessThan(5000);
  });
});
