import type { Page } from "playwright-core";
import { readZip } from "../../workbench/host/xlsx/zip";

/** A table's rows, as the texts of their cells. */
export type TextTable = string[][];

/** What a reader finds in a paper. */
export interface PaperContents {
  /** Paragraphs with a style, or elements: their names and texts. */
  headings: { style: string; text: string }[];
  tables: TextTable[];
}

/** The files of an archive, by name. */
export const unzip = (bytes: Uint8Array) => readZip(new Uint8Array(bytes));

/** A Word file's headings and tables, read by the browser's own XML reader. */
export async function wordContents(page: Page, bytes: Uint8Array): Promise<PaperContents> {
  const xml = new TextDecoder().decode((await unzip(bytes)).get("word/document.xml"));
  return page.evaluate((source) => {
    const root = new DOMParser().parseFromString(source, "application/xml");
    const all = (element: Document | Element, name: string) => [...element.getElementsByTagNameNS("*", name)];
    const textOf = (element: Element) => all(element, "t").map(({ textContent }) => textContent).join("").replaceAll("\u00a0", " ");
    return {
      headings: all(root, "p").flatMap((paragraph) => all(paragraph, "pStyle").map((style) => ({ style: style.getAttribute("w:val") ?? "", text: textOf(paragraph) }))),
      tables: all(root, "tbl").map((table) => all(table, "tr").map((row) => all(row, "tc").map(textOf))),
    };
  }, xml);
}

/** The headings and tables of rich text, read by the browser. */
export async function htmlContents(page: Page, html: string): Promise<PaperContents> {
  return page.evaluate((source) => {
    const root = new DOMParser().parseFromString(source, "text/html");
    const textOf = (element: Element) => (element.textContent ?? "").replaceAll("\u00a0", " ");
    return {
      headings: [...root.querySelectorAll("h1, h2")].map((heading) => ({ style: heading.localName, text: textOf(heading) })),
      tables: [...root.querySelectorAll("table")].map((table) => [...table.rows].map((row) => [...row.cells].map(textOf))),
    };
  }, html);
}

/** An amount in kronor as it is written: "1 234,50". */
export const kronor = (text: string) => Number(text.replace(/\s/g, "").replace("−", "-").replace(",", "."));

/** The amounts of the tables with projects, committees and years, by "project | committee | year"; without zeros and sums. */
export function repaymentsIn(tables: readonly TextTable[]): Map<string, number> {
  const amounts = new Map<string, number>();
  for (const [header, ...rows] of tables) {
    if (header?.[0] !== "Projekt" || header[1] !== "Nämnd") continue;
    for (const [project, committee, ...cells] of rows) {
      cells.forEach((cell, index) => {
        const year = header[index + 2] ?? "";
        if (/^20\d\d/.test(year) && project !== "Totalt" && kronor(cell) !== 0) amounts.set(`${project} | ${committee} | ${year.slice(0, 4)}`, kronor(cell));
      });
    }
  }
  return amounts;
}
