import { planRepayments, type PlanInput, type RepaymentPlan } from "../../src/planning";
import { followUpAnnex } from "../../src/report/followUp";
import { wordAnnexBytes } from "../../src/report/word/wordAnnex";
import { makeExport, type ExportJob } from "../../src/taskpane/export/exportJob";
import { usualPaper } from "../../src/workbook/paper";
import { decidePlan, readVersions } from "../../src/workbook/versions";
import { writeFollowUpSheets } from "../../src/workbook/writing/writeFollowUp";
import { readZip } from "../../workbench/host/xlsx/zip";
import { options, sourceOf } from "../report/followUp/sources";
import { writtenTexts } from "./hostileTexts";
import { begins, hostileSheets, longest, names } from "./hostileNames";
import { openBadWorkbook } from "./openBadWorkbook";

const opened = openBadWorkbook();
afterAll(() => opened.close());

const formula = names[0]!;
const command = names[1]!;
const made = { language: "sv", now: new Date("2028-02-01T12:00:00"), version: "1.0.0" } as const;
let before: PlanInput;
let now: PlanInput;
let plan: RepaymentPlan;

beforeAll(async () => {
  const { input } = await opened.read(hostileSheets);
  const [first, second] = input.savings;
  before = input;
  now = {
    ...input,
    planFrom: 2028,
    outcomes: input.savings.filter(({ year }) => year === 2027).map((row) => ({ ...row, amount: "60000", status: "established" as const, source: formula, date: command })),
    booked: [{ ...first!, year: 2027, amount: "60000" }],
    waivers: [{ project: second!.project, share: "0.5", reason: formula, decision: command }],
  };
  plan = planRepayments(now);
});

const run = <T>(batch: (context: Excel.RequestContext) => Promise<T>) => opened.client.Excel.run(batch);
const source = () => sourceOf(before, now, 2027, [{ project: "__proto__", measure: formula, group: "project", before: "1", after: "2" }, { project: "__proto__", measure: formula, group: "control", before: "1", after: "1" }]);

it("a decided plan is kept, and comes back with every name and what was decided, none of it a formula", async () => {
  const decision = { reference: formula, date: "2027-06-15", note: command };
  expect(await decidePlan(run, { input: before, diagnostics: [] }, planRepayments(before), decision, made)).toMatchObject({ ok: true });
  const { versions: [version], diagnostics } = await run((context) => readVersions(context, "sv"));
  expect(diagnostics).toEqual([]);
  expect(version).toMatchObject({ decision, edited: false });
  expect(version?.schedule).toEqual(planRepayments(before).schedule);
  expect(version?.input?.projects.map(({ name }) => name)).toEqual(before.projects.map(({ name }) => name));
  const texts = writtenTexts(opened.host);
  for (const name of [...names, command]) expect(texts.some((text) => text.startsWith(begins(name)))).toBe(true);
});

it("a follow-up's sheets say them as texts", async () => {
  const sheets = opened.host.workbook.sheets.length;
  expect(await writeFollowUpSheets(run, source(), made)).toMatchObject({ ok: true });
  const texts = writtenTexts(opened.host, sheets);
  for (const name of names) expect(texts.some((text) => text.startsWith(begins(name)))).toBe(true);
  expect(texts.filter((text) => text.includes(formula)).length).toBeGreaterThan(0);
});

it("a follow-up's Word file stays whole", async () => {
  const bytes = await wordAnnexBytes(followUpAnnex(source(), { language: "sv", unit: "kr", details: { ...usualPaper("sv").details, municipality: formula, officer: command } }, options));
  const parts = await readZip(bytes);
  const text = new TextDecoder().decode(parts.get("word/document.xml"));
  expect(text).not.toMatch(/<script|<w:p>&amp;]]>|HYPERLINK "http/);
  expect(text).toContain("&lt;script&gt;");
});

it("the committees' own annexes have names that every system takes, one each", async () => {
  const committees = before.committees.filter(({ name }) => [longest, "<script>alert(1)</script>", "a;b c", '"citat" #KONTO 1 {2}', "\\", "'';--"].includes(name));
  const schedule = plan.schedule.filter(({ committee }) => committees.some(({ id }) => id === committee));
  const job: ExportJob = { kind: "committees", paper: usualPaper("sv"), input: now, plan: { ...plan, schedule }, reading: { tables: [], diagnostics: [] }, now: made.now, version: made.version };
  const result = await makeExport(job, () => undefined);
  if (!("file" in result)) throw new Error("No file was made.");
  const files = [...(await readZip(result.file.bytes)).keys()];
  expect([committees.length, files.length, new Set(files).size]).toEqual([6, 6, 6]);
  expect(files.filter((name) => !/^Bilaga [^\\/:*?"<>|\p{Cc}]{1,120}\.docx$/u.test(name))).toEqual([]);
});
