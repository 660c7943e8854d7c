/** Reads the parts of a page that tests check: examples, tables with a marker, and computations. */

/** A table with its marker: `<!-- tabell: fondkonto -->`, a blank line, the table. Cells as text. */
export interface PageTable {
  kind: string;
  headers: string[];
  rows: string[][];
}

/** A worked example: a heading with `<!-- exempel: riskdelning -->`, up to the next heading. */
export interface WorkedExample {
  name: string;
  text: string;
  tables: PageTable[];
  /** The lines of the blocks marked ```räkning. */
  computations: string[];
}

const cellsOf = (line: string) => line.trim().replace(/^\|/, "").replace(/\|$/, "").split("|").map((cell) => cell.trim());

/** Every example of a page, in order. */
export function workedExamples(page: string): WorkedExample[] {
  return page
    .split(/^(?=#{1,6} )/m)
    .flatMap((text) => {
      const name = /^<!-- exempel: (\S+) -->$/m.exec(text)?.[1];
      return name === undefined ? [] : [{ name, text, tables: tablesOf(text), computations: computationsOf(text) }];
    });
}

function tablesOf(text: string): PageTable[] {
  return [...text.matchAll(/^<!-- tabell: (.+) -->\n\n((?:\|.*\n?)+)/gm)].map(([, kind = "", table = ""]) => {
    const [headers = [], , ...rows] = table.trim().split("\n").map(cellsOf);
    return { kind, headers, rows };
  });
}

function computationsOf(text: string): string[] {
  return [...text.matchAll(/^```räkning\n([\s\S]*?)^```$/gm)].flatMap(([, block = ""]) => block.trim().split("\n"));
}

/** An amount as the page writes it, as plain decimal text: `−1 234,50` → `-1234.5`; a dash is zero. */
export function plainAmount(text: string): string {
  if (text === "–" || text === "") return "0";
  const plain = text.replace(/[\s\u00a0]/g, "").replace("−", "-").replace(",", ".");
  if (!/^-?\d+(\.\d+)?$/.test(plain)) throw new Error(`The page has "${text}" where an amount should be.`);
  return plain.includes(".") ? plain.replace(/\.?0+$/, "") : plain;
}

/** The part of a page between `<!-- skapas: X -->` and `<!-- /skapas -->`. */
export function markedBlock(page: string, name: string): string {
  const block = blockPattern(name).exec(page)?.[2];
  if (block === undefined) throw new Error(`The page has no part marked <!-- skapas: ${name} -->.`);
  return block.trim();
}

export function withMarkedBlock(page: string, name: string, block: string): string {
  return page.replace(blockPattern(name), (_, begin: string, _old: string, end: string) => `${begin}\n${block}\n\n${end}`);
}

const blockPattern = (name: string) => new RegExp(`(<!-- skapas: ${name} -->\\n)([\\s\\S]*?)(<!-- /skapas -->)`);

/** The rows of the first table in a piece of a page. */
export function tableRows(block: string): string[][] {
  return block.split("\n").filter((line) => line.startsWith("|")).slice(2).map(cellsOf);
}
