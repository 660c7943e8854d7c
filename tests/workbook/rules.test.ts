import { readFileSync } from "node:fs";
import { join } from "node:path";
import { modelRules } from "../../src/planning/models";
import type { PlanInput, RepaymentRule } from "../../src/planning/types";
import { fingerprintOf } from "../../src/report";
import { removeCap, writeCap, writeDefaultRule, writeProjectRule, writeRules, writeSetting } from "../../src/workbook/rules";
import { addTables, createTemplate, fillTemplate, templateTables } from "../../src/workbook/template";
import type { CellValue } from "../../workbench/host";
import { codes, openWorkbook, type OpenWorkbook, type Sheets } from "./openWorkbook";

const language = "sv";
const example = (name: string) => JSON.parse(readFileSync(join(__dirname, `../planning/examples/${name}.json`), "utf8")) as PlanInput;

let open: OpenWorkbook | undefined;
afterEach(() => open?.client.close());

const costs: CellValue[][] = [["Belopp i tkr"], ["Projekt", "Nämnd", 2026], ["Skolfam", "Socialnämnden", 900], ["Trainee", "Arbetsmarknadsnämnden", 300]];
const savings: CellValue[][] = [["Projekt", "Nämnd", 2027], ["Skolfam", "Socialnämnden", 500000], ["Trainee", "Utbildningsnämnden", 100000]];
const byHand: Sheets = { Kostnader: costs, Besparingar: savings };

async function template(input: PlanInput, tables?: Parameters<typeof createTemplate>[1]["tables"]): Promise<OpenWorkbook> {
  open = openWorkbook({ Blad1: [] });
  const filled = fillTemplate(input, language).filter(({ table }) => !tables || tables.includes(table));
  await open.run((context) => createTemplate(context, { language, firstYear: 2010, years: 5, filled }));
  return open;
}

const workbook = (sheets: Sheets) => (open = openWorkbook(sheets));
const input = async (of: OpenWorkbook) => (await of.read()).input;
const rule = async (of: OpenWorkbook, project: string) => (await input(of)).projects.find(({ id }) => id === project)?.rule;

