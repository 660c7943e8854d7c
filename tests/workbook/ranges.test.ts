import { forgetRange, understandRange, useRange, type RangeCorrection } from "../../src/workbook/ranges";
import type { CellValue } from "../../workbench/host";
import { amounts, codes, openWorkbook, type OpenWorkbook, type Sheets } from "./openWorkbook";

let open: OpenWorkbook | undefined;
afterEach(() => open?.client.close());

/** A calculation as somebody made it: a title, tkr, a sum, a remark. */
const kalkyl: CellValue[][] = [
  ["Sociala insatser"],
  ["Belopp i tkr"],
  [],
  ["Insats", "Ansvarig", "Anm", 2026, 2027, "Summa"],
  ["Skolfam", "Socialnämnden", "se bilaga", 900, 800, 1700],
  ["Trainee", "Arbetsmarknadsnämnden", "", 300, "", 300],
  ["Summa", "", "", 1200, 800, 2000],
];

function workbook(sheets: Sheets = { Kalkyl: kalkyl }): OpenWorkbook {
  return (open = openWorkbook(sheets));
}

const request = (address?: string, correction?: RangeCorrection) => ({ kind: "costs" as const, address, correction, language: "sv" as const });

describe("how a range is understood", () => {
  it("tells its columns, rows, years, total and unit, and what is left out, in two syncs", async () => {
    const { run, select, counted } = workbook();
    await select("Kalkyl", "A4:F7");
    const { result, syncs } = await counted(() => run((context) => understandRange(context, request())));
    expect(syncs).toBe(2);
    expect(result).toMatchObject({ address: "Kalkyl!A4:F7", layout: "wide", headerRow: 4, rows: 3, years: [2026, 2027], total: "2000000", unit: "tkr", diagnostics: [] });
    expect(result.columns.map(({ letter, header, role, year, sample }) => [letter, header, role, year, sample])).toEqual([
      ["A", "Insats", "project", undefined, "Skolfam"],
      ["B", "Ansvarig", "committee", undefined, "Socialnämnden"],
      ["C", "Anm", "ignored", undefined, "se bilaga"],
      ["D", "2026", "year", 2026, "900"],
      ["E", "2027", "year", 2027, "800"],
      ["F", "Summa", "ignored", undefined, "1\u00a0700"],
    ]);
    expect(result.leftOut).toMatchObject([{ kind: "totalRow", cells: "Kalkyl!A7:F7" }]);
    expect(amounts(result.preview)).toEqual(["Skolfam|Socialnämnden|2026|900000", "Skolfam|Socialnämnden|2027|800000", "Trainee|Arbetsmarknadsnämnden|2026|300000"]);
  });

  it.each([
    ["one cell widens to the filled cells around it", "B5", "Kalkyl!A4:F7"],
    ["a blank cell beside the table too", "G6", "Kalkyl!A4:G7"],
    ["whole columns stay whole, to be used by", "A:F", "Kalkyl!A:F"],
  ])("%s", async (_, selected, address) => {
    const { run, select } = workbook();
    await select("Kalkyl", selected);
    const found = await run((context) => understandRange(context, request()));
    expect(found).toMatchObject({ address, rows: 3, total: "2000000", diagnostics: [] });
  });

  it("one cell of an Excel table is the table, whatever stands around it", async () => {
    const { run, select } = workbook({ Blad1: [["Anteckning", "", ""], ["Projekt", "Nämnd", 2026], ["Skolfam", "SN", 900000], ["Trainee", "AN", 300000], ["Uppgifter från ekonomikontoret"]] });
    await run(async (context) => {
      context.workbook.worksheets.getItem("Blad1").tables.add("A2:C4", true);
      await context.sync();
    });
    await select("Blad1", "B3");
    expect(await run((context) => understandRange(context, request()))).toMatchObject({ address: "Blad1!A2:C4", rows: 2, total: "1200000" });
    await select("Blad1", "B3:C3");
    expect(await run((context) => understandRange(context, request()))).toMatchObject({ address: "Blad1!B3:C3" });
  });

  it("says what to select instead of a title, and of headings alone", async () => {
    const { run, select } = workbook();
    await select("Kalkyl", "A1");
    const title = await run((context) => understandRange(context, request()));
    expect(title).toMatchObject({ address: "Kalkyl!A1:A2", columns: [] });
    expect(title.diagnostics.map(({ severity, message }) => [severity, message])).toEqual([["error", "Området Kalkyl!A1:A2 har bara text och inga belopp. Markera hela tabellen, från rubrikerna till den sista raden med belopp."]]);
    const { run: other } = workbook({ Blad1: [["Projekt", "Nämnd", 2026]] });
    expect(codes((await other((context) => understandRange(context, request("Blad1!A1:C1")))).diagnostics)).toEqual(["rangeWithoutAmounts"]);
  });

  it("as a list: which column has the year and which the amount", async () => {
    const { run } = workbook({ Lista: [["Projekt", "Nämnd", "År", "Belopp"], ["Skolfam", "SN", 2026, 900000]] });
    const found = await run((context) => understandRange(context, request("Lista!A1:D2")));
    expect(found.layout).toBe("long");
    expect(found.columns.map(({ role }) => role)).toEqual(["project", "committee", "yearColumn", "amount"]);
  });

  it("says so when there is nothing there, no such sheet, or no address", async () => {
    const { run } = workbook();
    const said = async (address: string) => codes((await run((context) => understandRange(context, request(address)))).diagnostics);
    expect(await said("Kalkyl!M1:N3")).toEqual(["rangeEmpty"]);
    expect(await said("Blad9!A1:B2")).toEqual(["sheetUnknown"]);
    expect(await said("hit")).toEqual(["rangeUnreadable"]);
  });

  it("warns of a row below that was not selected, but not of a sum", async () => {
    const { run } = workbook();
    const said = async (address: string) => codes((await run((context) => understandRange(context, request(address)))).diagnostics);
    expect(await said("Kalkyl!A4:F5")).toEqual(["rowsBelow@Kalkyl!A6"]);
    expect(await said("Kalkyl!A4:F6")).toEqual([]);
  });

  it("gives Excel's refusal as a sentence", async () => {
    const { run, host } = workbook();
    host.cellEditMode = true;
    const found = await run((context) => understandRange(context, request("Kalkyl!A4:F7")));
    expect(found).toMatchObject({ rows: 0, columns: [], diagnostics: [{ code: "excel.cellEditing" }] });
  });
});

