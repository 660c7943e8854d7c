import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { BrowserContextOptions, Download } from "playwright-core";
import type { PlanInput, RepaymentPlan } from "../../src/planning/types";
import { Desk } from "./desk";
import { Keys } from "./keys";
import { htmlContents, kronor, repaymentsIn, unzip, wordContents } from "./papers";
import { useBrowser } from "./workbench";

const example = (name: string) => JSON.parse(readFileSync(join(__dirname, "../planning/examples", name), "utf8")) as unknown;
const { projects, committees = [] } = example("norrkoping-2010.json") as PlanInput;
const { schedule } = example("norrkoping-2010.expected.json") as RepaymentPlan;
const nameOf = (list: readonly { id: string; name?: string }[], id: string) => list.find((one) => one.id === id)?.name ?? id;

/** What the showcase's plan says, and its sum: every paper and file has to say the same. */
const repayments = new Map(schedule.map(({ project, committee, year, amount }) => [`${nameOf(projects, project)} | ${nameOf(committees, committee)} | ${year}`, Number(amount)]));
const total = schedule.reduce((sum, { amount }) => sum + Number(amount), 0);
const sections = ["Sammanfattning", "Förslag till beslut", "Återföring per nämnd", "Återföring per projekt", "Vad som blir av kostnaden", "Ramförändringar", "Fondkonto", "Regler", "Förutsättningar", "Anmärkningar", "Hur planen är gjord"];
const repaying = [...new Set(schedule.map(({ committee }) => nameOf(committees, committee)))];

const browser = useBrowser();
let desk: Desk;
let keys: Keys;
/** What has been handed to the browser. */
let downloads: Download[];

/** The showcase, with the export tab open, and only keys from there. */
async function open(options: BrowserContextOptions = {}): Promise<void> {
  desk = await Desk.open(browser(), undefined, options);
  keys = new Keys(desk);
  downloads = [];
  desk.page.on("download", (download) => downloads.push(download));
  await desk.turnTo("Export");
  await button("Skapa bilaga (Word)").waitFor();
}

const button = (name: string) => desk.pane.getByRole("button", { name, exact: true });
const hasFocus = (name: string) => expect(button(name).evaluate((element) => element === document.activeElement)).resolves.toBe(true);

/** Presses a button by keyboard. */
async function press(name: string, key = "Tab"): Promise<void> {
  await keys.reach(button(name), key);
  await desk.page.keyboard.press("Enter");
}

/** Presses a button by keyboard, and gives the file that comes; says that it arrived, by keyboard too. */
async function file(name: string, key = "Tab"): Promise<{ name: string; bytes: Buffer }> {
  await keys.reach(button(name), key);
  const [download] = await Promise.all([desk.page.waitForEvent("download"), desk.page.keyboard.press("Enter")]);
  const bytes = readFileSync(await download.path());
  await button("Ja, den kom fram").waitFor();
  await press("Ja, den kom fram");
  await button("Ja, den kom fram").waitFor({ state: "detached" });
  await hasFocus(name);
  return { name: download.suggestedFilename(), bytes };
}

/** What the clipboard has of a kind. */
const clipboard = (kind: string) => desk.frame().evaluate(async (type) => (await (await navigator.clipboard.read())[0]!.getType(type)).text(), kind);

/** The amounts of a CSV file, read by another reader, added up. */
function sumOfCsv(text: string): number {
  const rows = parse(text, { bom: true, delimiter: ";", columns: true }) as Record<string, string>[];
  return rows.reduce((sum, row) => sum + kronor(row["Belopp (kr)"] ?? ""), 0);
}

