import type { FrameLocator, Page, Request } from "playwright-core";
import { scriptBytes } from "../tests/e2e/firstLoad";
import { launchChromium } from "../workbench/chromium";
import { buildAll } from "../workbench/server/build";
import { serve } from "../workbench/server/server";
import { annexesInPane, wordInPane } from "./annex";
import { openWorkbook, planWork, watchTasks, type PaneWork } from "./longTasks";
import { largeFund } from "./portfolio";
import { atMost, kilobytes, ms, type Part, type Row } from "./table";
import { largeWorkbook } from "./workbook";

/** What the pane costs a user in the system's Chromium, over the workbench. */
export async function measurePane(): Promise<Part> {
  await buildAll();
  const { server, port } = await serve(0, false);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await watchTasks(page);
    const rows = await measureStart(page, `http://localhost:${port}/`);
    const reading = await openWorkbook(page, await largeWorkbook(largeFund(1_000)), "stor.xlsx");
    for (const [what, work] of Object.entries({ "read the workbook": reading, ...(await planWork(page)) })) rows.push(held(`1 000 projects, ${what}`, work));
    await openWorkbook(page, await largeWorkbook(largeFund(100, 12)), "bilaga.xlsx");
    for (const [what, work] of Object.entries(await annexesInPane(page))) rows.push(held(`annex of 100 projects × 12 committees, ${what}`, work));
    return { title: "The pane in Chromium", rows };
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

/** The pane's first view, with the showcase; typing in a rule; the first annex, with the scripts that are fetched for it. */
async function measureStart(page: Page, address: string): Promise<Row[]> {
  let requests: Request[] = [];
  page.on("request", (request) => {
    if (request.frame() !== page.mainFrame()) requests.push(request);
  });
  const pane = page.frameLocator("iframe");
  await page.goto(address);
  await pane.getByText("Senast inläst").waitFor();
  const firstView = await pane.locator("body").evaluate(() => performance.now());
  const bytes = await scriptBytes(requests);
  const typing = await typingTime(pane);
  await pane.getByRole("tab", { name: "Export" }).click();
  await pane.getByRole("button", { name: "Skapa bilaga (Word)" }).waitFor();
  requests = [];
  const word = await wordInPane(page);
  return [
    atMost("scripts before the first view, compressed", bytes, 300e3, kilobytes),
    { what: "from the start to the first view, the showcase read", figure: ms(firstView) },
    { what: "from a key in a rule to its worked example", figure: ms(typing), target: "at most 100 ms", isMet: typing <= 100 },
    atMost("the showcase's annex in Word", word.time, 1_500, ms, `, with its scripts, ${kilobytes(await scriptBytes(requests))}`),
  ];
}

/** From a key in a rule's field to the worked example that follows it. */
async function typingTime(pane: FrameLocator): Promise<number> {
  await pane.getByRole("tab", { name: "Regler" }).click();
  return pane.getByLabel("Återföringstid, år", { exact: true }).evaluate((input: HTMLInputElement) => {
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
}

/** The pane is to answer within a tenth of a second all the while. */
const held = (what: string, { time, longest }: PaneWork): Row => atMost(`${what}: the longest task`, longest, 100, ms, ` of ${ms(time)}`);
