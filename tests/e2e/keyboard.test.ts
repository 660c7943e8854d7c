import type { Locator } from "playwright-core";
import { Desk } from "./desk";
import { Keys } from "./keys";
import { useBrowser } from "./workbench";

const browser = useBrowser();
let desk: Desk;
let keys: Keys;

afterEach(async () => {
  expect(await desk.close()).toEqual([]);
});

/** A workbook, which is empty when no example is named, with the pane in a size. */
async function open(width: number, height: number, example?: string): Promise<void> {
  desk = await (example === undefined ? Desk.open(browser(), "") : Desk.open(browser(), example));
  await desk.page.locator("aside.pane").evaluate((pane, [w, h]) => {
    (pane as HTMLElement).style.width = `${w}px`;
    (pane.querySelector("iframe") as HTMLElement).style.flex = `0 0 ${h}px`;
  }, [width, height]);
  keys = new Keys(desk);
}

const button = (name: string): Locator => desk.pane.getByRole("button", { name, exact: true });

/** Opens one of the pane's tabs, to the right of the one that is open, from within it. */
async function turnTo(name: string): Promise<void> {
  const tab = desk.pane.getByRole("tab", { name });
  await keys.reach(desk.pane.getByRole("tab", { selected: true }), "Shift+Tab");
  await keys.reach(tab, "ArrowRight");
  await keys.press("Enter");
  expect(await tab.getAttribute("aria-selected")).toBe("true");
}

describe.each([
  [350, 780],
  [320, 380],
])("The main job with the keyboard alone, in %i × %i pixels", (width, height) => {
  it("goes from an empty workbook over a changed rule to a written plan and its sheets", async () => {
    await open(width, height);
    await keys.enter();
    await keys.reach(button("Öppna exemplet"));
    await keys.press("Enter");
    await desk.status("Exemplet är öppnat.").waitFor();
    await keys.check("the example has been opened");

    await turnTo("Regler");
    await keys.reach(desk.pane.getByLabel("Återföringsandel"));
    await keys.press("Control+a");
    await desk.page.keyboard.type("75");
    await keys.reach(button("Spara i arbetsboken"));
    await keys.press("Enter");
    await desk.status("Reglerna är sparade i arbetsboken.").waitFor();
    await keys.check("the rules have been saved");

    await turnTo("Plan");
    await keys.reach(button("Skriv plan till arbetsboken"));
    await keys.press("Enter");
    await desk.status("Planen är skriven på 4 blad.").waitFor();
    await keys.check("the plan has been written");
    for (const sheet of ["Återföringsplan", "Ramförändringar", "Fondkonto", "Kontroll"]) {
      await keys.reach(button(sheet));
      await keys.press("Enter");
      await desk.page.getByRole("tab", { name: sheet, exact: true, selected: true }).waitFor();
    }
    expect(await desk.control()).toBe("OK");
    expect(keys.path.filter((at) => /^(svg|rect|path|circle|g) /.test(at))).toEqual([]);
    expect(keys.faults).toEqual([]);
  });
});

/** Presses a button that is further on, or with Shift+Tab before. */
async function use(name: string, key = "Tab"): Promise<void> {
  await keys.reach(button(name), key);
  await keys.press("Enter");
}

const hasFocus = (goal: Locator) => goal.evaluate((element) => element === document.activeElement);

it("follows up a year with the keyboard alone, in 350 × 780 pixels: decided, reported, booked, planned anew and written", async () => {
  const who = "Föräldrastöd i förskolan: Utbildningsnämnden";
  await open(350, 780, "sjalvrisk-5-ar.xlsx");
  await keys.enter();
  await keys.reach(desk.pane.getByRole("tab", { selected: true }));
  await turnTo("Uppföljning");

  await use("Fastställda planer");
  await use("Fastställ plan");
  await desk.page.keyboard.type("KF 2026 § 1");
  await keys.press("Enter");
  await desk.status("Planen är fastställd och sparad på bladet").waitFor();
  await button("Fastställ plan").waitFor();
  expect(await hasFocus(button("Fastställ plan"))).toBe(true);

  await use(`Ange utfall för ${who}`, "Shift+Tab");
  await desk.page.keyboard.type("150 000");
  await keys.reach(desk.pane.getByLabel("Status"));
  await keys.press("ArrowDown");
  await use("Spara");
  await button(`Ange utfall för ${who}`).waitFor();
  expect(await hasFocus(button(`Ange utfall för ${who}`))).toBe(true);
  await keys.check("the outcome has been saved");

  await use("Bokförda återföringar 2027");
  await use("Bokför 1 återföring som planerat");
  await button("Bokför 1 återföring som planerat").waitFor({ state: "detached" });
  expect(await hasFocus(desk.pane.getByRole("list", { name: "Bokförda återföringar 2027" }))).toBe(true);
  await keys.check("all has been booked");

  await use("Planera om");
  await use("Planera om från 2028");
  await button("Planera om igen från 2028").waitFor();
  await keys.check("the plan has been made anew");
  await keys.reach(desk.pane.getByRole("region", { name: "Skillnader per nämnd och år" }));

  await use("Rapport");
  await use("Skriv uppföljningen 2027 som blad");
  await desk.status("Uppföljningen är skriven: Uppföljning och Förändringar.").waitFor();
  expect(await hasFocus(button("Skriv uppföljningen 2027 som blad"))).toBe(true);
  expect(keys.faults).toEqual([]);
}, 120_000);
