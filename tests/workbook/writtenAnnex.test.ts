import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { annexSheet } from "../../src/report/annexSheet/annexSheet";
import { plainText } from "../../src/report/paper/plainText";
import { paperUnits } from "../../src/report/paper/roundedPlan";
import type { Annex } from "../../src/report/paper/types";
import { readWritten, writeAnnexSheet, type AnnexWriting } from "../../src/workbook/writing";
import type { CellValue } from "../../workbench/host";
import { saveXlsx } from "../../workbench/host/xlsx";
import { annexOf, exampleInput, inputNamed, nastyNames, nothingToRepay, wideInput } from "../report/paper/annexes";
import { Bench, changed, sheetNames, showcase as planned } from "./writtenPlans";

const showcase = exampleInput("norrkoping-2010");
const now = new Date("2026-11-21T12:00:00");
const write = (bench: Bench, annex: Annex, options: Partial<AnnexWriting> = {}) => writeAnnexSheet(bench.run, annexSheet(annex), { language: "sv", now, ...options });
const power = { kr: 1, tkr: 1e3, mkr: 1e6 };

const rowsOf = (bench: Bench, name = "Bilaga") => {
  const sheet = bench.host.workbook.sheets.find((one) => one.name === name);
  return [...(sheet?.cells ?? [])].sort(([one], [other]) => one - other).map(([, cells]) => [...cells].sort(([one], [other]) => one - other).map(([, { value, formula }]) => (formula === undefined ? value : `formula ${formula}`) ?? "").filter((value) => value !== ""));
};

test("the texts above a page stand beside one another, or the title alone where both do not fit", () => {
  const { header } = annexSheet(annexOf(showcase)).page;
  expect(header).toEqual({ left: "Bilaga: Återföringsplan för sociala investeringar", right: "Norrköpings kommun" });
  const long = "Norrköpings sociala investeringsfond och dess fem första projekt";
  expect(annexSheet(annexOf(showcase, { details: { municipality: long, caseNumber: "", date: "", officer: "", recipient: "", decider: "" } })).page.header).toEqual({ ...header, right: "" });
});

/** The rows that the tables of an annex come to, the parts of a wide one beside one another. */
function figures(annex: Annex): CellValue[][] {
  return annex.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === "table" ? block.table.rows.map(({ cells }) => cells.map((cell, at) => (block.table.columns[at]?.kind === "amount" ? Number(cell) / power[annex.unit] : plainText(cell)))) : [],
    ),
  );
}

test.each([
  ["the showcase", showcase],
  ["nasty names", inputNamed(nastyNames)],
  ["nothing to repay", nothingToRepay()],
  ["thirty years, twelve committees, forty projects", wideInput()],
])("%s: the sheet's cells are the annex's figures and texts, without a formula", async (_, input) => {
  for (const unit of paperUnits) {
    const annex = annexOf(input, { unit });
    const bench = new Bench();
    expect(await write(bench, annex)).toMatchObject({ ok: true, sheets: ["Bilaga"], notes: [] });
    expect(bench.host.counts.largestRequest).toBeLessThan(5_000_000);
    const rows = rowsOf(bench);
    const numbers = (all: CellValue[][]) => all.flat().filter((value) => typeof value === "number").sort((one, other) => one - other);
    expect(numbers(rows)).toEqual(numbers(figures(annex)));
    const texts = new Set(rows.flat());
    for (const text of figures(annex).flat()) if (typeof text === "string" && text !== "") expect(texts).toContain(text);
    expect(rows.flat().filter((value) => typeof value === "string" && value.startsWith("formula "))).toEqual([]);
    if (input === showcase) {
      const all = rows.map((row) => row.join(" "));
      for (const { title, blocks } of annex.sections) {
        expect(all).toContain(title);
        for (const block of blocks) if (block.kind === "numbered") block.items.forEach((item, at) => expect(all).toContain(`${at + 1}. ${plainText(item)}`));
      }
    }
  }
}, 120_000);

describe("beside the plan", () => {
  test("neither writing touches the other's sheets, and the annex is no sheet of the plan", async () => {
    const bench = new Bench();
    await bench.write();
    const plan = bench.state.sheets;
    expect(await write(bench, annexOf(showcase))).toMatchObject({ ok: true, sheets: ["Bilaga"], kept: [], left: [] });
    expect(bench.state.sheets.slice(0, -1)).toEqual(plan);
    const annex = bench.state.sheets.at(-1);
    expect(await bench.write(changed)).toMatchObject({ ok: true, sheets: sheetNames, kept: [], left: [], syncs: 4 });
    expect(bench.names).toEqual(["Blad1", ...sheetNames, "Bilaga"]);
    expect(bench.state.sheets.at(-1)).toEqual(annex);
    expect((await bench.run(readWritten)).plan.map(({ name }) => name)).toEqual(sheetNames);
  });

  test("again it replaces its own sheet, keeps one that a user has written in, and never takes another's name", async () => {
    const bench = new Bench();
    await write(bench, annexOf(showcase));
    expect(await write(bench, annexOf(planned, { language: "en" }))).toMatchObject({ ok: true, sheets: ["Annex"], kept: [] });
    expect(bench.names).toEqual(["Blad1", "Annex"]);
    bench.host.setCell("Annex!A60", "Min anteckning");
    expect(await write(bench, annexOf(showcase))).toMatchObject({ ok: true, sheets: ["Bilaga"], kept: [{ sheet: "Annex", as: "Annex 2026-11-21" }] });
    expect(bench.names.sort()).toEqual(["Annex 2026-11-21", "Bilaga", "Blad1"]);
    const own = new Bench();
    await own.run(async (context) => {
      context.workbook.worksheets.add("Bilaga").getRange("A1").values = [["Min"]];
      await context.sync();
    });
    expect(await write(own, annexOf(showcase))).toMatchObject({ ok: true, sheets: ["Bilaga (2)"] });
    expect(own.host.values("Bilaga!A1")).toEqual([["Min"]]);
  });
});

