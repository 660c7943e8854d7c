import { open } from "./open";

const manifest = (sets: string) => `<?xml version="1.0"?>
<OfficeApp><Requirements><Sets DefaultMinVersion="1.1">${sets}</Sets></Requirements></OfficeApp>`;

describe("the host claims what the manifest asks for", () => {
  test("and no more: a newer member fails with the set that it belongs to", async () => {
    const { client, run } = open({ manifest: manifest('<Set Name="ExcelApi" MinVersion="1.7"/>') });
    await expect(
      run(async (context, sheet) => {
        sheet.customProperties.add("a", "b");
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "ApiNotFound", message: expect.stringContaining("ExcelApi 1.12") });
    client.close();
  });

  test("by numbers, not by text: 1.9 is lower than 1.12", () => {
    const { client } = open({ manifest: manifest('<Set Name="ExcelApi" MinVersion="1.9"/>') });
    const { requirements } = client.Office.context;
    expect([requirements.isSetSupported("ExcelApi", "1.12"), requirements.isSetSupported("ExcelApi", "1.9"), requirements.isSetSupported("ExcelApi")]).toEqual([false, true, true]);
    client.close();
  });

  test("with the default version where none is given, whatever the attributes' order, and not what is commented out", () => {
    const { client } = open({ manifest: manifest('<Set Name="SharedRuntime"/><Set MinVersion="1.12" Name="ExcelApi"/><!-- <Set Name="DialogApi" MinVersion="1.2"/> -->') });
    const { requirements } = client.Office.context;
    expect([
      requirements.isSetSupported("SharedRuntime", "1.1"),
      requirements.isSetSupported("SharedRuntime", "1.2"),
      requirements.isSetSupported("ExcelApi", "1.12"),
      requirements.isSetSupported("DialogApi", "1.2"),
    ]).toEqual([true, false, true, false]);
    client.close();
  });
});

describe("Office", () => {
  test("is ready, in Swedish unless told otherwise", async () => {
    const swedish = open();
    let bodyBackgroundColor = "#000000";
    const english = open({ displayLanguage: "en-US", theme: () => ({ bodyBackgroundColor }) });
    expect(await swedish.client.Office.onReady()).toMatchObject({ host: "Excel", platform: "OfficeOnline" });
    expect(swedish.client.Office.context.displayLanguage).toBe("sv-SE");
    const { context } = english.client.Office;
    expect([context.displayLanguage, context.officeTheme.bodyBackgroundColor]).toEqual(["en-US", "#000000"]);
    bodyBackgroundColor = "#FFFFFF";
    expect(context.officeTheme.bodyBackgroundColor).toBe("#FFFFFF");
    swedish.client.close();
    english.client.close();
  });

  test("is global after install, and gone after", () => {
    const { client } = open();
    const uninstall = client.install();
    expect(globalThis.Excel).toBe(client.Excel);
    uninstall();
    expect(globalThis.Excel).toBeUndefined();
    client.close();
  });

  test("an error is an Error of the caller's own", async () => {
    const { client, run } = open();
    const failed = run(async (context) => {
      context.workbook.worksheets.getItem("Saknas").load("name");
      await context.sync();
    });
    await expect(failed).rejects.toBeInstanceOf(Error);
    await expect(failed).rejects.toBeInstanceOf(client.OfficeExtension.Error);
    client.close();
  });

  test("two hosts at a time keep apart", async () => {
    const [first, second] = [open(), open()];
    await first.run(async (context, sheet) => {
      sheet.getRange("A1").values = [["första"]];
      await context.sync();
    });
    expect([first.host.values("A1"), second.host.values("A1")]).toEqual([[["första"]], [[""]]]);
    first.client.close();
    second.client.close();
  });
});