describe("a project's rule", () => {
  it("is written in the projects' table and read back, in three syncs; the other projects keep theirs", async () => {
    const before = example("norrkoping-2010");
    const of = await template(before);
    const [first, second] = (await input(of)).projects;
    const wanted = { ...modelRules.sharedRisk(), cap: "0.6" };
    const { result, syncs } = await of.counted(() => of.run((context) => writeProjectRule(context, { project: first!.id, rule: wanted, language })));
    expect([result, syncs]).toEqual([null, 3]);
    expect(await rule(of, first!.id)).toEqual(wanted);
    expect((await input(of)).projects[1]).toEqual(second);
    expect(of.host.valueAt("Projekt", 5, 5)).toBe("Villkorad");
    expect(of.host.valueAt("Projekt", 5, 8)).toBe(0.6);
  });

  it.each(Object.entries(modelRules))("%s comes back as it was", async (_, model) => {
    const of = await template(example("skl-1-mkr"));
    const [project] = (await input(of)).projects;
    expect(await of.run((context) => writeProjectRule(context, { project: project!.id, rule: model(), language }))).toBeNull();
    expect(await rule(of, project!.id)).toEqual(model());
  });

  it("of default empties every cell of the rule, also those of an earlier one", async () => {
    const of = await template(example("norrkoping-2010"));
    const [project] = (await input(of)).projects;
    const own: RepaymentRule = { share: "0.123", guarantee: "0.4", cap: "0.5", profile: "level", window: { from: 2014, years: 3, latest: 2018 }, includeEarlierSavings: true, capExtensionYears: 2 };
    await of.run((context) => writeProjectRule(context, { project: project!.id, rule: own, language }));
    expect(await rule(of, project!.id)).toEqual(own);
    await of.run((context) => writeProjectRule(context, { project: project!.id, rule: "default", language }));
    expect(await rule(of, project!.id)).toBeUndefined();
  });

  it("makes the table when there is none, with every project that was read", async () => {
    const of = workbook(byHand);
    const { result, syncs } = await of.counted(() => of.run((context) => writeProjectRule(context, { project: "Trainee", rule: modelRules.selfRisk(), language })));
    expect([result, syncs]).toEqual([null, 3]);
    const reading = await of.read();
    expect(codes(reading.diagnostics)).toEqual([]);
    expect(reading.input.projects.map(({ id, rule: own }) => [id, own])).toEqual([["Skolfam", undefined], ["Trainee", modelRules.selfRisk()]]);
    expect(reading.input.costs.map(({ amount }) => amount)).toEqual(["900000", "300000"]);
    expect(reading.tables.map(({ kind, origin }) => [kind, origin])).toEqual([["projects", "table"], ["costs", "sheet"], ["savings", "sheet"]]);
  });

  it("is written on a plain sheet with the template's headings, which stays the one that is read", async () => {
    const of = workbook({ ...byHand, Projekt: [["Projekt", "Modell", "Takandel"], ["Skolfam", "Självrisk", ""]], Inställningar: [["Inställning", "Värde"], ["Planens namn", "Vår plan"]] });
    expect(await of.run((context) => writeProjectRule(context, { project: "Trainee", rule: modelRules.sharedRisk(), language }))).toBeNull();
    expect(await of.run((context) => writeSetting(context, { setting: "capOrder", value: "proportional", language }))).toBeNull();
    const reading = await of.read();
    expect(reading.input).toMatchObject({ title: "Vår plan", capOrder: "proportional", projects: [{ id: "Skolfam", rule: modelRules.selfRisk() }, { id: "Trainee", rule: modelRules.sharedRisk() }] });
    expect(of.host.workbook.sheets.map(({ name }) => name)).toEqual(["Kostnader", "Besparingar", "Projekt", "Inställningar"]);
  });

  it("leaves the rows between those that change as they are, formulas too", async () => {
    const of = await template(example("norrkoping-2010"));
    const [first, second, third] = (await input(of)).projects;
    await of.run(async (context) => {
      context.workbook.worksheets.getItem("Projekt").getRange("I7").formulas = [["=0.5+0.25"]];
      await context.sync();
    });
    const between = (await input(of)).projects[1];
    expect(between?.rule?.cap).toBe("0.75");
    const rules = { [first!.id]: modelRules.selfRisk(), [third!.id]: modelRules.unconditional() };
    expect(await of.run((context) => writeRules(context, { projects: rules, language }))).toBeNull();
    const { projects } = await input(of);
    expect([projects[0]?.rule, projects[1], projects[2]?.rule]).toEqual([modelRules.selfRisk(), between, modelRules.unconditional()]);
    expect(second?.id).toBe(projects[1]?.id);
    expect(of.host.workbook.sheets.find(({ name }) => name === "Projekt")?.cells.get(6)?.get(8)?.formula).toBe("=0.5+0.25");
  });

  it("in a new table leaves plain sheets of other kinds read, and an agreed split in its own table", async () => {
    const of = workbook({ ...byHand, Inställningar: [["Inställning", "Värde"], ["Planens namn", "Vår plan"]], Fördelning: [["Projekt", "Nämnd", "Andel"], ["Skolfam", "Socialnämnden", 1]] });
    const before = await input(of);
    expect(before).toMatchObject({ title: "Vår plan", projects: [{ rule: { split: [{ committee: "Socialnämnden", share: "1" }] } }, {}] });
    expect(await of.run((context) => writeProjectRule(context, { project: "Trainee", rule: modelRules.selfRisk(), language }))).toBeNull();
    const after = await input(of);
    expect(after).toMatchObject({ title: "Vår plan", projects: [{ rule: before.projects[0]?.rule }, { rule: modelRules.selfRisk() }] });
    expect(of.host.valueAt("Projekt", 5, 5)).toBe("");
  });

  it("goes to a new row of an Excel table that is full, and is a text where the name looks like a formula", async () => {
    const one = example("skl-1-mkr");
    const [project] = one.projects;
    const of = await template({ ...one, projects: [project!], costs: [...one.costs, { project: "=1+1", committee: one.costs[0]!.committee, year: 2015, amount: "1000" }] });
    const change = () => of.run((context) => writeProjectRule(context, { project: "=1+1", rule: modelRules.appropriation(), language }));
    const sheet = () => structuredClone(of.host.workbook.sheets.find(({ name }) => name === "Projekt"));
    const before = sheet();
    // Excel has added the row when its answer is lost: it is taken away again.
    of.host.failSync(3, "ConnectionFailure", { after: true });
    expect([(await change())?.code, sheet()]).toEqual(["excel.connectionLost", before]);
    expect(await change()).toBeNull();
    const reading = await of.read();
    expect(reading.input.projects.map(({ id, rule: own }) => [id, own?.cap])).toEqual([[project!.id, project!.rule?.cap ?? undefined], ["=1+1", "0"]]);
    expect(of.host.workbook.sheets.find(({ name }) => name === "Projekt")?.tables[0]?.area.rows).toBe(3);
  });

  it("is not written when the project or a column it needs is gone: a sentence, and nothing has changed", async () => {
    const of = workbook({ ...byHand, Projekt: [["Projekt", "Modell"], ["Skolfam", "Självrisk"]] });
    expect(await of.run((context) => writeProjectRule(context, { project: "Borta", rule: "default", language }))).toMatchObject({ code: "rules.projectGone" });
    const refusal = await of.run((context) => writeProjectRule(context, { project: "Skolfam", rule: { ...modelRules.sharedRisk(), cap: "0.5", share: "0.9" }, language }));
    expect(refusal?.code).toBe("rules.columnMissing");
    expect(refusal?.message).toMatch(/^Kolumnen .+ saknas i tabellen på bladet Projekt, så ändringen sparades inte\./);
    expect(await rule(of, "Skolfam")).toEqual(modelRules.selfRisk());
  });
});

