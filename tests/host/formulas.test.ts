import { open, type Opened } from "./open";

let excel: Opened;

beforeEach(() => {
  excel = open();
});
afterEach(() => excel.client.close());

/** Writes formulas and gives what they show. */
const compute = (address: string, formulas: string[][]) =>
  excel.run(async (context, sheet) => {
    const range = sheet.getRange(address);
    range.formulas = formulas;
    range.load("values");
    await context.sync();
    return range.values;
  });

test("a formula gives an unrounded double, as Excel's", async () => {
  expect(await compute("A1:C1", [["=1/3", "=0.1+0.2", "=1e-12*1"]])).toEqual([[1 / 3, 0.1 + 0.2, 1e-12]]);
});

test("a formula may have TRUE and FALSE with or without parentheses", async () => {
  expect(await compute("A1:D1", [["=IF(TRUE,1,2)", "=IF(FALSE,1,2)", "=TRUE()", "=NOT(TRUE)"]])).toEqual([[1, 2, true, false]]);
});

test("a formula sees cells that change afterwards", async () => {
  await compute("A1:A3", [["1"], ["2"], ["=SUM(A1:A2)"]]);
  excel.host.setCell("Blad1!A1", 40);
  expect(excel.host.values("A3")).toEqual([[42]]);
});

test("a blank cell is 0 to a formula, and a text stays a text", async () => {
  await excel.run(async (context, sheet) => {
    sheet.getRange("A1").values = [["'007"]];
    await context.sync();
  });
  expect(await compute("B1:C1", [["=A2", "=A1&\"\""]])).toEqual([[0, "007"]]);
});

test("dates are serial numbers, through the year 1900 too", async () => {
  expect(await compute("A1:C1", [["=DATE(2026,1,1)", "=YEAR(46023)", "=DATE(1900,3,1)"]])).toEqual([[46023, 2026, 61]]);
});

test.each([
  ["a function that nobody has", "=SIF.NETTONUVÄRDE(0.03,A1)", "#NAME?"],
  ["division by zero", "=1/0", "#DIV/0!"],
  ["a missing value", "=NA()", "#N/A"],
  ["a sheet that is not there", "=Saknas!A1", "#REF!"],
])("%s shows its error", async (_, formula, error) => {
  expect(await compute("B1", [[formula]])).toEqual([[error]]);
});

describe("formulas that refer to another sheet", () => {
  beforeEach(() =>
    excel.run(async (context, sheet) => {
      context.workbook.worksheets.add("Kostnader").getRange("A1:A2").values = [[100], [200]];
      sheet.getRange("A1:A2").formulas = [["=SUM(Kostnader!A1:A2)"], ['="Kostnader!"&Kostnader!A1']];
      context.workbook.names.add("Summa", "=Kostnader!$A$1:$A$2");
      await context.sync();
    }),
  );

  test("follow when it is renamed, but not in texts", async () => {
    await excel.run(async (context, sheet) => {
      context.workbook.worksheets.getItem("Kostnader").name = "Ny kostnad";
      const range = sheet.getRange("A1:A2").load("formulas,values");
      const name = context.workbook.names.getItem("Summa").load("formula");
      await context.sync();
      expect(range.formulas).toEqual([["=SUM('Ny kostnad'!A1:A2)"], ["=\"Kostnader!\"&'Ny kostnad'!A1"]]);
      expect(range.values).toEqual([[300], ["Kostnader!100"]]);
      expect(name.formula).toBe("='Ny kostnad'!$A$1:$A$2");
    });
  });

  test("become #REF! when it is deleted", async () => {
    await excel.run(async (context, sheet) => {
      context.workbook.worksheets.getItem("Kostnader").delete();
      const range = sheet.getRange("A1:A2").load("formulas,values");
      await context.sync();
      expect(range.formulas).toEqual([["=SUM(#REF!)"], ['="Kostnader!"&#REF!']]);
      expect(range.values[0]).toEqual(["#REF!"]);
    });
  });

  test("see a name's range", async () => {
    expect(await compute("B1", [["=SUM(Summa)"]])).toEqual([[300]]);
  });
});

test("formulas follow cells that are moved by inserting and deleting rows", async () => {
  await excel.run(async (context, sheet) => {
    sheet.getRange("A1:A4").formulas = [[1], [2], [3], ["=SUM(A1:A3)+$A$2"]] as unknown as string[][];
    sheet.getRange("2:2").insert("Down");
    const inserted = sheet.getRange("A1:A5").load("formulas,values");
    await context.sync();
    expect(inserted.formulas).toEqual([[1], [""], [2], [3], ["=SUM(A1:A4)+$A$3"]]);
    expect(inserted.values[4]).toEqual([8]);
    sheet.getRange("3:3").delete("Up");
    const deleted = sheet.getRange("A4").load("formulas");
    await context.sync();
    expect(deleted.formulas).toEqual([["=SUM(A1:A3)+#REF!"]]);
  });
});

test("a range refers to tables by their columns", async () => {
  await excel.run(async (context, sheet) => {
    sheet.getRange("A1:B3").values = [["År", "Belopp i kr"], [2026, 10], [2027, 32]];
    sheet.tables.add("A1:B3", true).name = "Kostnader";
    sheet.getRange("D1:D3").formulas = [["=SUM(Kostnader[Belopp i kr])"], ["=COUNTA(Kostnader[#Headers])"], ["=SUMIFS(Kostnader[Belopp i kr],Kostnader[År],2027)"]];
    const range = sheet.getRange("D1:D3").load("values");
    await context.sync();
    expect(range.values).toEqual([[42], [2], [32]]);
  });
});

test("array formulas spill into the cells below", async () => {
  await compute("A1:A3", [["1"], ["2"], ["3"]]);
  await compute("C1", [["=TRANSPOSE(A1:A3)"]]);
  expect(excel.host.values("C1:E1")).toEqual([[1, 2, 3]]);
});