describe("a correction", () => {
  const understood = async (sheets: Sheets, address: string, correction: RangeCorrection) => {
    const { run } = workbook(sheets);
    return run((context) => understandRange(context, request(address, correction)));
  };

  it("of the unit goes before what the sheet says", async () => {
    expect(await understood({ Kalkyl: kalkyl }, "Kalkyl!A1:F7", { unit: "kr" })).toMatchObject({ unit: "kr", total: "2000", rows: 3, diagnostics: [] });
    const small: CellValue[][] = [["Projekt", "Nämnd", 2026], ["Skolfam", "SN", 900]];
    expect(codes((await understood({ Blad1: small }, "Blad1!A1:C2", {})).diagnostics)).toEqual(["unitGuessed@Blad1!A1"]);
    expect(await understood({ Blad1: small }, "Blad1!A1:C2", { unit: "kr" })).toMatchObject({ total: "900", diagnostics: [] });
    const both: CellValue[][] = [["Belopp i tkr"], ["Projekt (mkr)", "Nämnd", 2026], ["Skolfam", "SN", 90000]];
    expect(codes((await understood({ Blad1: both }, "Blad1!A1:C3", {})).diagnostics)).toEqual(["unitsDiffer@Blad1!A2"]);
    expect(await understood({ Blad1: both }, "Blad1!A1:C3", { unit: "kr" })).toMatchObject({ total: "90000", diagnostics: [] });
  });

  it("of columns: which is the project, which is left out, and what year a column is for", async () => {
    const cells: CellValue[][] = [["Kod", "Vad", "Vem", "Prognos", "Budget 2027", 2028], ["17", "Skolfam", "Bygg", 100000, 200000, 300000], ["18", "Trainee", "Skola", 400000, 500000, 600000]];
    const found = await understood({ Blad1: cells }, "Blad1!A1:F3", { headerRow: 1, roles: { A: "ignored", B: "project", C: "committee", F: "ignored" }, years: { D: 2026 } });
    expect(codes(found.diagnostics)).toEqual([]);
    expect(found.columns.map(({ role, year }) => [role, year])).toEqual([["ignored", undefined], ["project", undefined], ["committee", undefined], ["year", 2026], ["year", 2027], ["ignored", undefined]]);
    expect(amounts(found.preview)).toEqual(["Skolfam|Bygg|2026|100000", "Skolfam|Bygg|2027|200000", "Trainee|Skola|2026|400000", "Trainee|Skola|2027|500000"]);
  });

  it("of a year that was read wrongly moves the amounts", async () => {
    const found = await understood({ Kalkyl: kalkyl }, "Kalkyl!A4:F7", { years: { D: 2030 } });
    expect(found.years).toEqual([2027, 2030]);
    expect(amounts(found.preview)[0]).toBe("Skolfam|Socialnämnden|2030|900000");
  });

  it("reads a table that has no headings at all", async () => {
    const found = await understood({ Blad1: [["Skolfam", "SN", 100000, 200000]] }, "Blad1!A1:D1", { roles: { A: "project", B: "committee", C: "year", D: "year" }, years: { C: 2026, D: 2027 } });
    expect(found).toMatchObject({ headerRow: null, layout: "wide", diagnostics: [] });
    expect(amounts(found.preview)).toEqual(["Skolfam|SN|2026|100000", "Skolfam|SN|2027|200000"]);
  });

  it("turns a table into a list, and says what is missing for one", async () => {
    const cells: CellValue[][] = [["Vad", "Vem", "När", "Hur mycket"], ["Skolfam", "SN", 2026, 100000], ["Skolfam", "SN", 2027, 200000]];
    const found = await understood({ Blad1: cells }, "Blad1!A1:D3", { headerRow: 1, roles: { A: "project", B: "committee", C: "yearColumn", D: "amount" } });
    expect([found.layout, codes(found.diagnostics), amounts(found.preview)]).toEqual(["long", [], ["Skolfam|SN|2026|100000", "Skolfam|SN|2027|200000"]]);
    const lacking = await understood({ Blad1: cells }, "Blad1!A1:D3", { headerRow: 1, roles: { D: "amount" } });
    expect(codes(lacking.diagnostics)).toEqual(["yearColumnMissing@Blad1!A1"]);
  });

  it("without a year for a column of amounts asks for it, and reads nothing there", async () => {
    const found = await understood({ Kalkyl: kalkyl }, "Kalkyl!A4:F7", { roles: { F: "year" } });
    expect(codes(found.diagnostics)).toEqual(["yearForColumn@Kalkyl!F4"]);
    expect(found.total).toBe("2000000");
  });

  it("of the heading row takes another one", async () => {
    const cells: CellValue[][] = [["Projekt", "Nämnd", 2020, 2021], ["Gammalt", "SN", 100000, 100000], ["Projekt", "Nämnd", 2026, 2027], ["Skolfam", "SN", 300000, 400000]];
    const found = await understood({ Blad1: cells }, "Blad1!A1:D4", { headerRow: 3 });
    expect(amounts(found.preview)).toEqual(["Skolfam|SN|2026|300000", "Skolfam|SN|2027|400000"]);
  });
});

