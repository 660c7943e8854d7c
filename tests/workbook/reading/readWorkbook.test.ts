import { readWorkbook, type ReadOptions } from "../../../src/workbook/reading";
import { createTemplate } from "../../../src/workbook/template";
import { markerName } from "../../../src/workbook/writing/marker";
import type { CellValue, Client, Host, HostOptions } from "../../../workbench/host";
import { openWorkbook } from "../openWorkbook";

const open: Client[] = [];
afterEach(() => open.splice(0).forEach((client) => client.close()));

/** A workbook with these sheets, open in Excel's client. */
function workbookOf(sheets: Record<string, CellValue[][]>, options: HostOptions = {}) {
  const { host, client } = openWorkbook(sheets, options);
  open.push(client);
  return { host, client, read: (reading: ReadOptions = {}) => read(client, reading) };
}

const read = (client: Client, options: ReadOptions = {}) => client.Excel.run((context) => readWorkbook(context, options));

const problems = (reading: Awaited<ReturnType<typeof readWorkbook>>) => reading.diagnostics.map(({ code, cell }) => `${code.replace("reading.", "")}${cell === undefined ? "" : `@${cell}`}`);
const amounts = (rows: { project: string; committee: string; year: number; amount: string }[]) => rows.map(({ project, committee, year, amount }) => `${project}|${committee}|${year}|${amount}`);

const costs: CellValue[][] = [["Belopp i tkr"], ["Projekt", "Nämnd", 2026, 2027], ["Skolfam", "Socialnämnden", 900, 800], ["Summa", "", 900, 800]];
const savings: CellValue[][] = [["Projekt", "Nämnd", 2027, 2028], ["Skolfam", "Socialnämnden", 500000, 600000], ["skolfam ", "Utbildningsnämnden", 100000, ""]];

