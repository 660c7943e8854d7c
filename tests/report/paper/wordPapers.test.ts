/** @jest-environment jsdom */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { planRepayments, type PlanInput } from "../../../src/planning";
import { elements, exampleInput, kronor, large, ordinaryGrants, partsOf, styleOf, tablesOf, textOf, valueOf } from "./wordFile";

/** The papers that a council may get, and the pages that they may take in LibreOffice. */
const papers: [string, PlanInput, [number, number]][] = [
  ["the showcase", exampleInput("norrkoping-2010"), [5, 7]],
  ["30 years and 12 committees", large(), [40, 60]],
  ["nothing to repay", ordinaryGrants(), [3, 4]],
];
const years = /^\d{4}/;

/** What the tables under a heading say: an amount for each name and year, the names as they stand, and none said twice. */
function amountsUnder(document: Document, heading: string, names: number): Map<string, number> {
  const found = new Map<string, number>();
  let under = false;
  for (const part of [...elements(document, "body")[0]!.children]) {
    if (part.localName === "p" && styleOf(part) === "Heading1") under = textOf(part) === heading;
    if (!under || part.localName !== "tbl") continue;
    const [header, ...rows] = elements(part, "tr").map((row) => elements(row, "tc").map(textOf));
    for (const cells of rows) {
      header!.slice(names).forEach((column, at) => {
        const key = [...cells.slice(0, names), column].join("|");
        expect(found.has(key)).toBe(false);
        found.set(key, kronor(cells[names + at]));
      });
    }
  }
  return found;
}

