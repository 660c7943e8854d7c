import type { FrameLocator, Page } from "playwright-core";

/** A piece of work in the pane, in milliseconds. */
export interface PaneWork {
  time: number;
  /** The longest that the pane is held meanwhile; 0 when no task took 50 ms. */
  longest: number;
}

declare global {
  interface Window {
    /** How long the frame's own long tasks took, since they were last asked for. */
    tasks: number[];
  }
}

/** Lets each frame note its own long tasks from its start: the workbench's Excel works in tasks of the page around the pane. */
export async function watchTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().flatMap(({ name, duration }) => (name === "self" ? [duration] : [])))).observe({ type: "longtask", buffered: true });
  });
}

/** What a piece of work costs, once the pane has been quiet for a second after it. */
export async function during(pane: FrameLocator, work: () => Promise<unknown>): Promise<PaneWork> {
  const start = performance.now();
  await work();
  const time = performance.now() - start;
  const longest = await pane.locator("body").evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return Math.max(0, ...window.tasks.splice(0));
  });
  return { time, longest };
}

/** Opens a file in the workbench, and waits until the pane has read it. */
export function openWorkbook(page: Page, workbook: Uint8Array, name: string): Promise<PaneWork> {
  const pane = page.frameLocator("iframe");
  return during(pane, async () => {
    await page.locator("input[type=file]").setInputFiles({ name, mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: Buffer.from(workbook) });
    await page.getByText(name).waitFor();
    await pane.getByText("Senast inläst").waitFor({ timeout: 120_000 });
  });
}

/** Looks at the plan of the workbook that is open, compares its rules, and writes it. */
export async function planWork(page: Page): Promise<Record<"Plan tab" | "filter" | "compare two models" | "write the plan", PaneWork>> {
  const pane = page.frameLocator("iframe");
  return {
    "Plan tab": await during(pane, async () => {
      await pane.getByRole("tab", { name: "Plan" }).click();
      await pane.getByRole("heading", { name: "Återföring per år" }).waitFor();
    }),
    filter: await during(pane, async () => {
      await pane.getByLabel("Nämnd", { exact: true }).selectOption({ index: 2 });
      await pane.getByLabel("Projekt", { exact: true }).selectOption({ index: 3 });
    }),
    "compare two models": await during(pane, async () => {
      await pane.getByLabel("Jämför med en annan modell").selectOption({ index: 2 });
      await pane.getByRole("table", { name: "Nyckeltal under två regler" }).waitFor({ timeout: 120_000 });
    }),
    "write the plan": await during(pane, async () => {
      await pane.getByRole("button", { name: "Skriv plan till arbetsboken" }).click();
      await pane.getByText("Planen är skriven").first().waitFor({ timeout: 120_000 });
    }),
  };
}
