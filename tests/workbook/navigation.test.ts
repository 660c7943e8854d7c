import { watchChanges } from "../../src/workbook/navigation";
import { Bench, changed } from "./writtenPlans";

describe("watching for changes of the input", () => {
  it("tells of the user's sheets, not of a plan's: neither while it is written nor when somebody writes in it", async () => {
    const bench = new Bench();
    const uninstall = bench.client.install();
    const told: (string | null)[] = [];
    const stop = await watchChanges((sheet) => told.push(sheet));
    const settle = () => new Promise((resolve) => setTimeout(resolve, 50));
    await bench.write();
    await bench.write(changed);
    bench.host.setCell("Återföringsplan!A1", "Min egen rubrik");
    await settle();
    expect(told).toEqual([]);
    bench.host.setCell("Blad1!A1", 5);
    while (told.length === 0) await settle();
    expect(told).toEqual(["Blad1"]);
    await stop();
    bench.host.setCell("Blad1!A2", 5);
    await settle();
    expect(told).toEqual(["Blad1"]);
    uninstall();
    bench.client.close();
  });
});
