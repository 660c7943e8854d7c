import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { planRepayments } from "../../src/planning";
import { readWorkbook } from "../../src/workbook/reading";
import { decidePlan } from "../../src/workbook/versions";
import { createHost, loadClient } from "../../workbench/host";
import { loadXlsx, saveXlsx } from "../../workbench/host/xlsx";
import { readZip } from "../../workbench/host/xlsx/zip";
import { folder, run } from "./runCommand";

const workbook = join(__dirname, "../../examples/norrkoping-2010.xlsx");

const textOf = async (file: string) => new TextDecoder().decode((await readZip(readFileSync(file))).get("word/document.xml"));

/** The example with its plan decided. */
async function decided(): Promise<string> {
  const book = await loadXlsx(readFileSync(workbook));
  const host = createHost(book);
  const client = loadClient(host);
  const reading = await client.Excel.run((context) => readWorkbook(context, { language: "sv" }));
  const written = await decidePlan((batch) => client.Excel.run(batch), reading, planRepayments(reading.input), { reference: "KF § 12", date: "2011-02-14" }, { language: "sv", now: new Date("2011-02-14T09:00:00"), version: "1.0.0" });
  expect(written).toMatchObject({ ok: true });
  const file = join(folder(), "fastställd.xlsx");
  writeFileSync(file, await saveXlsx(book, host.valueAt, host.spillAt));
  client.close();
  return file;
}

test("a year's follow-up is written as sheets and as a Word file, with nothing to compare with when nothing is decided", async () => {
  const out = folder();
  const { status, printed } = await run([workbook, "--out", out, "--follow-up", "2011"]);
  expect([status, readdirSync(out).sort()]).toEqual([0, ["Bilaga uppföljning 2011.docx", "norrkoping-2010.xlsx"]]);
  expect(printed).toContain("Kontroll, Uppföljning, Förändringar)");
  expect(await textOf(join(out, "Bilaga uppföljning 2011.docx"))).toContain("Ingen plan är fastställd");
});

test("it is compared with the plan that was decided", async () => {
  const out = folder();
  expect((await run([await decided(), "--out", out, "--follow-up", "2011", "--language", "en"])).status).toBe(0);
  expect(await textOf(join(out, "Annex follow-up 2011.docx"))).toContain("Compared with the plan decided 2011-02-14 (KF § 12).");
});

test("a year that is none, and a file in the way, are said before anything is written", async () => {
  const out = folder();
  expect(await run([workbook, "--out", out, "--follow-up", "i fjol"])).toMatchObject({ status: 2, printed: "--follow-up är ett år, till exempel 2026, inte ”i fjol”." });
  writeFileSync(join(out, "Bilaga uppföljning 2011.docx"), "");
  expect((await run([workbook, "--out", out, "--follow-up", "2011"])).status).toBe(2);
  expect(readdirSync(out)).toEqual(["Bilaga uppföljning 2011.docx"]);
});
