import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Download } from "playwright-core";
import { Desk } from "./desk";
import { Keys } from "./keys";
import { useBrowser } from "./workbench";

const browser = useBrowser();
let desk: Desk;
let keys: Keys;

afterEach(async () => {
  expect(await desk.close()).toEqual([]);
});

/** The showcase, with the export tab open, and only keys from there. */
async function open(options: Parameters<typeof Desk.open>[2] = {}): Promise<void> {
  desk = await Desk.open(browser(), undefined, { reducedMotion: "reduce", ...options });
  keys = new Keys(desk);
  await desk.turnTo("Export");
  await button("Skapa bilaga (Word)").waitFor();
}

const button = (name: string) => desk.pane.getByRole("button", { name, exact: true });

/** Presses a button by keyboard. */
async function press(name: string): Promise<void> {
  await keys.reach(button(name));
  await desk.page.keyboard.press("Enter");
}

/** Presses a button by keyboard, and gives the file that comes. */
async function file(name: string): Promise<{ name: string; bytes: Buffer }> {
  const coming = desk.page.waitForEvent("download");
  await press(name);
  const download: Download = await coming;
  await button("Ja, den kom fram").waitFor();
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

it("makes every file by keyboard, and asks whether it arrived", async () => {
  await open();
  const word = await file("Skapa bilaga (Word)");
  expect(word.name).toBe("Bilaga återföringsplan.docx");
  expect(word.bytes.subarray(0, 2).toString()).toBe("PK");
  await press("Ja, den kom fram");
  await button("Ja, den kom fram").waitFor({ state: "detached" });
  const committees = await file("En bilaga per nämnd (zip)");
  expect(committees.bytes.toString("utf8")).toContain("Bilaga Socialnämnden.docx");
  const csv = await file("CSV-fil");
  const rows = parse(csv.bytes, { bom: true, delimiter: ";" }) as string[][];
  expect(rows.length).toBeGreaterThan(5);
  expect(keys.faults).toEqual([]);
});

it("says at its fields what a SIE file lacks, keeps what is filled in on a sheet, and makes the file of it", async () => {
  await open();
  await press("SIE-fil");
  const municipality = desk.pane.getByLabel("Kommun eller region", { exact: true });
  await desk.pane.getByText("SIE-filen gjordes inte. Fyll i eller rätta ”Kommun eller region”, ”SIE: konto för återföring” och ”SIE: budgetår”.").waitFor();
  await desk.pane.getByText("Ange nämndernas konto för återföring").waitFor();
  expect(await municipality.evaluate((element) => element === document.activeElement)).toBe(true);
  for (const [label, text] of [["Kommun eller region", "Exempelköping"], ["SIE: konto för återföring", "4500"], ["SIE: budgetår", "2010"]] as const) {
    await keys.reach(desk.pane.getByLabel(label, { exact: true }));
    await desk.page.keyboard.type(text);
  }
  await keys.reach(button("SIE-fil"), "Shift+Tab");
  const coming = desk.page.waitForEvent("download");
  await desk.page.keyboard.press("Enter");
  const sie = readFileSync(await (await coming).path()).toString("latin1");
  expect(sie).toContain("#SIETYP 4");
  expect(sie).toContain("4500");
  expect((await desk.rows("Bilageuppgifter")).map(([name, value]) => [name, value])).toContainEqual(["Kommun eller region", "Exempelköping"]);
});

it("offers the ways round when the file did not arrive: a sheet, and the clipboard", async () => {
  await open({ acceptDownloads: false, permissions: ["clipboard-read", "clipboard-write"] });
  await press("Skapa bilaga (Word)");
  await button("Nej").waitFor();
  await press("Nej");
  await desk.pane.getByText("Bilaga återföringsplan.docx kom inte fram").waitFor();
  const ways = desk.pane.getByRole("alert");
  await keys.reach(ways.getByRole("button", { name: "Kopiera bilagan" }));
  await desk.page.keyboard.press("Enter");
  await desk.status("Kopierat.").waitFor();
  const html = await desk.frame().evaluate(async () => (await (await navigator.clipboard.read())[0]!.getType("text/html")).text());
  expect(html).toContain("<table");
  expect(html).toContain("Socialnämnden");
  await press("Bilaga som blad");
  await desk.status("Bilagan står på bladet").waitFor();
  expect(await desk.sheets()).toContain("Bilaga");
  expect(keys.faults).toEqual([]);
});

it("says at once when the browser refuses the file", async () => {
  await open();
  await desk.frame().evaluate(() => {
    URL.createObjectURL = () => {
      throw new Error("blocked");
    };
  });
  await press("CSV-fil");
  await desk.pane.getByText("Återföringsplan.csv kom inte fram").waitFor();
  await button("Kopiera filens innehåll").waitFor();
});
