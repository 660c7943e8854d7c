import type { Cell, CellFormat, Sheet, Workbook } from "../../workbench/host/model";

/** A sheet with nothing on it. */
export function emptySheet(name: string, id = `{00000000-0001-0000-0000-${name}}`): Sheet {
  return {
    id, name, visibility: "Visible", showGridlines: true, cells: new Map(), columnWidths: new Map(), rowHeights: new Map(), hiddenRows: new Set(),
    hiddenColumns: new Set(), merges: [], tables: [], charts: [], validations: [], names: [], customProperties: new Map(), frozenRows: 0, frozenColumns: 0,
    page: { orientation: "Portrait" }, protected: false,
  };
}

/** A workbook of these sheets, nothing selected but A1 of the first. */
export function workbookOf(...sheets: Sheet[]): Workbook {
  return { sheets, names: [], activeSheet: 0, selection: { row: 0, column: 0, rows: 1, columns: 1 }, structureProtected: false };
}

/** Puts a cell; a text that begins with "=" is a formula. */
export function put(sheet: Sheet, row: number, column: number, content: Cell["value"], numberFormat?: string, format?: CellFormat): void {
  const cells = sheet.cells.get(row) ?? new Map<number, Cell>();
  sheet.cells.set(row, cells);
  cells.set(column, {
    ...(typeof content === "string" && content.startsWith("=") ? { formula: content } : content === undefined ? {} : { value: content }),
    ...(numberFormat === undefined ? {} : { numberFormat }),
    ...(format === undefined ? {} : { format }),
  });
}

/** The cell's content as a user sees it in the formula bar. */
export function content(sheet: Sheet | undefined, row: number, column: number): Cell["value"] {
  const cell = sheet?.cells.get(row)?.get(column);
  return cell?.formula ?? cell?.value;
}

/** A workbook without its file, for comparison. */
export function plain({ source: _, ...workbook }: Workbook): Omit<Workbook, "source"> {
  return workbook;
}

