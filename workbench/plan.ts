/**
 * `npm run plan -- FILE.xlsx --out DIR`: the add-in's own reading, planning and writing on a workbook, through
 * Microsoft's client on the host; with --annex, --committees, --csv and --sie also the files that the pane offers.
 * `npm run plan -- FILE.json --json` plans an input that is JSON.
 * Exit status: 0, 1 for errors in the input, 2 for wrong use.
 */
import { parseArguments, usage } from "./commandLine/arguments";
import { planJson } from "./commandLine/planJson";
import { planWorkbook } from "./commandLine/planWorkbook";

async function main(): Promise<number> {
  const request = parseArguments(process.argv.slice(2));
  if ("problem" in request) {
    console.error(`${request.problem}\n\n${usage}`);
    return 2;
  }
  if ("help" in request) {
    console.log(usage);
    return 0;
  }
  return request.json ? planJson(request.file) : planWorkbook(request);
}

main().then(
  (status) => (process.exitCode = status),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
