import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import type { Chart, Sheet, Workbook } from "../../workbench/host/model";
import { loadXlsx, saveXlsx, XlsxError } from "../../workbench/host/xlsx";
import { readZip, writeZip } from "../../workbench/host/xlsx/zip";
import { content, emptySheet, planWorkbook, put, workbookOf } from "./xlsxSamples";

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** A file with one sheet whose part is given, other parts changed at will. */
async function fileWith(worksheet: string, edit: (parts: Map<string, Uint8Array>) => void = () => undefined): Promise<Uint8Array> {
  const parts = await readZip(await writeXlsx({ sheets: [{ name: "Blad1", rows: [["x"]] }] }));
  parts.set("xl/worksheets/sheet1.xml", new TextEncoder().encode(worksheet));
  edit(parts);
  return writeZip(parts);
}
const rows = (sheetData: string) => `<worksheet ${main}><sheetData>${sheetData}</sheetData></worksheet>`;
const part = async (bytes: Uint8Array, path: string) => new TextDecoder().decode((await readZip(bytes)).get(path));
const first = (workbook: Workbook): Sheet => workbook.sheets[0] ?? emptySheet("");

test("where there is no zlib, a browser's streams write and read the same", async () => {
  const withZlib = await saveXlsx(planWorkbook());
  const own = Object.getOwnPropertyDescriptor(process, "getBuiltinModule");
  Object.defineProperty(process, "getBuiltinModule", { value: undefined, configurable: true });
  try {
    expect((await loadXlsx(withZlib)).sheets).toEqual((await loadXlsx(await saveXlsx(planWorkbook()))).sheets);
  } finally {
    if (own) Object.defineProperty(process, "getBuiltinModule", own);
  }
});

test("hostile texts come back as texts", async () => {
  const texts = ["=HYPERLINK(\"http://x\")", "+1", "@SUM(A1)", "-2", "'apostrof", "_x0041_", "_x005F_x0041_", "a\u0001b\u001Fc", "rad 1\nrad 2\r\nrad 3\ttab", "  blanka  ", "<b>&amp;</b>]]>", "å ä ö 🧾 \u00A0", "\uFFFE", "x".repeat(32767), "1234", "TRUE"];
  const sheet = emptySheet("Blad1");
  texts.forEach((text, row) => sheet.cells.set(row, new Map([[0, { value: text }]])));
  const bytes = await saveXlsx(workbookOf(sheet));
  const loaded = first(await loadXlsx(bytes));
  expect(texts.map((_, row) => loaded.cells.get(row)?.get(0))).toEqual(texts.map((value) => ({ value })));
  // What looks like a formula is marked as text, so that it stays one when somebody edits the cell in Excel.
  expect(await part(bytes, "xl/styles.xml")).toContain('quotePrefix="1"');
  const others = (await readXlsx(bytes)).sheets[0]?.rows.map(([value]) => value);
  expect(others?.[0]).toBe(texts[0]);
  expect(others?.[14]).toBe("1234");
});

test("a text longer than Excel's cells is cut, half a character replaced", async () => {
  const sheet = emptySheet("Blad1");
  put(sheet, 0, 0, "y".repeat(40000));
  put(sheet, 1, 0, "a\uD83D");
  const loaded = first(await loadXlsx(await saveXlsx(workbookOf(sheet))));
  expect(content(loaded, 0, 0)).toBe("y".repeat(32767));
  expect(content(loaded, 1, 0)).toBe("a\uFFFD");
});

test("shared formulas are read for every cell, and each gets its own when their holder is changed", async () => {
  const data =
    '<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$C$1+SUM(A$1:A1)+Tabell[A1]+\'A1\'!D4&amp;"A1"+LOG10(A1)</f><v>1</v></c></row>' +
    '<row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>3</v></c></row>';
  const workbook = await loadXlsx(await fileWith(rows(data)));
  const expected = (row: number) => `=A${row}*$C$1+SUM(A$1:A${row})+Tabell[A1]+'A1'!D${row + 3}&"A1"+LOG10(A${row})`;
  expect([0, 1, 2].map((row) => content(first(workbook), row, 1))).toEqual([1, 2, 3].map(expected));
  put(first(workbook), 0, 1, 5);
  const bytes = await saveXlsx(workbook);
  const again = first(await loadXlsx(bytes));
  expect([0, 1, 2].map((row) => content(again, row, 1))).toEqual([5, expected(2), expected(3)]);
  expect(await part(bytes, "xl/worksheets/sheet1.xml")).toMatch(/<c r="B2"><f>[^<]*<\/f><v>2<\/v><\/c>/);
});

