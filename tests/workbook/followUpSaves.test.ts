import type { PlanInput } from "../../src/planning/types";
import { readAmounts, saveBooked, saveOutcomes, saveSuccession, saveWaiver, type OutcomeEdit, type SuccessionEntry, type WaiverEntry } from "../../src/workbook/followUp";
import { createTemplate, fillTemplate } from "../../src/workbook/template";
import uppfoljning from "../planning/examples/uppfoljning.json";
import { amounts, codes, openWorkbook, type OpenWorkbook, type Sheets } from "./openWorkbook";

const language = "sv";
const followUp = uppfoljning as unknown as PlanInput;

let open: OpenWorkbook | undefined;
afterEach(() => open?.client.close());

async function template(input: PlanInput = followUp): Promise<OpenWorkbook> {
  open = openWorkbook({ Blad1: [] });
  await open.run((context) => createTemplate(context, { language, firstYear: 2024, years: 6, filled: fillTemplate(input, language) }));
  return open;
}
const workbook = (sheets: Sheets) => (open = openWorkbook(sheets));

const outcome = (change: Partial<OutcomeEdit> = {}): OutcomeEdit => ({
  project: "P1", committee: "UN", year: 2027, amount: "250000.5", status: "established", source: "Bokslut 2026", date: "2027-02-01", was: null, ...change,
});
const save = (of: OpenWorkbook, ...edits: OutcomeEdit[]) => of.run((context) => saveOutcomes(context, { edits, language }));
const outcomesOf = async (of: OpenWorkbook) => (await of.read()).input.outcomes?.map(({ committee, year, amount, status, source = "", date = "" }) => [committee, year, amount, status, source, date].join("|"));
const values = (of: OpenWorkbook) => structuredClone(of.host.workbook.sheets.map(({ name, cells }) => [name, cells]));

