import type { Page } from "playwright-core";

/** The longest that the pane holds its page, in milliseconds, while something is done in it. */
export interface LongestTasks {
  reading: number;
  plan: number;
  filtering: number;
  comparing: number;
}

/**
 * Opens a workbook and looks at its plan. The workbench's Excel works on the same page as the pane: while the input is
 * read its own time is part of what is measured; afterwards the pane asks nothing of it.
 */
export async function longestTasks(page: Page, workbook: Uint8Array): Promise<LongestTasks> {
  const pane = page.frameLocator("iframe");
  const longest = () =>
    page.evaluate(async () => {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      const tasks = window.tasks.splice(0);
      return Math.max(0, ...tasks);
    });
  await page.evaluate(() => {
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  });
  await page.locator("input[type=file]").setInputFiles({ name: "stor.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: Buffer.from(workbook) });
  await page.getByText("stor.xlsx").waitFor();
  await pane.getByText("Senast inläst").waitFor({ timeout: 120_000 });
  const reading = await longest();
  const during = async (work: () => Promise<unknown>) => {
    await work();
    return longest();
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