describe("a workbook without the template", () => {
  it("is read from sheets whose names and headings are recognised, in two syncs", async () => {
    const { host, read } = workbookOf({ Försättsblad: [["Sociala investeringar"]], Kostnader: costs, "Förväntade besparingar": savings });
    const reading = await read();
    expect(problems(reading)).toEqual([]);
    expect(amounts(reading.input.costs)).toEqual(["Skolfam|Socialnämnden|2026|900000", "Skolfam|Socialnämnden|2027|800000"]);
    expect(amounts(reading.input.savings)).toEqual(["Skolfam|Socialnämnden|2027|500000", "Skolfam|Socialnämnden|2028|600000", "Skolfam|Utbildningsnämnden|2027|100000"]);
    expect(reading.input.projects).toEqual([{ id: "Skolfam", name: "Skolfam", cell: "Kostnader!C3" }]);
    expect(reading.input.committees.map(({ id }) => id)).toEqual(["Socialnämnden", "Utbildningsnämnden"]);
    expect(reading.input.costs[0]?.cell).toBe("Kostnader!C3");
    expect(reading.tables.map(({ kind, where, rows, total, unit }) => [kind, where, rows, total, unit])).toEqual([
      ["costs", "Kostnader!A1:D4", 2, "1700000", "tkr"],
      ["savings", "'Förväntade besparingar'!A1:D3", 3, "1200000", "kr"],
    ]);
    expect(reading.source).toBe("sheets");
    expect(host.counts.syncs).toBe(2);
  });

  it("finds costs and savings below each other on one sheet, and beside each other in a list", async () => {
    const stacked = workbookOf({ Kalkyl: [["Kostnader (tkr)"], ...costs.slice(1), [], ["Besparingar (kr)"], ...savings] });
    const one = await stacked.read();
    expect(problems(one)).toEqual([]);
    expect([one.input.costs.length, one.input.savings.length]).toEqual([2, 3]);
    expect(one.tables.map(({ total }) => total)).toEqual(["1700000", "1200000"]);
    const list = workbookOf({ Blad1: [["Projekt", "Nämnd", "År", "Kostnad", "Besparing"], ["A", "SN", 2026, 100000, ""], ["A", "SN", 2027, "", 40000]] });
    const two = await list.read();
    expect(problems(two)).toEqual([]);
    expect([amounts(two.input.costs), amounts(two.input.savings)]).toEqual([["A|SN|2026|100000"], ["A|SN|2027|40000"]]);
  });

  it("adds what stands on several sheets, and warns when one may be a summary of the others", async () => {
    const skolfam: CellValue[][] = [["Kostnader"], ["Nämnd", 2026], ["Socialnämnden", 100000], [], ["Besparingar"], ["Nämnd", 2027], ["Socialnämnden", 50000]];
    const { read } = workbookOf({ Skolfam: skolfam, Trainee: skolfam, "Alla kostnader": [["Projekt", "Nämnd", 2026], ["Skolfam", "Socialnämnden", 100000]] });
    const reading = await read();
    expect(reading.input.projects.map(({ id }) => id)).toEqual(["Skolfam", "Trainee"]);
    expect(amounts(reading.input.savings)).toEqual(["Skolfam|Socialnämnden|2027|50000", "Trainee|Socialnämnden|2027|50000"]);
    expect(problems(reading)).toEqual(["doubleSource@'Alla kostnader'!C2"]);
    const one: CellValue[][] = [["Projekt", "Nämnd", 2026], ["Skolfam", "Socialnämnden", 100000]];
    expect(problems(await workbookOf({ Kostnader: one, "Alla kostnader": one, Besparingar: savings }).read())).toEqual(["doubleSource@'Alla kostnader'!C2"]);
  });

  it("passes over the plan's own sheets and hidden ones", async () => {
    const plan: CellValue[][] = [["Kostnader"], ["Projekt", "Nämnd", 2026], ["Skolfam", "Socialnämnden", 1]];
    const { host, client, read } = workbookOf({ Kostnader: costs, Besparingar: savings, Plan: plan, Gömt: plan });
    await client.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Plan").names.add(markerName, '="plan"');
      context.workbook.worksheets.getItem("Gömt").visibility = "Hidden";
      await context.sync();
    });
    host.resetCounts();
    expect((await read()).input.costs).toHaveLength(2);
    expect(host.counts.syncs).toBe(2);
  });

  it("says that a table does not tell what it is, and what to do when there are no costs", async () => {
    const { read } = workbookOf({ Blad1: [["Projekt", "Nämnd", 2026], ["A", "SN", 100000]] });
    expect(problems(await read())).toEqual(["nothingFound", "tableUnclear@Blad1!A1"]);
    const empty = workbookOf({ Blad1: [] });
    const reading = await empty.read();
    expect(problems(reading)).toEqual(["nothingFound"]);
    expect(reading.diagnostics[0]?.message).toContain("Skapa underlag");
    expect(reading.source).toBe("none");
  });

  it("warns of names that may be misspelt and of bodies that are not the municipality's own", async () => {
    const { read } = workbookOf({ Kostnader: costs, Besparingar: [...savings, ["Skolfam", "Socialnämden", 1000000, ""], ["Skolfam", "Region Östergötland", 1000000, ""]] });
    expect(problems(await read())).toEqual(["externalAsOwn@Besparingar!C5", "misspelt@Besparingar!C4"]);
  });

  it("speaks English when asked to", async () => {
    const { read } = workbookOf({ Kostnader: [["Projekt", "Nämnd", 2026], ["A", "SN", "x"]], Besparingar: savings });
    expect((await read({ language: "en" })).diagnostics[0]?.message).toBe("“x” in Kostnader!C2 is not an amount. Write a number, or leave the cell empty.");
  });
});