const sumOf = (amounts: number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

describe.each(papers)("%s: the Word file", (_, input, pages) => {
  const plan = planRepayments(input);
  const committee = (id: string) => input.committees.find((one) => one.id === id)!.name;
  const project = (id: string) => input.projects.find((one) => one.id === id)!.name;
  const made = new Map<string, ReturnType<typeof partsOf>>();
  /** The file, made and read once for all that is looked for in it. */
  const fileWith = (choices: Parameters<typeof partsOf>[1]) => {
    const key = JSON.stringify(choices);
    const file = made.get(key) ?? partsOf(input, choices);
    made.set(key, file);
    return file;
  };
  afterAll(() => made.clear());

  it("says what the plan says, to the krona, in every table", async () => {
    const { document } = await fileWith({ language: "sv" });
    const repaid = amountsUnder(document, "Återföring per nämnd", 1);
    const perProject = amountsUnder(document, "Återföring per projekt", 2);
    const frames = amountsUnder(document, "Ramförändringar", 2);
    const fund = amountsUnder(document, "Fondkonto", 1);
    const results = amountsUnder(document, "Vad som blir av kostnaden", 1);
    const inAll = sumOf(plan.schedule.map(({ amount }) => Number(amount)));
    for (const { committee: id, year, repayment, grant, frameChange } of plan.committeeYears) {
      if (Number(repayment) !== 0) expect([id, year, repaid.get(`${committee(id)}|${year}`)]).toEqual([id, year, Number(repayment)]);
      expect([id, year, ...["Beviljade medel", "Återföring", "Ramförändring"].map((item) => frames.get(`${committee(id)}|${item}|${year}`))]).toEqual([id, year, ...[grant, repayment, frameChange].map(Number)]);
    }
    for (const { committee: id, project: from, year, amount } of plan.schedule) expect([from, id, year, perProject.get(`${project(from)}|${committee(id)}|${year}`)]).toEqual([from, id, year, Number(amount)]);
    for (const row of plan.fund) {
      const shown = ["Ingående saldo", "Tillskott", "Uttag", "Återföringar", "Utgående saldo"].map((column) => fund.get(`${row.year}|${column}`));
      expect([row.year, ...shown]).toEqual([row.year, ...[row.opening, row.contributions, row.withdrawals, row.repayments, row.closing].map(Number)]);
    }
    for (const row of plan.projects) expect(["Kostnad", "Återförs", "Bärs av fonden"].map((column) => results.get(`${project(row.project)}|${column}`))).toEqual([row.cost, row.scheduled, row.borneByFund].map(Number));
    expect(results.get("Totalt|Återförs")).toBe(inAll);
    if (inAll > 0) expect([repaid.get("Totalt|Summa"), perProject.get("Totalt||Summa")]).toEqual([inAll, inAll]);
    expect(sumOf([...repaid].filter(([key]) => !key.startsWith("Totalt|") && years.test(key.split("|")[1]!)).map(([, amount]) => amount))).toBe(inAll);
  });

  it("can be read by those who do not see it", async () => {
    for (const [language, spoken] of [["sv", "sv-SE"], ["en", "en-GB"]] as const) {
      const { document, part, paths } = await fileWith({ language });
      const levels = elements(document, "p").map(styleOf).flatMap((style) => (style === "Title" ? [0] : /^Heading\d$/.test(style ?? "") ? [Number(style!.slice(7))] : []));
      expect(levels[0]).toBe(0);
      levels.slice(1).forEach((level, at) => expect(level).toBeLessThanOrEqual(levels[at]! + 1));
      expect(levels.filter((level) => level === 0)).toHaveLength(1);
      for (const table of elements(document, "tbl")) expect(elements(table, "tr").map((row) => elements(row, "tblHeader").length)).toEqual(elements(table, "tr").map((__, at) => (at === 0 ? 1 : 0)));
      expect(valueOf(elements(part("word/styles.xml"), "lang")[0])).toBe(spoken);
      for (const drawing of [...document.getElementsByTagName("wp:docPr")]) expect(drawing.getAttribute("descr")).toMatch(/\d{4}–\d{4}.*\d/);
      expect([...document.getElementsByTagName("wp:docPr")]).toHaveLength(paths.filter((path) => /^word\/charts\/chart\d+\.xml$/.test(path)).length);
      const core = part("docProps/core.xml");
      expect([core.getElementsByTagName("dc:title")[0]?.textContent, core.getElementsByTagName("dc:creator")[0]?.textContent]).toEqual([textOf(elements(document, "p")[0]!), "Anna Andersson"]);
    }
  });

  it("has its contents filled in, each entry a link to its heading", async () => {
    const { document } = await fileWith({ language: "sv" });
    const headings = elements(document, "p").filter((paragraph) => styleOf(paragraph) === "Heading1");
    const links = elements(elements(document, "sdt")[0]!, "hyperlink");
    expect(links.map(textOf)).toEqual(headings.map(textOf));
    expect(links.map((link) => valueOf(link, "anchor"))).toEqual(headings.map((heading) => valueOf(elements(heading, "bookmarkStart")[0], "name")));
  });

  it("keeps amounts with their units and years with their words, and fills the page with even parts", async () => {
    const { document } = await fileWith({ unit: "tkr" });
    const sentences = elements(document, "p").filter((paragraph) => styleOf(paragraph) !== "Tabellrubrik").flatMap((paragraph) => elements(paragraph, "t").map(({ textContent }) => textContent));
    expect(sentences.filter((text) => /\d (kr|tkr|kronor|%)(?!\p{L})|(?<!\p{L})år \d{4}/u.test(text))).toEqual([]);
    const sizes = new Map<string, number[]>();
    for (const [header] of tablesOf(document)) {
      const names = header!.filter((text) => !/^\d{4}$|^Summa$/.test(text)).join();
      sizes.set(names, [...(sizes.get(names) ?? []), header!.length]);
    }
    for (const columns of sizes.values()) expect(Math.max(...columns) - Math.min(...columns)).toBeLessThanOrEqual(1);
    const widths = elements(document, "tblGrid").map((grid) => sumOf(elements(grid, "gridCol").map((column) => Number(valueOf(column, "w")))));
    expect(Math.max(...widths)).toBeLessThanOrEqual(9638);
    expect(Math.max(...widths)).toBeGreaterThan(9600);
  });

  it("is opened by LibreOffice, on so many pages", async () => {
    const folder = mkdtempSync(join(tmpdir(), "annex-"));
    try {
      writeFileSync(join(folder, "bilaga.docx"), (await fileWith({ unit: "tkr" })).bytes);
      execFileSync("libreoffice", [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", "pdf", "--outdir", folder, join(folder, "bilaga.docx")], { stdio: "ignore", timeout: 150_000 });
      const shown = readFileSync(join(folder, "bilaga.pdf"), "latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect(shown).toBeGreaterThanOrEqual(pages[0]);
      expect(shown).toBeLessThanOrEqual(pages[1]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 180_000);
});