describe("Every export, with the keyboard alone", () => {
  beforeAll(() => open({ permissions: ["clipboard-read", "clipboard-write"] }));
  afterAll(async () => {
    expect(keys.faults).toEqual([]);
    expect(await desk.close()).toEqual([]);
  });

  it("says at its fields what a SIE file lacks, and keeps what is filled in on a sheet", async () => {
    await press("SIE-fil");
    await desk.pane.getByText("SIE-filen gjordes inte. Fyll i eller rätta ”Kommun eller region”, ”SIE: konto för återföring” och ”SIE: budgetår”.").waitFor();
    await desk.pane.getByText("Ange nämndernas konto för återföring").waitFor();
    expect(await desk.pane.getByLabel("Kommun eller region", { exact: true }).evaluate((element) => element === document.activeElement)).toBe(true);
    for (const [label, text] of [["Kommun eller region", "Exempelköping"], ["Belopp i", "kr"], ["SIE: konto för återföring", "4500"], ["SIE: budgetår", "2012"]] as const) {
      await keys.reach(desk.pane.getByLabel(label, { exact: true }));
      await desk.page.keyboard.type(text);
    }
    await desk.page.keyboard.press("Shift+Tab");
    await desk.pane.getByText("Sparas på bladet Bilageuppgifter.").waitFor();
    expect(await desk.rows("Bilageuppgifter")).toContainEqual(expect.arrayContaining(["Kommun eller region", "Exempelköping"]));
  });

  it("makes the Word file: its title, its headings, and the plan to the krona", async () => {
    const { name, bytes } = await file("Skapa bilaga (Word)", "Shift+Tab");
    expect(name).toBe("Bilaga återföringsplan.docx");
    const { headings, tables } = await wordContents(desk.page, bytes);
    expect(headings.find(({ style }) => style === "Title")?.text).toMatch(/återföring/i);
    expect(headings.filter(({ style }) => style === "Heading1").map(({ text }) => text)).toEqual(sections);
    expect(repaymentsIn(tables)).toEqual(repayments);
  });

  it("makes an annex for each committee, with its own figures", async () => {
    const files = await unzip((await file("En bilaga per nämnd (zip)")).bytes);
    expect([...files.keys()].sort()).toEqual(repaying.map((committee) => `Bilaga ${committee}.docx`).sort());
    const all = await Promise.all([...files.values()].map((bytes) => wordContents(desk.page, bytes)));
    expect(new Map(all.flatMap(({ tables }) => [...repaymentsIn(tables)]))).toEqual(repayments);
  });

  it("writes the annex on a sheet, whose tables hold the plan", async () => {
    await press("Bilaga som blad");
    await desk.status("Bilagan står på bladet Bilaga.").waitFor();
    await hasFocus("Bilaga som blad");
    const cells = (await desk.rows("Bilaga")).map((row) => row.map(String));
    expect(cells.filter(([first]) => sections.includes(first ?? "")).map(([first]) => first)).toEqual(sections);
    const sums = cells.filter(([first]) => first === "Totalt").map((row) => Number(row.filter((cell) => cell !== "").at(-1)));
    expect(sums).toContain(total);
  });

  it("copies the annex as rich text and as plain text, with tables that hold the plan", async () => {
    await press("Kopiera bilagan");
    await desk.status("Kopierat.").waitFor();
    await hasFocus("Kopiera bilagan");
    const { headings, tables } = await htmlContents(desk.page, await clipboard("text/html"));
    expect(headings.filter(({ style }) => style === "h2").map(({ text }) => text)).toEqual(sections);
    expect(repaymentsIn(tables)).toEqual(repayments);
    const plain = (await clipboard("text/plain")).split("\n").map((line) => line.split("\t"));
    const from = plain.findIndex(([first, second]) => first === "Projekt" && second === "Nämnd");
    expect(repaymentsIn([plain.slice(from, plain.findIndex((row, index) => index > from && row.length === 1))])).toEqual(repayments);
  });

  it("makes the CSV file: the plan's rows, and their sum", async () => {
    expect(sumOfCsv((await file("CSV-fil")).bytes.toString())).toBe(total);
  });

  it("makes the SIE file: the plan's sum on the account that was given", async () => {
    const lines = (await file("SIE-fil")).bytes.toString("latin1").split("\r\n");
    expect(lines).toContain("#SIETYP 4");
    const budget = lines.filter((line) => line.startsWith("#PBUDGET")).map((line) => /^#PBUDGET \S+ \S+ (\S+) \{.*\} (\S+)$/.exec(line)?.slice(1) ?? []);
    expect(new Set(budget.map(([account]) => account))).toEqual(new Set(["4500"]));
    expect(budget.reduce((sum, [, amount]) => sum + Number(amount), 0)).toBe(total);
  });
});

describe("When a file or the work goes wrong", () => {
  afterEach(async () => {
    expect(keys.faults).toEqual([]);
    expect(await desk.close()).toEqual([]);
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
    expect(await clipboard("text/html")).toContain("Socialnämnden");
    await press("Bilaga som blad");
    await desk.status("Bilagan står på bladet").waitFor();
    expect(await desk.sheets()).toContain("Bilaga");
  });

  it("says at once when the browser refuses the file, and copies its content instead", async () => {
    await open({ permissions: ["clipboard-read", "clipboard-write"] });
    await desk.frame().evaluate(() => {
      URL.createObjectURL = () => {
        throw new Error("blocked");
      };
    });
    await press("CSV-fil");
    await desk.pane.getByText("Återföringsplan.csv kom inte fram").waitFor();
    await hasFocus("Kopiera filens innehåll");
    await desk.page.keyboard.press("Enter");
    await desk.status("Kopierat.").waitFor();
    expect(sumOfCsv(await clipboard("text/plain"))).toBe(total);
  });

  it("stops midway: nothing is downloaded or written, and the focus goes back", async () => {
    await open();
    const before = await desk.sheets();
    // The work never ends by itself: what makes papers is not fetched until it has been stopped.
    const held: (() => void)[] = [];
    await desk.page.route(/\.js$/, (route) => new Promise<void>((done) => held.push(() => void route.continue().catch(() => undefined).then(done))));
    for (const name of ["Skapa bilaga (Word)", "Bilaga som blad"]) {
      await press(name);
      await desk.pane.getByRole("tabpanel").getByRole("progressbar").waitFor();
      await press("Avbryt");
      await desk.status("Avbrutet. Ingenting skapades.").waitFor();
      await hasFocus(name);
    }
    expect(held.length).toBeGreaterThan(0);
    await desk.page.unroute(/\.js$/);
    held.forEach((release) => release());
    // What was stopped would be there before what is made now.
    await file("CSV-fil");
    expect(downloads.map((download) => download.suggestedFilename())).toEqual(["Återföringsplan.csv"]);
    expect(await desk.sheets()).toEqual(before);
  });
});

describe("The sections", () => {
  afterEach(async () => {
    expect(keys.faults).toEqual([]);
    expect(await desk.close()).toEqual([]);
  });

  it("are moved by keyboard with the focus on the arrow, kept in the workbook, and there when it is opened again", async () => {
    await open();
    const shown = () => desk.pane.getByRole("listitem").filter({ has: desk.pane.getByRole("checkbox") }).allInnerTexts();
    const [first, second, third, ...rest] = await shown();
    await press(`Flytta ner ${first}`);
    await hasFocus(`Flytta ner ${first}`);
    await keys.press("Enter");
    await hasFocus(`Flytta ner ${first}`);
    const moved = [second, third, first, ...rest];
    expect(await shown()).toEqual(moved);
    await desk.pane.getByText("Sparas på bladet Bilageuppgifter.").waitFor();

    const coming = desk.page.waitForEvent("download");
    await desk.page.getByRole("button", { name: "Spara", exact: true }).click();
    const path = await (await coming).path();
    await desk.page.reload();
    await desk.pane.getByText("Senast inläst").waitFor();
    await desk.page.locator("input[type=file]").setInputFiles({ name: "sparad.xlsx", mimeType: "application/octet-stream", buffer: readFileSync(path) });
    await desk.page.getByRole("tab", { name: "Bilageuppgifter" }).waitFor();
    await desk.turnTo("Export");
    await button("Skapa bilaga (Word)").waitFor();
    expect(await shown()).toEqual(moved);
  });
});

it("fetches Word's library only when a Word file is made", async () => {
  desk = await Desk.open(browser());
  const scripts: string[] = [];
  desk.page.on("request", (request) => {
    if (request.resourceType() === "script" || request.url().endsWith(".js")) scripts.push(request.url());
  });
  const withLibrary = async () => (await Promise.all(scripts.map(async (url) => ((await (await desk.page.request.get(url)).text()).includes("w:tblHeader") ? [url] : [])))).flat();
  await desk.turnTo("Export");
  await button("CSV-fil").waitFor();
  await desk.press("CSV-fil");
  await button("Ja, den kom fram").waitFor();
  expect(await withLibrary()).toEqual([]);
  await desk.press("Skapa bilaga (Word)");
  await desk.pane.getByText("Bilaga återföringsplan.docx är skickad").waitFor();
  expect(await withLibrary()).toHaveLength(1);
  expect(await desk.close()).toEqual([]);
});