describe("ranges that are pointed out", () => {
  const sheets = { Blad1: [["", "", ""], ["", "", ""], ["Projekt", "Nämnd", 2026], ["A", "SN", 100000]], "Mitt blad": [["Projekt", "Nämnd", 2027], ["A", "SN", 40000]], Kostnader: costs };

  it("go before what the sheets are called; whole columns and sheets are cut to what is used", async () => {
    const { host, read } = workbookOf(sheets);
    const reading = await read({ ranges: { costs: "Blad1!A3:C9", savings: "'Mitt blad'!A:C" } });
    expect(problems(reading)).toEqual([]);
    expect([amounts(reading.input.costs), amounts(reading.input.savings)]).toEqual([["A|SN|2026|100000"], ["A|SN|2027|40000"]]);
    expect(reading.input.costs[0]?.cell).toBe("Blad1!C4");
    expect(reading.source).toBe("ranges");
    expect(host.counts.syncs).toBe(2);
    expect(amounts((await read({ ranges: { costs: "Blad1!", savings: "mitt blad!$A$1:$C$2" } })).input.costs)).toEqual(["A|SN|2026|100000"]);
  });

  it("are refused in a sentence when they can't be read", async () => {
    const { read } = workbookOf(sheets);
    expect(problems(await read({ ranges: { costs: "Blad9!A1:C4" } }))).toEqual(["sheetUnknown"]);
    expect(problems(await read({ ranges: { costs: "Blad1!här" } }))).toEqual(["rangeUnreadable"]);
    expect(problems(await read({ ranges: { costs: "Blad1!M1:P9", savings: "Blad1!A3:C4" } }))).toEqual(["rangeEmpty"]);
  });
});

describe("the template", () => {
  async function template(tables?: Parameters<typeof createTemplate>[1]["tables"]) {
    const opened = workbookOf({ Blad1: [] });
    await opened.client.Excel.run((context) => createTemplate(context, { firstYear: 2026, years: 3, ...(tables ? { tables } : {}) }));
    const type = (cells: Record<string, CellValue>) => Object.entries(cells).forEach(([cell, value]) => opened.host.setCell(cell, value));
    return { ...opened, type };
  }

  it("just made says what to fill in", async () => {
    const { read } = await template();
    expect(problems(await read())).toEqual(["noCosts"]);
  });

  it("needs only costs and savings; the unit is the one that is chosen, and a year can be added", async () => {
    const { read, type } = await template(["costs", "savings"]);
    type({ "Kostnader!B3": "tkr", "Kostnader!A6": "Skolfam", "Kostnader!B6": "SN", "Kostnader!C6": 900, "Kostnader!E6": "1 200,5", "Besparingar!A6": "Skolfam", "Besparingar!B6": "SN", "Besparingar!D6": 500000 });
    const reading = await read();
    expect(problems(reading)).toEqual([]);
    expect(amounts(reading.input.costs)).toEqual(["Skolfam|SN|2026|900000", "Skolfam|SN|2028|1200500"]);
    expect(amounts(reading.input.savings)).toEqual(["Skolfam|SN|2027|500000"]);
    expect(reading.tables.map(({ where, leftOut }) => [where, leftOut])).toEqual([["Kostnader!A5:E20", []], ["Besparingar!A5:E20", []]]);
  });

  it("turns a project's cells into its rule: blank cells are the model's", async () => {
    const { read, type } = await template();
    type({ "Projekt!B6": "Skolfam", "Projekt!F6": "självrisk ", "Projekt!H6": 0.25, "Projekt!N6": 7, "Projekt!B7": "Trainee", "Kostnader!A6": "Skolfam", "Kostnader!B6": "SN", "Kostnader!C6": 100000, "Kostnader!A7": "Okänt", "Kostnader!B7": "SN", "Kostnader!C7": 100000 });
    const reading = await read();
    expect(reading.input.projects.map(({ name, rule }) => [name, rule])).toEqual([
      ["Skolfam", { share: "1", guarantee: "0.25", cap: "1", profile: "savings", window: { from: { after: "projectStart", years: 1 }, years: 7 } }],
      ["Trainee", undefined],
      ["Okänt", undefined],
    ]);
    expect(problems(reading)).toEqual(["noSavings", "projectAdded@Kostnader!C7"]);
  });

  it("tells what can't be read, with its cell", async () => {
    const { read, type } = await template(["projects", "costs", "caps", "fund", "settings"]);
    type({
      "Kostnader!A6": "A", "Kostnader!B6": "SN", "Kostnader!C6": 100000,
      "Projekt!B6": "A", "Projekt!F6": "Fantasi", "Projekt!G6": 40, "Projekt!K6": 2027, "Projekt!L6": 1, "Projekt!N6": "fem", "Projekt!P6": "kanske", "Projekt!A7": "X",
      "Tak!B6": 1975, "Tak!C6": "många",
      "Fond!A6": "Tillskott", "Fond!B6": 2026, "Fond!C6": 100,
      "Inställningar!B10": 2026, "Inställningar!A30": "Påhittad", "Inställningar!B30": 1,
    });
    const reading = await read();
    expect(problems(reading).sort()).toEqual(
      [
        "rateMissing@Inställningar!B10", "choiceUnknown@Projekt!F6", "shareUnreadable@Projekt!G6", "countUnreadable@Projekt!N6", "severalStarts@Projekt!K6", "yesNoUnknown@Projekt!P6",
        "fieldMissing@Projekt!B7", "fieldMissing@Tak!A6", "openingMissing@Fond!A6",
      ].sort(),
    );
  });

  it("is recognised by its sheets when the Excel tables are gone", async () => {
    const { client, read, type } = await template(["projects", "costs", "savings", "settings"]);
    type({ "Projekt!B6": "Skolfam", "Projekt!F6": "Riskdelning", "Kostnader!A6": "Skolfam", "Kostnader!B6": "SN", "Kostnader!C6": 100000, "Besparingar!A6": "Skolfam", "Besparingar!B6": "SN", "Besparingar!D6": 50000, "Inställningar!B6": "Plan 2026" });
    await client.Excel.run(async (context) => {
      context.workbook.tables.load("items/name");
      await context.sync();
      for (const table of context.workbook.tables.items) table.convertToRange();
      await context.sync();
    });
    const reading = await read();
    expect(problems(reading)).toEqual([]);
    expect(reading.source).toBe("sheets");
    expect(reading.input).toMatchObject({ title: "Plan 2026", projects: [{ name: "Skolfam", rule: { cap: "0.75" } }], costs: [{ amount: "100000", cell: "Kostnader!C6" }], savings: [{ amount: "50000" }] });
  });
});

