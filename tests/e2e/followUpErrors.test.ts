import { Controller } from "./controller";
import { Desk } from "./desk";
import { alert, failNext, turn } from "./difficulties";
import { useBrowser } from "./workbench";

const browser = useBrowser();
let desk: Desk;

afterEach(async () => {
  expect(await desk.close()).toEqual([]);
});

/** What a controller asks Excel for. */
interface Job {
  name: string;
  /** The part of the tab it is in, when that is closed at first. */
  part?: string;
  /** Opens its form. */
  opener?: string | RegExp;
  /** What is typed in the form. */
  typed?: readonly (readonly [label: string, text: string])[];
  save: string;
  /** The sheet that it writes on; none when it makes sheets of its own. */
  sheet?: string;
  done: string;
}

const jobs: readonly Job[] = [
  { name: "an outcome", opener: "Ange utfall för Skolsociala team: Utbildningsnämnden", typed: [["Utfall, kr", "123 000"], ["Källa", "Bokslut"]], save: "Spara", sheet: "Utfall", done: "Sparat i arbetsboken." },
  { name: "a booking", part: "Bokförda återföringar 2026", opener: /^Ange bokfört för/, typed: [["Bokfört, kr", "77 000"]], save: "Spara", sheet: "Bokfört", done: "Sparat i arbetsboken." },
  { name: "replanning", part: "Planera om", save: "Planera om från 2028", sheet: "Inställningar", done: "Planen är omräknad från 2028." },
  { name: "a decision", part: "Fastställda planer", opener: "Fastställ plan", typed: [["Beslut", "KF 2027 § 6"], ["Anteckning", "Efter överenskommelse"]], save: "Fastställ och spara", done: "Planen är fastställd och sparad på bladet" },
  { name: "the follow-up's sheets", part: "Rapport", save: "Skriv uppföljningen 2026 som blad", done: "Uppföljningen är skriven: Uppföljning och Förändringar." },
];

/** What Excel may refuse, and what the pane says of it. */
const refusals: readonly { begin(job: Job): Promise<void>; end(job: Job): Promise<void>; sentence: string }[] = [
  { begin: () => turn(desk, "Cell redigeras", true), end: () => turn(desk, "Cell redigeras", false), sentence: "En cell redigeras i Excel. Tryck Enter eller Esc i cellen och försök igen." },
  { begin: () => turn(desk, "Skrivskyddad arbetsbok", true), end: () => turn(desk, "Skrivskyddad arbetsbok", false), sentence: "Arbetsboken är öppnad som skrivskyddad" },
  {
    begin: ({ sheet }) => turn(desk, sheet === undefined ? "Arbetsbokens struktur är skyddad" : "Bladet är skyddat", true),
    end: ({ sheet }) => turn(desk, sheet === undefined ? "Arbetsbokens struktur är skyddad" : "Bladet är skyddat", false),
    sentence: "Ta bort skyddet under Granska",
  },
  { begin: () => failNext(desk), end: async () => undefined, sentence: "Excel svarade med ett fel (GeneralException" },
];

/** All that stands on all sheets. */
async function workbook(): Promise<string> {
  return desk.page.evaluate((sheets) => JSON.stringify(sheets.map((sheet) => [sheet, window.workbench.host.values(`'${sheet}'!A1:T80`)])), await desk.sheets());
}

it.each(jobs)("What Excel refuses of $name is told, leaves the workbook as it was, and keeps what was typed", async (job) => {
  const { part, opener, typed = [], save, sheet, done } = job;
  desk = await Desk.open(browser(), "uppfoljning.xlsx");
  if (sheet !== undefined) await desk.show(sheet);
  const controller = new Controller(desk);
  await desk.turnTo("Uppföljning");
  await controller.follow(save.includes("2028") ? 2027 : 2026);
  if (part !== undefined) await controller.unfold(part);
  if (opener !== undefined) await desk.pane.getByRole("button", { name: opener, exact: true }).first().click();
  for (const [label, text] of typed) await desk.pane.getByLabel(label, { exact: true }).fill(text);
  const before = await workbook();
  for (const { begin, end, sentence } of refusals) {
    await begin(job);
    await desk.press(save);
    await alert(desk, sentence).waitFor();
    expect(await workbook()).toBe(before);
    for (const [label, text] of typed) expect(await desk.pane.getByLabel(label, { exact: true }).inputValue()).toBe(text);
    await end(job);
    await desk.press("Stäng meddelandet");
    await alert(desk, /./).waitFor({ state: "detached" });
  }
  await desk.press(save);
  await desk.status(done).waitFor();
  await desk.pane.locator("form").waitFor({ state: "detached" });
  expect(await workbook()).not.toBe(before);
}, 120_000);
