import { costs, type BadWorkbook } from "../grid";

const head = "Projekt|Nämnd|2026|2027";
const rows = ["Skolfam|Socialnämnden|900000|200000", "Trainee|Socialnämnden|300000|"];
const right = "1400000";

const headings: BadWorkbook[] = [
  costs("two heading rows, words above years", ["Projekt|Nämnd|Budget|", "||2026|2027", ...rows], [], right),
  costs("two heading rows, years above words", ["||2026|2027", "Projekt|Nämnd|Budget|Plan", ...rows], [], right),
  costs("the heading row twice", [head, head, ...rows], [], right),
  costs("the heading repeated on every page", [head, rows[0]!, head, rows[1]!], [], right),
  costs("a heading of years over kinds of cost", ["Projekt|Nämnd|2026|", "||Lön|Övrigt", "Skolfam|Socialnämnden|900000|200000", "Trainee|Socialnämnden|300000|"], ["projectMissing@Kostnader!A2"], "1200000"),
  costs("no headings", rows, ["noHeader@Kostnader!A1"]),
  costs("numbered names with an amount that looks like a year", ["Projekt|Nämnd|2026", "Projekt 27|Nämnd 1|900000", "Projekt 28|Nämnd 2|2010", "Projekt 29|Nämnd 3|300000"], ["plan.unknownProject@Besparingar!C2", "plan.unknownProject@Besparingar!C3"], "1202010"),
  costs("numbered headings", ["Projekt 1|Nämnd 1|2026|2027", ...rows], [], right),
  costs("headings in capitals with spaces", [" PROJEKT | NÄMND |2026|2027", ...rows], [], right),
  costs("headings below the amounts", [...rows, head], ["noCosts"]),
  costs("a title that looks like a heading", ["Projekt 2026", "", head, ...rows], [], right),
  costs("ten titles above", [...Array.from({ length: 10 }, (_, index) => `Text ${index} om fonden`), "", head, ...rows], [], right),
  costs("a title on every row above, without a blank row", ["Kostnader", "Socialfonden", "Förslag", head, ...rows], [], right),
  costs("a heading with a line break", ["Projekt\n(namn)|Ansvarig\nnämnd|2026|2027", ...rows], [], right),
];

const cells: BadWorkbook[] = [
  costs("a project merged over rows", [head, "Skolfam|Socialnämnden|900000|", "|Kommunstyrelsen|200000|", "Trainee|Socialnämnden|300000|"], [], right),
  costs("a committee merged over rows", ["Nämnd|Projekt|2026", "Socialnämnden|Skolfam|900000", "|Trainee|300000"], ["committeeMissing@Kostnader!A3"], "900000"),
  costs("a project missing on the first row", [head, "|Socialnämnden|900000|", "Trainee|Socialnämnden|300000|"], ["projectMissing@Kostnader!A2"], "300000"),
  costs("a committee missing", [head, "Skolfam||900000|200000", "Trainee|Socialnämnden|300000|"], ["committeeMissing@Kostnader!B2"], "300000"),
  costs("both names missing", [head, ...rows, "||123456|"], ["unnamedRow@Kostnader!A4:D4"], right),
  costs("a number for a committee", [head, "Skolfam|17|900000|", "Trainee|Socialnämnden|300000|"], [], "1200000"),
  costs("a truth value for a project", [head, "<true>|Socialnämnden|900000|", "Trainee|Socialnämnden|300000|"], ["projectMissing@Kostnader!A2"], "300000"),
  costs("an error for a project", [head, "#N/A|Socialnämnden|900000|", "Trainee|Socialnämnden|300000|"], ["projectMissing@Kostnader!A2"], "300000"),
  costs("a project of digits", [head, "1001|Socialnämnden|900000|", "Trainee|Socialnämnden|300000|"], ["plan.unknownProject@Besparingar!C2"], "1200000"),
  costs("blank rows between", [head, "", rows[0]!, "", "", rows[1]!], [], right),
  costs("rows of spaces between", [head, " | | | ", rows[0]!, "\u00a0|\u00a0||", rows[1]!], [], right),
  costs("a blank column between", ["Projekt||Nämnd||2026|2027", "Skolfam||Socialnämnden||900000|200000", "Trainee||Socialnämnden||300000|"], [], right),
  costs("a remark on each row", [`${head}|Anmärkning`, `${rows[0]}|Beslut 2025`, `${rows[1]}|500`], [], right),
  costs("a source below", [head, ...rows, "", "Källa: 2026 års budget"], [], right),
  costs("a number below the table", [head, ...rows, "", "|||4711"], ["unnamedRow@Kostnader!A5:D5"], right),
  costs("accounts beside the amounts", [`Konto|${head}`, `4010|${rows[0]}`, `4020|${rows[1]}`], [], right),
  costs("two tables beside each other", [`${head}||${head}`, `${rows[0]}||${rows[1]}`], [], right),
  costs("two tables below each other", [head, rows[0]!, "", "", head, rows[1]!], [], right),
  costs("a unit above and another in a heading", ["Belopp i tkr", "Projekt (mkr)|Nämnd|2026", "Skolfam|Socialnämnden|900", "Trainee|Socialnämnden|300"], ["unitsDiffer@Kostnader!A2"], "1200000000"),
  costs("small amounts without a unit", ["Projekt|Nämnd|2026", "Skolfam|Socialnämnden|900", "Trainee|Socialnämnden|300"], ["unitGuessed@Kostnader!A1"], "1200"),
  costs("units in a column", ["Projekt|Nämnd|Enhet|2026", "Skolfam|Socialnämnden|tkr|900", "Trainee|Socialnämnden|kr|300000"], [], "1200000"),
  costs("a currency that is not kronor", ["Belopp i euro", head, ...rows], [], right),
  costs("a table far from the corner", [...Array.from({ length: 40 }, () => ""), `|||||${head}`, `|||||${rows[0]}`, `|||||${rows[1]}`], [], right),
  costs("one row and one column", [head], ["noCosts"]),
  costs("savings on the sheet of costs", ["Besparingar", head, ...rows], ["nothingFound", "doubleSource@Besparingar!C2"]),
  costs("a list with a kind that says nothing", ["Projekt|Nämnd|År|Typ|Belopp", "Skolfam|Socialnämnden|2026|Kostnad|900000", "Trainee|Socialnämnden|2026|Kostnad|300000", "Trainee|Socialnämnden|2026|Diverse|5"], ["kindUnknown@Kostnader!D4"], "1200000"),
];

