import type { Browser, BrowserContextOptions, Frame, FrameLocator, Locator, Page, Request } from "playwright-core";
import type { CellValue } from "../../workbench/host/model";

/** What takes longer does not come: a failed test tells so soon. */
const ACTION_TIME = 20_000;

/**
 * The pages of a file's tests, by their options. A test opens the workbench in the page of the test before it, as a user
 * goes to its address again: everything is loaded anew, but the browser keeps what it has fetched and compiled.
 */
const pages = new Map<string, Page>();

/** A page that nothing moves in, as a user may ask for, so nothing is waited for. */
async function pageFor(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const key = JSON.stringify(options);
  const known = pages.get(key);
  if (known?.isClosed() === false) return known;
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", ...options });
  pages.set(key, page);
  return page;
}

/** The workbench's page as a user sees it, and what went wrong in it. */
export class Desk {
  readonly pane: FrameLocator;
  /** Errors on the console, uncaught exceptions, and requests that leave this machine. */
  readonly faults: string[] = [];
  /** What the pane has asked for over the network. */
  readonly paneRequests: Request[] = [];

  /** The workbench with an example open, read by the pane; "" is an empty workbook. */
  static async open(browser: Browser, example = "norrkoping-2010.xlsx", options: BrowserContextOptions = {}): Promise<Desk> {
    const desk = new Desk(await pageFor(browser, options));
    await desk.page.goto(`${process.env.WORKBENCH ?? ""}?example=${example}`);
    await (example === "" ? desk.pane.getByRole("heading", { name: "Kom i gång" }) : desk.pane.getByText("Senast inläst")).waitFor();
    return desk;
  }

  /** The showcase on a page of one's own making, from any address. */
  static async openOn(page: Page, address: string): Promise<Desk> {
    const desk = new Desk(page);
    await page.goto(address);
    await desk.pane.getByText("Senast inläst").waitFor();
    return desk;
  }

  private constructor(readonly page: Page) {
    this.pane = page.frameLocator("iframe");
    page.setDefaultTimeout(ACTION_TIME);
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.faults.push(`${message.type()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.faults.push(`exception: ${error.message}`));
    page.on("request", (request) => {
      if (request.frame() !== page.mainFrame()) this.paneRequests.push(request);
      const { protocol, hostname } = new URL(request.url());
      if (!["data:", "blob:"].includes(protocol) && hostname !== "localhost") this.faults.push(`request: ${request.url()}`);
    });
  }

  /** Leaves the workbench, and tells what went wrong that should not. */
  async close(): Promise<string[]> {
    if (!this.page.isClosed()) await this.page.goto("about:blank");
    for (const event of ["console", "pageerror", "request", "download"] as const) this.page.removeAllListeners(event);
    return this.faults;
  }

  /** The pane's own document. */
  frame(): Frame {
    const frame = this.page.frames().find((one) => one.url().includes("taskpane.html"));
    if (!frame) throw new Error("The pane is not there.");
    return frame;
  }

  /** The names on the sheets' tabs. */
  async sheets(): Promise<string[]> {
    return this.page.getByRole("tab").allTextContents();
  }

  /** Shows a sheet by its tab. */
  async show(sheet: string): Promise<void> {
    await this.page.getByRole("tab", { name: sheet, exact: true }).click();
    await this.page.getByRole("tab", { name: sheet, exact: true, selected: true }).waitFor();
  }

  /** Opens one of the pane's tabs. */
  async turnTo(tab: string): Promise<void> {
    await this.pane.getByRole("tab", { name: tab }).click();
  }

  /** Presses a button in the pane. */
  async press(button: string): Promise<void> {
    await this.pane.getByRole("button", { name: button, exact: true }).click();
  }

  /** What the pane says to screen readers that it is doing or has done. */
  status(sentence: string | RegExp): Locator {
    return this.pane.getByRole("status").filter({ hasText: sentence });
  }

  /** Selects cells on the sheet that shows, by the name box: "A4:F10". */
  async select(address: string): Promise<void> {
    const box = this.page.locator(".name-box");
    const isSelected = () => this.page.waitForFunction((at) => window.workbench.host.selection.endsWith(`!${at}`), address, { timeout: 2_000 }).then(() => true, () => false);
    // The grid may take the focus late, and then what was typed is left undone, as by a click elsewhere: it is typed again.
    for (let attempt = 0; attempt < 5; attempt++) {
      await box.fill(address);
      await box.press("Enter");
      if (await isSelected()) return;
    }
    throw new Error(`${address} could not be selected.`);
  }

  /** Types into cells of the sheet that shows, one after the other, in the formula bar. */
  async enter(entries: Record<string, string>): Promise<void> {
    for (const [address, text] of Object.entries(entries)) {
      const cell = `'${(await this.page.getByRole("tab", { selected: true }).first().textContent()) ?? ""}'!${address}`;
      const before = JSON.stringify(await this.values(cell));
      for (let attempt = 0; attempt < 3 && JSON.stringify(await this.values(cell)) === before; attempt++) {
        await this.select(address);
        // The field of that cell: the one of the cell before may still be there.
        const bar = this.page.locator(`.formula-field[data-cell="${address}"]`);
        await bar.fill(text);
        await bar.press("Enter");
      }
    }
  }

  /** Puts values into cells, of the sheet that shows where an address names none. */
  async put(entries: Record<string, CellValue>): Promise<void> {
    await this.page.evaluate((all) => Object.entries(all).forEach(([address, value]) => window.workbench.host.setCell(address, value)), entries);
  }

  /** Writes the plan from the pane's Plan tab. */
  async writePlan(): Promise<void> {
    await this.turnTo("Plan");
    await this.pane.getByRole("button", { name: /^Skriv plan/ }).click();
    await this.status("Planen är skriven på 4 blad.").waitFor();
  }

  /** What the sheet Kontroll says of the whole plan. */
  async control(): Promise<CellValue | undefined> {
    return (await this.rows("Kontroll")).find(([label]) => label === "Samlad kontroll")?.[1];
  }

  /** A cell in the grid that can be scrolled, by its text. */
  cell(text: string): Locator {
    return this.page.locator(".grid revogr-data .rgCell").filter({ hasText: new RegExp(`^${text.replaceAll(" ", "\\s")}$`) });
  }

  /** What the cells of an address hold, as the host of the workbook has it. */
  values(address: string): Promise<CellValue[][]> {
    return this.page.evaluate((at) => window.workbench.host.values(at), address);
  }

  /** The rows of a sheet's first 200 rows and 40 columns that hold something. */
  async rows(sheet: string): Promise<CellValue[][]> {
    const rows = await this.values(`'${sheet}'!A1:AN200`);
    return rows.filter((row) => row.some((value) => value !== ""));
  }
}
