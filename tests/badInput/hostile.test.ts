import { parse } from "csv-parse/sync";
import { JSDOM } from "jsdom";
import { planRepayments } from "../../src/planning";
import { annex } from "../../src/report/paper/annex";
import { annexSections } from "../../src/report/paper/types";
import { planCsv } from "../../src/report/files/csv";
import { planSie } from "../../src/report/files/sie";
import { annexHtml } from "../../src/report/richText";
import { wordAnnexBytes } from "../../src/report/word/wordAnnex";
import { reportOptions, writeRepaymentPlan } from "../../src/workbook/writing/writeRepaymentPlan";
import { readZip } from "../../workbench/host/xlsx/zip";
import { readSie } from "../report/files/readSie";
import { begins, hostileSheets, names, shown } from "./hostileNames";
import { writtenTexts } from "./hostileTexts";
import { openBadWorkbook } from "./openBadWorkbook";

const opened = openBadWorkbook();
afterAll(() => opened.close());

const made = { language: "sv", now: new Date("2026-11-21T12:00:00"), version: "1.0.0" } as const;
async function planned() {
  const reading = await opened.read(hostileSheets);
  return { reading, plan: planRepayments(reading.input) };
}

describe("names that would be something else go the whole way as texts", () => {
  it("from the sheets to a plan without errors, with every name and every krona", async () => {
    const { reading, plan } = await planned();
    expect([...reading.diagnostics, ...plan.diagnostics].filter(({ severity }) => severity === "error")).toEqual([]);
    expect(reading.input.projects.map(({ name }) => name)).toEqual(names.map(shown));
    expect(new Set(reading.input.committees.map(({ name }) => name))).toEqual(new Set(names.map(shown)));
    expect(plan.projects.map(({ project }) => project)).toEqual(reading.input.projects.map(({ id }) => id));
    const total = plan.schedule.reduce((sum, { amount }) => sum + Number(amount), 0);
    expect(total).toBe(names.reduce((sum, _, index) => sum + 100_000 + index, 0));
    expect(Object.prototype).not.toHaveProperty("amount");
  });

  it("to the plan's sheets, where none is a formula", async () => {
    const { reading, plan } = await planned();
    const written = await writeRepaymentPlan((batch) => opened.client.Excel.run(batch), reading, plan, made);
    expect(written).toMatchObject({ ok: true });
    const texts = writtenTexts(opened.host);
    for (const name of names) expect(texts.some((text) => text.startsWith(begins(name)))).toBe(true);
  });

  it("to CSV, where a spreadsheet computes none", async () => {
    const { reading, plan } = await planned();
    const rows: string[][] = parse(Buffer.from(planCsv(plan, reading.input, "sv")), { bom: true, delimiter: ";", from: 2 });
    const cells = rows.flatMap((row) => row.slice(0, 4));
    expect(cells.filter((cell) => /^\s*[=+@＝-]/u.test(cell))).toEqual([]);
    for (const name of names) expect(cells.some((cell) => cell.replace(/^'(?=[=+@＝-])/u, "").startsWith(begins(name)))).toBe(true);
  });

  it("to SIE, where none is a label of its own", async () => {
    const { reading, plan } = await planned();
    const sie = planSie(plan, reading.input, { language: "sv", organisation: "Kommunen", form: "frameReduction", account: "3910", grantAccount: "", byProject: true, budgetYear: "2027", month: "1" }, { version: "1.0.0", date: "2026-11-21" });
    if (!sie.ok) throw new Error(sie.problems.map(({ message }) => message.slice(0, 200)).join("\n"));
    const items = readSie(new TextDecoder("latin1").decode(sie.bytes));
    expect(items.filter(({ label }) => label === "#KONTO")).toHaveLength(1);
    const objects = items.filter(({ label }) => label === "#OBJEKT").map(({ fields }) => fields);
    expect([objects.length, objects.filter((fields) => fields.length !== 3)]).toEqual([names.length * 2, []]);
    for (const name of names.filter((text) => /^[\x20-\x5b\x5d-\x7e]+$/.test(text))) expect(objects.some(([, id, given]) => id === name && given === name)).toBe(true);
    expect(items.filter(({ label }) => label === "#PBUDGET")).toHaveLength(plan.schedule.length);
  });

  it("to Word and to the clipboard, which stay whole", async () => {
    const { reading, plan } = await planned();
    const options = await reportOptions(reading, made);
    const details = { municipality: names[0]!, caseNumber: names[13]!, date: "2026-11-21", officer: names[12]!, recipient: "", decider: "" };
    const paper = annex({ plan, input: reading.input, options }, { language: "sv", unit: "kr", form: "frameReduction", sections: annexSections, details });
    const parsed = new Map<string, Document>();
    for (const [path, bytes] of await readZip(await wordAnnexBytes(paper))) {
      // Throws when it is not well-formed.
      if (/\.(?:xml|rels)$/.test(path)) parsed.set(path, new JSDOM(new TextDecoder().decode(bytes), { contentType: "application/xml" }).window.document);
    }
    const document = parsed.get("word/document.xml")!;
    const text = (document.documentElement.textContent ?? "").replace(/[\u00a0\u2060\u00ad]/g, (character) => (character === "\u00a0" ? " " : ""));
    for (const name of names) expect(text).toContain(begins(name).slice(0, 12));
    expect([...document.getElementsByTagName("w:instrText")].map(({ textContent }) => textContent).join()).not.toMatch(/HYPERLINK "http|cmd/);
    const html = annexHtml(paper);
    expect(new JSDOM(html).window.document.querySelectorAll("script, a, b > script")).toHaveLength(0);
  });
});
