import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PlanInput, RepaymentRule } from "../../src/planning/types";
import { modelRules } from "../../src/planning/models";
import { readWorkbook } from "../../src/workbook/reading";
import { movePoint } from "../../src/workbook/amountUnits";
import { createTemplate, fillTemplate, templateTables, type TemplateOptions } from "../../src/workbook/template";
import { completeRule, plainDecimal } from "../../src/workbook/template/ruleCells";
import { createHost, loadClient, newWorkbook, type Client, type Host, type Workbook } from "../../workbench/host";

const examples = join(__dirname, "../planning/examples");
const names = readdirSync(examples).filter((name) => !name.includes("expected"));
const example = (name: string) => JSON.parse(readFileSync(join(examples, name), "utf8")) as PlanInput;

let open: Client | undefined;
afterEach(() => open?.close());

function openWorkbook(workbook: Workbook = newWorkbook()): { host: Host; run: Client["Excel"]["run"]; workbook: Workbook } {
  const host = createHost(workbook);
  open = loadClient(host);
  return { host, run: open.Excel.run.bind(open.Excel), workbook };
}

/** Without cells, and with decimals and rules written in one way. */
function plain(input: PlanInput): unknown {
  const rule = (one: RepaymentRule | undefined) => one && { ...completeRule(one), ...(one.split ? { split: one.split.map(({ committee, share }) => ({ committee, share: plainDecimal(share) })) } : {}) };
  const text = JSON.stringify(
    { ...input, defaultRule: rule(input.defaultRule), projects: input.projects.map((project) => ({ ...project, rule: rule(project.rule) })) },
    (key, value: unknown) => (key === "cell" ? undefined : ["amount", "share", "shareOfFrame", "openingBalance", "rate", "roundingUnit"].includes(key) && typeof value === "string" ? plainDecimal(value) : value),
  );
  return JSON.parse(text) as unknown;
}

async function roundTrip(input: PlanInput, language: "sv" | "en" = "sv") {
  const { host, run } = openWorkbook();
  const filled = fillTemplate(input, language);
  const before = host.counts.syncs;
  const created = await run((context) => createTemplate(context, { language, firstYear: 2026, years: 5, filled }));
  const created2 = host.counts.syncs;
  const reading = await run((context) => readWorkbook(context, { language }));
  return { created, reading, writeSyncs: created2 - before, readSyncs: host.counts.syncs - created2 };
}

describe("the template, filled in and read again", () => {
  it.each(names)("gives the input of %s back", async (name) => {
    const input = example(name);
    const { created, reading, writeSyncs, readSyncs } = await roundTrip(input);
    expect(created.diagnostics).toEqual([]);
    expect(reading.diagnostics).toEqual([]);
    expect(plain(reading.input)).toEqual(plain(input));
    expect(reading.source).toBe("template");
    expect([writeSyncs, readSyncs]).toEqual([2, 2]);
  });
});

const text = fc.constantFrom("Skolfam", "=1+1", "+46", "-", "@x", "'citat", "1-2", "2026", "SANT", "3 %", "mars 2026", "Å & Ö", "Projekt/nämnd", "x".repeat(60));
const remark = fc.oneof(text, fc.constantFrom("Summa", "varav hälften", "i tkr"));
const decimal = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 17n }), fc.integer({ min: 0, max: 2 })).map(([digits, decimals]) => plainDecimal(movePoint(String(digits), -decimals)));
const share = fc.integer({ min: 0, max: 1000 }).map((mille) => plainDecimal(movePoint(String(mille), -3)));
const year = fc.integer({ min: 2020, max: 2045 });
const count = fc.integer({ min: 0, max: 20 });

const rule: fc.Arbitrary<RepaymentRule> = fc.record(
  {
    share, guarantee: share, cap: share,
    profile: fc.constantFrom("savings", "level"),
    window: fc.record({ from: fc.oneof(year, fc.record({ after: fc.constantFrom("projectStart", "projectEnd"), years: count })), years: count, latest: year }, { requiredKeys: ["from", "years"] }),
    includeEarlierSavings: fc.boolean(),
    capExtensionYears: count,
  },
  { requiredKeys: [] },
);

