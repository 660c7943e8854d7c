import { cellFunctions } from "../../src/functions/functions";
import { client, effects, host, store, usePaneInExcel } from "./paneInExcel";

const npv = cellFunctions.find(({ id }) => id === "NPV")!;

usePaneInExcel();

beforeEach(() => effects.goTo("Blad1!B2"));

const formulas = (address: string) =>
  client.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Blad1").getRange(address);
    range.load("formulas");
    await context.sync();
    return range.formulas as unknown[][];
  });

it("writes the function into the active cell with its arguments named, in two syncs, and the cell stays selected", async () => {
  const before = host.counts.syncs;
  await effects.insertFunction(npv);
  expect(host.counts.syncs - before).toBe(2);
  expect(store.state()).toMatchObject({ failure: null, activity: null, announcement: { kind: "functionInserted", name: "SIF.NETTONUVÄRDE", cell: "Blad1!B2" } });
  expect(await formulas("B2")).toEqual([["=SIF.NETTONUVÄRDE(ränta,flöden,första_period)"]]);
  expect(host.workbook.selection).toEqual({ row: 1, column: 1, rows: 1, columns: 1 });
});

it("fills one cell of a larger selection", async () => {
  await effects.goTo("Blad1!B2:C4");
  await effects.insertFunction(npv);
  expect((await formulas("B2:C4")).flat().filter((formula) => formula !== "")).toHaveLength(1);
});

it.each([
  ["a number", 5],
  ["zero", 0],
  ["a text", "Skolfam"],
  ["a formula", "=1+1"],
  ["a formula that shows nothing", '=""'],
  ["an error", "=1/0"],
])("does not write over %s, and says so", async (_, content) => {
  host.setCell("Blad1!B2", content);
  await effects.insertFunction(npv);
  expect(store.state()).toMatchObject({ announcement: null, failure: { code: "excel.cellNotEmpty", message: "Cellen Blad1!B2 är inte tom, så inget skrevs. Markera en tom cell och försök igen." } });
  expect(await formulas("B2")).toEqual([[content]]);
});

it("does not write over what another formula spills", async () => {
  host.setCell("Blad1!A2", "=TRANSPOSE(D1:D3)");
  for (const row of [1, 2, 3]) host.setCell(`Blad1!D${row}`, row);
  await effects.insertFunction(npv);
  expect(store.state().failure?.code).toBe("excel.cellNotEmpty");
});

it("does not write where the formula would only be a text", async () => {
  await client.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Blad1").getRange("B2").numberFormat = [["@"]];
    await context.sync();
  });
  await effects.insertFunction(npv);
  expect(store.state().failure).toMatchObject({ code: "excel.cellIsText", message: expect.stringContaining("talformatet Allmänt") as string });
  expect(await formulas("B2")).toEqual([[""]]);
});

it.each([
  ["a protected sheet", () => host.protectSheet("Blad1"), "excel.sheetProtected"],
  ["a workbook that is open as read-only", () => (host.readOnly = true), "excel.readOnly"],
  ["a cell that is being edited", () => (host.cellEditMode = true), "excel.cellEditing"],
])("says of %s what to do, and writes nothing", async (_, trouble, code) => {
  trouble();
  await effects.insertFunction(npv);
  expect(store.state()).toMatchObject({ activity: null, announcement: null, failure: { code } });
  host.cellEditMode = false;
  expect(await formulas("B2")).toEqual([[""]]);
});

it("is written once by a double click", async () => {
  await Promise.all([effects.insertFunction(npv), effects.insertFunction(npv)]);
  expect(store.state()).toMatchObject({ failure: null, announcement: { kind: "functionInserted" } });
});
