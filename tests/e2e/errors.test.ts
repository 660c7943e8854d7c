import type { Locator } from "playwright-core";
import { Desk } from "./desk";
import { useBrowser } from "./workbench";

const browser = useBrowser();
let desk: Desk;

afterEach(async () => {
  expect(await desk.close()).toEqual([]);
});

beforeEach(async () => {
  desk = await Desk.open(browser());
  await desk.page.getByText("Prova svårigheter").click();
});

/** What the pane says when Excel has refused. */
const alert = (sentence: string | RegExp): Locator => desk.pane.getByRole("alert").filter({ hasText: sentence });
const difficulty = (name: string): Locator => desk.page.getByLabel(name);

describe("What Excel refuses becomes a sentence, and the workbook is as it was", () => {
  it("a cell is being edited", async () => {
    await difficulty("Cell redigeras").check();
    await desk.press("Läs in igen");
    await alert("En cell redigeras i Excel. Tryck Enter eller Esc i cellen och försök igen.").waitFor();
    await difficulty("Cell redigeras").uncheck();
    await desk.press("Läs in igen");
    await desk.status("Underlaget är inläst").waitFor();
    await alert(/./).waitFor({ state: "detached" });
  });

  it("the sheet is protected", async () => {
    await desk.show("Inställningar");
    await difficulty("Bladet är skyddat").check();
    await desk.turnTo("Regler");
    const before = await desk.rows("Inställningar");
    await desk.pane.getByLabel("Återföringstid, år").fill("2");
    await desk.press("Spara i arbetsboken");
    await alert("Bladet är skyddat. Ta bort skyddet under Granska").waitFor();
    expect(await desk.rows("Inställningar")).toEqual(before);
    await difficulty("Bladet är skyddat").uncheck();
    await desk.press("Spara i arbetsboken");
    await desk.status("Reglerna är sparade").waitFor();
  });

  it("a call fails while the plan is written", async () => {
    const before = await desk.sheets();
    await desk.turnTo("Plan");
    await desk.page.getByText("Nästa anrop misslyckas").click();
    await desk.press("Skriv plan till arbetsboken");
    await alert("Excel svarade med ett fel (GeneralException").waitFor();
    expect(await desk.sheets()).toEqual(before);
    await desk.writePlan();
    expect(await desk.control()).toBe("OK");
  });

  it.each([
    ["RequestPayloadSizeLimitExceeded", "Det är mer än vad Excel kan skicka på en gång."],
    ["ConnectionFailure", "Kontakten med Excel bröts."],
  ])("%s", async (code, sentence) => {
    await desk.page.evaluate((failure) => window.workbench.host.failSync(1, failure), code);
    await desk.press("Läs in igen");
    await alert(sentence).waitFor();
    await desk.press("Stäng meddelandet");
    await alert(/./).waitFor({ state: "detached" });
    expect(await desk.frame().evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
  });

  it("a slow Excel shows what goes on, and a writing that is cancelled leaves the workbook as it was", async () => {
    const before = await desk.sheets();
    await desk.turnTo("Plan");
    await difficulty("Långsam Excel").check();
    await desk.press("Skriv plan till arbetsboken");
    await desk.pane.getByRole("progressbar").first().waitFor();
    await desk.press("Avbryt");
    await desk.status("Planen skrevs inte. Arbetsboken är som den var.").waitFor();
    expect(await desk.sheets()).toEqual(before);
  });

  it("says it in English too", async () => {
    await desk.page.getByText("Prova svårigheter").click(); // The list lies over the button.
    await desk.press("In English");
    await desk.page.getByText("Prova svårigheter").click();
    await difficulty("Cell redigeras").check();
    await desk.press("Read again");
    await alert("A cell is being edited in Excel.").waitFor();
  });
});
