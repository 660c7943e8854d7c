import { planRepayments } from "../../src/planning";
import type { PlanInput } from "../../src/planning/types";
import { fingerprintOf } from "../../src/report";
import { readWorkbook } from "../../src/workbook/reading";
import { decidePlan, readVersions, type Decision } from "../../src/workbook/versions";
import { readWritten } from "../../src/workbook/writing";
import { Bench, changed, sheetNames, showcase } from "./writtenPlans";

const decision: Decision = { reference: "KF § 12", date: "2027-02-14", note: "=Med reservation" };
const sheet = "Fastställd plan 2027-02-14";

let bench: Bench;
beforeEach(() => (bench = new Bench()));
afterEach(() => bench.client.close());

const decide = (input: PlanInput = showcase, of: Decision = decision, now = new Date(2027, 1, 10, 9, 30)) =>
  decidePlan(bench.run, { input, diagnostics: [] }, planRepayments(input), of, { language: "sv", now, version: "0.1.0" });
const versions = () => bench.run((context) => readVersions(context, "sv"));
const inSheet = (name: string, work: (worksheet: Excel.Worksheet) => void) =>
  bench.run(async (context) => {
    work(context.workbook.worksheets.getItem(name));
    await context.sync();
  });

describe("a decided plan", () => {
  it("is kept on a sheet of its own, protected, and comes back as it was", async () => {
    const outcome = await decide();
    expect(outcome).toMatchObject({ ok: true, sheets: [sheet], notes: [], syncs: 3 });
    expect(bench.host.workbook.sheets.find(({ name }) => name === sheet)).toMatchObject({ protected: true });
    const { versions: [version, ...others], diagnostics } = await versions();
    expect([others, diagnostics]).toEqual([[], []]);
    expect(version).toMatchObject({ sheet, decision, madeAt: "2027-02-10 09:30", fingerprint: await fingerprintOf(showcase), edited: false });
    const plan = planRepayments(showcase);
    expect(version?.schedule).toEqual(plan.schedule);
    expect(planRepayments(version!.input!)).toMatchObject({ schedule: plan.schedule, projects: plan.projects, fund: plan.fund });
  });

  it("is read in two syncs when its sheet is known, and in none when there is none", async () => {
    const read = async () => {
      const { decided } = await bench.run(readWritten);
      return bench.run(async (context) => {
        const before = bench.host.counts.syncs;
        const { versions: found } = await readVersions(context, "sv", decided);
        return [found.length, bench.host.counts.syncs - before];
      });
    };
    expect(await read()).toEqual([0, 0]);
    await decide();
    expect(await read()).toEqual([1, 2]);
  });

  it("stands when another is decided, also the same one again, and when plans are written", async () => {
    await decide();
    const first = structuredClone(bench.host.workbook.sheets.find(({ name }) => name === sheet));
    const second = await decide();
    expect(second).toMatchObject({ ok: true, sheets: [`${sheet} (2)`], kept: [], left: [] });
    expect(second.ok && second.notes).toEqual([`En fastställd plan heter redan ${sheet} och rördes inte. Den nya heter ${sheet} (2).`]);
    await decide(changed, { reference: "KF § 3", date: "2026-06-01" });
    await bench.write();
    await bench.write(changed);
    expect(bench.host.workbook.sheets.find(({ name }) => name === sheet)).toEqual(first);
    expect(bench.names).toEqual(expect.arrayContaining([sheet, `${sheet} (2)`, "Fastställd plan 2026-06-01", ...sheetNames]));
    expect((await versions()).versions.map(({ sheet: name, decision: { reference } }) => [name, reference])).toEqual([
      ["Fastställd plan 2026-06-01", "KF § 3"],
      [sheet, "KF § 12"],
      [`${sheet} (2)`, "KF § 12"],
    ]);
  });

  it("is still a version when its sheet is renamed, and a copy is not another", async () => {
    await decide();
    await inSheet(sheet, (worksheet) => {
      worksheet.copy("End");
    });
    expect(bench.names.filter((name) => name.startsWith(sheet))).toHaveLength(2);
    expect((await versions()).versions.map(({ sheet: name }) => name)).toEqual([sheet]);
    await inSheet(sheet, (worksheet) => (worksheet.name = "Budget 2027"));
    expect((await versions()).versions).toMatchObject([{ sheet: "Budget 2027", edited: false }]);
  });

  it("is told when its cells are written in, and keeps what was decided", async () => {
    await decide();
    await inSheet(sheet, (worksheet) => {
      worksheet.protection.unprotect();
      worksheet.getRange("E12").values = [[1]];
    });
    expect((await versions()).versions).toMatchObject([{ edited: true, schedule: planRepayments(showcase).schedule }]);
  });

  it.each([
    ["cleared", ""],
    ["changed", '§0123456789abcdef{"decided":1,"schedule":[]}'],
  ])("gives a sentence, not a number, when what it remembers is %s", async (_, text) => {
    await decide();
    await inSheet(sheet, (worksheet) => {
      worksheet.protection.unprotect();
      worksheet.getRange("F1").values = [[text]];
    });
    const { versions: found, diagnostics } = await versions();
    expect(found).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: "history.versionDamaged", message: expect.stringContaining(sheet) as string }]);
  });

  it("is found where columns have been put in before it", async () => {
    await decide();
    await inSheet(sheet, (worksheet) => {
      worksheet.protection.unprotect();
      worksheet.getRange("A:A").insert("Right");
      worksheet.getRange("A1").values = [["Egen kolumn"]];
    });
    expect((await versions()).versions).toMatchObject([{ edited: true, decision }]);
  });

  it("with errors is not written", async () => {
    expect(await decide({ ...showcase, projects: [] })).toMatchObject({ ok: false, left: [] });
    expect(bench.names).toEqual(["Blad1"]);
  });

  it("is no input: the workbook is read as without it", async () => {
    await decide();
    const reading = await bench.run((context) => readWorkbook(context));
    expect(reading.tables).toEqual([]);
  });

  it.each([1, 2, 3])("is written whole or not at all when Excel fails at sync %i", async (sync) => {
    await decide();
    const before = bench.state;
    bench.host.failSync(sync, "GeneralException", { actionIndex: 60 });
    expect(await decide(changed)).toMatchObject({ ok: false, left: [] });
    expect(bench.state.sheets).toEqual(before.sheets);
  });
});
