import { implementations, cellFunctions } from "../src/functions/functions";
import { functionsMetadata } from "../src/functions/metadata";
import { createHost, newSheet, newWorkbook, type Cell } from "../workbench/host";
import { registerCustomFunctions, type CustomFunction } from "../workbench/host/customFunctions";
import { projects } from "./functionCases";

/** So many cells with NETTONUVÄRDE over 30 flows, computed anew when the rate is changed; in milliseconds. */
export function recalculate(cells: number): { all: number; inFunction: number } {
  let inFunction = 0;
  registerCustomFunctions("SIF", functionsMetadata(cellFunctions, "sv").functions as CustomFunction[], (id) => {
    const implementation = implementations[id];
    return implementation && ((...passed) => {
      const start = performance.now();
      const answer = implementation(...passed);
      inFunction += performance.now() - start;
      return answer;
    });
  });
  const workbook = newWorkbook();
  const sheet = newSheet("flows", "Flöden");
  workbook.sheets.splice(0, workbook.sheets.length, sheet);
  // The rate in A1; below it on each row the formula in A and the flows from B to AE.
  sheet.cells.set(0, new Map<number, Cell>([[0, { value: 0.03 }]]));
  projects(cells).forEach(({ flows }, index) => {
    const row = index + 1;
    const formula: Cell = { formula: `=SIF.NETTONUVÄRDE($A$1,B${row + 1}:AE${row + 1})` };
    sheet.cells.set(row, new Map([[0, formula], ...flows.map((value, year): [number, Cell] => [year + 1, { value }])]));
  });
  const host = createHost(workbook);
  const computed = () => host.values(`Flöden!A2:A${cells + 1}`).flat().filter((value) => typeof value === "number").length;
  if (computed() !== cells) throw new Error("A cell has no answer.");
  inFunction = 0;
  const start = performance.now();
  host.setCell("Flöden!A1", 0.04);
  computed();
  return { all: performance.now() - start, inFunction };
}
