import type { Page } from "playwright-core";

/** The longest that the pane holds its page, in milliseconds, while something is done in it. */
export interface LongestTasks {
  reading: number;
  plan: number;
  filtering: number;
  comparing: number;
}

/** Begins to note the page's long tasks, the pane's among them. */
export async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  });
}

/** The longest task since this was last asked, once it has been quiet for a second; 0 when none took 50 ms. */
export async function longestTask(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return Math.max(0, ...window.tasks.splice(0));
  });
}

/** Opens a file in the workbench, and waits until the pane has read it. */
export async function openWorkbook(page: Page, workbook: Uint8Array, name: string): Promise<void> {
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: Buffer.from(workbook) });
  await page.getByText(name).waitFor();
  await page.frameLocator("iframe").getByText("Senast inläst").waitFor({ timeout: 120_000 });
}

/**
 * Opens a workbook and looks at its plan. The workbench's Excel works on the same page as the pane: while the input is
 * read its own time is part of what is measured; afterwards the pane asks nothing of it.
 */
export async function longestTasks(page: Page, workbook: Uint8Array): Promise<LongestTasks> {
  const pane = page.frameLocator("iframe");
  await openWorkbook(page, workbook, "stor.xlsx");
  const reading = await longestTask(page);
  const during = async (work: () => Promise<unknown>) => {
    await work();
    return longestTask(page);
  };
  const plan = await during(async () => {
    await pane.getByRole("tab", { name: "Plan" }).click();
    await pane.getByRole("heading", { name: "Återföring per år" }).waitFor();
  });
  const filtering = await during(async () => {
    await pane.getByLabel("Nämnd", { exact: true }).selectOption({ index: 2 });
    await pane.getByLabel("Projekt", { exact: true }).selectOption({ index: 3 });
  });
  const comparing = await during(async () => {
    await pane.getByLabel("Jämför med en annan modell").selectOption({ index: 2 });
    await pane.getByRole("table", { name: "Nyckeltal under två regler" }).waitFor({ timeout: 120_000 });
  });
  return { reading, plan, filtering, comparing };
}

declare global {
  interface Window {
    /** How long the page's long tasks took, since they were last asked for. */
    tasks: number[];
  }
}
