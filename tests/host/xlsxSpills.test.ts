import { createHost } from "../../workbench/host";
import { registerCustomFunctions } from "../../workbench/host/customFunctions";
import { loadXlsx, saveXlsx } from "../../workbench/host/xlsx";
import { readZip } from "../../workbench/host/xlsx/zip";

let times: ((factor: number, amounts: number[][]) => number[][]) | undefined;

beforeAll(() => {
  const parameters = [{ name: "faktor" }, { name: "belopp", dimensionality: "matrix" }];
  registerCustomFunctions("FIL", [{ id: "TIMES", name: "GÅNGER.TAL", parameters, result: { dimensionality: "matrix" } }], () => times as never);
});
beforeEach(() => (times = (factor, amounts) => amounts.map((row) => row.map((cell) => cell * factor))));

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const saved = (host: ReturnType<typeof createHost>) => saveXlsx(host.workbook, host.valueAt, host.spillAt);
const part = async (file: Uint8Array, path: string) => text((await readZip(file)).get(path));
const sheetIn = async (file: Uint8Array) => text([...(await readZip(file))].find(([path]) => path.startsWith("xl/worksheets/sheet"))?.[1]);

function opened() {
  const host = createHost();
  for (const value of [1, 2, 3]) host.setCell(`A${value}`, value);
  host.setCell("C1", "=FIL.GÅNGER.TAL(2,A1:A3)");
  return host;
}

describe("A formula that spills, in a file", () => {
  it("states its area, in the name that Excel stores, with every value beside it", async () => {
    const file = await saved(opened());
    const sheet = await sheetIn(file);
    expect(sheet).toContain('<c r="C1" cm="1"><f t="array" ref="C1:C3">_xldudf_FIL_GÅNGER_TAL(2,A1:A3)</f><v>2</v></c>');
    expect(sheet).toContain('<c r="C2"><v>4</v></c>');
    expect(sheet).toContain('<c r="C3"><v>6</v></c>');
    expect(sheet).toContain('<dimension ref="A1:C3"/>');
    expect(await part(file, "xl/metadata.xml")).toContain('fDynamic="1"');
    expect(await part(file, "[Content_Types].xml")).toContain("/xl/metadata.xml");
    expect(await part(file, "xl/_rels/workbook.xml.rels")).toContain("relationships/sheetMetadata");
  });

  it("spills again when the file is opened, and the file is the same when it is saved", async () => {
    const file = await saved(opened());
    const host = createHost(await loadXlsx(file));
    expect(host.values("C1:C4")).toEqual([[2], [4], [6], [""]]);
    expect(host.workbook.sheets[0]?.cells.get(0)?.get(2)?.formula).toBe("=FIL.GÅNGER.TAL(2,A1:A3)");
    expect(await sheetIn(await saved(host))).toBe(await sheetIn(file));
  });

  it("is written anew with what has changed: values, area, or nothing left of it", async () => {
    const host = createHost(await loadXlsx(await saved(opened())));
    host.setCell("A3", 10);
    const recalculated = await saved(host);
    expect(await sheetIn(recalculated)).toContain('<c r="C3"><v>20</v></c>');
    host.setCell("C1", "=FIL.GÅNGER.TAL(2,A1:A2)");
    const smaller = await sheetIn(await saved(host));
    expect(smaller).toContain('<f t="array" ref="C1:C2">');
    expect(smaller).not.toContain('r="C3"');
    host.setCell("C1", "");
    expect(await sheetIn(await saved(host))).not.toMatch(/r="C[123]"/);
  });

  it("keeps its values when nobody can compute it", async () => {
    const file = await saved(opened());
    times = undefined;
    const host = createHost(await loadXlsx(file));
    expect(host.values("C1")).toEqual([["#NAME?"]]);
    host.setCell("E1", "annat");
    const sheet = await sheetIn(await saved(host));
    expect(sheet).toContain('<f t="array" ref="C1:C3">_xldudf_FIL_GÅNGER_TAL(2,A1:A3)</f><v>2</v></c>');
    expect(sheet).toContain('<c r="C3"><v>6</v></c>');
    expect(await sheetIn(await saveXlsx(await loadXlsx(file)))).toBe(await sheetIn(file));
  });

  it("does not cover what blocks it", async () => {
    const host = opened();
    host.setCell("C2", "här");
    const again = createHost(await loadXlsx(await saved(host)));
    expect(again.values("C1:C3")).toEqual([["#SPILL!"], ["här"], [""]]);
  });
});