describe("outcomes", () => {
  it("are added and changed in their table at once, in three syncs; the others stay", async () => {
    const of = await template();
    const before = (await outcomesOf(of)) ?? [];
    const { result, syncs } = await of.counted(() => save(of, outcome(), outcome({ committee: "SN", year: 2026, amount: "690000", was: { amount: "700000.00", status: "established" } })));
    expect([result, syncs]).toEqual([null, 3]);
    const now = (await outcomesOf(of)) ?? [];
    expect(now).toHaveLength(before.length + 1);
    expect(now).toEqual(expect.arrayContaining(["UN|2027|250000.5|established|Bokslut 2026|2027-02-01", "SN|2026|690000|established|Bokslut 2026|2027-02-01"]));
    expect(now.filter((row) => before.includes(row))).toHaveLength(before.length - 1);
  });

  it("are written in the unit of the table", async () => {
    const of = await template({ ...followUp, outcomes: [] });
    await save(of, outcome());
    of.type({ "Utfall!B3": "tkr" });
    expect(await outcomesOf(of)).toEqual(["UN|2027|250000500|established|Bokslut 2026|2027-02-01"]);
    expect(await save(of, outcome({ committee: "SN", amount: "1500" }))).toBeNull();
    expect(of.host.valueAt("Utfall", 6, 3)).toBe(1.5);
  });

  it("get a table of their own when there is none", async () => {
    const of = workbook({ Kostnader: [["Projekt", "Nämnd", 2026], ["Skolfam", "SN", 900000]], Besparingar: [["Projekt", "Nämnd", 2027], ["Skolfam", "SN", 500000]] });
    expect(await save(of, outcome({ project: "Skolfam", committee: "SN", year: 2027, source: "=HYPERLINK(1)", date: "" }))).toBeNull();
    expect(await outcomesOf(of)).toEqual(["SN|2027|250000.5|established|=HYPERLINK(1)|"]);
    expect((await of.read()).input.costs).toHaveLength(1);
  });

  it("are written on a plain sheet with the template's headings", async () => {
    const of = workbook({
      Kostnader: [["Projekt", "Nämnd", 2026], ["Skolfam", "SN", 900000]],
      Besparingar: [["Projekt", "Nämnd", 2027], ["Skolfam", "SN", 500000]],
      Utfall: [["Utfall i tkr"], ["Projekt", "Nämnd", "År", "Belopp", "Status", "Källa", "Datum"], ["Skolfam", "SN", 2027, 300, "Preliminär", "", ""]],
    });
    expect(await save(of, outcome({ project: "Skolfam", committee: "SN", year: 2027, was: { amount: "300000", status: "preliminary" } }))).toBeNull();
    expect(await outcomesOf(of)).toEqual(["SN|2027|250000.5|established|Bokslut 2026|2027-02-01"]);
    expect(of.host.workbook.sheets.map(({ name }) => name)).toEqual(["Kostnader", "Besparingar", "Utfall"]);
  });

  const stale: [string, OutcomeEdit, RegExp][] = [
    ["another amount than it was", outcome({ committee: "SN", year: 2026, was: { amount: "600000", status: "established" } }), /står nu 700\s000\skr \(fastställt\)/],
    ["another status than it was", outcome({ committee: "SN", year: 2026, was: { amount: "700000", status: "preliminary" } }), /Läs in underlaget på nytt/],
    ["something where nothing was", outcome({ committee: "SN", year: 2026 }), /ändrats av någon annan/],
    ["nothing where something was", outcome({ was: { amount: "1", status: "preliminary" } }), /tagits bort av någon annan/],
  ];
  it.each(stale)("are not written when there is %s, nor those beside it", async (_, edit, sentence) => {
    const of = await template();
    const before = values(of);
    const problem = await save(of, outcome({ year: 2028 }), edit);
    expect(problem?.message).toMatch(sentence);
    expect(problem?.message).toMatch(/Skolsociala team/);
    expect(values(of)).toEqual(before);
  });

  it("keep what a co-author adds between reading and writing", async () => {
    const of = await template();
    const rows = (await outcomesOf(of))!.length;
    await of.run(async (context) => {
      context.workbook.tables.getItem("SIF_Utfall").rows.add(0, [["Skolsociala team", "Utbildningsnämnden", 2028, 12345, "Preliminär", "", ""]]);
      await context.sync();
    });
    expect(await save(of, outcome(), outcome({ committee: "SN", year: 2026, was: { amount: "700000", status: "established" } }))).toBeNull();
    const now = await outcomesOf(of);
    expect(now).toHaveLength(rows + 2);
    expect(now).toEqual(expect.arrayContaining(["UN|2028|12345|preliminary||", "SN|2025|310000|established||", "SN|2026|250000.5|established|Bokslut 2026|2027-02-01"]));
  });

  it("that add up on several rows are told, and left", async () => {
    const of = await template({ ...followUp, outcomes: [1, 2].map((amount) => ({ project: "P1", committee: "UN", year: 2026, amount: String(amount), status: "preliminary" as const })) });
    const problem = await save(of, outcome({ year: 2026, was: { amount: "3", status: "preliminary" } }));
    expect(problem).toMatchObject({ code: "history.severalRows", message: expect.stringContaining("Utfall!D6, Utfall!D7") as string });
  });

  it("may correct an established one beside its preliminary", async () => {
    const of = await template({
      ...followUp,
      outcomes: [{ project: "P1", committee: "UN", year: 2026, amount: "1", status: "preliminary" }, { project: "P1", committee: "UN", year: 2026, amount: "2", status: "established" }],
    });
    expect(await save(of, outcome({ year: 2026, amount: "5", was: { amount: "2", status: "established" } }))).toBeNull();
    expect(await outcomesOf(of)).toEqual(["UN|2026|1|preliminary||", "UN|2026|5|established|Bokslut 2026|2027-02-01"]);
  });

  it.each([
    ["an unknown project", outcome({ project: "P9" }), "unknownProject"],
    ["an unknown committee", outcome({ committee: "XX" }), "unknownCommittee"],
    ["no amount", outcome({ amount: "mycket" }), "amountNotNumber"],
    ["no year", outcome({ year: 26 }), "yearOutside"],
  ])("with %s are not written", async (_, edit, code) => {
    const of = await template();
    const before = values(of);
    expect(await save(of, edit)).toMatchObject({ code, severity: "error" });
    expect(values(of)).toEqual(before);
  });

  it("are all or none when the table's sheet is protected", async () => {
    const of = await template();
    of.host.protectSheet("Utfall");
    const before = values(of);
    expect(await save(of, outcome(), outcome({ committee: "SN", year: 2026, was: { amount: "700000", status: "established" } }))).toMatchObject({ code: "excel.sheetProtected" });
    expect(values(of)).toEqual(before);
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])("are all or none when Excel fails at action %i", async (actionIndex) => {
    const of = await template();
    const before = values(of);
    of.host.failSync(3, "GeneralException", { actionIndex });
    expect(await save(of, outcome(), outcome({ committee: "SN", year: 2026, was: { amount: "700000", status: "established" } }))).toMatchObject({ code: "excel.unknown" });
    expect(values(of)).toEqual(before);
  });

  it("tell of a column that the table lacks", async () => {
    const of = await template();
    of.type({ "Utfall!F5": "Anmärkning" });
    expect(await save(of, outcome())).toMatchObject({ code: "rules.columnMissing", message: expect.stringContaining("Källa") as string });
  });
});

