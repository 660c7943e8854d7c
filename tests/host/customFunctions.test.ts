import { createHost } from "../../workbench/host";
import { registerCustomFunctions } from "../../workbench/host/customFunctions";

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
};

beforeAll(() => {
  registerCustomFunctions(
    "PROV",
    [
      { id: "ADD_UP", name: "LÄGGIHOP", parameters: [{ name: "belopp", dimensionality: "matrix" }, { name: "gånger", optional: true }], result: {} },
      { id: "REFUSE", name: "VÄGRA", parameters: [], result: {} },
      { id: "LATER", name: "SENARE", parameters: [], result: {} },
      { id: "SPILL", name: "SPILLA", parameters: [], result: { dimensionality: "matrix" } },
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
  });

  it("are unknown when the add-in has not registered them, or when they would spill", () => {
    expect(computed("=PROV.SENARE()")).toBe("#NAME?");
    expect(computed("=PROV.SPILLA()")).toBe("#NAME?");
  });
});
