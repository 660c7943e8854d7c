import type { AxeResults } from "axe-core";
import { Desk } from "./desk";
import { useBrowser } from "./workbench";

const axe = require.resolve("axe-core/axe.min.js");

const browser = useBrowser();
let desk: Desk;

afterEach(async () => {
  expect(await desk.close()).toEqual([]);
});

/** The width that Excel opens the pane at, and the narrowest that pages must do with: also that of 640 pixels at 200 %. */
const widths = [350, 320];

/**
 * Fluent's guards at the ends of the page take the focus only to hand it on, which axe can't know. That a name
 * holds what is seen is a rule of WCAG that axe only tries when asked.
 */
const known = { context: { exclude: [["[data-tabster-dummy]"]] }, options: { resultTypes: ["violations"], rules: { "label-content-name-mismatch": { enabled: true } } } };

/** What axe finds in the pane, and whether it scrolls sideways, in a width: sentences, none when all is well. */
async function barriers(where: string, width: number): Promise<string[]> {
  await desk.page.locator("aside.pane").evaluate((pane, pixels) => ((pane as HTMLElement).style.width = `${pixels}px`), width);
  const frame = desk.frame();
  await frame.waitForFunction((pixels) => window.innerWidth <= pixels, width);
  if (!(await frame.evaluate(() => "axe" in window))) await frame.addScriptTag({ path: axe });
  const { found, sideways } = await frame.evaluate(async ({ context, options }) => {
    const { axe: checker } = window as unknown as { axe: { run(context: object, options: object): Promise<AxeResults> } };
    await Promise.all(document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity).map((one) => one.finished.catch(() => undefined)));
    const { violations } = await checker.run(context, options);
    const { scrollWidth, clientWidth } = document.documentElement;
    return { found: violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary ?? ""}`)), sideways: scrollWidth - clientWidth };
  }, known);
  return [...found, ...(sideways > 0 ? [`scrolls ${sideways} pixels sideways`] : [])].map((what) => `${where}, ${width} px: ${what}`);
}

/** Every tab of the pane, one after the other, from the first run to a written plan with a comparison. */
async function views(look: (name: string) => Promise<void>, english: boolean): Promise<void> {
  const { pane } = desk;
  const word = (swedish: string, translated: string) => (english ? translated : swedish);
  await look("first run");
  await desk.press(word("Öppna exemplet", "Open the example"));
  await pane.getByText(/33.560.000/).waitFor();
  await look("input");
  await desk.turnTo(word("Regler", "Rules"));
  await pane.getByRole("button", { name: word("Lägg till tak", "Add a cap") }).click();
  await pane.getByLabel(word("Återföringsandel", "Repaid share")).fill("x");
  await look("rules");
  await desk.turnTo("Plan");
  await pane.getByRole("button", { name: word("Skriv plan till arbetsboken", "Write plan to the workbook") }).click();
  await pane.getByText(word("Planen är skriven", "The plan is written"), { exact: true }).waitFor();
  await pane.getByLabel(word("Jämför med en annan modell", "Compare with another model")).selectOption({ index: 2 });
  await pane.getByRole("columnheader").first().waitFor();
  await look("plan");
  await desk.turnTo(word("Uppföljning", "Follow-up"));
  await look("follow-up");
  await desk.turnTo("Export");
  await look("export");
}

describe("axe finds nothing, and nothing scrolls sideways", () => {
  it.each([
    ["light", "sv-SE"],
    ["light", "en-US"],
    ["dark", "sv-SE"],
    ["dark", "en-US"],
    ["contrast", "sv-SE"],
    ["contrast", "en-US"],
  ])("theme %s, language %s, 320 and 350 pixels", async (theme, language) => {
    const english = language === "en-US";
    desk = await Desk.open(browser(), "", theme === "contrast" ? { forcedColors: "active", colorScheme: "dark" } : { colorScheme: theme as "light" | "dark" });
    await desk.page.locator("header.toolbar select").nth(2).selectOption(theme);
    await desk.page.locator("header.toolbar select").nth(1).selectOption(language);
    await desk.pane.getByRole("heading", { name: english ? "Get started" : "Kom i gång" }).waitFor();
    const found: string[] = [];
    await views(async (name) => {
      for (const width of widths) found.push(...(await barriers(name, width)));
    }, english);
    expect(found).toEqual([]);
  });
});
