import type { Host } from "../../workbench/host";

/** What would be computed, if it were a formula. In a formula's own texts it is nothing but text. */
const computed = /HYPERLINK|cmd\||@SUM|kostnader' &(?! <b>'!)/;

/** Every text on a workbook's sheets from the one at `first` on. Fails when a formula does what a name says. */
export function writtenTexts({ workbook }: Host, first = 2): string[] {
  const cells = workbook.sheets.slice(first).flatMap((sheet) => [...sheet.cells.values()].flatMap((row) => [...row.values()]));
  const formulas = cells.flatMap(({ formula }) => (formula === undefined ? [] : [formula.replace(/"[^"]*"/g, "")]));
  expect(formulas.filter((formula) => computed.test(formula))).toEqual([]);
  return cells.flatMap(({ value, formula }) => (formula === undefined ? [String(value)] : []));
}
