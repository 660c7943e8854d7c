/** @jest-environment jsdom */
import { formatInUnit } from "../../../src/i18n/format";
import { plainText } from "../../../src/report/paper/plainText";
import { paperUnits } from "../../../src/report/paper/roundedPlan";
import type { Annex } from "../../../src/report/paper/types";
import { annexHtml, annexText, type AnnexPart } from "../../../src/report/richText";
import type { ReportTable } from "../../../src/report";
import { annexOf, exampleInput, inputNamed, nastyNames, nothingToRepay, wideInput } from "../paper/annexes";

const showcase = exampleInput("norrkoping-2010");
const parsed = (annex: Annex, part?: AnnexPart) => new DOMParser().parseFromString(annexHtml(annex, part), "text/html").body;
const tablesOf = ({ sections }: Annex): ReportTable[] => sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "table" ? [block.table] : [])));
/** An element's children, without jsdom's own list, which is made anew at every step. */
function* childrenOf(element: Element): Generator<Element> {
  for (let child = element.firstElementChild; child; child = child.nextElementSibling) yield child;
}
const texts = (elements: Iterable<Element>) => [...elements].map(({ textContent }) => textContent ?? "");

/** What a reader sees of a table, row by row. */
const shown = ({ columns, rows }: ReportTable, { language, unit, decimals }: Annex) =>
  rows.map(({ cells }) => cells.map((cell, index) => (columns[index]?.kind === "amount" ? formatInUnit(cell, language, unit, decimals) : plainText(cell))));

/** The page's tables, with the parts of a wide one side by side again. */
function pasted(body: Element, annex: Annex): string[][][] {
  const parts = [...body.querySelectorAll("table")];
  return tablesOf(annex).map(({ columns, rows }) => {
    const names = columns.filter(({ kind }) => kind !== "amount").length;
    const joined: string[][] = rows.map(() => []);
    while (joined.length > 0 && (joined[0]?.length ?? 0) < columns.length) {
      const part = parts.shift();
      if (!part) throw new Error("A table is missing.");
      [...part.querySelectorAll("tbody tr")].forEach((row, at) => joined[at]?.push(...texts(childrenOf(row)).slice(joined[at].length === 0 ? 0 : names)));
    }
    return joined;
  });
}

test.each([
  ["the showcase", showcase, paperUnits],
  ["nasty names", inputNamed(nastyNames), paperUnits],
  ["thirty years, twelve committees, forty projects", wideInput(), ["tkr"] as const],
  ["nothing to repay", nothingToRepay(), paperUnits],
])("%s: the tables of the HTML are the annex's, in its units", (_, input, units) => {
  for (const unit of units) {
    const annex = annexOf(input, { unit });
    const body = parsed(annex);
    expect(pasted(body, annex)).toEqual(tablesOf(annex).map((table) => shown(table, annex)));
    expect(Math.max(...[...body.querySelectorAll("thead tr")].map((row) => [...childrenOf(row)].length))).toBeLessThanOrEqual(8);
  }
});

test("has headings, numbered points, and tables that a screen reader reads: the language, a caption, headers of columns and rows", () => {
  const annex = annexOf(showcase);
  const body = parsed(annex);
  expect(body.children[0]?.getAttribute("lang")).toBe("sv");
  expect(texts(body.querySelectorAll("h1, h2"))).toEqual([annex.title, ...annex.sections.map(({ title }) => title)]);
  const points = annex.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "numbered" ? block.items : [])));
  expect(texts(body.querySelectorAll("ol > li"))).toEqual(points.map(plainText));
  for (const table of body.querySelectorAll("table")) {
    expect(table.caption?.textContent).toMatch(/, tkr$/);
    expect([...table.querySelectorAll("thead th")].every((header) => header.getAttribute("scope") === "col")).toBe(true);
    expect([...table.querySelectorAll("tbody tr")].every(({ children: [first] }) => first?.getAttribute("scope") === "row")).toBe(true);
  }
  expect(body.querySelector<HTMLElement>("tbody td:last-child")?.style.textAlign).toBe("right");
  expect(body.textContent).toContain(annex.fingerprint);
});

test("whatever something is called comes through as text, and fetches and runs nothing", () => {
  const annex = annexOf(inputNamed(nastyNames), { unit: "kr", details: { municipality: "<script>1</script>", caseNumber: '"><i>', date: "", officer: "", recipient: "", decider: "A & <u>B</u>" } });
  const body = parsed(annex);
  expect(body.querySelectorAll("script, img, i, u, a, iframe, link, [onerror], [src], [href]")).toHaveLength(0);
  expect(texts(body.querySelectorAll("tbody th"))).toEqual(expect.arrayContaining(nastyNames.map((name) => plainText(name))));
  expect(body.textContent).toContain("<script>1</script>");
  expect([...body.querySelectorAll("tbody th")].every((cell) => cell.getAttribute("style")?.includes("mso-number-format:'\\@'"))).toBe(true);
});

test("only a section, or only the tables", () => {
  const annex = annexOf(showcase);
  const decisions = parsed(annex, { section: "decisions" });
  expect(texts(decisions.querySelectorAll("h1, h2"))).toEqual(["Förslag till beslut"]);
  expect(decisions.querySelectorAll("table, p")).toHaveLength(0);
  expect(decisions.querySelectorAll("li").length).toBeGreaterThan(1);
  const tables = parsed(annex, "tables");
  expect(tables.querySelectorAll("li, h1")).toHaveLength(0);
  expect(pasted(tables, annex)).toEqual(tablesOf(annex).map((table) => shown(table, annex)));
  expect(annexText(annex, { section: "decisions" })).toMatch(/^Förslag till beslut\n\n1\. Kommunfullmäktige godkänner/);
  expect(annexHtml(annexOf(showcase, { language: "en" }), { section: "fund" })).toMatch(/^<div lang="en"/);
});

test("plain text has a line for each row, with tabs between columns, and none in a name", () => {
  for (const input of [showcase, inputNamed(nastyNames), wideInput(), nothingToRepay()]) {
    const annex = annexOf(input, { unit: "mkr" });
    const lines = annexText(annex).split("\n");
    for (const table of tablesOf(annex)) for (const row of shown(table, annex)) expect(lines).toContain(row.join("\t"));
    expect(lines.filter((line) => line.includes("\t"))).toHaveLength(tablesOf(annex).reduce((count, { rows }) => count + rows.length + 1, 0));
    expect(annexText(annex)).not.toContain("NaN");
  }
});