test("dates are read as numbers with every digit, also ISO dates and those that count from 1904", async () => {
  const styles = (parts: Map<string, Uint8Array>) =>
    parts.set("xl/styles.xml", new TextEncoder().encode(`<styleSheet ${main}><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>`));
  const data = '<row><c s="1"><v>46023.123456789</v></c><c><v>46023</v></c><c s="1" t="d"><v>2026-01-01</v></c><c s="1"><f>A1+1</f><v>46024</v></c></row>';
  const plain = first(await loadXlsx(await fileWith(rows(data), styles)));
  expect([0, 1, 2].map((column) => content(plain, 0, column))).toEqual([46023.123456789, 46023, 46023]);
  expect(plain.cells.get(0)?.get(0)?.numberFormat).toBe("m/d/yyyy");
  const old = await loadXlsx(await fileWith(rows(data), (parts) => {
    styles(parts);
    parts.set("xl/workbook.xml", new TextEncoder().encode(new TextDecoder().decode(parts.get("xl/workbook.xml")).replace("<bookViews", '<workbookPr date1904="1"/><bookViews')));
  }));
  expect(content(first(old), 0, 0)).toBe(46023.123456789 + 1462);
  expect(content(first(old), 0, 1)).toBe(46023);
  first(old).cells.get(0)?.set(4, { value: 47485, numberFormat: "m/d/yyyy" });
  expect(await part(await saveXlsx(old), "xl/worksheets/sheet1.xml")).toMatch(/<c r="E1" s="\d"><v>46023<\/v><\/c>/);
});

