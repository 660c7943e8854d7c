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
});

/** What the pane says when Excel has refused. */
const alert = (sentence: string | RegExp): Locator => desk.pane.getByRole("alert").filter({ hasText: sentence });

/** Turns a switch of the menu of difficulties; the menu is closed again, since it lies over the pane. */
async function turn(name: string, on: boolean): Promise<void> {
  const menu = desk.page.getByText("Prova svårigheter");
  await menu.click();
  await desk.page.getByLabel(name).setChecked(on);
  await menu.click();
}

describe("What Excel refuses becomes a sentence, and the workbook is as it was", () => {
  it("a cell is being edited", async () => {
    await turn("Cell redigeras", true);
    await desk.press("Läs in igen");
    await alert("En cell redigeras i Excel. Tryck Enter eller Esc i cellen och försök igen.").waitFor();
    await turn("Cell redigeras", false);
    await desk.press("Läs in igen");
    await desk.status("Underlaget är inläst").waitFor();
    await alert(/./).waitFor({ state: "detached" });
  });

  it("the sheet is protected", async () => {
    await desk.show("Inställningar");
    await turn("Bladet är skyddat", true);
    await desk.turnTo("Regler");
    const before = await desk.rows("Inställningar");
    await desk.pane.getByLabel("Återföringstid, år").fill("2");
    await desk.press("Spara i arbetsboken");
    await alert("Bladet är skyddat. Ta bort skyddet under Granska").waitFor();
    expect(await desk.rows("Inställningar")).toEqual(before);
    await turn("Bladet är skyddat", false);
    await desk.press("Spara i arbetsboken");
    await desk.status("Reglerna är sparade").waitFor();
  });

  it.each([
    ["the workbook's structure is protected", "Arbetsbokens struktur är skyddad", "Ta bort skyddet under Granska › Skydda arbetsbok och försök igen."],
    ["the workbook is read-only", "Skrivskyddad arbetsbok", "Välj Redigera arbetsbok eller Aktivera redigering, eller spara en kopia, och försök igen."],
  ])("%s", async (_, name, sentence) => {
    const before = await desk.sheets();
    await desk.turnTo("Plan");
    await turn(name, true);
    await desk.press("Skriv plan till arbetsboken");
    await alert("Planen skrevs inte, och arbetsboken är som förut.").filter({ hasText: sentence }).waitFor();
    expect(await desk.sheets()).toEqual(before);
    await turn(name, false);
    await desk.writePlan();
    await alert(/./).waitFor({ state: "detached" });
    expect(await desk.control()).toBe("OK");
  });

  it("a read-only workbook takes neither a rule nor a template", async () => {
    const before = await desk.rows("Inställningar");
    await desk.turnTo("Regler");
    await turn("Skrivskyddad arbetsbok", true);
    await desk.pane.getByLabel("Återföringstid, år").fill("2");
    await desk.press("Spara i arbetsboken");
    await alert("Arbetsboken är öppnad som skrivskyddad").waitFor();
    expect(await desk.rows("Inställningar")).toEqual(before);
    await turn("Skrivskyddad arbetsbok", false);
    await desk.press("Spara i arbetsboken");
    await desk.status("Reglerna är sparade").waitFor();

    await desk.page.getByLabel("Exempel").selectOption("");
    await desk.pane.getByRole("heading", { name: "Kom i gång" }).waitFor();
    await turn("Skrivskyddad arbetsbok", true);
    await desk.press("Börja med en mall");
    await alert("Arbetsboken är öppnad som skrivskyddad").waitFor();
    expect(await desk.sheets()).toEqual(["Blad1"]);
    await turn("Skrivskyddad arbetsbok", false);
    await desk.press("Börja med en mall");
    await desk.status("Underlag skapat: Projekt, Kostnader och Besparingar.").waitFor();
  });

  it("a call fails while the plan is written", async () => {
    const before = await desk.sheets();
    await desk.turnTo("Plan");
    await desk.page.getByText("Prova svårigheter").click();
    await desk.page.getByText("Nästa anrop misslyckas").click();
    await desk.page.getByText("Prova svårigheter").click();
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
    await turn("Långsam Excel", true);
    await desk.press("Skriv plan till arbetsboken");
    await desk.pane.getByRole("progressbar").first().waitFor();
    await desk.press("Avbryt");
    await desk.status("Planen skrevs inte. Arbetsboken är som den var.").waitFor();
    expect(await desk.sheets()).toEqual(before);
  });

  it("says it in English too", async () => {
    await desk.press("In English");
    await turn("Cell redigeras", true);
    await desk.press("Read again");
    await alert("A cell is being edited in Excel.").waitFor();
    await turn("Cell redigeras", false);
    await desk.turnTo("Plan");
    await turn("Skrivskyddad arbetsbok", true);
    await desk.press("Write plan to the workbook");
    await alert("The plan was not written, and the workbook is as before. The workbook is open as read-only").waitFor();
    await turn("Skrivskyddad arbetsbok", false);
    await turn("Arbetsbokens struktur är skyddad", true);
    await desk.press("Write plan to the workbook");
    await alert("Remove the protection under Review › Protect Workbook and try again.").waitFor();
  });
});
