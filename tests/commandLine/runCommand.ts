import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArguments } from "../../workbench/commandLine/arguments";
import { planJson } from "../../workbench/commandLine/planJson";
import { planWorkbook } from "../../workbench/commandLine/planWorkbook";

/** A folder of its own, for what a command makes. */
export const folder = (): string => mkdtempSync(join(tmpdir(), "aterforing-"));

/** What a command answered. */
interface Ended {
  status: number;
  out: string;
  err: string;
  /** Why it did not begin, or all that it printed. */
  printed: string;
}

/** Runs `npm run plan` in this process. */
export async function run(args: string[]): Promise<Ended> {
  const out = jest.spyOn(console, "log").mockImplementation();
  const err = jest.spyOn(console, "error").mockImplementation();
  try {
    const request = parseArguments(args);
    const status = "problem" in request ? 2 : "help" in request ? 0 : request.json ? planJson(request.file) : await planWorkbook(request);
    const text = (spy: jest.SpyInstance) => spy.mock.calls.map(([line]) => String(line)).join("\n");
    const [said, complained] = [text(out), text(err)];
    return { status, out: said, err: complained, printed: "problem" in request ? request.problem : [said, complained].filter(Boolean).join("\n") };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}