/** Any input that the template can hold: names that are hostile to a spreadsheet, ids apart from names, all tables. */
const anyInput: fc.Arbitrary<PlanInput> = fc
  .record({ projects: fc.uniqueArray(text, { minLength: 1, maxLength: 4 }), committees: fc.uniqueArray(text, { minLength: 1, maxLength: 3 }), ids: fc.boolean() })
  .chain(({ projects, committees, ids }) => {
    const project = fc.constantFrom(...projects.map((name, index) => (ids ? `P${index}` : name)));
    const committee = fc.constantFrom(...committees.map((name, index) => (ids ? `N${index}` : name)));
    const amountRow = fc.record({ project, committee, year, amount: decimal });
    const some = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 3 });
    return fc.record(
      {
        committees: fc.tuple(...committees.map((name, index) => fc.record({ id: fc.constant(ids ? `N${index}` : name), name: fc.constant(name), internal: fc.boolean() }, { requiredKeys: ["id", "name"] }))),
        projects: fc.tuple(...projects.map((name, index) => fc.record({ id: fc.constant(ids ? `P${index}` : name), name: fc.constant(name), owner: committee, rule, startYear: year, endYear: year }, { requiredKeys: ["id", "name"] }))),
        costs: some(amountRow),
        savings: some(amountRow),
        outcomes: some(fc.record({ project, committee, year, amount: decimal, status: fc.constantFrom("established", "preliminary"), source: remark, date: fc.constantFrom("2026-03-31", "våren 2026") }, { requiredKeys: ["project", "committee", "year", "amount", "status"] })),
        booked: some(amountRow),
        frames: some(fc.record({ committee, year, amount: decimal })),
        caps: some(fc.record({ committee, year, amount: decimal, shareOfFrame: share }, { requiredKeys: ["committee"] })),
        waivers: some(fc.record({ project, committee, fromYear: year, toYear: year, share, reason: remark, decision: remark }, { requiredKeys: ["share", "reason", "decision"] })),
        successions: some(fc.record({ from: committee, to: committee, year, share }, { requiredKeys: ["from", "to", "year"] })),
        fund: fc.record({ openingBalance: decimal, openingYear: year, contributions: some(fc.record({ year, amount: decimal })) }, { requiredKeys: ["openingBalance", "openingYear"] }),
        title: remark,
        planFrom: year,
        roundingUnit: fc.constantFrom("0.01", "1", "1000"),
        capOrder: fc.constantFrom("oldestFirst", "proportional"),
        capExtensionYears: count,
        appraisal: fc.record({ rate: share, baseYear: year }),
        guideline: fc.record({ firstRepaymentWithinYears: count, lastRepaymentWithinYears: count }),
        defaultRule: rule,
      },
      { requiredKeys: ["committees", "projects", "costs", "savings"] },
    );
  });