test("colours of the theme, tinted ones and the old palette's are read as they show", async () => {
  const font = (color: string) => `<font><sz val="11"/>${color}<name val="Calibri"/></font>`;
  const styles = `<styleSheet ${main}><fonts>${font('<color theme="1"/>')}${font('<color theme="0"/>')}${font('<color theme="3"/>')}${font('<color theme="4" tint="-0.5"/>')}${font('<color indexed="10"/>')}${font('<color auto="1"/>')}</fonts><fills><fill/></fills><borders><border/></borders><cellXfs>${[0, 1, 2, 3, 4, 5].map((fontId) => `<xf fontId="${fontId}"/>`).join("")}</cellXfs></styleSheet>`;
  const cells = [0, 1, 2, 3, 4, 5].map((style) => `<c s="${style}"><v>1</v></c>`).join("");
  const loaded = first(await loadXlsx(await fileWith(rows(`<row>${cells}</row>`), (parts) => parts.set("xl/styles.xml", new TextEncoder().encode(styles)))));
  const colors = [0, 1, 2, 3, 4, 5].map((column) => loaded.cells.get(0)?.get(column)?.format?.fontColor);
  expect(colors).toEqual([undefined, "#FFFFFF", "#44546A", expect.stringMatching(/^#2[0-9A-F]{5}$/), "#FF0000", undefined]);
});

test("a file whose elements have a prefix is read, changed and read again", async () => {
  const prefixed = `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:r><x:t>Social</x:t></x:r><x:r><x:t>nämnden</x:t></x:r></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
  const workbook = await loadXlsx(await fileWith(prefixed));
  expect(content(first(workbook), 0, 0)).toBe("Socialnämnden");
  put(first(workbook), 1, 0, "Ny");
  first(workbook).merges.push({ row: 2, column: 0, rows: 1, columns: 2 });
  const bytes = await saveXlsx(workbook);
  const again = first(await loadXlsx(bytes));
  expect([content(again, 0, 0), content(again, 1, 0), again.merges]).toEqual(["Socialnämnden", "Ny", [{ row: 2, column: 0, rows: 1, columns: 2 }]]);
  expect((await readXlsx(bytes)).sheets[0]?.rows[1]).toEqual(["Ny"]);
});

test("a file from LibreOffice is read, and its own marks survive a change", async () => {
  const bytes = new Uint8Array(readFileSync(join(__dirname, "files", "libreoffice.xlsx")));
  const workbook = await loadXlsx(bytes);
  const [plan, costs] = workbook.sheets;
  expect(plan?.cells.get(2)?.get(0)).toEqual({ value: "Projekt", format: { fill: "#1F4E79", fontColor: "#FFFFFF", bold: true, horizontalAlignment: "Center", verticalAlignment: "Center", wrapText: true } });
  expect(plan?.cells.get(3)?.get(2)).toEqual({ value: 102026, numberFormat: "#,##0" });
  expect(content(plan, 7, 1)).toBe(46023.123456789);
  expect(content(plan, 5, 2)).toBe("=SUM(C4:C5)");
  expect(plan?.page).toMatchObject({ orientation: "Landscape", paperSize: "A4", fitToWidth: 1, printTitleRows: "$1:$3", printTitleColumns: "$A:$B", printArea: "$A$1:$F$10" });
  expect(plan?.protected).toBe(true);
  const expected = planWorkbook().sheets[1];
  expect(costs?.validations).toEqual(expected?.validations);
  expect(costs?.charts.map(({ type, title }) => ({ type, title }))).toEqual([
    { type: "ColumnStacked", title: "Fondens utveckling <tkr>" }, { type: "Line", title: "Summa" },
    { type: "ColumnClustered", title: "Kolumner" }, { type: "BarClustered", title: "Liggande" },
  ]);
  expect(costs?.charts[0]?.series.map(({ name, nameAddress }) => name ?? nameAddress)).toEqual(["'Återföringsplan 2026'!$A$4", "Alla barn"]);
  put(plan ?? emptySheet(""), 3, 2, 5, "#,##0");
  const [before, after] = [await readZip(bytes), await readZip(await saveXlsx(workbook))];
  const changed = [...before.keys()].filter((path) => String(before.get(path)) !== String(after.get(path)));
  expect(changed.sort()).toEqual(["xl/workbook.xml", "xl/worksheets/sheet1.xml"]);
  // It has no theme; a new chart needs one for its colours.
  plan?.charts.push({ ...(costs?.charts[0] as Chart), id: "9" });
  expect([...(await readZip(await saveXlsx(workbook))).keys()].filter((path) => !before.has(path)).sort()).toEqual(["xl/charts/chart5.xml", "xl/drawings/_rels/drawing2.xml.rels", "xl/drawings/drawing2.xml", "xl/theme/theme1.xml", "xl/worksheets/_rels/sheet1.xml.rels"]);
});

test("a table grows, gets columns and loses its totals without losing what its part holds", async () => {
  const workbook = await loadXlsx(await saveXlsx(planWorkbook()));
  const source = workbook.source as { parts: Map<string, Uint8Array> };
  const path = "xl/tables/table1.xml";
  const xml = new TextDecoder().decode(source.parts.get(path));
  source.parts.set(path, new TextEncoder().encode(xml.replace('<tableColumn id="2" name="Nämnd"/>', '<tableColumn id="2" name="Nämnd" dataDxfId="3"><calculatedColumnFormula>1+1</calculatedColumnFormula></tableColumn>')));
  const costs = workbook.sheets[1] ?? emptySheet("");
  const [table] = costs.tables;
  if (!table) throw new Error("the plan has a table");
  Object.assign(table, { area: { row: 0, column: 0, rows: 9, columns: 5 }, showTotals: false, name: "Kostnader2", style: "TableStyleLight1", showBandedColumns: true });
  put(costs, 0, 4, 2028);
  const bytes = await saveXlsx(workbook);
  const now = await part(bytes, path);
  expect(now).toContain('<tableColumn id="2" name="Nämnd" dataDxfId="3"><calculatedColumnFormula>1+1</calculatedColumnFormula></tableColumn>');
  expect(now).toContain('<tableColumn id="5" name="2028"/>');
  expect(now).toContain('<autoFilter ref="A1:E9"/>');
  const again = (await loadXlsx(bytes)).sheets[1];
  expect(again?.tables).toEqual([table]);
  // A table's header is a text, as Excel makes it.
  expect(content(again, 0, 4)).toBe("2028");
});

test("drop-downs that Excel keeps in its extension list are read, kept, and taken away", async () => {
  const x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
  const rule = (column: string) => `<x14:dataValidation type="list" allowBlank="1" showErrorMessage="1"><x14:formula1><xm:f>Listor!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>${column}2:${column}9 ${column}20</xm:sqref></x14:dataValidation>`;
  const sheet = `<worksheet ${main}><sheetData/><extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="${x14}"><x14:dataValidations count="2" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">${rule("A")}${rule("B")}</x14:dataValidations></ext><ext uri="{annat}"/></extLst></worksheet>`;
  const workbook = await loadXlsx(await fileWith(sheet));
  const { validations } = first(workbook);
  expect(validations).toHaveLength(4);
  expect(validations[1]).toEqual({ area: { row: 19, column: 0, rows: 1, columns: 1 }, rule: { list: { inCellDropDown: true, source: "=Listor!$A$1:$A$3" } } });
  first(workbook).validations = validations.slice(2);
  const xml = await part(await saveXlsx(workbook), "xl/worksheets/sheet1.xml");
  expect(xml).toContain(rule("B"));
  expect(xml).not.toContain("A2:A9");
  expect(xml).toContain('<x14:dataValidations count="1"');
  first(workbook).validations = [];
  const without = await part(await saveXlsx(workbook), "xl/worksheets/sheet1.xml");
  expect(without).toContain('<extLst><ext uri="{annat}"/></extLst>');
});

test("the settings of protection, and a password that the file had, stay", async () => {
  const sheet = emptySheet("Blad1");
  Object.assign(sheet, { protected: true, protectionOptions: { allowFormatColumns: true, allowEditObjects: true, selectionMode: "Unlocked" } });
  expect(first(await loadXlsx(await saveXlsx(workbookOf(sheet))))).toMatchObject({ protected: true, protectionOptions: { allowFormatColumns: true, allowEditObjects: true, selectionMode: "Unlocked" } });
  const locked = `<worksheet ${main}><sheetData/><sheetProtection algorithmName="SHA-512" hashValue="x" saltValue="y" spinCount="100000" sheet="1" objects="1" scenarios="1"/></worksheet>`;
  const workbook = await loadXlsx(await fileWith(locked));
  put(first(workbook), 0, 0, 1);
  expect(await part(await saveXlsx(workbook), "xl/worksheets/sheet1.xml")).toContain('hashValue="x" saltValue="y"');
});

test.each<[string, () => Promise<Uint8Array>, XlsxError["code"]]>([
  ["text", async () => new TextEncoder().encode("namn;belopp\nA;1\n"), "notZip"],
  ["nothing", async () => new Uint8Array(), "notZip"],
  ["another zip", () => writeZip(new Map([["a.txt", new Uint8Array(3)]])), "notZip"],
  ["an old .xls", async () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), "oldFormat"],
  ["a password", () => writeXlsx({ sheets: [{ name: "Blad1" }], encryption: { password: "x", spinCount: 1 } }), "encrypted"],
  ["half a file", async () => (await saveXlsx(planWorkbook())).slice(0, 4000), "notZip"],
  ["broken XML", () => fileWith("<worksheet><sheetData></worksheet>"), "damaged"],
  ["a damaged part", async () => (await saveXlsx(planWorkbook())).map((byte, at) => (at > 2000 && at < 2300 ? 0 : byte)), "damaged"],
])("%s instead of a workbook is refused with a sentence", async (_, bytes, code) => {
  const refusal: unknown = await loadXlsx(await bytes()).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(XlsxError);
  expect(refusal).toMatchObject({ code, message: expect.stringMatching(/^[A-ZÅÄÖ].*\.$/) as unknown });
});