describe("an agreed split", () => {
  const split = [{ committee: "Socialnämnden", share: "0.6" }, { committee: "Utbildningsnämnden", share: "0.4" }];
  const rows = (of: OpenWorkbook) => Array.from({ length: 8 }, (_, row) => [0, 1, 2].map((column) => of.host.valueAt("Fördelning", 5 + row, column))).filter((line) => line.some((value) => value !== ""));

  it("is written in a table of its own, which is made when it is missing, in three syncs", async () => {
    const of = workbook(byHand);
    const own = { ...modelRules.unconditional(), split };
    const { result, syncs } = await of.counted(() => of.run((context) => writeProjectRule(context, { project: "Skolfam", rule: own, language })));
    expect([result, syncs]).toEqual([null, 3]);
    const { projects } = await input(of);
    expect(projects.map(({ rule: read }) => read)).toEqual([own, undefined]);
    expect(of.host.workbook.sheets.map(({ name }) => name)).toEqual(["Kostnader", "Besparingar", "Projekt", "Fördelning"]);
    expect(rows(of)).toEqual([["Skolfam", "Socialnämnden", 0.6], ["Skolfam", "Utbildningsnämnden", 0.4]]);
  });

  it("is changed on its own rows, goes on to new ones, and is taken away with the rule; the fund's and other projects' stay", async () => {
    const of = workbook(byHand);
    const [fund, trainee] = [{ ...modelRules.unconditional(), split: [{ committee: "Socialnämnden", share: "1" }] }, { ...modelRules.selfRisk(), split }];
    await of.run((context) => writeRules(context, { defaultRule: fund, projects: { Skolfam: { ...modelRules.unconditional(), split }, Trainee: trainee }, language }));
    expect(await input(of)).toMatchObject({ defaultRule: fund, projects: [{ rule: { split } }, { rule: trainee }] });

    const three = [{ committee: "Arbetsmarknadsnämnden", share: "0.333" }, { committee: "Utbildningsnämnden", share: "0.267" }, { committee: "Socialnämnden", share: "0.4" }];
    expect(await of.run((context) => writeProjectRule(context, { project: "Skolfam", rule: { ...modelRules.unconditional(), split: three }, language }))).toBeNull();
    const read = await input(of);
    expect(new Set(read.projects[0]?.rule?.split)).toEqual(new Set(three));
    expect([read.defaultRule, read.projects[1]?.rule]).toEqual([fund, trainee]);

    const two = [{ committee: "Arbetsmarknadsnämnden", share: "0.5" }, { committee: "Socialnämnden", share: "0.5" }];
    await of.run((context) => writeProjectRule(context, { project: "Skolfam", rule: { ...modelRules.unconditional(), split: two }, language }));
    expect(new Set((await rule(of, "Skolfam"))?.split)).toEqual(new Set(two));

    await of.run((context) => writeProjectRule(context, { project: "Skolfam", rule: "default", language }));
    await of.run((context) => writeDefaultRule(context, { rule: modelRules.unconditional(), language }));
    const after = await of.read();
    expect(codes(after.diagnostics)).toEqual([]);
    expect(after.input).toMatchObject({ defaultRule: modelRules.unconditional(), projects: [{ id: "Skolfam" }, { rule: trainee }] });
    expect([after.input.defaultRule?.split, after.input.projects[0]?.rule]).toEqual([undefined, undefined]);
    expect(rows(of)).toEqual([["Trainee", "Socialnämnden", 0.6], ["Trainee", "Utbildningsnämnden", 0.4]]);
  });

  it("that has not changed is left as it is, formulas too, on a plain sheet and when other parts of the rule change", async () => {
    const of = workbook({ ...byHand, Fördelning: [["Projekt", "Nämnd", "Andel"], ["skolfam", "Socialnämnden", 0.75], ["", "Socialnämnden", 1], ["Skolfam", "Utbildningsnämnden", 0.25]] });
    await of.run(async (context) => {
      context.workbook.worksheets.getItem("Fördelning").getRange("C2").formulas = [["=3/4"]];
      await context.sync();
    });
    const { split: agreed } = (await rule(of, "Skolfam"))!;
    const own = { ...modelRules.unconditional(), split: agreed };
    await of.run((context) => writeProjectRule(context, { project: "Skolfam", rule: own, language }));
    expect(await rule(of, "Skolfam")).toEqual(own);
    const moved = [{ committee: "Socialnämnden", share: "0.75" }, { committee: "Arbetsmarknadsnämnden", share: "0.25" }];
    await of.run((context) => writeProjectRule(context, { project: "Skolfam", rule: { ...own, split: moved }, language }));
    const read = await input(of);
    expect([read.projects[0]?.rule?.split, read.defaultRule?.split]).toEqual([moved, [{ committee: "Socialnämnden", share: "1" }]]);
    expect(of.host.workbook.sheets.find(({ name }) => name === "Fördelning")?.cells.get(1)?.get(2)?.formula).toBe("=3/4");
  });

  it("without a project holds for those that follow the fund's rule, as its column says, and not for a project with a rule of its own", async () => {
    const of = workbook(byHand);
    const fund = { ...modelRules.unconditional(), split };
    await of.run((context) => writeRules(context, { defaultRule: fund, projects: { Trainee: modelRules.unconditional() }, language }));
    const { projects, defaultRule } = await input(of);
    expect([defaultRule, projects.map(({ rule: own }) => own)]).toEqual([fund, [undefined, modelRules.unconditional()]]);
    expect(rows(of).map(([project]) => project)).toEqual(["", ""]);
    const [sheet] = of.host.workbook.sheets.filter(({ name }) => name === "Fördelning");
    const explanation = "Tomt: de projekt som följer fondens regel.";
    expect(of.host.valueAt("Fördelning", 3, 0)).toBe(explanation);
    expect(sheet?.validations.find(({ area: { row, column } }) => row === 4 && column === 0)?.prompt).toMatchObject({ message: explanation });
  });

  it("and the rule are as before when the table of splits is protected", async () => {
    const of = workbook(byHand);
    await of.run((context) => writeProjectRule(context, { project: "Skolfam", rule: { ...modelRules.unconditional(), split }, language }));
    const before = await input(of);
    await of.run(async (context) => {
      context.workbook.worksheets.getItem("Fördelning").protection.protect();
      await context.sync();
    });
    const refusal = await of.run((context) => writeProjectRule(context, { project: "Skolfam", rule: modelRules.selfRisk(), language }));
    expect(refusal?.code).toBe("excel.sheetProtected");
    expect(await input(of)).toEqual(before);
  });
});

