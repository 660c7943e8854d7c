import { watchChanges } from "../../src/workbook/navigation";
import { Bench, changed, sheetNames } from "./writtenPlans";

let bench: Bench;
let uninstall: () => void;
let stop: () => Promise<void>;
let told: (string | null)[];

/** Until events and what they ask of Excel are done. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 100));
const inExcel = (change: (sheets: Excel.WorksheetCollection) => void) =>
  bench.run(async (context) => {
    change(context.workbook.worksheets);
    await context.sync();
  });

async function watch(): Promise<void> {
  told = [];
  stop = await watchChanges(bench.run, (sheet) => told.push(sheet));
}

beforeEach(() => {
  bench = new Bench();
  uninstall = bench.client.install();
});

afterEach(async () => {
  await stop();
  uninstall();
  bench.client.close();
});

describe("watching for changes of the input", () => {
  it("tells of the user's sheets, not of a plan's: neither while it is written nor when somebody writes in it", async () => {
    await watch();
    await bench.write();
    await bench.write(changed);
    bench.host.setCell("Återföringsplan!A1", "Min egen rubrik");
    await settle();
    expect(told).toEqual([]);
    bench.host.setCell("Blad1!A1", 5);
    await settle();
    expect(told).toEqual(["Blad1"]);
    await stop();
    bench.host.setCell("Blad1!A2", 5);
    bench.host.deleteSheet("Kontroll");
    await settle();
    expect(told).toEqual(["Blad1"]);
  });

  it("tells when a sheet is added, by its name, and when one is deleted, which Excel gives no name of", async () => {
    await watch();
    await inExcel((sheets) => sheets.add("Besparingar"));
    await settle();
    expect(told).toEqual(["Besparingar"]);
    bench.host.deleteSheet("Besparingar");
    await settle();
    expect(told).toEqual(["Besparingar", null]);
  });

  it("tells of no sheet of a plan that is replaced or undone, whether it stood there before or not", async () => {
    await bench.write();
    await watch();
    await bench.write(changed);
    bench.host.failSync(3, "GeneralException");
    expect(await bench.write()).toMatchObject({ ok: false, left: [] });
    bench.host.deleteSheet("Kontroll");
    await settle();
    expect(told).toEqual([]);
  });

  describe("in a slow Excel", () => {
    let added: number;
    beforeEach(async () => {
      added = 0;
      await watch();
      await inExcel((sheets) => sheets.onAdded.add(async () => void (added += 1)));
      bench.host.slow(20);
    });
    const settled = async () => {
      bench.host.slow(0);
      await settle();
      await settle();
    };

    it("is not misled by a sheet that is gone before anybody has looked at it", async () => {
      await inExcel((sheets) => sheets.add("Kort tid"));
      bench.host.deleteSheet("Kort tid");
      await settled();
      expect([added, told]).toEqual([1, []]);
    });

    it("tells of no sheet of a plan that is undone while its sheets are looked at", async () => {
      bench.host.failSync(3, "GeneralException");
      expect(await bench.write()).toMatchObject({ ok: false, left: [] });
      await settled();
      expect([added, bench.names, told]).toEqual([sheetNames.length, ["Blad1"], []]);
    });
  });
});
