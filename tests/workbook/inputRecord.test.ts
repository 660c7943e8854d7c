import { whatChanged } from "../../src/report";
import { readInputRecord, readWritten } from "../../src/workbook/writing";
import { Bench, changed, showcase } from "./writtenPlans";

describe("what a written plan remembers of its input", () => {
  it("stands in a hidden column of Kontroll and is read in one sync", async () => {
    const bench = new Bench();
    await bench.write();
    const control = (await bench.run(readWritten)).plan.find(({ kind }) => kind === "control");
    const before = bench.host.counts.syncs;
    const record = await bench.run((context) => readInputRecord(context, control!.name));
    expect(bench.host.counts.syncs - before).toBe(1);
    expect(whatChanged(record, showcase, "sv")).toEqual([]);
    expect(whatChanged(record, changed, "sv")).toHaveLength(2);
    const sheet = bench.host.workbook.sheets.find(({ name }) => name === control!.name);
    expect([...(sheet?.hiddenColumns ?? [])]).toEqual([7]);
    bench.client.close();
  });

  it("does not make the sheet look written in: writing again keeps no old sheet", async () => {
    const bench = new Bench();
    await bench.write();
    const second = await bench.write(changed);
    expect(second).toMatchObject({ ok: true, kept: [], syncs: 4 });
    const record = await bench.run((context) => readInputRecord(context, "Kontroll"));
    expect(whatChanged(record, changed, "sv")).toEqual([]);
    bench.client.close();
  });

  it("is nothing when a user has cleared it", async () => {
    const bench = new Bench();
    await bench.write();
    await bench.run(async (context) => {
      context.workbook.worksheets.getItem("Kontroll").getRange("H:H").clear();
      await context.sync();
    });
    expect(await bench.run((context) => readInputRecord(context, "Kontroll"))).toBeUndefined();
    bench.client.close();
  });
});
