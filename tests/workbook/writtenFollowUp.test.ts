import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Language } from "../../src/i18n";
import { readWritten } from "../../src/workbook/writing";
import { writeFollowUpSheets } from "../../src/workbook/writing/writeFollowUp";
import { saveXlsx } from "../../workbench/host/xlsx";
import { history, moved, observed, sourceOf } from "../report/followUp/sources";
import { Bench, sheetNames } from "./writtenPlans";

const source = sourceOf(history.before, history.now, 2026, observed(12));
const options = { language: "sv" as const, now: new Date("2027-02-20T12:00:00"), version: "1.0.0" };
const write = (bench: Bench, language: Language = "sv", of = source) => writeFollowUpSheets(bench.run, of, { ...options, language });

test("writes two sheets beside the plan's, which it does not touch, and replaces its own", async () => {
  const bench = new Bench();
  await bench.write();
  const plan = bench.state.sheets;
  expect(await write(bench)).toMatchObject({ ok: true, sheets: ["Uppföljning", "Förändringar"], kept: [], notes: [] });
  expect(bench.state.sheets.slice(0, -2)).toEqual(plan);
  expect((await bench.run(readWritten)).plan.map(({ name }) => name)).toEqual(sheetNames);
  expect(await write(bench, "en")).toMatchObject({ ok: true, sheets: ["Follow-up", "Changes"], kept: [], left: [] });
  expect(bench.names).toEqual(["Blad1", ...sheetNames, "Follow-up", "Changes"]);
  bench.host.setCell("Follow-up!L3", "Min anteckning");
  expect(await write(bench)).toMatchObject({ ok: true, kept: [{ sheet: "Follow-up", as: "Follow-up 2027-02-20" }] });
});

test("writes nothing when it is cancelled", async () => {
  const bench = new Bench();
  const before = bench.state;
  const result = await writeFollowUpSheets(bench.run, source, { ...options, signal: AbortSignal.abort() });
  expect(result).toMatchObject({ ok: false, cancelled: true, message: "Uppföljningen skrevs inte, och arbetsboken är som förut. Du avbröt." });
  expect(bench.state).toEqual(before);
});

const office = ["/usr/bin/soffice", "/usr/bin/libreoffice"].find((path) => existsSync(path));

/** Each sheet as a file of its own, numbers as they are and not as they are shown. */
const everySheetAsCsv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

(office === undefined ? test.skip : test)("LibreOffice computes the same, with every check OK", async () => {
  const folder = mkdtempSync(join(tmpdir(), "uppfoljning-"));
  try {
    for (const [of, kept] of [[source, "1"], [sourceOf(moved.before, moved.now, 2017), "2"]] as const) {
      const bench = new Bench();
      await write(bench, "sv", of);
      bench.host.workbook.sheets.splice(0, 1);
      bench.host.workbook.activeSheet = 0;
      const file = join(folder, `${kept}.xlsx`);
      // Without what our own host has computed.
      writeFileSync(file, await saveXlsx(bench.host.workbook));
      const convert = (to: string) => execFileSync(office ?? "", ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", to, "--outdir", folder, file], { stdio: "ignore", timeout: 100_000 });
      convert(everySheetAsCsv);
      const rows = (sheet: string): string[][] => parse(readFileSync(join(folder, `${kept}-${sheet}.csv`), "utf8"), { relax_column_count: true });
      expect(rows("Förändringar").find(([label]) => label === "Samlad kontroll")?.[1]).toBe("OK");
      const own = rows("Uppföljning");
      const total = own.findIndex(([label]) => label === "Totalt");
      const shown = bench.host.values(`Uppföljning!F${total + 1}:K${total + 1}`)[0];
      expect(own[total]?.slice(5).map(Number)).toEqual(shown);
      if (process.env["KEEP_PDF"]) {
        convert("pdf");
        writeFileSync(`${process.env["KEEP_PDF"]}-${kept}.pdf`, readFileSync(join(folder, `${kept}.pdf`)));
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 240_000);