describe("a heading row that the user states", () => {
  const silent: CellValue[][] = [["Underlag"], ["Vad", "Vem", "Prognos", "Plan"], ["Skolfam", "SN", 100000, 200000]];
  const with_ = async (correction: RangeCorrection) => {
    const { run } = workbook({ Blad1: silent });
    return run((context) => understandRange(context, request("Blad1!A1:D3", correction)));
  };

  it("is taken also when it says nothing of years, and asks for them", async () => {
    expect(codes((await with_({})).diagnostics)).toEqual(["noHeader@Blad1!A1"]);
    const found = await with_({ headerRow: 2 });
    expect(found).toMatchObject({ headerRow: 2, rows: 0 });
    expect(found.columns.map(({ header, sample }) => `${header}: ${sample}`.replace(/\s/g, " "))).toEqual(["Vad: Skolfam", "Vem: SN", "Prognos: 100 000", "Plan: 200 000"]);
    expect(codes(found.diagnostics)).toEqual(["yearColumnsMissing@Blad1!A2"]);
    const complete = await with_({ headerRow: 2, roles: { A: "project", B: "committee" }, years: { C: 2026, D: 2027 } });
    expect([codes(complete.diagnostics), amounts(complete.preview)]).toEqual([[], ["Skolfam|SN|2026|100000", "Skolfam|SN|2027|200000"]]);
  });

  it("outside the range is refused in a sentence", async () => {
    expect(codes((await with_({ headerRow: 40 })).diagnostics)).toContain("headerRowOutside@Blad1!A1");
  });
});

