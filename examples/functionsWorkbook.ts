import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cellFunctions, implementations } from "../src/functions/functions";
import { functionsMetadata } from "../src/functions/metadata";
import type { PlanInput, RepaymentPlan } from "../src/planning";
import { registerCustomFunctions, type CustomFunction } from "../workbench/host/customFunctions";
import { functionList } from "./functionList";
import { planByFunctions } from "./planByFunctions";
import { workbookFile } from "./workbookFile";

const inputs = join(__dirname, "../tests/planning/examples");

/** The examples that are computed anew by functions: the sheet's name and title, by the example's. */
const rebuilt = [
  { example: "skl-1-mkr", sheet: "En miljon", title: "En miljon kronor, två nämnder, återföring efter två år" },
  { example: "sjalvrisk-5-ar", sheet: "Självrisk", title: "Självrisk: återföringen begränsas till egna besparingar inom fem år" },
];

/** Gives the host's formulas the add-in's functions. */
export function registerCellFunctions(): void {
  registerCustomFunctions("SIF", functionsMetadata(cellFunctions, "sv").functions as CustomFunction[], (id) => implementations[id]);
}

/** The workbook as a file, which shows its stored values to those who don't have the add-in. */
export function functionsWorkbook(): Promise<Uint8Array> {
  return workbookFile(fill, true);
}

/** Two plans computed anew by functions in cells, beside the plans' own figures, and a worked example of every function. */
async function fill(context: Excel.RequestContext): Promise<void> {
  registerCellFunctions();
  const read = (file: string) => JSON.parse(readFileSync(join(inputs, file), "utf8")) as unknown;
  const sheets = rebuilt.map(({ example, sheet, title }) => planByFunctions(sheet, title, read(`${example}.json`) as PlanInput, read(`${example}.expected.json`) as RepaymentPlan));
  for (const sheet of [...sheets, functionList(cellFunctions)]) sheet.write(context);
  context.workbook.worksheets.getItem(rebuilt[0]!.sheet).activate();
  await context.sync();
}
