/**
 * `npm run examples`: makes the workbooks in this folder anew from plain data. Each example of the engine becomes a
 * workbook on the add-in's own template; two are not on it, as people make them by hand; one has the functions in cells.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PlanInput } from "../src/planning";
import { createTemplate, fillTemplate } from "../src/workbook/template";
import { functionsWorkbook } from "./functionsWorkbook";
import { handMade, type HandMadeSheet } from "./handMade";
import { workbookFile } from "./workbookFile";

/** What stands above the plan, in the users' language. */
const titles: Record<string, string> = {
  "ale-dubbelmodell": "Dubbelmodellen: ett projekt återför till fonden, ett annat är ett vanligt anslag",
  "malmo-hela-familjen": "Hela familjen: ansvaret byter nämnd, och resten efterskänks (beloppen är exempel)",
  "norrkoping-2010": "Norrköpings sociala investeringsfond och dess fem första projekt (besparingarna är exempel)",
  "ovillkorlig-10-ar": "Ovillkorlig återföring i lika delar under tio år, i hela tusental kronor",
  riskdelning: "Riskdelning: styrelsen bär en fjärdedel, nämnderna återför halva besparingen och minst två femtedelar",
  "sjalvrisk-5-ar": "Självrisk: återföringen begränsas till egna besparingar inom fem år",
  "skl-1-mkr": "En miljon kronor, två nämnder, återföring efter två år",
  "sodermanland-4-ar": "Full återföring i lika delar, allt inom fyra år efter projektet",
  "tak-och-ko": "Nämndens årliga tak: äldsta projektet först, och det som inte ryms väntar",
  uppfoljning: "Uppföljning 2027: fastställda utfall ersätter det förväntade, och resten planeras om",
};

const inputs = join(__dirname, "../tests/planning/examples");

/** Writes a workbook into this folder. */
async function make(name: string, file: Promise<Uint8Array>): Promise<void> {
  writeFileSync(join(__dirname, `${name}.xlsx`), await file);
  console.log(`examples/${name}.xlsx`);
}

async function onTemplate(context: Excel.RequestContext, input: PlanInput): Promise<void> {
  const filled = fillTemplate(input, "sv");
  const years = [...input.costs, ...input.savings].map(({ year }) => year);
  const firstYear = Math.min(...years);
  const { diagnostics } = await createTemplate(context, { language: "sv", firstYear, years: Math.max(...years) - firstYear + 1, filled });
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
}

function byHand(context: Excel.RequestContext, { name, cells, widths, bold, merged, amounts, numberFormat }: HandMadeSheet): void {
  const sheet = context.workbook.worksheets.add(name);
  const width = Math.max(...cells.map((row) => row.length));
  const range = sheet.getRangeByIndexes(0, 0, cells.length, width);
  range.values = cells.map((row) => [...row, ...Array.from({ length: width - row.length }, () => "")]);
  widths.forEach((points, column) => (sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = points));
  for (const address of bold) sheet.getRange(address).format.font.bold = true;
  for (const address of merged) sheet.getRange(address).merge();
  const [first, last] = amounts;
  range.numberFormat = cells.map((_, row) => Array.from({ length: width }, (__, column) => (row >= first.row && row <= last.row && column >= first.column && column <= last.column ? numberFormat : "General")));
}

async function main(): Promise<void> {
  const names = readdirSync(inputs).filter((file) => !file.includes(".expected."));
  for (const file of names) {
    const name = file.replace(".json", "");
    const input = JSON.parse(readFileSync(join(inputs, file), "utf8")) as PlanInput;
    await make(name, workbookFile((context) => onTemplate(context, { ...input, title: titles[name] })));
  }
  for (const [name, sheets] of Object.entries(handMade)) {
    const byAnalyst = workbookFile(async (context) => {
      for (const sheet of sheets) byHand(context, sheet);
      await context.sync();
    });
    await make(name, byAnalyst);
  }
  await make("funktioner", functionsWorkbook());
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