describe("when Excel refuses", () => {
  it.each([
    ["the user is editing a cell", (host: Host) => (host.cellEditMode = true), "excel.cellEditing"],
    ["the connection is lost", (host: Host) => host.failSync(1, "ConnectionFailure"), "excel.connectionLost"],
    ["the second sync fails", (host: Host) => host.failSync(2, "GeneralException"), "excel.unknown"],
  ])("%s: a sentence, no exception", async (_, spoil, code) => {
    const { host, read } = workbookOf({ Kostnader: costs, Besparingar: savings });
    spoil(host);
    const reading = await read();
    expect(reading.diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
    expect(reading.input).toEqual({ committees: [], projects: [], costs: [], savings: [] });
  });

  it("a sheet too large for one answer is read in blocks, and gives the same", async () => {
    const rows = Array.from({ length: 3000 }, (_, index): CellValue[] => [`Projekt nr ${index}`, "Socialnämnden", 100000 + index, 200000]);
    const sheets = { Kostnader: [["Projekt", "Nämnd", 2026, 2027], ...rows], Besparingar: savings };
    const whole = await workbookOf(sheets).read();
    const { host, read } = workbookOf(sheets, { payloadLimit: 60_000 });
    const reading = await read();
    expect(reading.diagnostics).toEqual(whole.diagnostics);
    expect(reading.input).toEqual(whole.input);
    expect(reading.input.costs).toHaveLength(6000);
    expect(host.counts.syncs).toBeGreaterThan(4);
  });
});
