import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import type { FrameLocator, Page } from "playwright-core";
import { gzipSync } from "node:zlib";
import { planRepayments } from "../src/planning";
import { annex } from "../src/report/paper/annex";
import { annexSections, type Annex } from "../src/report/paper/types";
import { wordAnnexBytes } from "../src/report/word/wordAnnex";
import { longestTask } from "./longTasks";
import { largeFund } from "./portfolio";

/** What the Word annex costs in the pane, in milliseconds. */
export interface AnnexCost {
  /** From the press on the button to the file. */
  time: number;
  /** The longest that the page is held meanwhile; the workbench's Excel works on the same page. */
  longest: number;
  /** The scripts that are fetched for it, compressed by gzip, in bytes; none when they are there already. */
  scriptBytes: number;
}

/** Makes the Word annex of the workbook that the pane has open, on the export tab. */
export async function annexInPane(page: Page, pane: FrameLocator): Promise<AnnexCost> {
  await pane.getByRole("tab", { name: "Export" }).click();
  const button = pane.getByRole("button", { name: "Skapa bilaga (Word)" });
  await button.waitFor();
  await longestTask(page);
  const scripts = new Set<string>();
  page.on("request", (request) => {
    if (request.url().endsWith(".js")) scripts.add(request.url());
  });
  const start = performance.now();
  const coming = page.waitForEvent("download", { timeout: 120_000 });
  await button.click();
  await (await coming).path();
  const time = performance.now() - start;
  const longest = await longestTask(page);
  const bodies = await Promise.all([...scripts].map(async (url) => (await page.request.get(url)).body()));
  return { time, longest, scriptBytes: bodies.reduce((bytes, body) => bytes + gzipSync(body).length, 0) };
}

/** A large fund's annex as a Word file on Node, beside the docx library alone with as many cells of plain text. */
export async function annexBesideDocx(projects: number, committees: number): Promise<{ cells: number; annexTime: number; docxTime: number }> {
  const input = largeFund(projects, committees);
  const source = { plan: planRepayments(input), input, options: { madeAt: "2026-01-01", version: "0", sources: [], fingerprint: "0".repeat(64) } };
  const details = { municipality: "Exempelköping", caseNumber: "", date: "", officer: "", recipient: "", decider: "" };
  const make = () => annex(source, { language: "sv", unit: "tkr", form: "frameReduction", sections: annexSections, details });
  const rows = rowsOf(make());
  const annexTime = await timeOf(() => wordAnnexBytes(make()));
  const docxTime = await timeOf(() => plainWord(rows));
  return { cells: rows.flat().length, annexTime, docxTime };
}

/** The second of two runs: the first warms up. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  await work();
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function rowsOf({ sections }: Annex): string[][] {
  return sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "table" ? block.table.rows.map(({ cells }) => [...cells]) : [])));
}

function plainWord(rows: readonly string[][]): Promise<ArrayBuffer> {
  const table = new Table({ rows: rows.map((cells) => new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) })) });
  return Packer.toArrayBuffer(new Document({ sections: [{ children: [table] }] }));
}
