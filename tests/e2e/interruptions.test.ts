import { Desk } from "./desk";
import { useBrowser } from "./workbench";

const browser = useBrowser();
let desk: Desk;

afterEach(async () => {
  expect(await desk.close()).toEqual([]);
});

/** Excel takes its time, so that there is a midway. */
const slow = (on: boolean) => desk.page.evaluate((milliseconds) => window.workbench.host.slow(milliseconds), on ? 1500 : 0);

it("a pane that is closed while it writes leaves a workbook in which the next writing stands alone and whole", async () => {
  desk = await Desk.open(browser());
  const before = await desk.sheets();
  await desk.turnTo("Plan");
  for (const moment of [2500, 5500]) {
    await slow(true);
    await desk.pane.getByRole("button", { name: /^Skriv plan/ }).click();
    await desk.page.waitForTimeout(moment);
    await desk.frame().evaluate(() => location.reload());
    await slow(false);
    await desk.pane.getByText("Senast inläst").waitFor();
    await desk.writePlan();
    expect(await desk.sheets()).toEqual([...before, "Återföringsplan", "Ramförändringar", "Fondkonto", "Kontroll"]);
    expect(await desk.control()).toBe("OK");
  }
});

it("another tab that is opened while the plan is written does not stop it", async () => {
  desk = await Desk.open(browser());
  await desk.turnTo("Plan");
  await slow(true);
  await desk.pane.getByRole("button", { name: /^Skriv plan/ }).click();
  await desk.turnTo("Regler");
  await desk.status("Planen är skriven på 4 blad.").waitFor();
  await slow(false);
  expect(await desk.control()).toBe("OK");
});
