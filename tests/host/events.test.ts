import { open, settle, type Opened } from "./open";

let excel: Opened;

beforeEach(() => {
  excel = open();
});
afterEach(() => excel.client.close());

/** Listens on the first sheet, and gives what has been heard. */
async function listen(): Promise<{ heard: Excel.WorksheetChangedEventArgs[]; end: () => Promise<void> }> {
  const heard: Excel.WorksheetChangedEventArgs[] = [];
  const registration = await excel.run(async (context, sheet) => {
    const added = sheet.onChanged.add(async (event) => void heard.push(event));
    await context.sync();
    return added;
  });
  const end = async () => {
    registration.remove();
    await registration.context.sync();
  };
  return { heard, end };
}

test("a user's edit is told with address and value", async () => {
  excel.host.setCell("B2", 1);
  const { heard } = await listen();
  excel.host.setCell("B2", "12");
  await settle();
  expect(heard).toHaveLength(1);
  expect(heard[0]).toMatchObject({ address: "B2", changeType: "RangeEdited", source: "Local", details: { valueBefore: 1, valueAfter: 12 } });
});

test("a write by the add-in itself is told too", async () => {
  const { heard } = await listen();
  await excel.run(async (context, sheet) => {
    sheet.getRange("A1:B2").values = [[1, 2], [3, 4]];
    await context.sync();
  });
  await settle();
  expect(heard.map(({ address, type }) => [address, type])).toEqual([["A1:B2", "WorksheetChanged"]]);
});

test("the event's range can be read", async () => {
  const { heard } = await listen();
  excel.host.setCell("C3", "nytt");
  await settle();
  const values = await excel.client.Excel.run(async (context) => {
    const range = heard[0]?.getRange(context).load("values,address");
    await context.sync();
    return [range?.address, range?.values];
  });
  expect(values).toEqual(["Blad1!C3", [["nytt"]]]);
});

test("other sheets are silent, but the workbook's listener hears all", async () => {
  const { heard } = await listen();
  const all: string[] = [];
  await excel.client.Excel.run(async (context) => {
    context.workbook.worksheets.add("Två");
    context.workbook.worksheets.onChanged.add(async ({ address }) => void all.push(address));
    await context.sync();
  });
  excel.host.setCell("Två!A1", 1);
  excel.host.setCell("Blad1!A2", 1);
  await settle();
  expect(heard.map(({ address }) => address)).toEqual(["A2"]);
  expect(all).toEqual(["A1", "A2"]);
});

test("a listener that has been removed hears nothing more", async () => {
  const { heard, end } = await listen();
  await end();
  excel.host.setCell("A1", 1);
  await settle();
  expect(heard).toEqual([]);
});

test("added and deleted sheets, and the selection, are told", async () => {
  const heard: string[] = [];
  await excel.run(async (context, sheet) => {
    const { worksheets } = context.workbook;
    worksheets.onAdded.add(async ({ type }) => void heard.push(type));
    worksheets.onDeleted.add(async ({ type }) => void heard.push(type));
    sheet.onSelectionChanged.add(async ({ type, address }) => void heard.push(`${type} ${address}`));
    await context.sync();
    worksheets.add("Två");
    await context.sync();
    worksheets.getItem("Två").delete();
    await context.sync();
  });
  excel.host.select("Blad1!B2:C3");
  await settle();
  expect(heard).toEqual(["WorksheetAdded", "WorksheetDeleted", "WorksheetSelectionChanged B2:C3"]);
});

test("the selected range and the active cell are what the user has selected", async () => {
  excel.host.select("Blad1!B2:C3");
  const addresses = await excel.client.Excel.run(async (context) => {
    const selected = context.workbook.getSelectedRange().load("address");
    const active = context.workbook.getActiveCell().load("address");
    await context.sync();
    return [selected.address, active.address];
  });
  expect(addresses).toEqual(["Blad1!B2:C3", "Blad1!B2"]);
});

test("the add-in can select a range, and the workbook's own listener hears of it", async () => {
  let times = 0;
  await excel.run(async (context, sheet) => {
    context.workbook.onSelectionChanged.add(async () => void times++);
    sheet.onSelectionChanged.add(async () => undefined);
    await context.sync();
    sheet.getRange("D4").select();
    await context.sync();
  });
  await settle();
  expect(times).toBe(1);
  expect(excel.host.selection).toBe("Blad1!D4");
});
