import { open, settle, type Opened } from "./open";

let excel: Opened;

beforeEach(() => {
  excel = open();
});
afterEach(() => excel.client.close());

const write = (values: unknown[][]) =>
  excel.run(async (context, sheet) => {
    sheet.getRangeByIndexes(0, 0, values.length, values[0]?.length ?? 1).values = values as string[][];
    await context.sync();
  });

describe("payload", () => {
  test("over 5 MB in a request is refused, and nothing is done", async () => {
    const large = Array.from({ length: 600 }, () => ["x".repeat(10_000)]);
    await expect(write(large)).rejects.toMatchObject({ code: "RequestPayloadSizeLimitExceeded" });
    expect(excel.host.values("A1")).toEqual([[""]]);
  });

  test("over 5 MB in a response is refused", async () => {
    const half = Array.from({ length: 300 }, () => ["x".repeat(10_000)]);
    await write(half);
    await expect(
      excel.run(async (context, sheet) => {
        sheet.getUsedRange().load("values,text");
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "ResponsePayloadSizeLimitExceeded" });
  });

  test("over five million cells in a read is refused", async () => {
    await expect(
      excel.run(async (context, sheet) => {
        sheet.getRange("A1:F1000000").load("values");
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "ResponsePayloadSizeLimitExceeded" });
  });

  test("counts bytes, not characters", async () => {
    const small = open({ payloadLimit: 3_000 });
    const send = (text: string) =>
      small.run(async (context, sheet) => {
        sheet.getRange("A1").values = [[text]];
        await context.sync();
      });
    await send("o".repeat(1_800));
    await expect(send("å".repeat(1_800))).rejects.toMatchObject({ code: "RequestPayloadSizeLimitExceeded" });
    small.client.close();
  });
});

test("a cell takes at most 32 767 characters", async () => {
  await expect(write([["x".repeat(32_768)]])).rejects.toMatchObject({ code: "InvalidArgument" });
});

test("a read-only workbook is read, and refuses what would change it: cells, sheets, names and what a user types", async () => {
  excel.host.setCell("A1", "före");
  excel.host.readOnly = true;
  await expect(write([["efter"]])).rejects.toMatchObject({ code: "AccessDenied" });
  for (const change of [
    ({ worksheets }: Excel.Workbook) => worksheets.add("Ny"),
    ({ names }: Excel.Workbook) => names.add("Eget", "=1"),
    ({ worksheets }: Excel.Workbook) => worksheets.getItem("Blad1").delete(),
  ]) {
    const changed = excel.run(async (context) => {
      change(context.workbook);
      await context.sync();
    });
    await expect(changed).rejects.toMatchObject({ code: "AccessDenied" });
  }
  expect(() => excel.host.setCell("A1", "efter")).toThrow("You cannot perform the requested operation.");
  const [readOnly, values] = await excel.run(async (context, sheet) => {
    const cell = sheet.getRange("A1").load("values");
    sheet.getRange("A1").select();
    context.workbook.load("readOnly");
    await context.sync();
    return [context.workbook.readOnly, cell.values];
  });
  expect([readOnly, values, excel.host.workbook.sheets.length, excel.host.workbook.names]).toEqual([true, [["före"]], 1, []]);
  excel.host.readOnly = false;
  await write([["efter"]]);
  expect(excel.host.values("A1")).toEqual([["efter"]]);
});

test("in cell-edit mode everything fails", async () => {
  excel.host.cellEditMode = true;
  await expect(write([[1]])).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
  excel.host.cellEditMode = false;
  await write([[1]]);
  expect(excel.host.values("A1")).toEqual([[1]]);
});

test("a batch that may wait is done when the user has left the cell", async () => {
  excel.host.cellEditMode = true;
  const waiting = excel.client.Excel.run({ delayForCellEdit: true }, async (context) => {
    context.workbook.worksheets.getItem("Blad1").getRange("A1").values = [["efteråt"]];
    await context.sync();
  });
  await settle();
  expect(excel.host.values("A1")).toEqual([[""]]);
  excel.host.cellEditMode = false;
  await waiting;
  expect(excel.host.values("A1")).toEqual([["efteråt"]]);
});

describe("the counts", () => {
  test("tell syncs and bytes, without the client's housekeeping", async () => {
    await excel.run(async (context, sheet) => {
      const range = sheet.getRange("A1");
      range.load("values");
      await context.sync();
      await context.sync();
      range.values = [["x".repeat(1_000)]];
      await context.sync();
    });
    expect(excel.host.counts.syncs).toBe(2);
    expect(excel.host.counts.largestRequest).toBeGreaterThan(1_000);
    expect(excel.host.counts.largestRequest).toBeLessThan(excel.host.counts.requestBytes);
    expect(excel.host.counts.largestResponse).toBeGreaterThan(0);
    excel.host.resetCounts();
    expect(excel.host.counts).toMatchObject({ syncs: 0, requestBytes: 0, largestRequest: 0 });
  });
});

describe("a sync that is told to fail", () => {
  const twoSyncs = () =>
    excel.run(async (context, sheet) => {
      sheet.getRange("A1").values = [["första"]];
      await context.sync();
      sheet.getRange("A2").values = [["andra"]];
      sheet.getRange("A3").values = [["tredje"]];
      await context.sync();
    });

  test("does so at its turn, with nothing of it done", async () => {
    excel.host.failSync(2);
    await expect(twoSyncs()).rejects.toMatchObject({ code: "GeneralException" });
    expect(excel.host.values("A1:A3")).toEqual([["första"], [""], [""]]);
    await twoSyncs();
    expect(excel.host.values("A1:A3")).toEqual([["första"], ["andra"], ["tredje"]]);
  });

  test("may have done a part of it: batches are not atomic", async () => {
    excel.host.failSync(2, "ActivityLimitReached", { actionIndex: 7 });
    await expect(twoSyncs()).rejects.toMatchObject({ code: "ActivityLimitReached" });
    expect(excel.host.values("A1:A3")).toEqual([["första"], ["andra"], [""]]);
  });

  test("does exactly so many actions as it is told", async () => {
    const done: boolean[] = [];
    for (const actionIndex of [3, 4, 5, 6, 7]) {
      const fresh = open();
      fresh.host.failSync(1, "GeneralException", { actionIndex });
      await expect(
        fresh.run(async (context, sheet) => {
          sheet.getRange("A1").values = [[1]];
          await context.sync();
        }),
      ).rejects.toMatchObject({ code: "GeneralException" });
      done.push(fresh.host.values("A1")[0]?.[0] === 1);
      fresh.client.close();
    }
    // Workbook, sheets, sheet, range, keep the range, range again; then the values.
    expect(done).toEqual([false, false, false, false, true]);
  });

  test("may have done all of it and lost the answer", async () => {
    excel.host.failSync(1, "ConnectionFailure", { after: true });
    await expect(twoSyncs()).rejects.toMatchObject({ code: "ConnectionFailure" });
    expect(excel.host.values("A1:A3")).toEqual([["första"], [""], [""]]);
  });

  test("counts from now", async () => {
    await twoSyncs();
    excel.host.failSync(1);
    await expect(twoSyncs()).rejects.toMatchObject({ code: "GeneralException" });
  });
});

describe("a sync that is not answered", () => {
  const write = (cell: string, value: number) =>
    excel.run(async (context, sheet) => {
      sheet.getRange(cell).values = [[value]];
      await context.sync();
    });
  const isDone = async (work: Promise<unknown>) => Promise.race([work.then(() => true), settle().then(() => false)]);

  test("may be lost, and what comes after is done", async () => {
    excel.host.silenceSync(1, "lost");
    expect(await isDone(write("A1", 1))).toBe(false);
    await write("A2", 2);
    expect(excel.host.values("A1:A2")).toEqual([[""], [2]]);
  });

  test("may be late: it is done when the next comes, before it", async () => {
    excel.host.silenceSync(1, "late");
    const first = write("A1", 1);
    expect(await isDone(first)).toBe(false);
    await write("A1", 2);
    expect([await isDone(first), excel.host.values("A1")]).toEqual([true, [[2]]]);
  });

  test("may be held, with all that comes after, until it is let go", async () => {
    excel.host.silenceSync(1, "held");
    const both = Promise.all([write("A1", 1), write("A1", 2)]);
    expect([await isDone(both), excel.host.values("A1")]).toEqual([false, [[""]]]);
    excel.host.answer();
    expect([await isDone(both), excel.host.values("A1")]).toEqual([true, [[2]]]);
  });
});

test("what an action did before another failed stays done", async () => {
  await expect(
    excel.run(async (context, sheet) => {
      sheet.getRange("A1").values = [["kvar"]];
      sheet.getRange("A2").values = [[1, 2]];
      sheet.getRange("A3").values = [["aldrig"]];
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: "InvalidArgument", debugInfo: { errorLocation: "Range.values" } });
  expect(excel.host.values("A1:A3")).toEqual([["kvar"], [""], [""]]);
});

describe("what the host does not know is refused by name", () => {
  test.each<[string, (context: Excel.RequestContext, sheet: Excel.Worksheet) => unknown]>([
    ["Range.flashFill", (_, sheet) => sheet.getRange("A1").flashFill()],
    ["Worksheet.shapes", (_, sheet) => sheet.shapes.load("items/name")],
    ["Range.hyperlink", (_, sheet) => sheet.getRange("A1").load("hyperlink")],
    ["Range.style", (_, sheet) => (sheet.getRange("A1").style = "Good")],
    ["Range.finnsInte", (_, sheet) => sheet.getRange("A1").load("finnsInte")],
    ["Workbook.comments", (context) => context.workbook.comments.load("items/id")],
  ])("%s", async (member, use) => {
    await expect(
      excel.run(async (context, sheet) => {
        use(context, sheet);
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "ApiNotFound", message: `ApiNotFound: ${member}` });
  });
});

describe("an address", () => {
  test.each(["A0", "XFE1", "A1048577", "A1:B2:C3", "hej", "A1:", "Saknas!A1"])("%s is refused", async (address) => {
    await expect(
      excel.run(async (context, sheet) => {
        sheet.getRange(address).load("address");
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/^(InvalidArgument|ItemNotFound)$/) });
  });

  test.each([
    ["b2:a1", "Blad1!A1:B2"],
    ["$A$1", "Blad1!A1"],
    ["C:A", "Blad1!A:C"],
    ["3:3", "Blad1!3:3"],
    ["XFD1048576", "Blad1!XFD1048576"],
    ["Blad1!A1", "Blad1!A1"],
  ])("%s is %s", async (written, address) => {
    const read = await excel.run(async (context, sheet) => {
      const range = sheet.getRange(written).load("address");
      await context.sync();
      return range.address;
    });
    expect(read).toBe(address);
  });
});

describe("a kept range", () => {
  test("follows its cells when rows are put in and taken out", async () => {
    await excel.run(async (context, sheet) => {
      const range = sheet.getRange("B5:C6");
      await context.sync();
      const inserted = sheet.getRange("2:3").insert("Down").load("address");
      range.load("address");
      await context.sync();
      expect([range.address, inserted.address]).toEqual(["Blad1!B7:C8", "Blad1!2:3"]);
      sheet.getRange("8:8").delete("Up");
      range.load("address");
      await context.sync();
      expect(range.address).toBe("Blad1!B7:C7");
    });
  });

  test("is gone when its cells are", async () => {
    await excel.run(async (context, sheet) => {
      const range = sheet.getRange("B5:C6");
      await context.sync();
      sheet.getRange("4:7").delete("Up");
      range.load("values");
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
    });
  });
});

describe("ranges made of ranges", () => {
  test("lie where Excel puts them", async () => {
    const addresses = await excel.run(async (context, sheet) => {
      sheet.getRange("B2:C4").values = [[1, 2], [3, 4], [5, 6]];
      const range = sheet.getRange("B2:C4");
      const made = [
        range.getCell(1, 1),
        range.getCell(5, 5),
        range.getRow(2),
        range.getColumn(0),
        range.getOffsetRange(1, -1),
        range.getResizedRange(-1, 2),
        range.getAbsoluteResizedRange(1, 1),
        range.getEntireRow(),
        range.getEntireColumn(),
        range.getLastCell(),
        range.getLastRow(),
        range.getLastColumn(),
        range.getRowsBelow(2),
        range.getColumnsBefore(1),
        range.getBoundingRect("E6"),
        range.getIntersection("C3:D9"),
        sheet.getRange("C3").getSurroundingRegion(),
        sheet.getUsedRange(),
        sheet.getRange("A1:C3").getUsedRange(true),
        sheet.getRangeByIndexes(0, 1, 2, 3),
        sheet.getCell(9, 26),
        sheet.getRange(),
      ].map((one) => one.load("address"));
      await context.sync();
      return made.map(({ address }) => address.replace("Blad1!", ""));
    });
    expect(addresses).toEqual([
      "C3", "G7", "B4:C4", "B2:B4", "A3:B5", "B2:E3", "B2", "2:4", "B:C", "C4", "B4:C4", "C2:C4", "B5:C6", "A2:A4", "B2:E6", "C3:C4", "B2:C4", "B2:C4", "B2:C3",
      "B1:D2", "AA10", "1:1048576",
    ]);
  });

  test("are null objects, or errors, where there is nothing", async () => {
    await excel.run(async (context, sheet) => {
      const apart = sheet.getRange("A1").getIntersectionOrNullObject("B1");
      const unused = sheet.getUsedRangeOrNullObject(true);
      const used = sheet.getUsedRange().load("address");
      await context.sync();
      expect([apart.isNullObject, unused.isNullObject, used.address]).toEqual([true, true, "Blad1!A1"]);
      sheet.getRange("A1").getIntersection("B1");
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
      sheet.getRange("A1").getOffsetRange(-1, 0);
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
    });
  });
});
