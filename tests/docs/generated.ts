import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { markedBlock, withMarkedBlock } from "./markdown";

/** A page in docs/, as it is now. */
export function pageText(name: string): string {
  return readFileSync(join(__dirname, "../../docs", name), "utf8");
}

/**
 * A test that a part of a page, between `<!-- skapas: X -->` and `<!-- /skapas -->`, is what the program says.
 * `UPDATE_DOCS=1 npx jest tests/docs` writes the part anew instead.
 * @param content the part as it should be; told what is written there, so that columns written by hand can stay
 */
export function testGenerated(page: string, name: string, content: (written: string) => string): void {
  const file = join(__dirname, "../../docs", page);
  if (process.env.UPDATE_DOCS === "1") {
    const text = pageText(page);
    const updated = withMarkedBlock(text, name, content(markedBlock(text, name)));
    if (updated !== text) writeFileSync(file, updated);
  }
  test(`${page}, ${name}: is as the program has it (UPDATE_DOCS=1 npx jest tests/docs writes it)`, () => {
    const written = markedBlock(pageText(page), name);
    expect(written).toBe(content(written));
  });
}

/** A table in Markdown. */
export function markdownTable(headers: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(headers), line(headers.map(() => "---")), ...rows.map(line)].join("\n");
}
