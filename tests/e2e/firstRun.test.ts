import { Desk } from "./desk";
import { swedishIn } from "./swedishTexts";
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

describe("From an empty workbook to a written plan, in an English Excel", () => {
  const sheets = ["Repayment plan", "Frame changes", "Fund account", "Checks"];

  /** Everything that the pane shows or tells a screen reader. */
  const said = () =>
    desk.frame().evaluate(() => {
      const labels = [...document.querySelectorAll("[aria-label], [title], [placeholder]")].flatMap((element) => ["aria-label", "title", "placeholder"].map((name) => element.getAttribute(name) ?? ""));
      return [document.title, document.body.innerText, ...labels].join("\n");
    });

  /** The pane's tabs, one after the other: no Swedish in any of them. */
  async function readAllTabs(): Promise<void> {
    for (const tab of ["Input", "Rules", "Plan", "Follow-up", "Export"]) {
      await desk.turnTo(tab);
      await desk.pane.getByRole("tabpanel").waitFor();
      expect([tab, swedishIn(await said())]).toEqual([tab, []]);
    }
  }

  async function writePlan(): Promise<void> {
    await desk.turnTo("Plan");
    await desk.press("Write plan to the workbook");
    await desk.status("The plan is written on 4 sheets.").waitFor();
    expect((await desk.sheets()).slice(-4)).toEqual(sheets);
    expect((await desk.rows("Checks")).find(([label]) => label === "Overall check")?.[1]).toBe("OK");
    for (const sheet of sheets) expect([sheet, swedishIn((await desk.rows(sheet)).flat().join("\n"))]).toEqual([sheet, []]);
    await readAllTabs();
  }

  beforeEach(async () => {
    expect(swedishIn(await said())).toContain("Kom i gång");
    await desk.page.getByLabel("Språk").selectOption("en-US");
    await desk.pane.getByRole("heading", { name: "Get started" }).waitFor();
    await readAllTabs();
    await desk.turnTo("Input");
  });

  it("begins with the template, filled in on the sheets", async () => {
    await desk.press("Begin with a template");
    await desk.status("Input created: Projects, Costs").waitFor();
    await desk.show("Projects");
    await desk.enter({ B6: "Youth guide" });
    await desk.show("Costs");
    await desk.enter({ A6: "Youth guide", B6: "Social services", C6: "1 000 000" });
    await desk.show("Savings");
    await desk.enter({ A6: "Youth guide", B6: "Social services", D6: "600 000", E6: "600 000" });
    await desk.pane.getByText("No errors and no warnings.").waitFor();
    await desk.pane.getByText("1,200,000 kr", { exact: true }).waitFor();
    for (const sheet of ["Projects", "Costs", "Savings"]) expect([sheet, swedishIn((await desk.rows(sheet)).flat().join("\n"))]).toEqual([sheet, []]);
    await writePlan();
  });

  it("opens the example, which is ready to be written", async () => {
    await desk.press("Open the example");
    await desk.status("The example is open.").waitFor();
    await desk.pane.getByText("33,560,000 kr", { exact: true }).waitFor();
    await writePlan();
  });
});
