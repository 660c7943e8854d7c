import { Desk } from "./desk";
import { useBrowser } from "./workbench";

const browser = useBrowser();
let desk: Desk;

afterEach(async () => {
  expect(await desk.close()).toEqual([]);
});

beforeEach(async () => {
  desk = await Desk.open(browser(), "");
});

const plan = ["Återföringsplan", "Ramförändringar", "Fondkonto", "Kontroll"];

/** The row of a total on the plan's first sheet: its amounts, zeros left out. */
async function totals(): Promise<number[]> {
  const row = (await desk.rows("Återföringsplan")).find(([label]) => label === "Totalt") ?? [];
  return row.filter((value): value is number => typeof value === "number" && value !== 0);
}

describe("From an empty workbook to a written plan", () => {
  it("begins with the template, filled in on the sheets", async () => {
    await desk.press("Börja med en mall");
    await desk.status("Underlag skapat: Projekt, Kostnader och Besparingar.").waitFor();
    await desk.show("Projekt");
    await desk.enter({ B6: "Ungdomslots" });
    await desk.show("Kostnader");
    await desk.enter({ A6: "Ungdomslots", B6: "Socialnämnden", C6: "1 000 000" });
    await desk.show("Besparingar");
    await desk.enter({ A6: "Ungdomslots", B6: "Socialnämnden", D6: "300 000", E6: "300 000", F6: "300 000", G6: "300 000" });
    await desk.pane.getByText("Inga fel och inga varningar.").waitFor();
    await desk.pane.getByText(/^1\s200\s000\skr$/).waitFor();

    await desk.writePlan();
    expect((await desk.sheets()).slice(-4)).toEqual(plan);
    expect(await desk.control()).toBe("OK");
    expect(await totals()).toEqual([300_000, 300_000, 300_000, 100_000, 1_000_000]);
  });

  it("opens the example, which is ready to be written", async () => {
    await desk.press("Öppna exemplet");
    await desk.status("Exemplet är öppnat.").waitFor();
    await desk.pane.getByText(/^33\s560\s000\skr$/).waitFor();

    await desk.writePlan();
    expect((await desk.sheets()).slice(-4)).toEqual(plan);
    expect(await desk.control()).toBe("OK");
    expect((await totals()).at(-1)).toBe(32_600_000);
  });
});
