import { Desk } from "./desk";
import { useBrowser } from "./workbench";

const browser = useBrowser();
let desk: Desk;

afterEach(async () => {
  expect(await desk.close()).toEqual([]);
});

/** A calculation of the user's own, in tkr without saying so: costs above, savings below, nothing that the add-in recognises by itself. */
const calculation: Record<string, string> = {
  A1: "Insats", B1: "Vem", C1: "Kod", D1: "2026", E1: "2027",
  A2: "Ungdomslots", B2: "Socialnämnden", C2: "17", D2: "600", E2: "400",
  A4: "Insats", B4: "Vem", C4: "2028", D4: "2029", E4: "2030",
  A5: "Ungdomslots", B5: "Socialnämnden", C5: "300", D5: "500", E5: "500",
};

const read = async (selected: string) => {
  await desk.select(selected);
  await desk.press("Läs markeringen");
};
const focused = () => desk.frame().evaluate(() => document.activeElement?.textContent);

describe("The user's own ranges", () => {
  it("become a plan, corrected on the way", async () => {
    desk = await Desk.open(browser(), "");
    await desk.enter(calculation);
    await desk.press("Använd mina egna områden");
    await read("A1:E2");
    await desk.pane.getByText("Så här läses Blad1!A1:E2").waitFor();
    await desk.pane.getByText(/2 rader · 2026–2027 · 1\s000\skr/).waitFor();
    await desk.pane.getByLabel("Belopp i").selectOption("tkr");
    await desk.pane.getByText(/2 rader · 2026–2027 · 1\s000\s000\skr/).waitFor();
    await desk.pane.getByLabel("Vad E · 2027 är").selectOption("Räknas inte");
    await desk.pane.getByText(/1 rad · 2026–2026 · 600\s000\skr/).waitFor();
    await desk.pane.getByLabel("Vad E · 2027 är").selectOption("Belopp ett år");
    await desk.pane.getByText(/2 rader · 2026–2027 · 1\s000\s000\skr/).waitFor();
    await desk.press("Använd som kostnader");

    await desk.status("Blad1!A1:E2 används som kostnader. Välj nu området med besparingarna.").waitFor();
    expect(await desk.pane.getByRole("radio", { name: "Besparingar" }).isChecked()).toBe(true);
    expect(await focused()).toBe("Välj område");
    await read("B5");
    await desk.pane.getByText("Så här läses Blad1!A4:E5").waitFor();
    await desk.pane.getByLabel("Belopp i").selectOption("tkr");
    await desk.press("Använd som besparingar");
    await desk.status("Blad1!A4:E5 används som besparingar. Nu finns både kostnader och besparingar: gå vidare till Regler eller Plan.").waitFor();
    expect(await focused()).toBe("Underlag");

    await desk.writePlan();
    expect(await desk.control()).toBe("OK");
    const total = (await desk.rows("Återföringsplan")).find(([label]) => label === "Totalt") ?? [];
    expect(total.filter((value) => typeof value === "number" && value !== 0)).toEqual([300_000, 500_000, 200_000, 1_000_000]);
  });

  it("are read also while the pane reads by itself, and used also when the press leaves a field", async () => {
    desk = await Desk.open(browser(), "");
    await desk.enter(calculation);
    await desk.press("Använd mina egna områden");
    for (const wait of [0, 450, 500, 550]) {
      await desk.enter({ D2: String(5000 + wait) });
      await desk.select("A1:E2");
      await desk.page.waitForTimeout(wait);
      await desk.pane.getByRole("button", { name: /^Läs/ }).click();
      await desk.pane.getByText(new RegExp(`2 rader · 2026–2027 · 5\\s${400 + wait}\\skr`)).waitFor();
    }
    await desk.pane.getByLabel("År för kolumn E").fill("2031");
    await desk.press("Använd som kostnader");
    await desk.status(/används som kostnader/).waitFor();
    await desk.press("Avbryt");
    await desk.pane.getByText("2 rader · 2026–2031").waitFor();
  });

  it("leave the workbook as it was when the choosing is cancelled", async () => {
    desk = await Desk.open(browser(), "egen-kalkyl-tkr.xlsx");
    const cells = () => Promise.all(["Kostnader sociala inv", "Förväntade besparingar"].map((sheet) => desk.rows(sheet)));
    const before = { sheets: await desk.sheets(), cells: await cells(), names: await names() };
    await desk.press("Välj område");
    await desk.show("Kostnader sociala inv");
    await read("B6");
    await desk.pane.getByText("Så här läses 'Kostnader sociala inv'!A4:F8").waitFor();
    await desk.pane.getByLabel("Belopp i").selectOption("mkr");
    await desk.pane.getByText(/7\s800\s500\s000\skr/).waitFor();
    await desk.press("Avbryt");
    await desk.pane.getByText(/^7\s800\s500\skr$/).waitFor();
    expect({ sheets: await desk.sheets(), cells: await cells(), names: await names() }).toEqual(before);
  });

  it("say what to do when no amounts are selected", async () => {
    desk = await Desk.open(browser(), "egen-kalkyl-tkr.xlsx");
    await desk.press("Välj område");
    await desk.show("Kostnader sociala inv");
    await read("A1");
    await desk.pane.getByText("Området 'Kostnader sociala inv'!A1:A2 har bara text och inga belopp. Markera hela tabellen, från rubrikerna till den sista raden med belopp.").waitFor();
    expect(await desk.pane.getByRole("button", { name: "Använd som kostnader" }).getAttribute("aria-disabled")).toBe("true");
  });
});

/** The names that the workbook has. */
function names(): Promise<string[]> {
  return desk.page.evaluate(() => window.workbench.host.workbook.names.map(({ name }) => name));
}
