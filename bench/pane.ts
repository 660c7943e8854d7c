import { chromium } from "playwright-core";
import { gzipSync } from "node:zlib";
import { buildAll } from "../workbench/server/build";
import { serve } from "../workbench/server/server";
import { annexInPane, type AnnexCost } from "./annex";
import { longestTasks, openWorkbook, watchTasks, type LongestTasks } from "./longTasks";
import { largeFund } from "./portfolio";
import { largeWorkbook } from "./workbook";

/** What the pane costs a user in Chromium, over the workbench. */
export interface PaneCost {
  /** The scripts that it requests before its first view, compressed by gzip, in bytes; without Microsoft's library. */
  scriptBytes: number;
  /** From the page's start to its first view with the showcase read, in milliseconds. */
  firstView: number;
  /** From a key in a rule's field to the worked example that follows it, in milliseconds. */
  typing: number;
  /** With a fund of 1 000 projects. */
  longest: LongestTasks;
  /** The Word annex: of the showcase, and of 100 projects with 12 committees and 20 years. */
  annex: { showcase: AnnexCost; large: AnnexCost };
}

/** Builds the add-in and opens it once in the system's Chromium. */
export async function measurePane(): Promise<PaneCost> {
  await buildAll();
  const { server, port } = await serve(0, false);
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const scripts: Promise<Buffer>[] = [];
    page.on("response", (response) => {
      const ofPane = response.frame() !== page.mainFrame() && response.request().resourceType() === "script";
      if (ofPane && !response.url().includes("office")) scripts.push(response.body());
    });
    await page.goto(`http://localhost:${port}/`);
    const pane = page.frameLocator("iframe");
    await pane.getByText("Senast inläst").waitFor();
    const firstView = await pane.locator("body").evaluate(() => performance.now());
    const scriptBytes = (await Promise.all(scripts)).reduce((bytes, script) => bytes + gzipSync(script).length, 0);

    await pane.getByRole("tab", { name: "Regler" }).click();
    const field = pane.getByLabel("Återföringstid, år", { exact: true });
    const typing = await field.evaluate((input: HTMLInputElement) => {
      const example = input.closest("section")?.querySelector("[aria-live]");
      if (!example) throw new Error("The rule has no example.");
      const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
      return new Promise<number>((done) => {
        const start = performance.now();
        new MutationObserver(() => done(performance.now() - start)).observe(example, { subtree: true, childList: true, characterData: true });
        setValue?.call(input, "2");
        input.dispatchEvent(new Event("input", { bubbles: true }));
      });
    });
    await watchTasks(page);
    const showcase = await annexInPane(page, pane);
    const longest = await longestTasks(page, await largeWorkbook(largeFund(1_000)));
    await openWorkbook(page, await largeWorkbook(largeFund(100, 12)), "bilaga.xlsx");
    const large = await annexInPane(page, pane);
    return { scriptBytes, firstView, typing, longest, annex: { showcase, large } };
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}