describe("a range that is used", () => {
  const savings: CellValue[][] = [["Projekt", "Nämnd", 2027], ["Skolfam", "Socialnämnden", 500000]];
  const use = (of: OpenWorkbook, address: string | undefined, correction?: RangeCorrection) => of.run((context) => useRange(context, request(address, correction)));

  it("is remembered by a name in the workbook, and read before what is recognised", async () => {
    const of = workbook({ Kostnader: [["Projekt", "Nämnd", 2026], ["Annat", "SN", 1000000]], Kalkyl: kalkyl, Besparingar: savings });
    const { result, syncs } = await of.counted(() => use(of, "Kalkyl!A4:F7", { unit: "kr" }));
    expect([result, syncs]).toEqual([null, 3]);
    expect(of.host.workbook.names).toEqual([{ name: "SIF_Område_Kostnader", formula: "=Kalkyl!$A$4:$F$7", visible: true, comment: "unit=kr" }]);
    const reading = await of.read();
    expect(amounts(reading.input.costs)).toEqual(["Skolfam|Socialnämnden|2026|900", "Skolfam|Socialnämnden|2027|800", "Trainee|Arbetsmarknadsnämnden|2026|300"]);
    expect(reading.tables.map(({ kind, origin }) => [kind, origin])).toEqual([["costs", "range"], ["savings", "sheet"]]);
    expect(reading.source).toBe("ranges");
  });

  it("goes before the template's table, and can be forgotten", async () => {
    const of = workbook({ Kalkyl: kalkyl });
    const { createTemplate } = await import("../../src/workbook/template");
    await of.run((context) => createTemplate(context, { firstYear: 2026, years: 3 }));
    of.type({ "Kostnader!A6": "Annat", "Kostnader!B6": "SN", "Kostnader!C6": 100000, "Besparingar!A6": "Annat", "Besparingar!B6": "SN", "Besparingar!D6": 50000 });
    expect(await use(of, "Kalkyl!A4:F7")).toBeNull();
    expect((await of.read()).input.costs).toHaveLength(3);
    expect(await of.run((context) => forgetRange(context, "costs"))).toBeNull();
    expect(amounts((await of.read()).input.costs)).toEqual(["Annat|SN|2026|100000"]);
    expect(of.host.workbook.names).toEqual([]);
    expect(await of.run((context) => forgetRange(context, "costs"))).toBeNull();
  });

  it("follows when rows and columns are inserted before it, with its correction", async () => {
    const of = workbook({ Kalkyl: kalkyl, Besparingar: savings });
    await use(of, "Kalkyl!A4:F7", { roles: { F: "year", E: "ignored" }, years: { F: 2029 } });
    await of.run(async (context) => {
      context.workbook.worksheets.getItem("Kalkyl").getRange("1:2").insert("Down");
      context.workbook.worksheets.getItem("Kalkyl").getRange("A:A").insert("Right");
      await context.sync();
    });
    const reading = await of.read();
    expect(codes(reading.diagnostics)).toEqual([]);
    expect(amounts(reading.input.costs)).toEqual(["Skolfam|Socialnämnden|2026|900000", "Skolfam|Socialnämnden|2029|1700000", "Trainee|Arbetsmarknadsnämnden|2026|300000", "Trainee|Arbetsmarknadsnämnden|2029|300000"]);
  });

  it("finds its heading row again when a row is inserted inside it", async () => {
    const cells: CellValue[][] = [["Översikt"], ["Vad", "Vem", "Prognos"], ["Skolfam", "SN", 100000], ["Trainee", "AN", 200000]];
    const of = workbook({ Blad1: cells, Besparingar: savings });
    await use(of, "Blad1!A:C", { headerRow: 2, roles: { A: "project", B: "committee" }, years: { C: 2026 } });
    await of.run(async (context) => {
      context.workbook.worksheets.getItem("Blad1").getRange("2:2").insert("Down");
      await context.sync();
    });
    of.type({ "Blad1!A6": "Nytt", "Blad1!B6": "KS", "Blad1!C6": 300000 });
    const reading = await of.read();
    expect(codes(reading.diagnostics)).toEqual([]);
    expect(amounts(reading.input.costs)).toEqual(["Skolfam|SN|2026|100000", "Trainee|AN|2026|200000", "Nytt|KS|2026|300000"]);
  });

  it("is not read with a correction of other columns than it has now", async () => {
    const of = workbook({ Kalkyl: kalkyl, Besparingar: savings });
    await use(of, "Kalkyl!A4:F7", { years: { D: 2030 } });
    await of.run(async (context) => {
      context.workbook.worksheets.getItem("Kalkyl").getRange("C:C").insert("Right");
      await context.sync();
    });
    expect(codes((await of.read()).diagnostics)).toEqual(["rangeChanged"]);
  });

  it("is an error when it is there no more", async () => {
    const of = workbook({ Kalkyl: kalkyl, Besparingar: savings });
    await use(of, "Kalkyl!A4:F7");
    await of.run(async (context) => {
      context.workbook.worksheets.getItem("Kalkyl").delete();
      await context.sync();
    });
    const { diagnostics } = await of.read();
    expect(codes(diagnostics)).toEqual(["rangeGone"]);
    expect(diagnostics[0]?.message).toBe("Området som valts för kostnader finns inte längre i arbetsboken. Välj ett nytt område, eller sluta använda det.");
  });

  it("can be chosen anew, with a long correction, but not with one too long to keep", async () => {
    const years = Array.from({ length: 40 }, (_, index) => 2020 + index);
    const wide: CellValue[][] = [["Projekt", "Nämnd", ...years.map(() => "x")], ["Skolfam", "SN", ...years.map(() => 100000)]];
    const of = workbook({ Blad1: wide, Besparingar: savings });
    const letter = (index: number) => (index < 26 ? String.fromCharCode(65 + index) : `A${String.fromCharCode(39 + index)}`);
    const all = Object.fromEntries(years.map((year, index) => [letter(index + 2), year]));
    expect(await use(of, "Blad1!A1:AP2", { unit: "tkr" })).toBeNull();
    expect(await use(of, "Blad1!A1:AP2", { headerRow: 1, years: all })).toBeNull();
    expect(of.host.workbook.names[0]?.comment).toMatch(/^row=0;years=C-AP:2020;columns=42;headings=[0-9a-f]{8}$/);
    expect((await of.read()).input.costs.map(({ year }) => year)).toEqual(years);
    const scattered = Object.fromEntries(years.map((year, index) => [letter(index + 2), 2140 - year + 2000]));
    expect(await use(of, "Blad1!A1:AP2", { years: scattered })).toMatchObject({ code: "reading.correctionTooLong" });
    expect((await of.read()).input.costs).toHaveLength(40);
  });
});
