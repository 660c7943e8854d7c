import { costs, type BadWorkbook } from "../grid";

const head = "Projekt|Nämnd|2026|2027";
const rows = ["Skolfam|Socialnämnden|900000|200000", "Trainee|Socialnämnden|300000|"];
const right = "1400000";
const table = [head, ...rows];

/** A sheet of costs to which something has been done in Excel. */
const dressed = (what: string, grid: readonly string[], dress: (sheet: Excel.Worksheet) => void, says: readonly string[], sum?: string): BadWorkbook => ({
  ...costs(what, grid, says, sum),
  dress: (context) => dress(context.workbook.worksheets.getItem("Kostnader")),
});

const hideRows = (address: string) => (sheet: Excel.Worksheet) => void (sheet.getRange(address).rowHidden = true);
const hideColumns = (address: string) => (sheet: Excel.Worksheet) => void (sheet.getRange(address).columnHidden = true);
const merge = (...addresses: string[]) => (sheet: Excel.Worksheet) => addresses.forEach((address) => sheet.getRange(address).merge());

const hidden: BadWorkbook[] = [
  dressed("a hidden row", table, hideRows("3:3"), ["hiddenCells@Kostnader!A1:D3"], right),
  dressed("every row hidden but the heading", table, hideRows("2:3"), ["hiddenCells@Kostnader!A1:D3"], right),
  dressed("the heading hidden", table, hideRows("1:1"), ["hiddenCells@Kostnader!A1:D3"], right),
  dressed("a hidden year", table, hideColumns("D:D"), ["hiddenCells@Kostnader!A1:D3"], right),
  dressed("the names hidden", table, hideColumns("A:B"), ["hiddenCells@Kostnader!A1:D3"], right),
  dressed("a hidden row that makes the total wrong to the eye", [...table, "Summa||1200000|200000"], hideRows("2:2"), ["hiddenCells@Kostnader!A1:D4"], right),
  dressed("a total that counts only what is seen", [...table, "Summa||300000|0"], hideRows("2:2"), ["hiddenCells@Kostnader!A1:D4", "totalRowMismatch@Kostnader!C4"], right),
  dressed("blank rows hidden below", table, hideRows("4:100"), [], right),
  dressed("blank columns hidden beside", table, hideColumns("E:Z"), [], right),
  dressed("the whole sheet hidden", table, (sheet) => void (sheet.visibility = "Hidden"), ["hiddenSheets", "nothingFound"]),
  dressed("the whole sheet very hidden", table, (sheet) => void (sheet.visibility = "VeryHidden"), ["hiddenSheets", "nothingFound"]),
  dressed("a hidden row that is wrong", [...table, "||123456|"], hideRows("4:4"), ["hiddenCells@Kostnader!A1:D4", "unnamedRow@Kostnader!A4:D4"], right),
];

const merged: BadWorkbook[] = [
  dressed("a project really merged over rows", [head, "Skolfam|Socialnämnden|900000|", "|Kommunstyrelsen|200000|", "Trainee|Socialnämnden|300000|"], merge("A2:A3"), [], right),
  dressed("a committee really merged over rows", ["Nämnd|Projekt|2026", "Socialnämnden|Skolfam|900000", "|Trainee|300000"], merge("A2:A3"), ["committeeMissing@Kostnader!A3"], "900000"),
  dressed("a title merged over the table", ["Kostnader, kr|||", ...table], merge("A1:D1"), [], right),
  dressed("a heading merged over the years", ["||Budget|", head, ...rows], merge("C1:D1"), [], right),
  dressed("headings merged over two rows", ["Projekt|Nämnd|Budget|", "||2026|2027", ...rows], merge("A1:A2", "B1:B2", "C1:D1"), [], right),
  dressed("a year merged over two columns", ["Projekt|Nämnd|2026||2027", "Skolfam|Socialnämnden|800000|100000|200000", "Trainee|Socialnämnden|300000||"], merge("C1:D1"), ["amountsWithoutYear@Kostnader!D1"], "1300000"),
  dressed("an amount merged over two rows", [head, "Skolfam|Socialnämnden|900000|200000", "Trainee|Socialnämnden||"], merge("C2:C3"), ["plan.unknownProject@Besparingar!C3"], "1100000"),
  dressed("an amount merged over two years", [head, "Skolfam|Socialnämnden|900000|", "Trainee|Socialnämnden|300000|"], merge("C2:D2"), [], "1200000"),
  dressed("a total merged with the cell beside", [...table, "Summa||1200000|200000"], merge("A4:B4"), [], right),
  dressed("everything merged into one cell", [head, ...rows], merge("A1:D3"), ["nothingFound"]),
];

/** What is done to sheets beside their cells: hidden, merged. */
export const states: readonly BadWorkbook[] = [...hidden, ...merged];
