/**
 * `npm run bench`: how fast, beside what people would use instead, in one run. Medians of several runs; compare the
 * ratios, since machines differ.
 */
import { planChanges } from "../src/followUp";
import { planRepayments, type PlanInput } from "../src/planning";
import { recalculate } from "./functionCells";
import { measureInternalRate, measureNetPresentValue, type Measured } from "./functions";
import { annexBesideDocx } from "./annex";
import { planInFormulas } from "./formulas";
import { measurePane } from "./pane";
import { largeFund } from "./portfolio";
import { readAndWrite, type Cost } from "./workbook";

function medianOf(runs: number, work: () => void): number {
  work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)]!;
}

const ms = (time: number) => `${time.toFixed(0).padStart(7)} ms`;

function planning(): void {
  console.log("Planning: 5 committees × 20 years, one cap");
  const times = [100, 1_000, 10_000].map((projects) => {
    const input = largeFund(projects);
    const time = medianOf(projects > 1_000 ? 1 : 5, () => void planRepayments(input));
    console.log(`  ${String(projects).padStart(6)} projects ${ms(time)}   ${(process.memoryUsage().heapUsed / 1e6).toFixed(0)} MB`);
    return time;
  });
  console.log(`  slope 1 000 → 10 000: ${(times[2]! / times[1]!).toFixed(1)} times the time for 10 times the projects`);
  const input = largeFund(1_000);
  const { before, now } = yearLater(input);
  const explained = medianOf(1, () => void planChanges(before, now));
  console.log(`  why the plan of the year after differs, 1 000 projects ${ms(explained)}: ${(explained / times[1]!).toFixed(1)} times a plan (in the worker)`);
  const formulas = medianOf(1, () => void planInFormulas(input));
  console.log(`  the same model as formulas (HyperFormula), 1 000 projects ${ms(formulas)}: ${(formulas / times[1]!).toFixed(1)} times the engine's`);
}

/** A fund's decided plan, and the plan that is made anew when a year has gone: a third of its outcomes fell short. */
function yearLater(input: PlanInput) {
  const { schedule } = planRepayments(input);
  const year = input.savings.reduce((first, row) => Math.min(first, row.year), Infinity);
  const outcomes = input.savings.filter((row) => row.year === year).map((row, index) => ({ ...row, amount: index % 3 === 0 ? "1" : row.amount, status: "established" as const }));
  const later: PlanInput = { ...input, planFrom: year + 1, outcomes, booked: schedule.filter((row) => row.year === year) };
  return { before: { input, schedule }, now: { input: later, schedule: planRepayments(later).schedule } };
}

function functions(): void {
  const cases = 100_000;
  const line = ({ name, time, wrong }: Measured, fastest: number, of: number) =>
    console.log(`  ${name.padEnd(18)} ${time.toFixed(1).padStart(7)} µs   ${(time / fastest).toFixed(1).padStart(5)} times the fastest   ${String(wrong).padStart(6)} of ${of} wrong`);
  const table = (measured: Measured[], of: number) => measured.forEach((one) => line(one, Math.min(...measured.map(({ time }) => time)), of));
  console.log("\nNet present value over 30 flows; wrong to the öre, half of the cases at no rate, where one in ten ends in half an öre (at most 3 times, none wrong)");
  table(measureNetPresentValue(cases), cases);
  console.log("\nInternal rate over 30 flows; wrong in twelve digits");
  table(measureInternalRate(cases / 10), cases / 10);
  const { all, inFunction } = recalculate(10_000);
  console.log(`\n10 000 cells with NETTONUVÄRDE computed anew ${ms(all)} on the host, ${ms(inFunction)} of it in the function (at most 1 000)`);
}

async function workbook(): Promise<void> {
  console.log("\nReading and writing, through Microsoft's client on the host (real Excel adds its own time for each sync)");
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  const line = (what: string, { time, syncs, requestBytes, responseBytes, largest }: Cost) =>
    console.log(`  ${what.padEnd(24)} ${ms(time)}   ${syncs} syncs   ${megabytes(requestBytes)} out, ${megabytes(responseBytes)} in, largest ${megabytes(largest)}`);
  for (const projects of [100, 1_000]) {
    const { reading, writing, rewriting } = await readAndWrite(projects);
    line(`${projects} projects: reading`, reading);
    line("    writing", writing);
    line("    writing again", rewriting);
  }
}

async function word(): Promise<void> {
  const { cells, annexTime, docxTime } = await annexBesideDocx(100, 12);
  console.log(`\nWord annex of 100 projects × 12 committees × 20 years ${ms(annexTime)} on Node: ${(annexTime / docxTime).toFixed(1)} times what docx alone takes for ${cells} cells of plain text`);
}

async function pane(): Promise<void> {
  console.log("\nThe pane in Chromium, with the showcase (one run, with the client in the same process)");
  const { scriptBytes, firstView, typing, longest, annex } = await measurePane();
  console.log(`  scripts of the first view ${(scriptBytes / 1e3).toFixed(0)} kB compressed (at most 300)`);
  console.log(`  first view, with the input read ${ms(firstView)}`);
  console.log(`  from typing in a rule to its example ${ms(typing)}`);
  console.log(`  longest task with 1 000 projects: the Plan tab ${ms(longest.plan)}, filtering ${ms(longest.filtering)}, comparing ${ms(longest.comparing)}; reading, with the workbench's Excel in it ${ms(longest.reading)}`);
  console.log(`  Word annex of the showcase ${ms(annex.showcase.time)} (at most 1 500), with its scripts, ${(annex.showcase.scriptBytes / 1e3).toFixed(0)} kB compressed, fetched only then`);
  console.log(`  Word annex of 100 projects × 12 committees × 20 years ${ms(annex.large.time)} (at most 10 000), longest task, with the workbench's Excel in it ${ms(annex.large.longest)} (at most 100)`);
}

planning();
functions();
void workbook().then(word).then(pane);