const totals: BadWorkbook[] = [
  costs("a total below", [head, ...rows, "Summa||1200000|200000"], [], right),
  costs("a total above", [head, "Summa||1200000|200000", ...rows], [], right),
  costs("a total between", [head, rows[0]!, "Delsumma||900000|200000", rows[1]!, "Totalt||1200000|200000"], [], right),
  costs("a total that is wrong", [head, ...rows, "Summa||1300000|200000"], ["totalRowMismatch@Kostnader!C4"], right),
  costs("a total above that is wrong", [head, "Summa||1300000|200000", ...rows], ["totalRowMismatch@Kostnader!C2"], right),
  costs("a total without its word", [head, ...rows, "||1200000|200000"], [], right),
  costs("a total without its word that is wrong", [head, ...rows, "||1200001|200000"], ["unnamedRow@Kostnader!A4:D4"], right),
  costs("a total in the committee's column", [head, ...rows, "|Summa|1200000|200000"], [], right),
  costs("a column of totals", [`${head}|Summa`, `${rows[0]}|1100000`, `${rows[1]}|300000`], [], right),
  costs("a column of totals first", ["Projekt|Nämnd|Totalt|2026|2027", "Skolfam|Socialnämnden|1100000|900000|200000", "Trainee|Socialnämnden|300000|300000|"], [], right),
  costs("a column of totals that is wrong", [`${head}|Summa`, `${rows[0]}|1100001`, `${rows[1]}|300000`], ["totalColumnMismatch@Kostnader!E2"], right),
  costs("an accumulated column", [`${head}|Ackumulerat`, `${rows[0]}|1100000`, `${rows[1]}|300000`], [], right),
  costs("varav below a total", [head, ...rows, "Summa||1200000|200000", "varav Socialnämnden||1200000|200000"], [], right),
  costs("a mean below", [head, ...rows, "Medelvärde||600000|200000"], ["totalRowMismatch@Kostnader!C4"], right),
  costs("an error in the total", [head, ...rows, "Summa||#REF!|200000"], [], right),
  costs("a text in the total", [head, ...rows, "Summa||se ovan|200000"], [], right),
  costs("a project that begins as a total", [head, "Total samverkan|Socialnämnden|900000|200000", "Trainee|Socialnämnden|300000|"], ["plan.unknownProject@Besparingar!C2"], right),
  costs("only a total", [head, "Summa||900000|200000"], ["noCosts", "totalRowMismatch@Kostnader!C2", "totalRowMismatch@Kostnader!D2"]),
  costs("two totals on end", [head, ...rows, "Summa||1200000|200000", "Totalt||1200000|200000"], [], right),
  costs("a total in tkr below kronor", [head, ...rows, "Summa tkr||1200|200"], ["totalRowMismatch@Kostnader!C4", "totalRowMismatch@Kostnader!D4"], right),
];

export const layouts: BadWorkbook[] = [...headings, ...cells, ...totals];