it("empties the cells of conditions that are taken away, and leaves the rest of the rule", async () => {
  const of = await template(example("norrkoping-2010"));
  const [project] = (await input(of)).projects;
  const plain = modelRules.unconditional();
  const conditions: RepaymentRule = { ...plain, window: { ...plain.window, latest: 2030 }, includeEarlierSavings: true, capExtensionYears: 0 };
  await of.run((context) => writeRules(context, { defaultRule: conditions, projects: { [project!.id]: conditions }, language }));
  const written = await input(of);
  expect([written.defaultRule, written.projects[0]?.rule]).toEqual([conditions, conditions]);
  expect([14, 15, 16].map((column) => of.host.valueAt("Projekt", 5, column))).toEqual([2030, "Ja", 0]);
  await of.run((context) => writeRules(context, { defaultRule: plain, projects: { [project!.id]: plain }, language }));
  const emptied = await input(of);
  expect([emptied.defaultRule, emptied.projects[0]?.rule]).toEqual([plain, plain]);
  expect([14, 15, 16].map((column) => of.host.valueAt("Projekt", 5, column))).toEqual(["", "", ""]);
});

describe("the fund's rule and the settings", () => {
  it("are written in the settings and read back, and can be emptied", async () => {
    const of = await template(example("norrkoping-2010"));
    const own = { ...modelRules.outcomeContract(), guarantee: "0.35" };
    expect(await of.run((context) => writeDefaultRule(context, { rule: own, language }))).toBeNull();
    expect((await input(of)).defaultRule).toEqual(own);
    expect(await of.run((context) => writeDefaultRule(context, { rule: "default", language }))).toBeNull();
    expect((await input(of)).defaultRule).toBeUndefined();
  });

  it.each([
    ["title", "=Plan 2026", { title: "=Plan 2026" }],
    ["roundingUnit", "1000", { roundingUnit: "1000" }],
    ["planFrom", 2028, { planFrom: 2028 }],
    ["rate", "0.035", { appraisal: { rate: "0.035", baseYear: 2026 } }],
    ["capOrder", "proportional", { capOrder: "proportional" }],
    ["capExtensionYears", 3, { capExtensionYears: 3 }],
    ["firstWithin", 2, { guideline: { firstRepaymentWithinYears: 2 } }],
    ["lastWithin", 4, { guideline: { lastRepaymentWithinYears: 4 } }],
  ] as const)("%s, in a table that is there and in one that is made", async (setting, value, expected) => {
    const made = workbook(byHand);
    for (let round = 1; round <= 2; round += 1) {
      const { result, syncs } = await made.counted(() => made.run((context) => writeSetting(context, { setting, value, language })));
      expect([result, syncs]).toEqual([null, 3]);
      expect(await input(made)).toMatchObject(expected);
    }
    expect(made.host.workbook.sheets.map(({ name }) => name)).toEqual(["Kostnader", "Besparingar", "Inställningar"]);
    expect(await made.run((context) => writeSetting(context, { setting, value: null, language }))).toBeNull();
    expect(await fingerprintOf(await input(made))).toBe(await fingerprintOf(await input(workbook(byHand))));
  });

  it("several at once, together with projects' rules, in three syncs", async () => {
    const of = workbook(byHand);
    const { result, syncs } = await of.counted(() =>
      of.run((context) => writeRules(context, { language, defaultRule: modelRules.unconditional(), projects: { Skolfam: modelRules.sharedRisk() }, settings: { rate: "0.03", baseYear: 2025 } })),
    );
    expect([result, syncs]).toEqual([null, 3]);
    expect(await input(of)).toMatchObject({ defaultRule: modelRules.unconditional(), appraisal: { rate: "0.03", baseYear: 2025 }, projects: [{ id: "Skolfam", rule: modelRules.sharedRisk() }, { id: "Trainee" }] });
  });

  it("are all as before when one of the tables is protected", async () => {
    const of = await template(example("norrkoping-2010"));
    const before = await input(of);
    const [project] = before.projects;
    await of.run(async (context) => {
      context.workbook.worksheets.getItem("Inställningar").protection.protect();
      await context.sync();
    });
    const refusal = await of.run((context) => writeRules(context, { language, projects: { [project!.id]: modelRules.appropriation() }, settings: { rate: "0.09" } }));
    expect(refusal?.code).toBe("excel.sheetProtected");
    expect(await input(of)).toEqual(before);
  });

  it.each([["never reached", {}], ["was written over, and the answer lost", { after: true }]])("leave a formula as it was when Excel fails: one that %s", async (_, failure) => {
    const of = await template(example("norrkoping-2010"));
    await of.run((context) => writeSetting(context, { setting: "rate", value: "0.03", language }));
    const row = of.host.values("Inställningar!A1:A40").findIndex(([name]) => String(name).startsWith("Kalkylränta")) + 1;
    of.type({ [`Inställningar!B${row}`]: "=1/25" });
    of.host.failSync(3, "ConnectionFailure", failure);
    expect(await of.run((context) => writeSetting(context, { setting: "rate", value: "0.05", language }))).toMatchObject({ code: "excel.connectionLost" });
    expect(of.host.workbook.sheets.find(({ name }) => name === "Inställningar")?.cells.get(row - 1)?.get(1)?.formula).toBe("=1/25");
  });

  it("leave no half sheet behind when making it fails", async () => {
    const of = workbook(byHand);
    of.host.failSync(3, "ConnectionFailure");
    expect(await of.run((context) => writeSetting(context, { setting: "planFrom", value: 2028, language }))).toMatchObject({ code: "excel.connectionLost" });
    expect(of.host.workbook.sheets.map(({ name }) => name)).toEqual(["Kostnader", "Besparingar"]);
    of.host.workbook.structureProtected = true;
    expect(await of.run((context) => writeSetting(context, { setting: "planFrom", value: 2028, language }))).toMatchObject({ code: "excel.structureProtected" });
  });

  it("are written in the language of the table", async () => {
    const of = workbook({ Blad1: [] });
    await of.run((context) => createTemplate(context, { language: "en", firstYear: 2026, years: 3, filled: fillTemplate(example("norrkoping-2010"), "en") }));
    await of.run((context) => writeSetting(context, { setting: "capOrder", value: "oldestFirst", language: "sv" }));
    const sheet = of.host.workbook.sheets.find(({ name }) => name === "Settings");
    expect([...(sheet?.cells.values() ?? [])].flatMap((line) => [...line.values()]).map(({ value }) => value)).toContain("Oldest project first");
  });
});

