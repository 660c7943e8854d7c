import { loadClient, newWorkbook, type Client } from "../../workbench/host";
import { OpenWorkbook } from "../../workbench/page/openWorkbook";

let workbook: OpenWorkbook;
let client: Client;
let told: number;

beforeEach(() => {
  workbook = new OpenWorkbook(newWorkbook(), "prov.xlsx");
  client = loadClient(workbook.line);
  told = 0;
  workbook.subscribe(() => (told += 1));
});

afterEach(() => client.close());

/** Lets the pane's client do something, and tells how often the page heard of it and how many versions it counted. */
async function after(batch: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<unknown>): Promise<{ told: number; versions: number }> {
  const before = workbook.version;
  await client.Excel.run((context) => batch(context, context.workbook.worksheets.getItem("Blad1"))).catch(() => undefined);
  return { told, versions: workbook.version - before };
}

const write = async (context: Excel.RequestContext, sheet: Excel.Worksheet) => {
  sheet.getRange("A1").values = [[7]];
  await context.sync();
};

describe("The page is told of what the pane does", () => {
  it("not when it reads", async () => {
    const reading = await after(async (context, sheet) => {
      sheet.getRange("A1:C9").load({ values: true, formulas: true });
      sheet.getUsedRangeOrNullObject(true).load({ address: true });
      await context.sync();
    });
    expect(reading).toEqual({ told: 0, versions: 0 });
  });

  it("once when it writes, and then not when it reads", async () => {
    expect(await after(write)).toEqual({ told: 1, versions: 1 });
    await after(async (context, sheet) => {
      sheet.getRange("A1").load({ values: true });
      await context.sync();
    });
    expect(told).toBe(1);
  });

  it("when it formats, names, adds a sheet, shows another", async () => {
    const changes: ((context: Excel.RequestContext, sheet: Excel.Worksheet) => void)[] = [
      (_, sheet) => (sheet.getRange("A1").format.fill.color = "#FFFF00"),
      (context, sheet) => void context.workbook.names.add("Ränta", sheet.getRange("A1")),
      (context) => void context.workbook.worksheets.add("Plan"),
      (context) => context.workbook.worksheets.getItem("Plan").activate(),
    ];
    for (const change of changes) {
      const before = told;
      const { versions } = await after(async (context, sheet) => {
        change(context, sheet);
        await context.sync();
      });
      expect({ told: told - before, versions }).toEqual({ told: 1, versions: 1 });
    }
  });

  it("when it selects, without a new version: no cell has changed", async () => {
    const selecting = await after(async (context, sheet) => {
      sheet.getRange("C3").select();
      await context.sync();
    });
    expect(selecting).toEqual({ told: 1, versions: 0 });
  });

  it("when it fails midway: what was done before stands", async () => {
    const failing = await after(async (context, sheet) => {
      sheet.getRange("A1").values = [[7]];
      context.workbook.worksheets.getItem("Saknas").activate();
      await context.sync();
    });
    expect(workbook.host.values("Blad1!A1")).toEqual([[7]]);
    expect(failing).toEqual({ told: 1, versions: 1 });
  });

  it("not when the workbook refuses, open as read-only", async () => {
    workbook.host.readOnly = true;
    expect(await after(write)).toEqual({ told: 0, versions: 0 });
    expect(workbook.host.values("Blad1!A1")).toEqual([[""]]);
  });
});

it("Excel waits, when the pane asks for it, until the user has left the cell", async () => {
  workbook.edit(true);
  let done = false;
  const waiting = client.Excel.run({ delayForCellEdit: true }, (context) => write(context, context.workbook.worksheets.getItem("Blad1"))).then(() => (done = true));
  await new Promise((passed) => setTimeout(passed, 30));
  expect(done).toBe(false);
  workbook.edit(false);
  await waiting;
  expect(workbook.host.values("Blad1!A1")).toEqual([[7]]);
});
