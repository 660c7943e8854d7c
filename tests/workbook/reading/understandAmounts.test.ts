import type { CellValue } from "../../../src/workbook/amountText";
import { understandAmounts, type UnderstandOptions } from "../../../src/workbook/reading/understandAmounts";

interface Case {
  name: string;
  sheet?: string;
  at?: [row: number, column: number];
  cells: CellValue[][];
  options?: UnderstandOptions;
  /** `project|committee|year|kronor@cell` */
  rows: string[];
  /** Kinds of what is left out, with their cells. */
  left?: Record<string, string>;
  told?: Record<string, string>;
  /** `code@cell` */
  problems?: string[];
}

const both = ["Skolfam|Socialnämnden|2026|100000@C2", "Skolfam|Socialnämnden|2027|200000@D2", "Alla barn|Utbildningsnämnden|2026|300000@C3", "Alla barn|Utbildningsnämnden|2027|400000@D3"];
const body = [["Skolfam", "Socialnämnden", 100000, 200000], ["Alla barn", "Utbildningsnämnden", 300000, 400000]];

const cases: Case[] = [
  { name: "a column per year", cells: [["Projekt", "Nämnd", 2026, 2027], ...body], rows: both },
  { name: "years as text", cells: [["Projekt", "Nämnd", "2026", "År 2027"], ...body], rows: both },
  { name: "years in words", cells: [["Insats", "Ansvarig nämnd", "Budget 2026", "Prognos 2027"], ...body], rows: both },
  { name: "years as dates, first days", cells: [["Projekt", "Nämnd", 46023, 46388], ...body], rows: both },
  { name: "years as dates, last days, and text dates", cells: [["Satsning", "Förvaltning", 46387, 46752], ...body], rows: both },
  { name: "years out of order", cells: [["Projekt", "Nämnd", 2027, 2026], ["Skolfam", "SN", 1000000, 2000000]], rows: ["Skolfam|SN|2027|1000000@C2", "Skolfam|SN|2026|2000000@D2"] },
  { name: "committee before project", cells: [["Nämnd", "Projekt", 2026], ["SN", "Skolfam", 1000000]], rows: ["Skolfam|SN|2026|1000000@C2"] },
  {
    name: "a row per amount",
    cells: [["Projekt", "Nämnd", "År", "Belopp"], ["Skolfam", "SN", 2026, 1000000], ["Skolfam", "SN", "2027", "1 500 000 kr"], ["Skolfam", "UN", 46388, 5]],
    rows: ["Skolfam|SN|2026|1000000@D2", "Skolfam|SN|2027|1500000@D3", "Skolfam|UN|2027|5@D4"],
  },
  {
    name: "a position on the sheet, and a sheet name that is quoted",
    sheet: "Mina kostnader", at: [4, 2],
    cells: [["Projekt", "Nämnd", 2026, 2027], ["Skolfam", "SN", 100000, "x"]],
    rows: ["Skolfam|SN|2026|100000@E6"], problems: ["textAmount@F6"],
  },
  {
    name: "titles, unit, blank rows and columns, sums and a note",
    cells: [
      ["Sociala investeringsfonden 2026–2027", "", "", "", "", ""],
      ["Belopp i tkr", "", "", "", "", ""],
      ["", "", "", "", "", ""],
      ["Projekt", "", "Nämnd", "2026", "2027", "Summa"],
      ["Skolfam", "", "Socialnämnden", "1 234,5", 200, 1434.5],
      ["", "", "", "", "", ""],
      ["Alla barn", "", "Utbildningsnämnden", 300, "–", 300],
      ["Summa", "", "", 1534.5, 200, 1734.5],
      ["", "", "", "", "", ""],
      ["* Preliminära belopp", "", "", "", "", ""],
    ],
    rows: ["Skolfam|Socialnämnden|2026|1234500@D5", "Skolfam|Socialnämnden|2027|200000@E5", "Alla barn|Utbildningsnämnden|2026|300000@D7"],
    left: { title: "Blad1!A1, Blad1!A2", totalRow: "Blad1!A8:F8", note: "Blad1!A10:F10" },
  },
  {
    name: "totals that do not match their parts",
    cells: [["Projekt", "Nämnd", 2026, 2027, "Totalt"], ["A", "SN", 100000, 200000, 310000], ["B", "UN", 50000, 50000, 100000], ["Totalt", "", 150000, 260000, 400000]],
    rows: ["A|SN|2026|100000@C2", "A|SN|2027|200000@D2", "B|UN|2026|50000@C3", "B|UN|2027|50000@D3"],
    problems: ["totalColumnMismatch@E2", "totalRowMismatch@D4"],
  },
  {
    name: "subtotals and a grand total",
    cells: [["Projekt", "Nämnd", 2026], ["A", "SN", 100000], ["", "UN", 50000], ["Delsumma", "", 150000], ["B", "SN", 70000], ["Summa B", "", 70000], ["Totalt", "", 220000]],
    rows: ["A|SN|2026|100000@C2", "A|UN|2026|50000@C3", "B|SN|2026|70000@C5"], told: { carriedDown: "Blad1!A3" },
  },
  { name: "the total on top", cells: [["Projekt", "Nämnd", 2026], ["Totalt", "", 150000], ["A", "SN", 100000], ["B", "UN", 50000]], rows: ["A|SN|2026|100000@C3", "B|UN|2026|50000@C4"] },
  { name: "a wrong total on top", cells: [["Projekt", "Nämnd", 2026], ["Totalt", "", 160000], ["A", "SN", 100000], ["B", "UN", 50000]], rows: ["A|SN|2026|100000@C3", "B|UN|2026|50000@C4"], problems: ["totalRowMismatch@C2"] },
  { name: "a total without its word", cells: [["Projekt", "Nämnd", 2026], ["A", "SN", 100000], ["B", "UN", 50000], ["", "", 150000]], rows: ["A|SN|2026|100000@C2", "B|UN|2026|50000@C3"], left: { totalRow: "Blad1!A4:C4" } },
  { name: "figures without a name that are no total", cells: [["Projekt", "Nämnd", 2026], ["A", "SN", 100000], ["", "", 150000]], rows: ["A|SN|2026|100000@C2"], problems: ["unnamedRow@A3:C3"] },
  { name: "a project's sum above its committees", cells: [["Projekt", "Nämnd", 2026], ["A", "", 150000], ["", "SN", 100000], ["", "UN", 50000]], rows: ["A|SN|2026|100000@C3", "A|UN|2026|50000@C4"], left: { totalRow: "Blad1!A2:C2" } },
  { name: "of which, below a total", cells: [["Projekt", "Nämnd", 2026], ["A", "SN", 100000], ["Summa", "", 100000], ["varav personal", "", 60000]], rows: ["A|SN|2026|100000@C2"], left: { totalRow: "Blad1!A3:C3", ofWhich: "Blad1!A4:C4" } },
  { name: "a row below the total does not inherit its project", cells: [["Projekt", "Nämnd", 2026], ["A", "SN", 100000], ["Summa", "", 100000], ["", "UN", 60000]], rows: ["A|SN|2026|100000@C2"], problems: ["projectMissing@A4"] },
  { name: "a project whose name begins like a total", cells: [["Projekt", "Nämnd", 2026], ["Totalförsvar", "KS", 100000], ["Total samverkan", "SN", 50000]], rows: ["Totalförsvar|KS|2026|100000@C2", "Total samverkan|SN|2026|50000@C3"] },
  {
    name: "merged project cells",
    cells: [["Projekt", "Nämnd", 2026], ["Skolfam", "Socialnämnden", 100000], ["", "Utbildningsnämnden", 50000], ["Alla barn", "Utbildningsnämnden", 70000]],
    rows: ["Skolfam|Socialnämnden|2026|100000@C2", "Skolfam|Utbildningsnämnden|2026|50000@C3", "Alla barn|Utbildningsnämnden|2026|70000@C4"], told: { carriedDown: "Blad1!A3" },
  },
  {
    name: "projects as headings of sections",
    cells: [["Nämnd", 2026, 2027], ["Skolfam", "", ""], ["Socialnämnden", 100000, 200000], ["Utbildningsnämnden", 50000, 0], ["Summa Skolfam", 150000, 200000], ["", "", ""], ["Alla barn", "", ""], ["Utbildningsnämnden", 70000, ""], ["Totalt", 220000, 200000]],
    rows: ["Skolfam|Socialnämnden|2026|100000@B3", "Skolfam|Socialnämnden|2027|200000@C3", "Skolfam|Utbildningsnämnden|2026|50000@B4", "Skolfam|Utbildningsnämnden|2027|0@C4", "Alla barn|Utbildningsnämnden|2026|70000@B8"],
    told: { sections: "Blad1!A2, Blad1!A7" },
  },
  {
    name: "projects and committees in one column, projects with their sums",
    cells: [["Projekt/nämnd", 2026], ["Skolfam", 150000], ["Socialnämnden", 100000], ["Utbildningsnämnden", 50000], ["Alla barn", 70000], ["Utbildningsnämnden", 70000]],
    rows: ["Skolfam|Socialnämnden|2026|100000@B3", "Skolfam|Utbildningsnämnden|2026|50000@B4", "Alla barn|Utbildningsnämnden|2026|70000@B6"],
  },
  { name: "headings that are categories", cells: [["Projekt", "Nämnd", 2026], ["Barn och unga", "", ""], ["Skolfam", "SN", 100000], ["Vuxna", "", ""], ["Trainee", "AVN", 50000]], rows: ["Skolfam|SN|2026|100000@C3", "Trainee|AVN|2026|50000@C5"], left: { heading: "Blad1!A2:C2, Blad1!A4:C4" } },
  { name: "no project column", sheet: "Skolfam", cells: [["Nämnd", 2026], ["Socialnämnden", 100000]], rows: ["Skolfam|Socialnämnden|2026|100000@B2"], told: { oneProject: "Skolfam!A2" } },
  { name: "no project column, the project in a title", cells: [["Projekt:", "Skolfam"], ["", ""], ["Nämnd", 2026], ["Socialnämnden", 100000]], rows: ["Skolfam|Socialnämnden|2026|100000@B4"], told: { oneProject: "Blad1!A1" } },
  { name: "no project column, and nothing names it", cells: [["Nämnd", 2026], ["Socialnämnden", 100000]], rows: ["Projektet|Socialnämnden|2026|100000@B2"] },
  { name: "no committee column", cells: [["Ansvarig nämnd: Socialnämnden", ""], ["", ""], ["Projekt", 2026], ["Skolfam", 100000]], rows: ["Skolfam|Socialnämnden|2026|100000@B4"], told: { oneCommittee: "Blad1!A1" } },
  { name: "no committee column, the caller knows", cells: [["Projekt", 2026], ["Skolfam", 100000]], options: { committeeOf: () => "SN" }, rows: ["Skolfam|SN|2026|100000@B2"] },
  { name: "columns without headings", cells: [["", "", 2026, 2027], ["Socialnämnden", "Skolfam", 100000, 200000]], rows: ["Skolfam|Socialnämnden|2026|100000@C2", "Skolfam|Socialnämnden|2027|200000@D2"], told: { unnamedProjects: "Blad1!B2", unnamedCommittees: "Blad1!A2" } },
  { name: "a cost type beside, names merged", cells: [["Projekt", "Nämnd", "Kostnadsslag", 2026], ["A", "SN", "Personal", 100000], ["", "", "Lokal", 20000]], rows: ["A|SN|2026|100000@D2", "A|SN|2026|20000@D3"] },
  {
    name: "two heading rows: words above, years below",
    cells: [["Projekt", "Nämnd", "Kostnad per år", ""], ["", "", 2026, 2027], ["A", "SN", 100000, 200000]], rows: ["A|SN|2026|100000@C3", "A|SN|2027|200000@D3"],
  },
  { name: "two heading rows: År above the years", cells: [["Projekt", "Nämnd", "År", "", "Summa"], ["", "", 2026, 2027, ""], ["A", "SN", 100000, 200000, 300000]], rows: ["A|SN|2026|100000@C3", "A|SN|2027|200000@D3"] },
  { name: "two heading rows: years above, words below", cells: [["", "", 2026, 2027], ["Projekt", "Nämnd", "Budget", "Plan"], ["A", "SN", 100000, 200000]], rows: ["A|SN|2026|100000@C3", "A|SN|2027|200000@D3"] },
  {
    name: "costs and savings beside each other under group headings, costs",
    cells: [["", "", "Kostnader", "", "Besparingar", ""], ["Projekt", "Nämnd", 2026, 2027, 2026, 2027], ["A", "SN", 100000, 200000, 30000, 40000]],
    options: { kind: "costs" }, rows: ["A|SN|2026|100000@C3", "A|SN|2027|200000@D3"], left: { otherKind: "Blad1!E2:E3, Blad1!F2:F3", title: "Blad1!C1, Blad1!E1" },
  },
  {
    name: "the same, savings",
    cells: [["", "", "Kostnader", "", "Minskade kostnader", ""], ["Projekt", "Nämnd", 2026, 2027, 2026, 2027], ["A", "SN", 100000, 200000, 30000, 40000]],
    options: { kind: "savings" }, rows: ["A|SN|2026|30000@E3", "A|SN|2027|40000@F3"],
  },
  {
    name: "a cost and a saving under each year",
    cells: [["", "", 2026, "", 2027, ""], ["Projekt", "Nämnd", "Kostnad", "Besparing", "Kostnad", "Besparing"], ["A", "SN", 100000, 30000, 200000, 40000]],
    options: { kind: "savings" }, rows: ["A|SN|2026|30000@D3", "A|SN|2027|40000@F3"],
  },
  {
    name: "a list with both costs and savings",
    cells: [["Projekt", "Nämnd", "År", "Kostnad", "Besparing"], ["A", "SN", 2026, 100000, ""], ["A", "SN", 2027, "", 30000]],
    options: { kind: "savings" }, rows: ["A|SN|2027|30000@E3"],
  },
  {
    name: "a column that tells costs from savings",
    cells: [["Projekt", "Nämnd", "Typ", 2026], ["A", "SN", "Kostnad", 100000], ["A", "SN", "Besparing", 30000]],
    options: { kind: "costs" }, rows: ["A|SN|2026|100000@D2"], left: { otherKind: "Blad1!A3:D3" },
  },
  {
    name: "two tables below each other",
    cells: [["Kostnader", "", ""], ["Projekt", "Nämnd", 2026], ["A", "SN", 100000], ["", "", ""], ["Besparingar", "", ""], ["Projekt", "Nämnd", 2027], ["A", "SN", 30000], ["Summa", "", 30000]],
    options: { kind: "savings" }, rows: ["A|SN|2027|30000@C7"], left: { otherTable: "Blad1!A2", totalRow: "Blad1!A8:C8", title: "Blad1!A5" },
  },
  {
    name: "two tables side by side",
    cells: [["Kostnader", "", "", "", "Besparingar", "", ""], ["Projekt", "Nämnd", 2026, "", "Projekt", "Nämnd", 2026], ["A", "SN", 100000, "", "A", "UN", 30000]],
    options: { kind: "savings" }, rows: ["A|UN|2026|30000@G3"],
  },
  { name: "the heading printed again", cells: [["Projekt", "Nämnd", 2026], ["A", "SN", 100000], ["Projekt", "Nämnd", 2026], ["B", "UN", 50000]], rows: ["A|SN|2026|100000@C2", "B|UN|2026|50000@C4"], left: { repeatedHeader: "Blad1!A3:C3" } },
  { name: "units in headings", cells: [["Projekt", "Nämnd", "2026 (tkr)", "2027 (mkr)"], ["A", "SN", 100, "1,5"]], rows: ["A|SN|2026|100000@C2", "A|SN|2027|1500000@D2"] },
  { name: "a unit column", cells: [["Projekt", "Nämnd", "År", "Belopp", "Enhet"], ["A", "SN", 2026, 100, "tkr"], ["A", "SN", 2027, 5, "mkr"]], rows: ["A|SN|2026|100000@D2", "A|SN|2027|5000000@D3"] },
  { name: "a unit in the cell is its own", cells: [["Belopp i tkr", "", "", ""], ["Projekt", "Nämnd", 2026, 2027], ["A", "SN", "1,5 mkr", 20]], rows: ["A|SN|2026|1500000@C3", "A|SN|2027|20000@D3"] },
  { name: "a unit in a note below", cells: [["Projekt", "Nämnd", 2026], ["A", "SN", 100], ["", "", ""], ["Alla belopp anges i tusental kronor.", "", ""]], rows: ["A|SN|2026|100000@C2"] },
  { name: "a unit cell", cells: [["Enhet", "mkr", ""], ["Fonden på 40 tkr", "", ""], ["Projekt", "Nämnd", 2026], ["A", "SN", 0.1]], rows: ["A|SN|2026|100000@C4"] },
  { name: "an amount in a title is no unit", cells: [["Fonden på 40 mkr", "", ""], ["Projekt", "Nämnd", 2026], ["A", "SN", 100000]], rows: ["A|SN|2026|100000@C3"] },
  { name: "units that differ", cells: [["Belopp i mkr", "", ""], ["Belopp i tkr", "", ""], ["Projekt", "Nämnd", 2026], ["A", "SN", 100]], rows: ["A|SN|2026|100000@C4"], problems: ["unitsDiffer@A2"] },
  { name: "small amounts without a unit", cells: [["Projekt", "Nämnd", 2026], ["A", "SN", 100]], rows: ["A|SN|2026|100@C2"], problems: ["unitGuessed@A1"] },
  {
    name: "what is no amount",
    cells: [["Projekt", "Nämnd", 2026, 2027, 2028, 2029], ["A", "SN", "ca 500", "#SAKNAS!", true, "50 %"], ["B", "SN", 100000, "-", "", "(500)"]],
    rows: ["B|SN|2026|100000@C3", "B|SN|2029|-500@F3"], problems: ["textAmount@C2", "errorValue@D2", "truthValue@E2", "percentAmount@F2"],
  },
  { name: "a doubled year", cells: [["Projekt", "Nämnd", "Budget 2026", "Prognos 2026"], ["A", "SN", 100000, 200000]], rows: ["A|SN|2026|100000@C2"], problems: ["doubledYear@D1"] },
  { name: "years that can't be used", cells: [["Projekt", "Nämnd", 2026, "2027–2029", "1985"], ["A", "SN", 100000, 200000, 5]], rows: ["A|SN|2026|100000@C2"], problems: ["yearSpan@D1", "yearOutside@E1"], left: { otherColumn: "Blad1!D1:D2, Blad1!E1:E2" } },
  { name: "years missing or wrong in a list", cells: [["Projekt", "Nämnd", "År", "Belopp"], ["A", "SN", "", 100000], ["A", "SN", "nästa år", 1], ["A", "SN", 1975, 1], ["A", "SN", 2026, 200000]], rows: ["A|SN|2026|200000@D5"], problems: ["yearMissing@C2", "yearUnreadable@C3", "yearOutside@C4"] },
  { name: "a list grouped by year", cells: [["År", "Projekt", "Nämnd", "Belopp"], [2026, "A", "SN", 100000], ["", "B", "SN", 50000], [2027, "A", "SN", 70000]], rows: ["A|SN|2026|100000@D2", "B|SN|2026|50000@D3", "A|SN|2027|70000@D4"], told: { carriedDown: "Blad1!A3" } },
  { name: "a committee that is missing", cells: [["Projekt", "Nämnd", 2026], ["A", "", 100000], ["B", "SN", 50000]], rows: ["B|SN|2026|50000@C3"], problems: ["committeeMissing@B2"] },
  { name: "names that differ in spaces and case", cells: [["Projekt", "Nämnd", 2026], ["A", "Socialnämnden ", 100000], ["a", "socialnämnden", 50000]], rows: ["A|Socialnämnden|2026|100000@C2", "A|Socialnämnden|2026|50000@C3"], told: { sameName: "Blad1!C3" } },
  { name: "separators that can be read in two ways", cells: [["Projekt", "Nämnd", 2026, 2027], ["A", "SN", "1.234", "12,345"], ["B", "SN", "50 000", ""]], rows: ["A|SN|2026|1234@C2", "A|SN|2027|12.345@D2", "B|SN|2026|50000@C3"], told: { ambiguousSeparator: "Blad1!C2, Blad1!D2" } },
  { name: "other columns with figures", cells: [["Projekt", "Nämnd", "Antal barn", "Beslut", 2026], ["A", "SN", 25, "KF § 12", 100000]], rows: ["A|SN|2026|100000@E2"], left: { otherColumn: "Blad1!C1:C2" } },
  { name: "tkr amounts that look like years", cells: [["Projekt", "Nämnd", "2026 tkr", "2027 tkr"], ["A", "SN", 2000, 2050], ["Projekt B", "UN", 2026, 2100]], rows: ["A|SN|2026|2000000@C2", "A|SN|2027|2050000@D2", "Projekt B|UN|2026|2026000@C3", "Projekt B|UN|2027|2100000@D3"] },
  { name: "a title with a year and the words of a heading", cells: [["Sammanställning projekt per nämnd 2026", "", ""], ["Projekt", "Nämnd", 2026], ["A", "SN", 100000]], rows: ["A|SN|2026|100000@C3"] },
  { name: "budget frames have no project", cells: [["Nämnd", 2026], ["SN", 250000000]], options: { kind: "frames" }, rows: ["|SN|2026|250000000@B2"] },
  { name: "nothing at all", cells: [["", ""]], rows: [], problems: ["emptyRange@A1"] },
  { name: "no heading", cells: [["hej", "hopp"], ["a", "b"]], rows: [], problems: ["noHeader@A1"] },
];

const short = (cell: string | undefined) => cell?.slice(cell.indexOf("!") + 1);

describe("a block of cells as amounts", () => {
  it.each(cases)("$name", ({ sheet = "Blad1", at: [row, column] = [0, 0], cells, options, rows, left, told, problems = [] }) => {
    const found = understandAmounts({ sheet, row, column, values: cells }, options);
    expect(found.rows.map(({ project, committee, year, amount, cell }) => `${project}|${committee}|${year}|${amount}@${short(cell)}`)).toEqual(rows);
    expect(found.diagnostics.map(({ code, cell }) => `${code.replace("reading.", "")}@${short(cell)}`)).toEqual(problems);
    if (left) expect(Object.fromEntries(found.leftOut.map(({ kind, cells: where }) => [kind, where]))).toEqual(left);
    if (told) expect(Object.fromEntries(found.interpreted.map(({ kind, cells: where }) => [kind, where]))).toMatchObject(told);
  });
});
