import { spawn, type ChildProcess } from "node:child_process";
import { resolve } from "node:path";
import { chromium, type Browser, type FrameLocator, type Locator, type Page } from "playwright-core";
import type { CellValue } from "../../workbench/host/model";

const root = resolve(__dirname, "../..");
const BUILD_TIME = 180_000;

/** `npm start` on a free port, as a user starts it. */
export interface RunningWorkbench {
  address: string;
  stop(): Promise<void>;
}

/** Starts the workbench; resolves when it has printed its address. Rejects with what it printed when it ends before. */
export function startWorkbench(): Promise<RunningWorkbench> {
  const child = spawn(process.execPath, [resolve(root, "node_modules/tsx/dist/cli.mjs"), "workbench/start.ts", "--port", "0"], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`The workbench did not start:\n${printed}`)), BUILD_TIME);
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /http:\/\/localhost:\d+\//.exec(printed)?.[0];
      if (!address) return;
      clearTimeout(timer);
      done({ address, stop: () => stop(child) });
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", (code) => {
      clearTimeout(timer);
      fail(new Error(`The workbench ended with ${code}:\n${printed}`));
    });
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    child.once("exit", () => done());
    child.kill("SIGTERM");
  });
}

/** The system's Chromium. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
}

/** The workbench's page as a user sees it, and what went wrong in it. */
export class Desk {
  readonly pane: FrameLocator;
  /** Errors on the console, uncaught exceptions, and requests that leave this machine. */
  readonly faults: string[] = [];

  constructor(readonly page: Page) {
    this.pane = page.frameLocator("iframe");
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.faults.push(`${message.type()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.faults.push(`exception: ${error.message}`));
    page.on("request", (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (!["data:", "blob:"].includes(protocol) && hostname !== "localhost") this.faults.push(`request: ${request.url()}`);
    });
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
