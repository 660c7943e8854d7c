import { spawn, type ChildProcess } from "node:child_process";
import { resolve } from "node:path";
import type { Browser } from "playwright-core";
import { launchChromium } from "../../workbench/chromium";

const root = resolve(__dirname, "../..");
const BUILD_TIME = 180_000;

/** `npm start` on a free port, as a user starts it. */
export interface RunningWorkbench {
  address: string;
  stop(): Promise<void>;
}

declare global {
  /** The workbench that the tests have started; see startOnce.ts. */
  var startedWorkbench: RunningWorkbench | undefined;
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

/** A browser for the tests of a file: opened before the first, closed after the last. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
  });
  return () => {
    if (browser === undefined) throw new Error("The browser is open only while tests run.");
    return browser;
  };
}
