/** Workbooks as people make them, without the template. */
export interface HandMadeSheet {
  name: string;
  cells: (string | number)[][];
  /** In points, by column. */
  widths: number[];
  bold: string[];
  merged: string[];
  /** The first and the last cell with an amount, from 0, and their format. */
  amounts: [{ row: number; column: number }, { row: number; column: number }];
  numberFormat: string;
}

/** A controller's sheet: titles above, tkr, sums at the side and below, a note, and savings on a sheet of its own. */
const handMadeSheets: HandMadeSheet[] = [
  {
    name: "Kostnader sociala inv",
    cells: [
      ["Sociala investeringsfonden – beviljade medel"],
      ["Beslut KF 2025-11-24, belopp i tkr"],
      [],
      ["Projekt", "Nämnd", "Budget 2026", "Budget 2027", "Budget 2028", "Summa"],
      ["Skolsociala team", "Utbildningsnämnden", 1250, 1250, "", "=SUM(C5:E5)"],
      ["", "Socialnämnden", 400, 400, "", "=SUM(C6:E6)"],
      ["Familjecentral Väster", "Socialnämnden", "1 100,5", 1150, 600, "=SUM(D7:E7)+1100.5"],
      ["Ungdomslots", "Arbetsmarknadsnämnden", 800, 850, "–", "=SUM(C8:E8)"],
      [],
      ["Totalt", "", "=SUM(C5:C8)+1100.5", "=SUM(D5:D8)", "=SUM(E5:E8)", "=SUM(F5:F8)"],
      [],
      ["* Lokaler ingår inte. Frågor: ekonomikontoret."],
    ],
    widths: [150, 150, 80, 80, 80, 80],
    bold: ["A1", "A4:F4", "A10:F10"],
    merged: ["A1:F1", "A5:A6"],
    amounts: [{ row: 4, column: 2 }, { row: 9, column: 5 }],
    numberFormat: "#,##0.0",
  },
  {
    name: "Förväntade besparingar",
    cells: [
      ["Förväntade minskade kostnader per nämnd (tkr)"],
      [],
      ["Insats", "Ansvarig nämnd", "År 2027", "År 2028", "År 2029", "År 2030", "År 2031", "Totalt"],
      ["Skolsociala team", "Utbildningsnämnden", 300, 500, 600, 600, 600, "=SUM(C4:G4)"],
      ["Skolsociala team", "Socialnämnden", 150, 350, 450, 450, 450, "=SUM(C5:G5)"],
      ["Familjecentral Väster", "Socialnämnden", "", 400, 700, 800, 800, "=SUM(C6:G6)"],
      ["Ungdomslots", "Arbetsmarknadsnämnden", 250, 500, 500, 250, "", "=SUM(C7:G7)"],
      ["Summa", "", "=SUM(C4:C7)", "=SUM(D4:D7)", "=SUM(E4:E7)", "=SUM(F4:F7)", "=SUM(G4:G7)", "=SUM(H4:H7)"],
    ],
    widths: [150, 150, 65, 65, 65, 65, 65, 75],
    bold: ["A1", "A3:H3", "A8:H8"],
    merged: ["A1:H1"],
    amounts: [{ row: 3, column: 2 }, { row: 7, column: 7 }],
    numberFormat: "#,##0",
  },
];

const projects = ["Föräldrastöd", "Närvaroteam", "Språkstart", "Vägen till jobb"];
const owners = ["Socialnämnden", "Utbildningsnämnden", "Utbildningsnämnden", "Arbetsmarknadsnämnden"];

/** An export from an economy system: a row for each project, committee, year and amount, in kronor. */
const longList: HandMadeSheet[] = [
  {
    name: "Kostnader",
    cells: [["Satsning", "Förvaltning", "År", "Belopp"], ...projects.flatMap((project, index) => [2026, 2027].map((year) => [project, owners[index]!, year, 900_000 + 75_000 * index + (year - 2026) * 12_500.5]))],
    widths: [130, 160, 50, 90],
    bold: ["A1:D1"],
    merged: [],
    amounts: [{ row: 1, column: 3 }, { row: 8, column: 3 }],
    numberFormat: "#,##0.00",
  },
  {
    name: "Besparingar",
    cells: [
      ["Satsning", "Förvaltning", "År", "Belopp"],
      ...projects.flatMap((project, index) =>
        [2027, 2028, 2029, 2030, 2031, 2032].flatMap((year) => [
          [project, owners[index]!, year, 140_000 + 35_000 * ((index + year) % 4)],
          [project, "Socialnämnden", year, index === 0 ? 60_000 : 95_000 - 10_000 * index],
        ]),
      ),
    ],
    widths: [130, 160, 50, 90],
    bold: ["A1:D1"],
    merged: [],
    amounts: [{ row: 1, column: 3 }, { row: 48, column: 3 }],
    numberFormat: "#,##0.00",
  },
];

/** By file name. */
export const handMade: Record<string, HandMadeSheet[]> = { "egen-kalkyl-tkr": handMadeSheets, "lang-lista": longList };
