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

/** An empty workbook, with the pane in a size. */
async function open(width: number, height: number): Promise<void> {
  desk = await Desk.open(browser(), "", { reducedMotion: "reduce" });
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
