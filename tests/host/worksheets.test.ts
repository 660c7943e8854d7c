import { open, type Opened } from "./open";

let excel: Opened;

beforeEach(() => {
  excel = open();
});
afterEach(() => excel.client.close());

const names = () =>
  excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load("items/name");
    await context.sync();
    return sheets.items.map(({ name }) => name);
  });

describe("a sheet's name", () => {
  test.each([
    ["empty", ""],
    ["longer than 31 characters", "x".repeat(32)],
    ["with a colon", "a:b"],
    ["with a slash", "2026/27"],
    ["with a backslash", "a\\b"],
    ["with a question mark", "vad?"],
    ["with an asterisk", "a*"],
    ["with brackets", "[a]"],
    ["with an apostrophe first", "'a"],
    ["with an apostrophe last", "a'"],
  ])("%s is refused", async (_, name) => {
    await expect(
      excel.run(async (context, sheet) => {
        sheet.name = name;
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "InvalidArgument" });
    expect(await names()).toEqual(["Blad1"]);
  });

  test("that another sheet has, in any case, is refused", async () => {
    await expect(
      excel.run(async (context) => {
        context.workbook.worksheets.add("BLAD1");
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "ItemAlreadyExists" });
  });

  test("may be its own in another case", async () => {
    await excel.run(async (context, sheet) => {
      sheet.name = "BLAD1";
      await context.sync();
    });
    expect(await names()).toEqual(["BLAD1"]);
  });

  test("stands in apostrophes in an address when it must", async () => {
    const addresses = await excel.run(async (context) => {
      const ranges = ["Återföringsplan", "Min plan", "2026", "AB12", "Ka's"].map((name) => context.workbook.worksheets.add(name).getRange("A1").load("address"));
      await context.sync();
      return ranges.map(({ address }) => address);
    });
    expect(addresses).toEqual(["Återföringsplan!A1", "'Min plan'!A1", "'2026'!A1", "'AB12'!A1", "'Ka''s'!A1"]);
  });
});

describe("sheets", () => {
  test("that are not there are ItemNotFound", async () => {
    await expect(
      excel.run(async (context) => {
        context.workbook.worksheets.getItem("Finns inte").load("name");
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "ItemNotFound" });
  });

  test("that may be missing are null objects, and so is what hangs on them", async () => {
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("Finns inte");
      const range = sheet.getRange("A1").load("values");
      sheet.delete();
      await context.sync();
      expect(sheet.isNullObject).toBe(true);
      expect(range.isNullObject).toBe(true);
    });
  });

  test("are added last, named as in Swedish, and found by name in any case", async () => {
    await excel.run(async (context) => {
      const added = context.workbook.worksheets.add().load("name,position,visibility,id");
      const found = context.workbook.worksheets.getItem("blad2").load("id");
      await context.sync();
      expect(added).toMatchObject({ name: "Blad2", position: 1, visibility: "Visible" });
      expect(found.id).toBe(added.id);
    });
  });

  test("can be moved, hidden and deleted, but the last that shows must stay", async () => {
    await excel.run(async (context, sheet) => {
      const second = context.workbook.worksheets.add("Två");
      second.position = 0;
      sheet.visibility = "Hidden";
      await context.sync();
    });
    expect(await names()).toEqual(["Två", "Blad1"]);
    await expect(
      excel.run(async (context) => {
        context.workbook.worksheets.getItem("Två").delete();
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "InvalidOperation" });
  });

  test("a range goes on after its sheet has been renamed, with the new address", async () => {
    await excel.run(async (context, sheet) => {
      const range = sheet.getRange("A1:B2");
      await context.sync();
      sheet.name = "Ny";
      range.load("address");
      await context.sync();
      expect(range.address).toBe("Ny!A1:B2");
    });
  });

  test("a range on a deleted sheet is gone", async () => {
    await expect(
      excel.run(async (context) => {
        const extra = context.workbook.worksheets.add("Extra");
        const range = extra.getRange("A1");
        await context.sync();
        extra.delete();
        range.load("values");
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "ItemNotFound" });
  });

  test("the active one is known, and another can be activated", async () => {
    const active = await excel.run(async (context) => {
      context.workbook.worksheets.add("Två").activate();
      const sheet = context.workbook.worksheets.getActiveWorksheet().load("name");
      await context.sync();
      return sheet.name;
    });
    expect(active).toBe("Två");
  });

  test("keep custom properties, tab colour and gridlines", async () => {
    await excel.run(async (context, sheet) => {
      sheet.customProperties.add("fingeravtryck", "abc");
      sheet.tabColor = "#0f6cbd";
      sheet.showGridlines = false;
      await context.sync();
      const property = sheet.customProperties.getItemOrNullObject("Fingeravtryck").load("key,value");
      const missing = sheet.customProperties.getItemOrNullObject("annat").load("value");
      sheet.load("tabColor,showGridlines");
      await context.sync();
      expect([property.key, property.value, missing.isNullObject]).toEqual(["fingeravtryck", "abc", true]);
      expect([sheet.tabColor, sheet.showGridlines]).toEqual(["#0F6CBD", false]);
    });
  });

  test("freeze their panes", async () => {
    await excel.run(async (context, sheet) => {
      sheet.freezePanes.freezeAt(sheet.getRange("A1:B3"));
      const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
      await context.sync();
      expect(frozen.address).toBe("Blad1!A1:B3");
      sheet.freezePanes.unfreeze();
      const free = sheet.freezePanes.getLocationOrNullObject();
      await context.sync();
      expect(free.isNullObject).toBe(true);
    });
  });

  test("are laid out for print", async () => {
    await excel.run(async (context, sheet) => {
      const { pageLayout } = sheet;
      pageLayout.orientation = "Landscape";
      pageLayout.paperSize = "A4" as Excel.PaperType;
      pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
      pageLayout.setPrintTitleRows("$1:$3");
      pageLayout.setPrintArea("A1:F20");
      for (const address of ["A30", "A12", "A30"]) sheet.horizontalPageBreaks.add(address);
      pageLayout.setPrintMargins("Centimeters", { left: 2.54 });
      pageLayout.headersFooters.defaultForAllPages.centerFooter = "Sida &P av &N";
      await context.sync();
      pageLayout.load("orientation,paperSize,zoom,leftMargin");
      const titles = pageLayout.getPrintTitleRowsOrNullObject().load("address");
      const footer = pageLayout.headersFooters.defaultForAllPages.load("centerFooter");
      await context.sync();
      expect(pageLayout.toJSON()).toMatchObject({ orientation: "Landscape", paperSize: "A4", zoom: { horizontalFitToPages: 1 } });
      expect(pageLayout.leftMargin).toBeCloseTo(72, 10);
      expect(titles.address).toBe("Blad1!1:3");
      expect(footer.centerFooter).toBe("Sida &P av &N");
    });
    expect(excel.host.workbook.sheets[0]?.page).toMatchObject({ printTitleRows: "$1:$3", printArea: "$A$1:$F$20", rowBreaks: [11, 29] });
  });
});

describe("protection", () => {
  const write = () =>
    excel.run(async (context, sheet) => {
      sheet.getRange("A1:B1").values = [[1, 2]];
      await context.sync();
    });

  test("of a sheet denies writing, formatting and tables", async () => {
    excel.host.protectSheet("Blad1");
    await expect(write()).rejects.toMatchObject({ code: "AccessDenied" });
    await expect(
      excel.run(async (context, sheet) => {
        sheet.getRange("A1").format.fill.color = "red";
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "AccessDenied" });
    await expect(
      excel.run(async (context, sheet) => {
        sheet.tables.add("A1:B2", true);
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "AccessDenied" });
    expect(excel.host.values("A1")).toEqual([[""]]);
  });

  test("leaves unlocked cells open", async () => {
    await excel.run(async (context, sheet) => {
      sheet.getRange("A1:B1").format.protection.locked = false;
      sheet.protection.protect();
      sheet.protection.load("protected");
      await context.sync();
      expect(sheet.protection.protected).toBe(true);
    });
    await write();
    expect(excel.host.values("A1:B1")).toEqual([[1, 2]]);
  });

  test("ends only with its password", async () => {
    await excel.run(async (context, sheet) => {
      sheet.protection.protect({ allowFormatCells: true }, "hemligt");
      await context.sync();
    });
    const unprotect = (password?: string) =>
      excel.run(async (context, sheet) => {
        sheet.protection.unprotect(password);
        await context.sync();
      });
    await expect(unprotect()).rejects.toMatchObject({ code: "AccessDenied" });
    await unprotect("hemligt");
    await write();
  });

  test("of the workbook's structure denies new, renamed and deleted sheets", async () => {
    await excel.run(async (context) => {
      context.workbook.worksheets.add("Två");
      await context.sync();
    });
    excel.host.protectStructure();
    const attempts: ((context: Excel.RequestContext) => void)[] = [
      (context) => context.workbook.worksheets.add("Tre"),
      (context) => (context.workbook.worksheets.getItem("Två").name = "Tre"),
      (context) => context.workbook.worksheets.getItem("Två").delete(),
    ];
    for (const attempt of attempts) {
      await expect(
        excel.run(async (context) => {
          attempt(context);
          await context.sync();
        }),
      ).rejects.toMatchObject({ code: "AccessDenied" });
    }
    expect(await names()).toEqual(["Blad1", "Två"]);
  });
});
