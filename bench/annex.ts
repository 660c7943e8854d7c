import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import type { Page } from "playwright-core";
import { planRepayments } from "../src/planning";
import { annex } from "../src/report/paper/annex";
import { annexSections, type Annex } from "../src/report/paper/types";
import { wordAnnexBytes } from "../src/report/word/wordAnnex";
import { during, type PaneWork } from "./longTasks";
import { largeFund } from "./portfolio";
import { ms, times, whole, type Part } from "./table";

/** Makes the annex of the workbook that the pane has open, in each of the ways out of the pane. */
export async function annexesInPane(page: Page): Promise<Record<"Word" | "copied" | "as a sheet", PaneWork>> {
  const pane = page.frameLocator("iframe");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const make = (button: string, said: string) =>
    during(pane, async () => {
      await pane.getByRole("button", { name: button }).click();
      await pane.getByText(said).first().waitFor({ timeout: 120_000 });
    });
  const word = await wordInPane(page);
  return { Word: word, copied: await make("Kopiera bilagan", "Kopierat. Klistra in"), "as a sheet": await make("Bilaga som blad", "Bilagan står på bladet") };
}

/** From the press on the button to the file; the pane shows its export tab afterwards. */
export async function wordInPane(page: Page): Promise<PaneWork> {
  const pane = page.frameLocator("iframe");
  await pane.getByRole("tab", { name: "Export" }).click();
  await pane.getByRole("button", { name: "Skapa bilaga (Word)" }).waitFor();
  await during(pane, async () => undefined);
  return during(pane, async () => {
    const coming = page.waitForEvent("download", { timeout: 120_000 });
    await pane.getByRole("button", { name: "Skapa bilaga (Word)" }).click();
    await (await coming).path();
  });
}

/** A large fund's annex as a Word file on Node, beside the docx library alone with as many cells of plain text. */
export async function measureWord(): Promise<Part> {
  const [projects, committees] = [100, 12];
  const input = largeFund(projects, committees);
  const source = { plan: planRepayments(input), input, options: { madeAt: "2026-01-01", version: "0", sources: [], fingerprint: "0".repeat(64) } };
  const details = { municipality: "Exempelköping", caseNumber: "", date: "", officer: "", recipient: "", decider: "" };
  const make = () => annex(source, { language: "sv", unit: "tkr", form: "frameReduction", sections: annexSections, details });
  const rows = rowsOf(make());
  const annexTime = await timeOf(() => wordAnnexBytes(make()));
  const docxTime = await timeOf(() => plainWord(rows));
  const figure = `${ms(annexTime)}: ${times(annexTime / docxTime)} what docx alone takes for ${whole(rows.flat().length)} cells of plain text`;
  return { title: "The annex in Word", rows: [{ what: `${projects} projects × ${committees} committees × 20 years, on Node`, figure }] };
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
