/**
 * `npm run bench`: how fast and how large, beside what people would use instead, in one table.
 *   planning, workbook, functions, word, pane   only these parts
 *   --update-docs                               puts the table into docs/performance.md
 */
import { availableParallelism, loadavg } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { measureWord } from "./annex";
import { measureFunctions } from "./functions";
import { measurePane } from "./pane";
import { measurePlanning } from "./planning";
import { tableOf, updatePage, type Part } from "./table";
import { measureWorkbook } from "./workbook";

const measures: Record<string, () => Part | Promise<Part>> = {
  planning: measurePlanning,
  workbook: measureWorkbook,
  functions: measureFunctions,
  word: measureWord,
  pane: measurePane,
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { "update-docs": { type: "boolean" } }, allowPositionals: true });
  const unknown = positionals.filter((name) => !(name in measures));
  if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(", ")}. The parts are ${Object.keys(measures).join(", ")}.`);
  const chosen = positionals.length > 0 ? positionals : Object.keys(measures);
  const load = loadavg()[0]!;
  const start = performance.now();
  const parts: Part[] = [];
  for (const name of chosen) {
    console.error(`${name} …`);
    parts.push(await measures[name]!());
  }
  const minutes = (performance.now() - start) / 60_000;
  const machine = `${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores, Node ${process.versions.node}; load before the run ${load.toFixed(1)}; the run took ${minutes.toFixed(0)} minutes.`;
  const text = `${machine}\n\n${tableOf(parts)}`;
  console.log(text);
  if (values["update-docs"]) updatePage(resolve(__dirname, "../docs/performance.md"), text);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