describe("bookings", () => {
  const edit = { project: "P1", committee: "UN", year: 2026, amount: "200000" };
  const bookedOf = async (of: OpenWorkbook) => amounts((await of.read()).input.booked ?? []);
  const saveOne = (of: OpenWorkbook, was: string | null) => of.run((context) => saveBooked(context, { edits: [{ ...edit, was }], language }));

  it("are added, then changed, and not when somebody else has changed them", async () => {
    const of = await template();
    const before = await bookedOf(of);
    expect(await saveOne(of, null)).toBeNull();
    expect(await bookedOf(of)).toEqual([...before, "P1|UN|2026|200000"]);
    expect(await saveOne(of, null)).toMatchObject({ code: "history.bookedChanged", message: expect.stringMatching(/står nu 200\s000\skr/) as string });
    expect(await saveOne(of, "200000.0")).toBeNull();
    expect(await bookedOf(of)).toHaveLength(before.length + 1);
  });

  it("that have gone are told", async () => {
    expect(await saveOne(await template(), "5")).toMatchObject({ code: "history.bookedGone" });
  });

  it("get a table of their own when there is none", async () => {
    const of = await template({ ...followUp, booked: undefined });
    expect(await saveOne(of, null)).toBeNull();
    expect(await bookedOf(of)).toEqual(["P1|UN|2026|200000"]);
  });
});

describe("waivers", () => {
  const waiver: WaiverEntry = { project: "P1", committee: "SN", fromYear: 2027, toYear: 2028, share: "0.25", reason: "Flyktingmottagande", decision: "KF § 7" };
  const saveOne = (of: OpenWorkbook, change: Partial<WaiverEntry> = {}) => of.run((context) => saveWaiver(context, { waiver: { ...waiver, ...change }, language }));

  it("are added, in a table that is made or in the one there is", async () => {
    const of = await template();
    expect(await saveOne(of)).toBeNull();
    expect(await saveOne(of, { project: undefined, committee: undefined, fromYear: undefined, toYear: undefined })).toBeNull();
    const { share, reason, decision } = waiver;
    expect((await of.read()).input.waivers?.map(({ cell: _, ...row }) => row)).toEqual([waiver, { share, reason, decision }]);
  });

  it.each<[string, Partial<WaiverEntry>, string]>([
    ["an unknown project", { project: "P9" }, "unknownProject"],
    ["an unknown committee", { committee: "XX" }, "unknownCommittee"],
    ["a share above one", { share: "1.5" }, "shareOutside"],
    ["years in the wrong order", { fromYear: 2029 }, "waiverYears"],
    ["no reason", { reason: "  " }, "history.reasonMissing"],
    ["no decision", { decision: "" }, "history.decisionMissing"],
  ])("with %s are not written", async (_, change, code) => {
    const of = await template();
    const before = values(of);
    expect(await saveOne(of, change)).toMatchObject({ code, severity: "error" });
    expect(values(of)).toEqual(before);
  });
});

