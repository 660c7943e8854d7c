import { open, type Opened } from "./open";

let excel: Opened;

beforeEach(() => {
  excel = open();
});
afterEach(() => excel.client.close());

/** Costs in A1:C3 with a header row, made into a table. */
const withTable = <T>(batch: (context: Excel.RequestContext, table: Excel.Table, sheet: Excel.Worksheet) => Promise<T>) =>
  excel.run(async (context, sheet) => {
    sheet.getRange("A1:C3").values = [["Projekt", "År", "Belopp"], ["Läslust", 2026, 100], ["Skolfam", 2027, 200]];
    const table = sheet.tables.add("A1:C3", true);
    table.name = "Kostnader";
    await context.sync();
    return batch(context, table, sheet);
  });

describe("a table", () => {
  test("tells its ranges, columns and rows", async () => {
    await withTable(async (context, table) => {
      const ranges = [table.getRange(), table.getHeaderRowRange(), table.getDataBodyRange(), table.columns.getItem("Belopp").getDataBodyRange()].map((range) => range.load("address"));
      table.load("name,showHeaders,showTotals,style,showBandedRows,showFilterButton");
      table.columns.load("count,items/name");
      table.rows.load("items/values");
      const count = table.rows.getCount();
      await context.sync();
      expect(ranges.map(({ address }) => address)).toEqual(["Blad1!A1:C3", "Blad1!A1:C1", "Blad1!A2:C3", "Blad1!C2:C3"]);
      expect(table.toJSON()).toMatchObject({ name: "Kostnader", showHeaders: true, showTotals: false, style: "TableStyleMedium2" });
      expect(table.columns.items.map(({ name }) => name)).toEqual(["Projekt", "År", "Belopp"]);
      expect(table.columns.count).toBe(3);
      expect(table.rows.items.map(({ values }) => values)).toEqual([[["Läslust", 2026, 100]], [["Skolfam", 2027, 200]]]);
      expect(count.value).toBe(2);
    });
  });

  test("is found by name in any case on its sheet and in the workbook, also when it may be missing", async () => {
    await withTable(async (context, _, sheet) => {
      const found = [sheet.tables.getItem("KOSTNADER"), context.workbook.tables.getItemOrNullObject("kostnader")].map((table) => table.load("name,id"));
      const missing = context.workbook.tables.getItemOrNullObject("Besparingar").load("name");
      const body = missing.getDataBodyRange().load("values");
      const home = context.workbook.tables.getItem("Kostnader").worksheet.load("name");
      await context.sync();
      expect(found.map(({ name }) => name)).toEqual(["Kostnader", "Kostnader"]);
      expect([missing.isNullObject, body.isNullObject]).toEqual([true, true]);
      expect(home.name).toBe("Blad1");
    });
  });

  test("that is not there is ItemNotFound", async () => {
    await expect(
      excel.run(async (context) => {
        context.workbook.tables.getItem("Kostnader").load("name");
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "ItemNotFound" });
  });

  test("can't lie over another, nor share its name", async () => {
    await withTable(async (context, _, sheet) => {
      sheet.tables.add("B2:D5", false);
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
      sheet.tables.add("F1:G2", true).name = "kostnader";
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemAlreadyExists" });
      sheet.tables.getItem("Kostnader").name = "A1";
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
    });
  });

  test("turns its headers into texts, filled in and all different", async () => {
    await excel.run(async (context, sheet) => {
      sheet.getRange("A1:D2").values = [[2026, "Kr", "kr", ""], [1, 2, 3, 4]];
      sheet.tables.add("A1:D2", true);
      const header = sheet.getRange("A1:D1").load("values");
      await context.sync();
      expect(header.values).toEqual([["2026", "Kr", "kr2", "Kolumn4"]]);
    });
  });

  test("without headers gets a header row above its data", async () => {
    await excel.run(async (context, sheet) => {
      sheet.getRange("A1:B2").values = [[1, 2], [3, 4]];
      const range = sheet.tables.add("A1:B2", false).getRange().load("values,address");
      await context.sync();
      expect(range.address).toBe("Blad1!A1:B3");
      expect(range.values).toEqual([["Kolumn1", "Kolumn2"], [1, 2], [3, 4]]);
    });
  });

  test("takes rows at the end and in between, and pushes what lies below", async () => {
    await withTable(async (context, table, sheet) => {
      sheet.getRange("A5").values = [["nedanför"]];
      table.rows.add(undefined, [["Trappan", 2028, 300]]);
      table.rows.add(0, [["Först", 2025, 1], ["Sedan", 2025, 2]]);
      const range = table.getDataBodyRange().load("values");
      const below = sheet.getRange("A8").load("values");
      await context.sync();
      expect(range.values.map(([name]) => name)).toEqual(["Först", "Sedan", "Läslust", "Skolfam", "Trappan"]);
      expect(below.values).toEqual([["nedanför"]]);
    });
  });

  test("shows a totals row and takes it away", async () => {
    await withTable(async (context, table) => {
      table.showTotals = true;
      const total = table.getTotalRowRange().load("address");
      const body = table.getDataBodyRange().load("address");
      await context.sync();
      expect([total.address, body.address]).toEqual(["Blad1!A4:C4", "Blad1!A2:C3"]);
      table.showTotals = false;
      const range = table.getRange().load("address");
      await context.sync();
      expect(range.address).toBe("Blad1!A1:C3");
    });
  });

  test("becomes a plain range again, or goes with its cells", async () => {
    await withTable(async (context, table, sheet) => {
      table.convertToRange();
      sheet.tables.load("count");
      await context.sync();
      expect(sheet.tables.count).toBe(0);
      expect(excel.host.values("A2:B2")).toEqual([["Läslust", 2026]]);
      sheet.tables.add("A1:C3", true).delete();
      await context.sync();
      expect(excel.host.values("A2:B2")).toEqual([["", ""]]);
    });
  });

  test("is told of by the ranges that touch it", async () => {
    await withTable(async (context, _, sheet) => {
      const touching = sheet.getRange("C3:D9").getTables(false).load("items/name");
      const within = sheet.getRange("C3:D9").getTables(true).getCount();
      await context.sync();
      expect(touching.items.map(({ name }) => name)).toEqual(["Kostnader"]);
      expect(within.value).toBe(0);
    });
  });
});

describe("a name", () => {
  test("stands for a range, and follows it", async () => {
    await excel.run(async (context, sheet) => {
      context.workbook.names.add("Ränta", sheet.getRange("B2"), "kalkylränta");
      sheet.getRange("B2").values = [[0.03]];
      sheet.getRange("A1:A1").getEntireRow().insert("Down");
      const name = context.workbook.names.getItem("ränta").load("name,formula,type,scope,comment,visible,value");
      const range = name.getRange().load("values,address");
      await context.sync();
      expect(name).toMatchObject({ name: "Ränta", formula: "=Blad1!$B$3", type: "Range", scope: "Workbook", comment: "kalkylränta", visible: true });
      expect([range.address, range.values]).toEqual(["Blad1!B3", [[0.03]]]);
    });
  });

  test("of a sheet is its own, and one that is missing is a null object", async () => {
    await excel.run(async (context, sheet) => {
      sheet.names.add("Start", "=2026");
      const own = sheet.names.getItem("Start").load("scope,type,value");
      const global = context.workbook.names.getItemOrNullObject("Start");
      const range = own.getRangeOrNullObject();
      await context.sync();
      expect(own).toMatchObject({ scope: "Worksheet", type: "Double", value: 2026 });
      expect([global.isNullObject, range.isNullObject]).toEqual([true, true]);
    });
  });

  test.each([["A1"], ["med mellanslag"], ["1a"], ["R1C1"]])("%s is refused", async (name) => {
    await expect(
      excel.run(async (context) => {
        context.workbook.names.add(name, "=1");
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  test("can be deleted, and not be added twice", async () => {
    await excel.run(async (context) => {
      const { names } = context.workbook;
      names.add("Ett", "=1");
      names.add("ETT", "=2");
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemAlreadyExists" });
      names.getItem("Ett").delete();
      names.load("items/name");
      await context.sync();
      expect(names.items).toEqual([]);
    });
  });
});