test("its marker says which input it was made from", async () => {
  const bench = new Bench();
  const annex = annexOf(showcase);
  await write(bench, annex);
  expect(annex.inputFingerprint).not.toBe("");
  expect((await bench.run(readWritten)).annex).toEqual([{ kind: "annex", name: "Bilaga", fingerprint: annex.inputFingerprint }]);
});

test("cancelling between syncs restores the workbook, at every sync", async () => {
  for (const last of [0, 1, 2, 3]) {
    const bench = new Bench();
    await bench.write();
    await write(bench, annexOf(nothingToRepay()));
    const before = bench.state;
    const cancel = new AbortController();
    let told = 0;
    const onProgress = () => {
      if (told++ === last) cancel.abort();
    };
    expect(await write(bench, annexOf(showcase), { signal: cancel.signal, onProgress })).toMatchObject({ ok: false, cancelled: true, left: [] });
    expect(bench.state).toEqual(before);
  }
});

test("an Excel that takes less than it says gets smaller blocks, and the workbook is as before when it takes nothing", async () => {
  const annex = annexOf(wideInput(), { unit: "kr" });
  const bench = new Bench(undefined, { payloadLimit: 300_000 });
  expect(await write(bench, annex)).toMatchObject({ ok: true, left: [] });
  expect(bench.host.counts.syncs).toBeGreaterThan(10);
  const whole = new Bench();
  await write(whole, annex);
  expect(rowsOf(bench)).toEqual(rowsOf(whole));
  const narrow = new Bench(undefined, { payloadLimit: 5_000 });
  const before = narrow.state;
  expect(await write(narrow, annex)).toMatchObject({ ok: false, left: [] });
  expect(narrow.state).toEqual(before);
}, 60_000);

test("a failure at any sync leaves the workbook as before, in a sentence about the annex", async () => {
  for (const again of [false, true]) {
    for (let sync = 1; sync <= (again ? 4 : 3); sync++) {
      for (const failure of [{}, { actionIndex: 4 }, { after: true }]) {
        const bench = new Bench();
        await bench.write();
        if (again) await write(bench, annexOf(nothingToRepay()));
        bench.host.select("Blad1!B2");
        const before = bench.state;
        bench.host.failSync(sync, "GeneralException", failure);
        const result = await write(bench, annexOf(nothingToRepay(), { unit: "mkr" }));
        if (result.ok) {
          expect([again, sync]).toEqual([true, 4]);
          continue;
        }
        expect(result).toMatchObject({ left: [], cancelled: false, message: expect.stringMatching(/^Bilagan skrevs inte, och arbetsboken är som förut/) as string });
        expect({ ...bench.state, selection: before.selection }).toEqual(before);
      }
    }
  }
}, 120_000);

test("pages are filled with rows of known heights, and none is wider than A4 upright", () => {
  for (const input of [showcase, wideInput(), inputNamed(nastyNames)]) {
    for (const unit of paperUnits) {
      const { page, cells, columnWidths, rowHeights } = annexSheet(annexOf(input, { unit }));
      expect(page).toMatchObject({ orientation: "Portrait", onePage: false });
      expect(columnWidths.reduce((sum, width) => sum + (width * 7 + 5) * 0.75, 0)).toBeLessThanOrEqual(481);
      const points = cells.map((_, row) => rowHeights.find((one) => row >= one.row && row < one.row + one.rows)?.height ?? NaN);
      const breaks = [0, ...(page.rowBreaks ?? []), cells.length];
      for (let at = 1; at < breaks.length; at++) expect(points.slice(breaks[at - 1], breaks[at]).reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(700);
    }
  }
});

const office = ["/usr/bin/soffice", "/usr/bin/libreoffice"].find((path) => existsSync(path));

(office === undefined ? test.skip : test)("LibreOffice prints as many pages as were laid out, one page wide", async () => {
  const folder = mkdtempSync(join(tmpdir(), "bilaga-"));
  try {
    const bench = new Bench();
    await write(bench, annexOf(showcase));
    bench.host.workbook.sheets.splice(0, 1);
    bench.host.workbook.activeSheet = 0;
    writeFileSync(join(folder, "bilaga.xlsx"), await saveXlsx(bench.host.workbook));
    execFileSync(office ?? "", ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", "pdf", "--outdir", folder, join(folder, "bilaga.xlsx")], { stdio: "ignore", timeout: 100_000 });
    const pdf = readFileSync(join(folder, "bilaga.pdf"), "latin1");
    if (process.env["KEEP_PDF"]) writeFileSync(process.env["KEEP_PDF"], readFileSync(join(folder, "bilaga.pdf")));
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength((annexSheet(annexOf(showcase)).page.rowBreaks?.length ?? 0) + 1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
