import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PlanInput } from "../../src/planning/types";
import { planRepayments } from "../../src/planning";
import { insertExample } from "../../src/workbook/examples";
import { useRange } from "../../src/workbook/ranges";
import { fingerprintOf } from "../../src/report";
import { openWorkbook, type OpenWorkbook } from "./openWorkbook";

const file = (path: string) => JSON.parse(readFileSync(join(__dirname, path), "utf8")) as PlanInput;

let open: OpenWorkbook | undefined;
afterEach(() => open?.client.close());

const insert = (of: OpenWorkbook) => of.run((context) => insertExample(context, { language: "sv" }));

describe("the example that a newcomer opens", () => {
  it("is the engine's showcase, word for word", () => {
    expect(file("../../src/workbook/examples/norrkoping-2010.json")).toEqual(file("../planning/examples/norrkoping-2010.json"));
  });

  it("fills an empty workbook in three syncs, and is read and planned without a remark of the reading's", async () => {
    const of = (open = openWorkbook({ Blad1: [] }));
    const { result, syncs } = await of.counted(() => insert(of));
    expect([result.diagnostics, syncs]).toEqual([[], 3]);
    expect(result.sheets.slice(0, 3).map(({ sheet }) => sheet)).toEqual(["Projekt", "Kostnader", "Besparingar"]);
    const reading = await of.read();
    expect(reading.diagnostics).toEqual([]);
    expect(reading.input.title).toMatch(/^Norrköpings sociala investeringsfond 2010/);
    const [again, original] = [planRepayments(reading.input), planRepayments(file("../planning/examples/norrkoping-2010.json"))];
    expect(again.schedule.map(({ amount, year }) => `${year} ${amount}`)).toEqual(original.schedule.map(({ amount, year }) => `${year} ${amount}`));
    expect(again.schedule.length).toBeGreaterThan(10);
  });

  it("is not opened over other input, which stays as it is", async () => {
    const of = (open = openWorkbook({ Kalkyl: [["Projekt", "Nämnd", 2026], ["A", "SN", 100000]] }));
    await of.run((context) => useRange(context, { kind: "costs", address: "Kalkyl!A1:C2", language: "sv" }));
    const before = await fingerprintOf((await of.read()).input);
    expect(await insert(of)).toMatchObject({ sheets: [], diagnostics: [{ code: "template.exampleNotAlone", severity: "error" }] });
    expect(await fingerprintOf((await of.read()).input)).toBe(before);
    const twice = (open = openWorkbook({ Blad1: [] }));
    await insert(twice);
    expect((await insert(twice)).diagnostics).toMatchObject([{ code: "template.exampleNotAlone" }]);
  });

  it("says in a sentence when Excel refuses", async () => {
    const of = (open = openWorkbook({ Blad1: [] }));
    of.host.cellEditMode = true;
    expect(await insert(of)).toMatchObject({ sheets: [], diagnostics: [{ code: "excel.cellEditing" }] });
  });
});
