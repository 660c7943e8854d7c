import { open, type Opened } from "./open";

let excel: Opened;

beforeEach(() => {
  excel = open();
});
afterEach(() => excel.client.close());

describe("a range's format", () => {
  test("is read back, and is null where cells differ", async () => {
    await excel.run(async (context, sheet) => {
      const head = sheet.getRange("A1:B1");
      head.format.set({ fill: { color: "#0f6cbd" }, font: { bold: true, color: "white", size: 12 }, horizontalAlignment: "Center", wrapText: true });
      const same = sheet.getRange("A1:B1").load("format/fill/color,format/font/bold,format/font/color,format/font/size,format/horizontalAlignment,format/wrapText");
      const mixed = sheet.getRange("A1:B2").load("format/fill/color,format/font/bold,format/font/name");
      await context.sync();
      expect(same.format.toJSON()).toMatchObject({ fill: { color: "#0F6CBD" }, font: { bold: true, color: "#FFFFFF", size: 12 }, horizontalAlignment: "Center", wrapText: true });
      expect([mixed.format.fill.color, mixed.format.font.bold, mixed.format.font.name]).toEqual([null, null, "Calibri"]);
    });
  });

  test("is null where two cells have formats of their own", async () => {
    await excel.run(async (context, sheet) => {
      sheet.getRange("A1").format.fill.color = "red";
      sheet.getRange("A2").format.fill.color = "blue";
      const both = sheet.getRange("A1:A2").load("format/fill/color");
      await context.sync();
      expect(both.format.fill.color).toBeNull();
    });
  });

  test("leaves no trace when it is taken back", async () => {
    await excel.run(async (context, sheet) => {
      const range = sheet.getRange("A1");
      range.format.fill.color = "red";
      range.format.fill.clear();
      range.format.font.bold = true;
      range.format.font.bold = false;
      range.numberFormat = [["0%"]];
      range.numberFormat = [["General"]];
      await context.sync();
    });
    expect(excel.host.workbook.sheets[0]?.cells.size).toBe(0);
  });

  test("has borders at its edges and between its cells", async () => {
    await excel.run(async (context, sheet) => {
      const { borders } = sheet.getRange("A1:B2").format;
      borders.getItem("EdgeBottom").style = "Double";
      borders.getItem("InsideVertical").set({ style: "Continuous", color: "#CCCCCC", weight: "Thin" });
      const bottom = sheet.getRange("A2").format.borders.getItem("EdgeBottom").load("style,weight");
      const right = sheet.getRange("A1").format.borders.getItem("EdgeRight").load("style,color");
      const none = sheet.getRange("B1").format.borders.getItem("EdgeRight").load("style");
      await context.sync();
      expect([bottom.style, right.style, right.color, none.style]).toEqual(["Double", "Continuous", "#CCCCCC", "None"]);
    });
  });

  test("has widths and heights in points", async () => {
    await excel.run(async (context, sheet) => {
      sheet.getRange("A:A").format.columnWidth = 105;
      sheet.getRange("1:2").format.rowHeight = 30;
      const first = sheet.getRange("A1").load("format/columnWidth,format/rowHeight");
      const other = sheet.getRange("B3").load("format/columnWidth,format/rowHeight,left,top");
      await context.sync();
      expect([first.format.columnWidth, first.format.rowHeight]).toEqual([105, 30]);
      expect([other.format.columnWidth, other.format.rowHeight, other.left, other.top]).toEqual([48, 15, 105, 60]);
    });
    expect(excel.host.workbook.sheets[0]?.columnWidths.get(0)).toBe(20);
  });

  test("fits columns to what they show", async () => {
    await excel.run(async (context, sheet) => {
      sheet.getRange("A1:B1").values = [["x".repeat(40), 1]];
      sheet.getRange("A:B").format.autofitColumns();
      const [wide, narrow] = ["A1", "B1"].map((address) => sheet.getRange(address).load("format/columnWidth"));
      await context.sync();
      expect(wide?.format.columnWidth).toBeGreaterThan(40 * 5.25);
      expect(narrow?.format.columnWidth).toBeLessThan(48);
    });
  });

  test.each([
    ["a colour", (range: Excel.Range) => (range.format.fill.color = "rödbrun")],
    ["an alignment", (range: Excel.Range) => (range.format.horizontalAlignment = "Mitten" as "Center")],
    ["a truth value", (range: Excel.Range) => (range.format.font.bold = "ja" as unknown as boolean)],
  ])("refuses %s that Excel does not know", async (_, write) => {
    await expect(
      excel.run(async (context, sheet) => {
        write(sheet.getRange("A1"));
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "InvalidArgument" });
  });
});

describe("hidden rows and columns", () => {
  test("are told of, and take no room", async () => {
    await excel.run(async (context, sheet) => {
      sheet.getRange("2:3").rowHidden = true;
      sheet.getRange("B:B").columnHidden = true;
      const hidden = sheet.getRange("A2:A3").load("rowHidden,hidden");
      const mixed = sheet.getRange("A1:A3").load("rowHidden");
      const after = sheet.getRange("C4").load("left,top,hidden");
      await context.sync();
      expect([hidden.rowHidden, hidden.hidden, mixed.rowHidden]).toEqual([true, true, null]);
      expect([after.left, after.top, after.hidden]).toEqual([48, 15, false]);
    });
  });

  test("can't be hidden on a protected sheet", async () => {
    excel.host.protectSheet("Blad1");
    await expect(
      excel.run(async (context, sheet) => {
        sheet.getRange("2:2").rowHidden = true;
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "AccessDenied" });
  });
});

describe("merging", () => {
  test("keeps the first cell's value only, and a table forbids it", async () => {
    await excel.run(async (context, sheet) => {
      const title = sheet.getRange("A1:C1");
      title.values = [["Titel", 2, 3]];
      title.merge();
      await context.sync();
      expect(excel.host.values("A1:C1")).toEqual([["Titel", "", ""]]);
      sheet.getRange("A3:B4").values = [["a", "b"], [1, 2]];
      sheet.tables.add("A3:B4", true);
      sheet.getRange("A4:B4").merge();
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidOperation" });
    });
  });
});

describe("data validation", () => {
  test("keeps rule, prompt and alert, and can be cleared in part", async () => {
    await excel.run(async (context, sheet) => {
      const range = sheet.getRange("B2:B10");
      range.dataValidation.rule = { list: { inCellDropDown: true, source: "Ja,Nej" } };
      range.dataValidation.prompt = { showPrompt: true, title: "Rubrik", message: "Välj ett" };
      range.dataValidation.errorAlert = { showAlert: true, style: "Stop", title: "Fel", message: "Välj Ja eller Nej" };
      sheet.getRange("B5").dataValidation.clear();
      const kept = sheet.getRange("B2:B4").dataValidation.load("rule,type,prompt,errorAlert,ignoreBlanks");
      const cleared = sheet.getRange("B5").dataValidation.load("type");
      await context.sync();
      expect(kept.toJSON()).toMatchObject({
        type: "List",
        rule: { list: { inCellDropDown: true, source: "Ja,Nej" } },
        prompt: { message: "Välj ett" },
        errorAlert: { message: "Välj Ja eller Nej" },
        ignoreBlanks: true,
      });
      expect(cleared.type).toBe("None");
    });
  });

  test("takes a range as a list's source, which follows a renamed sheet", async () => {
    await excel.run(async (context, sheet) => {
      const lists = context.workbook.worksheets.add("Listor");
      sheet.getRange("A1").dataValidation.rule = { list: { inCellDropDown: true, source: lists.getRange("A1:A3") as unknown as string } };
      lists.name = "Val";
      const { dataValidation } = sheet.getRange("A1");
      dataValidation.load("rule");
      await context.sync();
      expect(dataValidation.rule.list?.source).toBe("=Val!$A$1:$A$3");
    });
  });
});

describe("a chart", () => {
  const balance = [["År", "Saldo"], [2026, 100], [2027, 80], [2028, 120]];

  test("finds its series and their names, and lies over the cells that it is given", async () => {
    await excel.run(async (context, sheet) => {
      sheet.getRange("A1:C4").values = [["", "Kostnad", "Återföring"], ["2026", 1, 2], ["2027", 3, 4], ["2028", 5, 6]].map((row) => row.map((cell) => (typeof cell === "string" ? `'${cell}` : cell)));
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C4"), "Auto");
      chart.name = "Fond";
      chart.title.text = "Fondens saldo";
      chart.legend.position = "Bottom";
      chart.setPosition("E2", "H10");
      chart.load("name,left,top,width,height,chartType,title/text,legend/position,series/items/name");
      await context.sync();
      expect(chart).toMatchObject({ name: "Fond", left: 192, top: 15, width: 192, height: 135, chartType: "ColumnClustered" });
      expect([chart.title.text, chart.legend.position]).toEqual(["Fondens saldo", "Bottom"]);
      expect(chart.series.items.map(({ name }) => name)).toEqual(["Kostnad", "Återföring"]);
    });
    expect(excel.host.workbook.sheets[0]?.charts[0]?.series[1]).toEqual({
      nameAddress: "Blad1!$C$1",
      valuesAddress: "Blad1!$C$2:$C$4",
      categoriesAddress: "Blad1!$A$2:$A$4",
    });
  });

  test("can have its series set, one by one", async () => {
    await excel.run(async (context, sheet) => {
      sheet.getRange("A1:B4").values = balance;
      const chart = sheet.charts.add("Line", sheet.getRange("B1:B4"));
      const series = chart.series.getItemAt(0);
      series.setXAxisValues(sheet.getRange("A2:A4"));
      series.name = "Fondsaldo";
      series.format.fill.setSolidColor("#0F6CBD");
      chart.axes.valueAxis.numberFormat = "#,##0";
      series.load("name");
      const count = chart.series.getCount();
      await context.sync();
      expect([series.name, count.value]).toEqual(["Fondsaldo", 1]);
    });
    expect(excel.host.workbook.sheets[0]?.charts[0]).toMatchObject({
      series: [{ name: "Fondsaldo", valuesAddress: "Blad1!$B$2:$B$4", categoriesAddress: "Blad1!$A$2:$A$4", fillColor: "#0F6CBD" }],
      valueAxis: { numberFormat: "#,##0" },
    });
  });

  test("is found by its name, and can be deleted", async () => {
    await excel.run(async (context, sheet) => {
      sheet.getRange("A1:B4").values = balance;
      sheet.charts.add("Line", sheet.getRange("A1:B4")).name = "Saldo";
      await context.sync();
      const chart = sheet.charts.getItemOrNullObject("saldo").load("name");
      await context.sync();
      expect(chart.name).toBe("Saldo");
      chart.delete();
      const gone = sheet.charts.getItemOrNullObject("Saldo");
      await context.sync();
      expect(gone.isNullObject).toBe(true);
    });
  });
});