/** Tables with a column per year give their rows back sorted by who and when. */
function sorted(input: PlanInput): PlanInput {
  const order = <T extends object>(rows: T[]) => [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  const only = (rows: PlanInput["costs"]) => order(rows.map(({ project, committee, year, amount }) => ({ project, committee, year, amount: plainDecimal(amount) })));
  return { ...input, costs: only(input.costs), savings: only(input.savings), ...(input.frames ? { frames: order(input.frames.map(({ committee, year, amount }) => ({ committee, year, amount: plainDecimal(amount) }))) } : {}) };
}

it("any input comes back from the template, in both languages, whatever people call their projects", async () => {
  await fc.assert(
    fc.asyncProperty(anyInput, fc.constantFrom<"sv" | "en">("sv", "en"), async (input, language) => {
      const { created, reading } = await roundTrip(input, language);
      open?.close();
      expect(created.diagnostics).toEqual([]);
      expect(reading.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(plain(sorted(reading.input))).toEqual(plain(sorted(input)));
    }),
    { numRuns: 30 },
  );
});

describe("what is written in the template", () => {
  const input = (rule?: RepaymentRule): PlanInput => ({
    committees: [{ id: "SN", name: "Socialnämnden" }],
    projects: [{ id: "P1", name: "Skolfam", ...(rule ? { rule } : {}) }, { id: "P2", name: "skolfam " }, { id: "P3", name: "Trainee" }],
    costs: ["P1", "P2", "P3"].map((project) => ({ project, committee: "SN", year: 2026, amount: "100000" })),
    savings: [],
  });
  const cells = (table: string, rule?: RepaymentRule) => fillTemplate(input(rule)).find((one) => one.table === table)?.rows;

  it("names projects and committees, but by id where two have the same name", () => {
    expect(cells("costs")).toEqual([["P1", "Socialnämnden", 100000], ["P2", "Socialnämnden", 100000], ["Trainee", "Socialnämnden", 100000]]);
  });

  it("names the model nearest to a rule, with only what differs; a rule unlike all is shown in full", () => {
    const near = { ...modelRules.conditional(), cap: "0.8" };
    expect(cells("projects", near)?.[0]?.slice(5, 14)).toEqual(["Villkorad", "", "", 0.8, "", "", "", "", ""]);
    const own: RepaymentRule = { share: "0.5", guarantee: "0.1", cap: "0.9", profile: "level", window: { from: 2030, years: 3 } };
    expect(cells("projects", own)?.[0]?.slice(5, 14)).toEqual(["Egen", 0.5, 0.1, 0.9, "Lika belopp varje år", 2030, "", "", 3]);
  });
});

describe("inserting the template", () => {
  const create = (run: Client["Excel"]["run"], options: Partial<TemplateOptions> = {}) => run((context) => createTemplate(context, { firstYear: 2026, years: 5, ...options }));
  const sheets = (workbook: Workbook) => workbook.sheets.map(({ name }) => name);

  it("makes every table on a sheet of its own, with drop-downs, prompts, frozen headings and print setup", async () => {
    const { run, workbook } = openWorkbook();
    const made = await create(run, { tables: templateTables.map(({ key }) => key) });
    expect(made.diagnostics).toEqual([]);
    expect(sheets(workbook)).toEqual(["Blad1", "Projekt", "Kostnader", "Besparingar", "Nämnder", "Ramar", "Tak", "Fördelning", "Fond", "Utfall", "Bokfört", "Undantag", "Nämndbyten", "Jämförelse", "Inställningar"]);
    expect(workbook.sheets.slice(1).map(({ tables }) => tables.map(({ name }) => name))).toEqual(templateTables.map(({ name }) => [name]));
    const [, projects, costs] = workbook.sheets;
    expect(costs).toMatchObject({ frozenRows: 5, page: { orientation: "Landscape", printTitleRows: expect.stringContaining("5") as string } });
    expect(projects?.validations.map(({ rule: { list } }) => (list as { source: string } | undefined)?.source)).toEqual(
      expect.arrayContaining(["Villkorad,Ovillkorlig,Självrisk,Full återföring inom 4 år,Riskdelning,Ramanslag utan återföring,Socialt utfallskontrakt,Statlig utfallsersättning,Egen", "=Nämnder!$B$6:$B$20"]),
    );
    expect(costs?.validations.find(({ rule: { list } }) => (list as { source: string } | undefined)?.source === "=Projekt!$B$6:$B$20")?.area).toEqual({ row: 5, column: 0, rows: 15, columns: 1 });
    for (const { validations } of workbook.sheets.slice(1)) expect(validations.some(({ prompt, area }) => prompt?.message && area.row === 4)).toBe(true);
  });

  it("never touches a sheet that exists, and says what the new one is called", async () => {
    const { run, workbook, host } = openWorkbook();
    await run(async (context) => {
      context.workbook.worksheets.add("Kostnader").getRange("A1").values = [["mitt"]];
      await context.sync();
    });
    const made = await create(run);
    expect(made.sheets.map(({ sheet }) => sheet)).toEqual(["Projekt", "Kostnader (2)", "Besparingar"]);
    expect(made.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([["template.nameTaken", "warning"]]);
    expect(host.values("Kostnader!A1")).toEqual([["mitt"]]);
    expect(sheets(workbook)).toHaveLength(5);
  });

  it("refuses to make a second one, or years outside the calendar", async () => {
    const { run, workbook } = openWorkbook();
    await create(run);
    const again = await create(run);
    expect([again.sheets, again.diagnostics.map(({ code }) => code)]).toEqual([[], ["template.exists"]]);
    expect((await create(run, { firstYear: 2149, years: 5, tables: ["fund"] })).diagnostics.map(({ code }) => code)).toEqual(["template.years"]);
    expect(sheets(workbook)).toHaveLength(4);
  });

  it.each([
    ["a failure half-way", (host: Host) => host.failSync(2, "GeneralException", { actionIndex: 150 }), "excel.unknown"],
    ["a failure in the answer", (host: Host) => host.failSync(2, "GeneralException", { after: true }), "excel.unknown"],
    ["a lost connection", (host: Host) => host.failSync(1, "ConnectionFailure"), "excel.connectionLost"],
    ["a protected workbook", (host: Host) => host.protectStructure(true), "excel.structureProtected"],
    ["a read-only workbook", (host: Host) => (host.readOnly = true), "excel.readOnly"],
    ["a cell being edited", (host: Host) => (host.cellEditMode = true), "excel.cellEditing"],
  ])("leaves the workbook as it was after %s", async (_, spoil, code) => {
    const { run, workbook, host } = openWorkbook();
    spoil(host);
    const made = await create(run);
    expect([made.sheets, made.diagnostics[0]?.code]).toEqual([[], code]);
    expect(sheets(workbook)).toEqual(["Blad1"]);
    expect(host.counts.syncs).toBeLessThanOrEqual(4);
  });
});