describe("a cap", () => {
  it("is added, changed and taken away; the table is made when it is missing", async () => {
    const of = workbook(byHand);
    const { result, syncs } = await of.counted(() => of.run((context) => writeCap(context, { committee: "Socialnämnden", year: 2028, amount: "250000.5", language })));
    expect([result, syncs]).toEqual([null, 3]);
    expect(await of.run((context) => writeCap(context, { committee: "Arbetsmarknadsnämnden", shareOfFrame: "0.015", language }))).toBeNull();
    const caps = (await input(of)).caps ?? [];
    expect(caps.map(({ cell: _, ...cap }) => cap)).toEqual([{ committee: "Socialnämnden", year: 2028, amount: "250000.5" }, { committee: "Arbetsmarknadsnämnden", shareOfFrame: "0.015" }]);
    await of.run((context) => writeCap(context, { committee: "Utbildningsnämnden", amount: "100", cell: caps[0]?.cell, language }));
    await of.run((context) => writeCap(context, { committee: "Arbetsmarknadsnämnden", amount: "7", language }));
    expect((await input(of)).caps?.map(({ cell: _, ...cap }) => cap)).toEqual([{ committee: "Utbildningsnämnden", amount: "100" }, { committee: "Arbetsmarknadsnämnden", amount: "7" }]);
    expect(await of.run((context) => removeCap(context, { cell: caps[0]!.cell!, language }))).toBeNull();
    expect((await input(of)).caps?.map(({ committee }) => committee)).toEqual(["Arbetsmarknadsnämnden"]);
    expect(await of.run((context) => removeCap(context, { cell: caps[0]!.cell!, language }))).toMatchObject({ code: "rules.capGone" });
    expect(await of.run((context) => writeCap(context, { committee: "Okända", amount: "1", language }))).toMatchObject({ code: "rules.committeeGone" });
  });

  it("is written in the unit of its table", async () => {
    const of = await template(example("tak-och-ko"));
    of.type({ "Tak!B3": "tkr" });
    const [cap] = (await input(of)).caps ?? [];
    await of.run((context) => writeCap(context, { ...cap!, amount: "123456", language }));
    expect((await input(of)).caps?.[0]?.amount).toBe("123456");
    expect(of.host.valueAt("Tak", 5, 2)).toBe(123.456);
  });
});

