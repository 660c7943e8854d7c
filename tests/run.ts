/**
 * `npm test`: every test, unit and integration first, then the browser's.
 * `npm run test:e2e` (or --e2e) runs the browser tests alone. Says so plainly when there is no Chromium.
 */
import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const browser = "/usr/bin/chromium";
const onlyBrowser = process.argv.includes("--e2e");
const folder = mkdtempSync(join(tmpdir(), "aterforing-"));
let passed = 0;
let failed = 0;

function run(name: string, args: string[]): void {
  const results = join(folder, `${name}.json`);
  const { status } = spawnSync("npx", ["jest", "--json", `--outputFile=${results}`, ...args], { stdio: "inherit" });
  if (!existsSync(results)) failed += 1;
  else {
    const counts = JSON.parse(readFileSync(results, "utf8")) as { numPassedTests: number; numFailedTests: number; numRuntimeErrorTestSuites: number };
    passed += counts.numPassedTests;
    failed += counts.numFailedTests + counts.numRuntimeErrorTestSuites;
    if (status !== 0 && counts.numFailedTests + counts.numRuntimeErrorTestSuites === 0) failed += 1;
  }
}

if (!onlyBrowser) run("unit", ["--silent"]);
if (existsSync(browser)) run("e2e", ["--silent", "--config", "tests/e2e/jest.config.cjs"]);
else console.log("\nThe browser tests did not run: there is no Chromium at /usr/bin/chromium (on Debian: apt install chromium).");

console.log(`\n${passed} passed, ${failed} failed`);
if (process.env.TEST_SUMMARY) appendFileSync(process.env.TEST_SUMMARY, `${passed} ${failed}\n`);
process.exitCode = failed === 0 ? 0 : 1;
