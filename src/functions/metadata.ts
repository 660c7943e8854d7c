import { parseTree, type IFunction } from "custom-functions-metadata";
import type { Language } from "../i18n";
import type { Argument } from "./arguments";
import type { CellFunction } from "./declaration";

/** What functions.json holds. */
export interface FunctionsMetadata {
  /** A function is called with error values too, so that it can say which cell is wrong. */
  allowErrorForDataTypeAny: boolean;
  functions: IFunction[];
}

/**
 * The metadata of the functions in a language, at build time. The declarations are written out as commented
 * signatures and read by Microsoft's own generator, which also checks names and ids.
 * @throws when the generator objects to a name, an id or an argument
 */
export function functionsMetadata(cellFunctions: readonly CellFunction[], language: Language): FunctionsMetadata {
  const source = cellFunctions.map((cellFunction, index) => signature(cellFunction, index, language)).join("\n");
  const { functions, extras } = parseTree(source, "functions.ts");
  const objections = extras.flatMap((extra) => extra.errors);
  if (objections.length > 0) throw new Error(objections.join("\n"));
  return { allowErrorForDataTypeAny: true, functions };
}

/** `any`, so that a text reaches the function and is answered with a sentence instead of a bare #VALUE!. */
function signature({ id, name, description, arguments: declared, spills }: CellFunction, index: number, language: Language): string {
  const parameters = declared.map((argument) => ` * @param {${argument.range ? "any[][]" : "any"}} ${written(argument)} ${argument.description[language]}`);
  return [
    "/**",
    ` * ${description[language]}`,
    ` * @customfunction ${id} ${name}`,
    ...parameters,
    ` * @returns {${spills ? "number[][]" : "number"}}`,
    " */",
    `function f${index}(${declared.map((argument) => argument.name).join(", ")}) {}`,
  ].join("\n");
}

function written({ name, default: standard }: Argument<unknown>): string {
  return standard === undefined ? name : `[${name}]`;
}