describe("tables that are added", () => {
  it("all of them, with what has been read filled in: the input is the same", async () => {
    const of = workbook(byHand);
    const before = await input(of);
    const tables = templateTables.map(({ key }) => key).filter((key) => key !== "costs" && key !== "savings");
    const { result, syncs } = await of.counted(() => of.run((context) => addTables(context, { tables, language })));
    expect([result.diagnostics, syncs]).toEqual([[], 3]);
    expect(result.sheets.map(({ table }) => table)).toEqual(tables);
    const reading = await of.read();
    expect(codes(reading.diagnostics)).toEqual([]);
    expect(await fingerprintOf(reading.input)).toBe(await fingerprintOf(before));
    expect(of.host.valueAt("Ramar", 5, 0)).toBe("Socialnämnden");
    expect(of.host.valueAt("Nämnder", 7, 1)).toBe("Utbildningsnämnden");
    expect(of.host.valueAt("Projekt", 6, 1)).toBe("Trainee");
  });

  it("passes over those that exist, and offers their names in its lists", async () => {
    const of = await template(example("norrkoping-2010"));
    const { sheets } = await of.run((context) => addTables(context, { tables: ["projects", "waivers"], language }));
    expect(sheets).toEqual([{ table: "waivers", sheet: "Undantag" }]);
    const projects = of.host.workbook.sheets.find(({ name }) => name === "Projekt");
    const sources = of.host.workbook.sheets.find(({ name }) => name === "Undantag")?.validations.map(({ rule: validation }) => JSON.stringify(validation)) ?? [];
    expect(sources.some((source) => source.includes(`=Projekt!$B$6:$B$${projects!.tables[0]!.area.row + projects!.tables[0]!.area.rows}`))).toBe(true);
    expect(await of.run((context) => addTables(context, { tables: ["projects"], language }))).toEqual({ sheets: [], diagnostics: [] });
  });

  it.each([["waivers", "Undantag", "A6"], ["frames", "Ramar", "B6"], ["committees", "Nämnder", "A6"], ["settings", "Inställningar", "B6"]] as const)("shows the first cell to fill in: %s", async (table, sheet, cell) => {
    const of = workbook(byHand);
    expect((await of.run((context) => addTables(context, { tables: [table], language }))).diagnostics).toEqual([]);
    expect(of.host.workbook.sheets[of.host.workbook.activeSheet]?.name).toBe(sheet);
    expect(of.host.workbook.selection).toMatchObject({ row: 5, column: cell.charCodeAt(0) - 65, rows: 1, columns: 1 });
  });

  it("leaves nothing behind when it fails on the way", async () => {
    const of = workbook(byHand);
    of.host.failSync(3, "ConnectionFailure");
    const { sheets, diagnostics } = await of.run((context) => addTables(context, { tables: ["fund"], language }));
    expect([sheets, diagnostics.map(({ code }) => code)]).toEqual([[], ["excel.connectionLost"]]);
    expect(of.host.workbook.sheets.map(({ name }) => name)).toEqual(["Kostnader", "Besparingar"]);
  });
});