/** A plan as the add-in would write it: everything that the model knows is on it somewhere. */
export function planWorkbook(): Workbook {
  const years = [2026, 2027, 2028, 2029];
  const plan = emptySheet("Återföringsplan 2026");
  put(plan, 0, 0, "Återföringsplan", undefined, { bold: true, fontSize: 16, fontColor: "#1F3864", fontName: "Georgia" });
  const header: CellFormat = { fill: "#1F4E79", fontColor: "#FFFFFF", bold: true, horizontalAlignment: "Center", verticalAlignment: "Center", wrapText: true };
  ["Projekt", "Nämnd", ...years.map(String)].forEach((text, column) => put(plan, 2, column, text, undefined, header));
  [["Servicetrainee", "Socialnämnden"], ["Alla barn i skolan", "Barn- och utbildningsnämnden"]].forEach(([project, committee], index) => {
    put(plan, 3 + index, 0, project, undefined, { indentLevel: 1, horizontalAlignment: "Left" });
    put(plan, 3 + index, 1, committee, undefined, { italic: true, underline: "Single" });
    years.forEach((year, column) => put(plan, 3 + index, 2 + column, 100000 * (index + 1) + year, "#,##0"));
  });
  put(plan, 5, 0, "Summa", undefined, { bold: true, borders: { EdgeTop: { style: "Continuous", weight: "Thin", color: "#000000" }, EdgeBottom: { style: "Double", weight: "Thick", color: "#C00000" } } });
  years.forEach((_, column) => put(plan, 5, 2 + column, `=SUM(${"CDEF"[column]}4:${"CDEF"[column]}5)`, '#,##0 "kr";[Red]-#,##0 "kr"', { bold: true }));
  put(plan, 7, 0, "Beslutad");
  put(plan, 7, 1, 46023.123456789, "yyyy-mm-dd hh:mm");
  put(plan, 8, 0, true);
  put(plan, 8, 1, "#N/A");
  put(plan, 9, 0, "Får ändras", undefined, { locked: false });
  plan.columnWidths.set(0, 30.7109375).set(1, 28);
  plan.rowHeights.set(2, 33);
  plan.hiddenRows.add(20);
  plan.hiddenColumns.add(8);
  plan.merges.push({ row: 0, column: 0, rows: 1, columns: 4 });
  plan.frozenRows = 3;
  plan.frozenColumns = 2;
  plan.tabColor = "#1F4E79";
  plan.showGridlines = false;
  plan.protected = true;
  plan.page = {
    orientation: "Landscape", paperSize: "A4", fitToWidth: 1, printTitleRows: "$1:$3", printTitleColumns: "$A:$B", printArea: "$A$1:$F$10", centerHorizontally: true,
    header: { left: "Norrköping && Co", center: "&\"Arial,Bold\"Plan", right: "&D" }, footer: { left: "", center: "Sida &P av &N", right: "" },
    margins: { top: 36, left: 28.346457, header: 10 },
  };
  plan.names.push({ name: "Beslut", formula: "='Återföringsplan 2026'!$B$8", visible: true });
  plan.customProperties.set("sif.plan", '{"version":"1.0","å":"ä"}').set("sif.hash", "abc");

  const costs = emptySheet("Kostnader", "{sheet-2}");
  ["Projekt", "Nämnd", "2026", "2027"].forEach((text, column) => put(costs, 0, column, text));
  put(costs, 1, 0, "Servicetrainee");
  put(costs, 1, 2, 4600000);
  put(costs, 2, 0, "Summa");
  put(costs, 2, 2, "=SUBTOTAL(109,C2:C2)");
  costs.tables.push({ id: "1", name: "Kostnader_tabell", area: { row: 0, column: 0, rows: 3, columns: 4 }, showHeaders: true, showTotals: true, style: "TableStyleMedium2", showBandedRows: true, showFilterButton: true });
  const area = (column: number) => ({ row: 1, column, rows: 50, columns: 1 });
  costs.validations.push(
    { area: area(0), rule: { list: { inCellDropDown: true, source: "Servicetrainee,Alla barn i skolan" } }, prompt: { title: "Projekt", message: "Välj projekt.\nEller skriv nytt.", showPrompt: true }, errorAlert: { title: "Okänt", message: 'Finns inte "än"', showAlert: true, style: "Warning" } },
    { area: area(1), rule: { list: { inCellDropDown: false, source: "=Nämndlista" } } },
    { area: area(2), rule: { decimal: { formula1: 0, formula2: 1.5, operator: "Between" } }, errorAlert: { title: "", message: "", showAlert: false, style: "Stop" } },
    { area: area(3), rule: { wholeNumber: { formula1: "=$A$1", operator: "GreaterThanOrEqualTo" } } },
    { area: area(4), rule: { date: { formula1: 46023, formula2: 46387, operator: "NotBetween" } } },
    { area: area(5), rule: { textLength: { formula1: 40, operator: "LessThanOrEqualTo" } } },
    { area: area(6), rule: { custom: { formula: "=COUNTIF($G$2:$G$51,G2)=1" } } },
  );
  costs.charts.push(
    { id: "2", name: "Fondkonto", type: "ColumnStacked", title: "Fondens utveckling <tkr>", legend: true, left: 100.5, top: 120.25, width: 400, height: 220, altText: "Stapeldiagram", series: [{ nameAddress: "'Återföringsplan 2026'!$A$4", valuesAddress: "'Återföringsplan 2026'!$C$4:$F$4", categoriesAddress: "'Återföringsplan 2026'!$C$3:$F$3" }, { name: "Alla barn", valuesAddress: "'Återföringsplan 2026'!$C$5:$F$5", categoriesAddress: "'Återföringsplan 2026'!$C$3:$F$3" }] },
    { id: "3", name: "Linje", type: "Line", title: "", legend: false, left: 520, top: 30, width: 300, height: 200, series: [{ name: "Summa", valuesAddress: "'Återföringsplan 2026'!$C$6:$F$6" }] },
    { id: "4", name: "Kolumner", type: "ColumnClustered", title: "Kolumner", legend: true, left: 100.5, top: 360, width: 300, height: 200, series: [{ name: "Summa", valuesAddress: "'Återföringsplan 2026'!$C$6:$F$6" }] },
    { id: "5", name: "Liggande", type: "BarClustered", title: "Liggande", legend: true, left: 520, top: 360, width: 300, height: 200, series: [{ name: "Summa", valuesAddress: "'Återföringsplan 2026'!$C$6:$F$6" }] },
  );

  const lists = emptySheet("Listor", "{sheet-3}");
  lists.visibility = "VeryHidden";
  put(lists, 0, 0, "Socialnämnden");
  const workbook = workbookOf(plan, costs, lists);
  workbook.names.push({ name: "Nämndlista", formula: "=Listor!$A$1:$A$9", visible: true, comment: "Till rullistan" }, { name: "_sif.dold", formula: "=1+1", visible: false });
  workbook.activeSheet = 1;
  workbook.selection = { row: 1, column: 2, rows: 2, columns: 1 };
  return workbook;
}
