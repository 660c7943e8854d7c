import { Desk } from "./desk";
import { alert, failNext, turn } from "./difficulties";
import { useBrowser } from "./workbench";

const browser = useBrowser();
let desk: Desk;

afterEach(async () => {
  expect(await desk.close()).toEqual([]);
});

beforeEach(async () => {
  desk = await Desk.open(browser());
});

/** Changes a rule, which Excel refuses while a difficulty stands, and takes when it is gone. */
async function saveRefusedRule(difficulty: string, sentence: string): Promise<void> {
  const before = await desk.rows("Inställningar");
  await desk.turnTo("Regler");
  await turn(desk, difficulty, true);
  await desk.pane.getByLabel("Återföringstid, år").fill("2");
  await desk.press("Spara i arbetsboken");
  await alert(desk, sentence).waitFor();
  expect(await desk.rows("Inställningar")).toEqual(before);
  await turn(desk, difficulty, false);
  await desk.press("Spara i arbetsboken");
  await desk.status("Reglerna är sparade").waitFor();
}

describe("What Excel refuses becomes a sentence, and the workbook is as it was", () => {
  it("a cell is being edited", async () => {
    await turn(desk, "Cell redigeras", true);
    await desk.press("Läs in igen");
    await alert(desk, "En cell redigeras i Excel. Tryck Enter eller Esc i cellen och försök igen.").waitFor();
    await turn(desk, "Cell redigeras", false);
    await desk.press("Läs in igen");
    await desk.status("Underlaget är inläst").waitFor();
    await alert(desk, /./).waitFor({ state: "detached" });
  });

  it("the sheet is protected", async () => {
    await desk.show("Inställningar");
    await saveRefusedRule("Bladet är skyddat", "Bladet är skyddat. Ta bort skyddet under Granska");
  });

  it.each([
    ["the workbook's structure is protected", "Arbetsbokens struktur är skyddad", "Ta bort skyddet under Granska › Skydda arbetsbok och försök igen."],
    ["the workbook is read-only", "Skrivskyddad arbetsbok", "Välj Redigera arbetsbok eller Aktivera redigering, eller spara en kopia, och försök igen."],
  ])("%s", async (_, name, sentence) => {
    const before = await desk.sheets();
    await desk.turnTo("Plan");
    await turn(desk, name, true);
    await desk.press("Skriv plan till arbetsboken");
    await alert(desk, "Planen skrevs inte, och arbetsboken är som förut.").filter({ hasText: sentence }).waitFor();
    expect(await desk.sheets()).toEqual(before);
    await turn(desk, name, false);
    await desk.writePlan();
    await alert(desk, /./).waitFor({ state: "detached" });
    expect(await desk.control()).toBe("OK");
  });

  it("a read-only workbook takes neither a rule nor a template", async () => {
    await saveRefusedRule("Skrivskyddad arbetsbok", "Arbetsboken är öppnad som skrivskyddad");

    await desk.page.getByLabel("Exempel").selectOption("");
    await desk.pane.getByRole("heading", { name: "Kom i gång" }).waitFor();
    await turn(desk, "Skrivskyddad arbetsbok", true);
    await desk.press("Börja med en mall");
    await alert(desk, "Arbetsboken är öppnad som skrivskyddad").waitFor();
    expect(await desk.sheets()).toEqual(["Blad1"]);
    await turn(desk, "Skrivskyddad arbetsbok", false);
    await desk.press("Börja med en mall");
    await desk.status("Underlag skapat: Projekt, Kostnader och Besparingar.").waitFor();
  });

  it("a call fails while the plan is written", async () => {
    const before = await desk.sheets();
    await desk.turnTo("Plan");
    await failNext(desk);
    await desk.press("Skriv plan till arbetsboken");
    await alert(desk, "Excel svarade med ett fel (GeneralException").waitFor();
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
    await alert(desk, sentence).waitFor();
    await desk.press("Stäng meddelandet");
    await alert(desk, /./).waitFor({ state: "detached" });
    expect(await desk.frame().evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
  });

  it("a slow Excel shows what goes on, and a writing that is cancelled leaves the workbook as it was", async () => {
    const before = await desk.sheets();
    await desk.turnTo("Plan");
    await turn(desk, "Långsam Excel", true);
    await desk.press("Skriv plan till arbetsboken");
    await desk.pane.getByRole("progressbar").first().waitFor();
    await desk.press("Avbryt");
    await desk.status("Planen skrevs inte. Arbetsboken är som den var.").waitFor();
    expect(await desk.sheets()).toEqual(before);
  });

  it("an Excel that does not answer is waited for, which the pane says, and the work goes on when it does", async () => {
    await desk.page.clock.install();
    await desk.page.evaluate(() => window.workbench.host.silenceSync(1, "held"));
    await desk.press("Läs in igen");
    await desk.status("Läser underlaget").waitFor();
    await desk.page.clock.fastForward(15_000);
    await desk.pane.getByText("Excel har inte svarat på en stund.").waitFor();
    await desk.page.evaluate(() => window.workbench.host.answer());
    await desk.status("Underlaget är inläst").waitFor();
    await desk.pane.getByText("Excel har inte svarat på en stund.").waitFor({ state: "detached" });
  });

  it("says it in English too", async () => {
    await desk.press("In English");
    await turn(desk, "Cell redigeras", true);
    await desk.press("Read again");
    await alert(desk, "A cell is being edited in Excel.").waitFor();
    await turn(desk, "Cell redigeras", false);
    await desk.turnTo("Plan");
    await turn(desk, "Skrivskyddad arbetsbok", true);
    await desk.press("Write plan to the workbook");
    await alert(desk, "The plan was not written, and the workbook is as before. The workbook is open as read-only").waitFor();
    await turn(desk, "Skrivskyddad arbetsbok", false);
    await turn(desk, "Arbetsbokens struktur är skyddad", true);
    await desk.press("Write plan to the workbook");
    await alert(desk, "Remove the protection under Review › Protect Workbook and try again.").waitFor();
  });
});