describe("successions", () => {
  const committees = [...followUp.committees, { id: "BUN", name: "Barn- och ungdomsnämnden" }, { id: "REG", name: "Regionen", internal: false }];
  const saveRows = (of: OpenWorkbook, ...rows: SuccessionEntry[]) => of.run((context) => saveSuccession(context, { rows, language }));

  it("are added with a row for each that takes over", async () => {
    const of = await template({ ...followUp, committees });
    const rows = [{ from: "UN", to: "BUN", year: 2028, share: "0.75" }, { from: "UN", to: "SN", year: 2028, share: "0.25" }];
    expect(await saveRows(of, ...rows)).toBeNull();
    expect((await of.read()).input.successions?.map(({ cell: _, ...row }) => row)).toEqual(rows);
    expect(await saveRows(of, { from: "SN", to: "UN", year: 2029 })).toMatchObject({ code: "successionCircle" });
  });

  it.each<[string, SuccessionEntry[], string]>([
    ["shares that are not all", [{ from: "UN", to: "BUN", year: 2028, share: "0.75" }], "successionSum"],
    ["the committee itself", [{ from: "UN", to: "UN", year: 2028 }], "successionCircle"],
    ["a body outside the municipality", [{ from: "UN", to: "REG", year: 2028 }], "successionExternal"],
    ["an unknown committee", [{ from: "UN", to: "XX", year: 2028 }], "unknownCommittee"],
    ["nobody", [], "history.committeesMissing"],
  ])("to %s are not written", async (_, rows, code) => {
    const of = await template({ ...followUp, committees });
    const before = values(of);
    expect(await saveRows(of, ...rows)).toMatchObject({ code, severity: "error" });
    expect(values(of)).toEqual(before);
  });
});

describe("amounts in a range", () => {
  const read = (of: OpenWorkbook, address: string, year?: number) => of.run((context) => readAmounts(context, { address, year, input: followUp, language }));
  const rows: Sheets = {
    Blad1: [["Utfall enligt bokslut, tkr"], ["Projekt", "Nämnd", "Utfall"], ["Skolsociala team", "Socialnämnden", 120], ["Skolsociala team", "SN", 30], ["Nytt", "UN", 5], ["Summa", "", 155]],
    Blad2: [["Projekt", "Nämnd", 2025, 2026], ["P1", "UN", 10, 20]],
  };

  it("without a year take the one that is given, by id, added up", async () => {
    const of = workbook(rows);
    const before = values(of);
    const found = await read(of, "Blad1!A1:C6", 2026);
    expect(amounts(found.rows)).toEqual(["P1|SN|2026|150000", "Nytt|UN|2026|5000"]);
    expect([found.where, found.leftOut.length > 0, codes(found.diagnostics)]).toEqual(["Blad1!A1:C6", true, []]);
    expect(values(of)).toEqual(before);
  });

  it("keep the years that they state", async () => {
    expect(amounts((await read(workbook(rows), "Blad2!A1:D2", 2030)).rows)).toEqual(["P1|UN|2025|10", "P1|UN|2026|20"]);
  });

  it("are those that are selected when no address is given", async () => {
    const of = workbook(rows);
    await of.select("Blad2", "A1:D2");
    expect(await of.run((context) => readAmounts(context, { input: followUp, language }))).toMatchObject({ where: "Blad2!A1:D2", rows: [{ amount: "10" }, { amount: "20" }] });
  });

  it.each([
    ["Blad1!A1:C6", "noHeader"],
    ["Blad3!A1", "sheetUnknown"],
    ["Blad1!H1:I2", "rangeEmpty"],
  ])("in %s without a year are told not to be understood: %s", async (address, code) => {
    const { rows: found, diagnostics } = await read(workbook(rows), address);
    expect([found, diagnostics.map((one) => one.code)]).toEqual([[], [`reading.${code}`]]);
  });
});
