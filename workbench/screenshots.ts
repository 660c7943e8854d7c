/**
 * `npm run screenshots`: takes the README's pictures of the workbench, with the showcase's plan written, to docs/images.
 */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Locator, Page } from "playwright-core";
import { launchChromium } from "./chromium";
import { pngWithoutMarks } from "./pngWithoutMarks";
import { buildAll } from "./server/build";
import { serve } from "./server/server";

const folder = resolve(__dirname, "../docs/images");

/** The pane's tabs that show the plan as it was first made, and what their pictures are called. */
const tabs = [
  ["Underlag", "underlag"],
  ["Regler", "regler"],
  ["Plan", "plan"],
  ["Export", "export"],
] as const;

/** The themes, and how the names of their pictures end. */
const themes = [
  ["light", "ljus"],
  ["dark", "mork"],
] as const;

/** The pointer would leave its mark on what it happens to be over, and fonts and charts are drawn a frame later. */
async function settle(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(800);
}

/** Takes a picture of what shows, as a file of the name. */
async function take(what: Page | Locator, name: string): Promise<void> {
  writeFileSync(resolve(folder, `${name}.png`), pngWithoutMarks(await what.screenshot()));
}

async function writtenPlan(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const pane = page.frameLocator("iframe");
  await pane.getByText("Senast inläst").waitFor();
  await pane.getByRole("tab", { name: "Plan" }).click();
  await pane.getByRole("button", { name: "Skriv plan till arbetsboken" }).click();
  await pane.getByText("Planen är skriven", { exact: true }).waitFor();
}

async function show(page: Page, sheet: string, heading: string): Promise<void> {
  await page.getByRole("tab", { name: sheet }).click();
  await page.getByRole("tab", { name: sheet, selected: true }).waitFor();
  await page.frameLocator("iframe").getByRole("heading", { name: heading, exact: true }).evaluate((element) => element.scrollIntoView({ block: "start" }));
  await settle(page);
}

/** A decided plan, a year whose outcome fell short, and the plan made anew: so that there is something to follow up. */
async function followYear(page: Page): Promise<void> {
  const pane = page.frameLocator("iframe");
  const press = (name: string) => pane.getByRole("button", { name, exact: true }).click();
  await pane.getByText("Senast inläst").waitFor();
  await pane.getByRole("tab", { name: "Uppföljning" }).click();
  await press("Fastställda planer");
  await press("Fastställ plan");
  await pane.getByLabel("Beslut").fill("KF 2010-12-13 § 231");
  await press("Fastställ och spara");
  await pane.getByText("Planen är fastställd", { exact: false }).first().waitFor();
  await press("Ange utfall för SkolFam2: Socialnämnden");
  await pane.getByLabel("Utfall, kr").fill("380 000");
  await pane.getByLabel("Status").selectOption({ label: "Fastställt" });
  await pane.getByLabel("Källa").fill("Bokslut 2012");
  await press("Spara");
  await pane.getByText("Sparat i arbetsboken.", { exact: false }).waitFor();
  await press("Bokförda återföringar 2012");
  await pane.getByRole("button", { name: /^Bokför \d/ }).click();
  await pane.getByText("Som planerat").waitFor();
  await press("Planera om");
  await press("Planera om från 2013");
  await pane.getByText("Planen är omräknad", { exact: false }).waitFor();
}

/** Gives Excel a theme; the pane, which stays open, asks for it every two seconds. */
async function turnTo(page: Page, theme: string): Promise<void> {
  await page.getByLabel("Tema").selectOption(theme);
  await page.waitForTimeout(2_500);
}

/** The tabs and the functions in a theme, as high as the window. */
async function paneTabs(page: Page, suffix: string): Promise<void> {
  const pane = page.frameLocator("iframe");
  for (const [tab, name] of tabs) {
    await pane.getByRole("tab", { name: tab }).click();
    await settle(page);
    await take(page.locator("iframe"), `${name}-${suffix}`);
  }
  await pane.getByRole("button", { name: "Funktioner" }).click();
  await pane.getByRole("heading", { name: "SIF.NETTONUVÄRDE", exact: true }).waitFor();
  await settle(page);
  await take(page.locator("iframe"), `funktioner-${suffix}`);
  await pane.getByRole("button", { name: "Funktioner" }).click();
}

/** The follow-up in a theme, where it says why the plan has changed. */
async function followUpTab(page: Page, suffix: string): Promise<void> {
  const pane = page.frameLocator("iframe");
  await pane.getByRole("tab", { name: "Underlag" }).click();
  await pane.getByRole("tab", { name: "Uppföljning" }).click();
  await pane.getByLabel("År att följa upp").selectOption("2012");
  await pane.getByRole("button", { name: "Planera om", exact: true }).click();
  await pane.getByText("Skillnader per nämnd och år").waitFor();
  await settle(page);
  await pane.getByRole("button", { name: "Bokförda återföringar 2012" }).evaluate((element) => element.scrollIntoView({ block: "start" }));
  await settle(page);
  await take(page.locator("iframe"), `uppfoljning-${suffix}`);
}

async function main(): Promise<void> {
  await buildAll();
  const { server, port } = await serve(0, false);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const address = `http://localhost:${port}/`;
    await writtenPlan(page, address);
    await show(page, "Återföringsplan", "Plan");
    await take(page, "workbench");
    await show(page, "Fondkonto", "Plan");
    await take(page, "workbench-fund");
    await page.goto(address);
    await page.frameLocator("iframe").getByText("Senast inläst").waitFor();
    for (const [theme, suffix] of themes) {
      await turnTo(page, theme);
      await paneTabs(page, suffix);
    }
    await page.frameLocator("iframe").getByRole("tab", { name: "Underlag" }).click();
    await followYear(page);
    for (const [theme, suffix] of themes) {
      await turnTo(page, theme);
      await followUpTab(page, suffix);
    }
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
