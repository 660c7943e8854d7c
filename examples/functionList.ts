import type { CellFunction } from "../src/functions/declaration";
import { decimalsOf, exampleFormula, visibleName } from "../src/functions/reference";
import { areaAddress } from "../src/report";
import { FormulaSheet } from "./formulaSheet";

/** Columns: name, what the figures are, the formula as text, so many for the answer, as many for what it ought to be, the check. */
const answerColumn = 3;

/** A sheet with the worked example of every function, computed and checked. */
export function functionList(cellFunctions: readonly CellFunction[]): FormulaSheet {
  const answers = cellFunctions.map(({ example }) => (typeof example.answer === "number" ? [[example.answer]] : example.answer));
  const columns = Math.max(...answers.flat().map((row) => row.length));
  const checkColumn = answerColumn + 2 * columns;
  const cells = <T>(content: T) => Array.from({ length: columns - 1 }, () => content);
  const sheet = new FormulaSheet("Alla funktioner", [27, 44, 44, ...Array<number>(2 * columns).fill(9), 9]);
  sheet.style("title", sheet.area(sheet.add("Alla funktioner, ett räknat exempel på varje")));
  sheet.style("note", sheet.area(sheet.add("Svaret räknas av funktionen; bredvid står det svar som funktionens beskrivning anger.")));
  const overall = sheet.add();
  sheet.add();
  const header = sheet.add("Funktion", "Exempel", "Formel", "Svar", ...cells(""), "Ska bli", ...cells(""), "Stämmer");
  sheet.style("header", sheet.area(header, 0, checkColumn + 1));
  sheet.style("headerNumber", sheet.area(header, answerColumn, checkColumn - answerColumn + 1));
  cellFunctions.forEach((cellFunction, index) => {
    const answer = answers[index]!;
    const rows = answer.map((row, place) => {
      const added = sheet.add(...(place === 0 ? [visibleName(cellFunction), cellFunction.example.about.sv] : []));
      row.forEach((value, column) => {
        sheet.put(added, answerColumn + columns + column, value);
        const decimals = decimalsOf(value);
        for (const one of [answerColumn + column, answerColumn + columns + column]) sheet.format(decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`, sheet.area(added, one));
      });
      return added;
    });
    const [first = 0] = rows;
    sheet.text(first, 2, exampleFormula(cellFunction, "sv"));
    sheet.put(first, answerColumn, exampleFormula(cellFunction, "en"));
    const same = answer.flatMap((row, place) =>
      row.map((value, column) => {
        const at = (start: number) => areaAddress(sheet.area(rows[place]!, start + column));
        return `ROUND(${at(answerColumn)},${decimalsOf(value)})=${at(answerColumn + columns)}`;
      }),
    );
    sheet.check(first, checkColumn, same.length === 1 ? same[0]! : `AND(${same.join(",")})`);
    sheet.style("rows", sheet.area(first, 0, checkColumn + 1, rows.length));
    sheet.style("sentence", sheet.area(first, 1, 2));
    sheet.fit(first);
  });
  sheet.overall(overall, "Stämmer");
  return sheet;
}
