import type { Client, Host } from "../../workbench/host";
import { open } from "./open";

let host: Host;
let client: Client;

beforeEach(() => {
  ({ host, client } = open());
});

afterEach(() => client.close());

/** Writes to a range of the first sheet and reads the properties back in the next sync. */
async function roundTrip<P extends keyof Excel.Range>(address: string, written: unknown[][], ...properties: P[]): Promise<Pick<Excel.Range, P>> {
  return client.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Blad1").getRange(address);
    range.values = written as (string | number | boolean)[][];
    await context.sync();
    range.load(properties as string[]);
    await context.sync();
    return Object.fromEntries(properties.map((property) => [property, range[property]])) as Pick<Excel.Range, P>;
  });
}

describe("writing values", () => {
  test("numbers, texts, booleans and blanks come back as they were written", async () => {
    const { values, valueTypes, address } = await roundTrip("B2:C3", [[1.5, "text"], [true, ""]], "values", "valueTypes", "address");
    expect(values).toEqual([[1.5, "text"], [true, ""]]);
    expect(valueTypes).toEqual([["Double", "String"], ["Boolean", "Empty"]]);
    expect(address).toBe("Blad1!B2:C3");
  });

  test("texts are read as if typed: numbers, booleans, dates, percent and formulas", async () => {
    const { values, formulas } = await roundTrip("A1:F1", [["12.5", "TRUE", "2026-01-01", "5%", "=1+1", "12 kr"]], "values", "formulas");
    expect(values).toEqual([[12.5, true, 46023, 0.05, 2, "12 kr"]]);
    expect(formulas).toEqual([[12.5, true, 46023, 0.05, "=1+1", "12 kr"]]);
  });

  test("a leading apostrophe makes text, and does not show", async () => {
    const { values } = await roundTrip("A1:B1", [["'=1+1", "'2026"]], "values");
    expect(values).toEqual([["=1+1", "2026"]]);
  });

  test.each(["+SUM(1)", "-kostnad", "@namn"])("a text that begins like a formula becomes one: %s", async (text) => {
    const { formulas } = await roundTrip("A1", [[text]], "formulas");
    expect(formulas[0]?.[0]).toBe(`=${text}`);
  });

  test("null leaves a cell as it is", async () => {
    await roundTrip("A1:B1", [[1, 2]], "values");
    const { values } = await roundTrip("A1:B1", [[null, 3]], "values");
    expect(values).toEqual([[1, 3]]);
  });

  test("in a text cell everything stays text", async () => {
    const values = await client.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Blad1").getRange("A1:B1");
      range.numberFormat = [["@", "@"]];
      range.values = [["012", "=1+1"]];
      range.load("values");
      await context.sync();
      return range.values;
    });
    expect(values).toEqual([["012", "=1+1"]]);
  });

  test("one value fills the range", async () => {
    await client.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Blad1").getRange("A1:B2");
      range.values = 7 as unknown as number[][];
      await context.sync();
    });
    expect(host.values("A1:B2")).toEqual([[7, 7], [7, 7]]);
  });

  test("values that do not have the range's shape are refused", async () => {
    await expect(roundTrip("A1:B2", [[1, 2]], "values")).rejects.toMatchObject({ code: "InvalidArgument" });
    expect(host.values("A1")).toEqual([[""]]);
  });

  test("a large write arrives whole, in one sync", async () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => [row, `rad ${row}`, row / 7, true, ""]);
    await client.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Blad1").getRangeByIndexes(0, 0, rows.length, 5);
      range.values = rows;
      await context.sync();
    });
    expect(host.counts.syncs).toBe(1);
    expect(host.values("A20000:E20000")).toEqual([[19_999, "rad 19999", 19_999 / 7, true, ""]]);
  });
});

describe("reading", () => {
  test("a property that was not loaded can't be read", async () => {
    await client.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Blad1").getRange("A1");
      range.load("address");
      await context.sync();
      expect(() => range.values).toThrow(expect.objectContaining({ code: "PropertyNotLoaded" }));
    });
  });

  test("a range can't be used after its batch", async () => {
    const range = await client.Excel.run(async (context) => {
      const used = context.workbook.worksheets.getItem("Blad1").getRange("A1");
      used.load("address");
      await context.sync();
      return used;
    });
    expect(() => range.getCell(0, 0)).toThrow(expect.objectContaining({ code: "InvalidObjectPath" }));
  });

  test("a range lives across the syncs of its batch, and lets go afterwards", async () => {
    await client.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Blad1").getUsedRange();
      await context.sync();
      range.values = [["kvar"]];
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(host.values("A1")).toEqual([["kvar"]]);
    expect(host.counts).toMatchObject({ syncs: 2, housekeeping: 1 });
  });

  test("whole columns give null for their cells", async () => {
    const values = await client.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Blad1").getRange("A:B").load("values,address,columnCount");
      await context.sync();
      return [range.values, range.address, range.columnCount];
    });
    expect(values).toEqual([null, "Blad1!A:B", 2]);
  });

  test("texts are shown as a Swedish Excel shows them", async () => {
    const text = await client.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Blad1").getRange("A1:H1");
      range.values = [[1234567.891, 1234567.5, -0.5, 0.125, 46023, "å", true, 0]];
      range.numberFormat = [["#,##0", "#,##0.00", "0%", "0.0%", "yyyy-mm-dd", "General", "General", "#,##0;-#,##0;\"–\""]];
      range.load("text");
      await context.sync();
      return range.text;
    });
    expect(text).toEqual([["1\u00a0234\u00a0568", "1\u00a0234\u00a0567,50", "-50%", "12,5%", "2026-01-01", "å", "SANT", "–"]]);
  });
});
