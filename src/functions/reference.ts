import type { Language } from "../i18n";
import { formatDecimal } from "../i18n/format";
import type { CellFunction, WorkedExample } from "./declaration";
import { condition, typed } from "./found";

/** What stands between arguments, and between the columns and rows of an array constant, in an Excel with the language's decimal sign. */
const separators: Record<Language, { argument: string; column: string; row: string }> = {
  sv: { argument: "; ", column: "\\", row: ";" },
  en: { argument: ", ", column: ",", row: ";" },
};

/** What a function is called in cells: `SIF.NETTONUVÄRDE`. */
export function visibleName({ name }: CellFunction): string {
  return `SIF.${name}`;
}

/** How a function is written, what may be left out in brackets with what then counts: `=SIF.FÖRDELA(belopp; vikter; [enhet = 0,01])`. */
export function signature(cellFunction: CellFunction, language: Language): string {
  const written = cellFunction.arguments.map(({ name, default: standard }) => {
    if (standard === undefined) return name;
    return standard === null ? `[${name}]` : `[${name} = ${constant(standard, language)}]`;
  });
  return call(cellFunction, written, separators[language].argument);
}

/** The formula with every argument's name where its cells are to stand, in the English notation that Excel takes from code in every language. */
export function formulaToFillIn(cellFunction: CellFunction): string {
  return call(cellFunction, cellFunction.arguments.map(({ name }) => name), ",");
}

/** The example as a user types it in an Excel of the language: `=SIF.FÖRDELA(100; {1\1\1})`. */
export function exampleFormula(cellFunction: CellFunction, language: Language): string {
  const { argument, column, row } = separators[language];
  const written = cellFunction.example.passed.map((value) => {
    if (typeof value === "number" || typeof value === "boolean") return constant(value, language);
    return `{${value.map((cells) => cells.map((cell) => constant(cell, language)).join(column)).join(row)}}`;
  });
  return call(cellFunction, written, argument);
}

/** The example's answer, a row of cells a row, with the decimals that it is stated with: `[["329,3277"]]`. */
export function exampleAnswer({ answer }: WorkedExample, language: Language): string[][] {
  const rows = typeof answer === "number" ? [[answer]] : answer;
  return rows.map((cells) => cells.map((cell) => formatDecimal(String(cell), language, decimalsOf(cell))));
}

/** How many decimals a number is written with. */
export function decimalsOf(value: number): number {
  return String(value).split(".")[1]?.length ?? 0;
}

/**
 * The functions that a search finds, in their order: those in which every word stands, in the name, the id, the
 * description or the arguments. Capitals and accents don't matter: "aterbetalning" finds ÅTERBETALNINGSTID.
 */
export function findFunctions(cellFunctions: readonly CellFunction[], search: string, language: Language): CellFunction[] {
  const words = plain(search).split(/\s+/).filter((word) => word !== "");
  return cellFunctions.filter((cellFunction) => {
    const { id, description, arguments: declared } = cellFunction;
    const said = plain([visibleName(cellFunction), id, description[language], ...declared.flatMap((argument) => [argument.name, argument.description[language]])].join(" "));
    return words.every((word) => said.includes(word));
  });
}

function call(cellFunction: CellFunction, written: string[], separator: string): string {
  return `=${visibleName(cellFunction)}(${written.join(separator)})`;
}

function constant(value: number | boolean, language: Language): string {
  return typeof value === "boolean" ? condition(value, language) : typed(value, language);
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
