import { Desk } from "./desk";
import { useBrowser } from "./workbench";
import { views } from "./views";
import { walk } from "./walk";

const browser = useBrowser();
let desk: Desk;

afterEach(async () => {
  expect(await desk.close()).toEqual([]);
});

it("leads Tab, and back Shift+Tab, through all that can be used in every view, seen and marked, and out, in 350 × 380 pixels", async () => {
  desk = await Desk.open(browser(), "");
  await desk.page.locator("aside.pane").evaluate((pane) => {
    (pane as HTMLElement).style.width = "350px";
    (pane.querySelector("iframe") as HTMLElement).style.flex = "0 0 380px";
  });
  const found: string[] = [];
  await views(desk, async (name) => {
    found.push(...(await walk(desk, name)));
  });
  expect(found).toEqual([]);
}, 300_000);
