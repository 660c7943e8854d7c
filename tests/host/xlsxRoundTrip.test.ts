import fc from "fast-check";
import { readXlsx } from "hucre/xlsx";
import type { Border, Cell, CellFormat, Sheet, Workbook } from "../../workbench/host/model";
import { loadXlsx, saveXlsx } from "../../workbench/host/xlsx";
import { emptySheet, plain, planWorkbook, put, workbookOf } from "./xlsxSamples";

const byText = <T>(items: readonly T[]) => [...items].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** Without the ids of sheets, tables and charts, which are the file's own, and with sets in one order. */
function withoutIds(workbook: Workbook) {
  return {
    ...plain(workbook),
    names: byText(workbook.names),
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      id: "",
      names: byText(sheet.names),
      validations: byText(sheet.validations),
      merges: byText(sheet.merges),
      cells: [...sheet.cells].sort(([a], [b]) => a - b).map(([row, cells]) => [row, [...cells].sort(([a], [b]) => a - b)]),
      columnWidths: [...sheet.columnWidths].sort(([a], [b]) => a - b),
      rowHeights: [...sheet.rowHeights].sort(([a], [b]) => a - b),
      hiddenRows: [...sheet.hiddenRows].sort((a, b) => a - b),
      hiddenColumns: [...sheet.hiddenColumns].sort((a, b) => a - b),
      tables: sheet.tables.map((table) => ({ ...table, id: "" })),
      charts: sheet.charts.map((chart) => ({ ...chart, id: "" })),
    })),
  };
}

test("a plan comes back as it was saved", async () => {
  const workbook = planWorkbook();
  const loaded = await loadXlsx(await saveXlsx(workbook));
  expect(withoutIds(loaded)).toEqual(withoutIds(workbook));
});

test("a loaded plan is saved again as the very same parts", async () => {
  const first = await saveXlsx(planWorkbook());
  expect(await saveXlsx(await loadXlsx(first))).toEqual(first);
});

test("another program's reader finds the same cells, rules and page", async () => {
  const file = await readXlsx(await saveXlsx(planWorkbook(), (_, row) => (row === 5 ? 304052 : undefined)), { readStyles: true });
  const [plan, costs] = file.sheets;
  expect(plan?.rows[3]).toEqual(["Servicetrainee", "Socialnämnden", 102026, 102027, 102028, 102029]);
  expect(plan?.cells?.get("5,2")).toMatchObject({ formula: "SUM(C4:C5)", formulaResult: 304052, style: { numFmt: '#,##0 "kr";[Red]-#,##0 "kr"', font: { bold: true } } });
  expect(plan?.cells?.get("2,0")?.style).toMatchObject({ fill: { fgColor: { rgb: "1F4E79" } }, alignment: { horizontal: "center", vertical: "center", wrapText: true } });
  expect(plan?.freezePane).toEqual({ rows: 3, columns: 2 });
  expect(plan?.pageSetup).toMatchObject({ paperSize: "a4", orientation: "landscape", fitToWidth: 1, fitToHeight: 0 });
  expect(costs?.dataValidations).toHaveLength(7);
  expect(costs?.tables?.[0]).toMatchObject({ name: "Kostnader_tabell", range: "A1:D3", columns: [{ name: "Projekt" }, { name: "Nämnd" }, { name: "2026" }, { name: "2027" }] });
  expect(file.activeSheet).toBe(1);
});

const color = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).toUpperCase().padStart(6, "0")}`);
const notBlack = color.filter((code) => code !== "#000000");
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const border: fc.Arbitrary<Border> = fc.oneof(
  fc.record({ style: fc.constant("Continuous"), weight: fc.constantFrom("Hairline", "Thin", "Medium", "Thick"), color }),
  fc.record({ style: fc.constant("Double"), weight: fc.constant("Thick"), color }),
  fc.record({ style: fc.constantFrom("Dash", "DashDot", "DashDotDot"), weight: fc.constantFrom("Thin", "Medium"), color }),
);
const format: fc.Arbitrary<CellFormat> = fc
  .record({
    fill: some(color), fontColor: some(notBlack), fontName: some(fc.constantFrom("Arial", "Times New Roman")), fontSize: some(fc.constantFrom(8, 10.5, 20)),
    bold: some(fc.constant(true)), italic: some(fc.constant(true)), strikethrough: some(fc.constant(true)), underline: some(fc.constantFrom("Single", "Double", "SingleAccountant")),
    horizontalAlignment: some(fc.constantFrom("Left", "Right", "CenterAcrossSelection")), verticalAlignment: some(fc.constantFrom("Top", "Center")),
    wrapText: some(fc.constant(true)), textOrientation: some(fc.constantFrom(-45, 90, 180)), locked: some(fc.constant(false)), formulaHidden: some(fc.constant(true)),
    borders: some(fc.dictionary(fc.constantFrom("EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"), border, { minKeys: 1, noNullPrototype: true })),
  })
  .map(trimmed);
const text = fc.string({ unit: "binary", minLength: 1, maxLength: 20 }).map((raw) => raw.replace(/\p{Surrogate}/gu, "")).filter((each) => each !== "" && !/^#/.test(each));
const cell: fc.Arbitrary<Cell> = fc
  .record({
    value: fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0), fc.boolean(), fc.constantFrom("#N/A", "#DIV/0!", "=1+1", "_x0041_", " å ")),
    formula: some(fc.constantFrom("=SUM(A1:B2)", '=IF(A1>0,"a<b",\'Blad å\'!A1)', "=XLOOKUP(A1,B:B,C:C)", "=Tabell1[[#This Row],[Kr]]*2")),
    numberFormat: some(fc.constantFrom("0.00", "#,##0", "m/d/yyyy", "yyyy-mm-dd", '0 "kr & mer"')),
    format: some(format),
  })
  .map(({ value, formula, ...looks }) => trimmed({ ...(formula === undefined ? { value } : { formula }), ...looks }));
const rowNumber = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constant(1048575));
const columnNumber = fc.oneof(fc.integer({ min: 0, max: 8 }), fc.constant(16383));
const area = fc.record({ row: fc.integer({ min: 0, max: 50 }), column: fc.integer({ min: 0, max: 50 }), rows: fc.integer({ min: 1, max: 9 }), columns: fc.integer({ min: 1, max: 9 }) });
const rule: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  fc.record({ list: fc.record({ inCellDropDown: fc.boolean(), source: fc.constantFrom("A,B", "=Namn", '5 "kr",å') }) }),
  fc.record({ decimal: fc.record({ formula1: fc.integer(), formula2: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((number) => number + 0), operator: fc.constantFrom("Between", "NotBetween") }) }),
  fc.record({ wholeNumber: fc.record({ formula1: fc.constantFrom("=$A$1", "=SUM(A:A)"), operator: fc.constantFrom("EqualTo", "LessThan", "GreaterThanOrEqualTo") }) }),
  fc.record({ custom: fc.record({ formula: fc.constantFrom("=A1<>\"\"", "=ISTEXT(A1)") }) }),
);
const page = fc
  .record({
    orientation: fc.constantFrom("Portrait" as const, "Landscape" as const), paperSize: some(fc.constantFrom("A4", "A3", "Letter")), fitToWidth: some(fc.integer({ min: 1, max: 9 })), fitToHeight: some(fc.integer({ min: 1, max: 9 })),
    printTitleRows: some(fc.constant("$1:$3")), printTitleColumns: some(fc.constant("$A:$B")), printArea: some(fc.constantFrom("$A$1:$C$9", "$A$1:$B$2,$D$1:$E$2")), centerHorizontally: some(fc.constant(true)),
    centerVertically: some(fc.constant(true)), printGridlines: some(fc.constant(true)), firstPageNumber: some(fc.integer({ min: 1, max: 9 })), printOrder: some(fc.constant("OverThenDown")), rowBreaks: some(fc.constantFrom<number[]>([3], [1, 40, 1000])),
    header: some(fc.constant({ left: "A && B", center: '&"Arial,Bold"&12X', right: "&D" })), footer: some(fc.constant({ left: "", center: "Sida &P <&N>", right: "" })),
    margins: some(fc.record({ left: fc.integer({ min: 0, max: 49 }), header: fc.constant(28.346457) })),
  })
  .map(trimmed);
const sheetName = fc.constantFrom("Blad1", "Återföringsplan 2026", "O'Brien & Co", "A1", "<x>", "2026");
const sheet: fc.Arbitrary<Sheet> = fc
  .record({
    name: sheetName,
    cells: fc.array(fc.tuple(rowNumber, columnNumber, cell), { maxLength: 25 }),
    columnWidths: fc.array(fc.tuple(columnNumber, fc.integer({ min: 1, max: 2000 }).map((number) => number / 8)), { maxLength: 5 }),
    rowHeights: fc.array(fc.tuple(rowNumber, fc.integer({ min: 1, max: 800 }).map((number) => number / 4)), { maxLength: 5 }),
    hiddenRows: fc.array(rowNumber, { maxLength: 3 }),
    hiddenColumns: fc.array(columnNumber, { maxLength: 3 }),
    visibility: fc.constantFrom("Visible" as const, "Hidden" as const, "VeryHidden" as const),
    tabColor: some(color), showGridlines: fc.boolean(), frozenRows: fc.integer({ min: 0, max: 3 }), frozenColumns: fc.integer({ min: 0, max: 3 }), protected: fc.boolean(),
    merges: fc.uniqueArray(area, { maxLength: 2, selector: JSON.stringify }),
    validations: fc.uniqueArray(fc.record({ area, rule, ignoreBlanks: some(fc.constant(false)), prompt: some(fc.record({ title: fc.constant("Rubrik"), message: fc.constant("Rad 1\nRad 2 & <3>"), showPrompt: fc.boolean() })), errorAlert: some(fc.record({ title: fc.constant(""), message: fc.constant("Nej"), showAlert: fc.boolean(), style: fc.constantFrom("Stop", "Warning", "Information") })) }).map(trimmed), { maxLength: 3, selector: ({ area: of }) => JSON.stringify(of) }),
    customProperties: fc.array(fc.tuple(fc.constantFrom("a", "å b", "sif.plan"), fc.string({ unit: "binary" })), { maxLength: 3 }),
    names: fc.uniqueArray(fc.record({ name: fc.constantFrom("Lokalt", "Ärende_1"), formula: fc.constantFrom("=Blad1!$A$1", "=1+1"), visible: fc.boolean() }), { maxLength: 2, selector: ({ name }) => name }),
    page,
  })
  .map(({ cells, columnWidths, rowHeights, hiddenRows, hiddenColumns, customProperties, name, tabColor, ...rest }) => {
    const made: Sheet = { ...emptySheet(name), ...rest, ...(tabColor === undefined ? {} : { tabColor }) };
    for (const [row, column, content] of cells) made.cells.set(row, (made.cells.get(row) ?? new Map<number, Cell>()).set(column, content));
    return Object.assign(made, { columnWidths: new Map(columnWidths), rowHeights: new Map(rowHeights), hiddenRows: new Set(hiddenRows), hiddenColumns: new Set(hiddenColumns), customProperties: new Map(customProperties) });
  });
const workbook: fc.Arbitrary<Workbook> = fc
  .record({
    sheets: fc.uniqueArray(sheet, { minLength: 1, maxLength: 3, selector: ({ name }) => name }),
    names: fc.uniqueArray(fc.record({ name: fc.constantFrom("Globalt", "_dold"), formula: fc.constantFrom("=Blad1!$A$1:$B$9", '="a,b"'), visible: fc.boolean(), comment: fc.constant("Om < den") }), { maxLength: 2, selector: ({ name }) => name }),
    structureProtected: fc.boolean(),
    active: fc.nat(),
    selection: area,
  })
  .map(({ sheets, active, ...rest }) => ({ ...rest, sheets, activeSheet: active % sheets.length }));

function trimmed<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

test("any workbook comes back as it was saved", async () => {
  await fc.assert(
    fc.asyncProperty(workbook, async (made) => {
      const loaded = await loadXlsx(await saveXlsx(made));
      expect(withoutIds(loaded)).toEqual(withoutIds(made));
    }),
    { numRuns: 100 },
  );
}, 60_000);

test("any change to any opened workbook is saved, and nothing else", async () => {
  await fc.assert(
    fc.asyncProperty(workbook, workbook, async (before, after) => {
      const opened = await loadXlsx(await saveXlsx(before));
      // The second workbook's content on the first one's sheets, those without a counterpart deleted or added.
      const sheets = after.sheets.map((made, index) => ({ ...made, id: opened.sheets[index]?.id ?? made.id }));
      const changed: Workbook = { ...after, sheets, source: opened.source };
      expect(withoutIds(await loadXlsx(await saveXlsx(changed)))).toEqual(withoutIds(changed));
    }),
    { numRuns: 60 },
  );
}, 60_000);

test("what is computed is stored, errors as errors", async () => {
  const sheet = emptySheet("Blad1");
  ["=1/3", '="a <b>"', "=1/0", "=TRUE", "=SEQUENCE(2)"].forEach((formula, column) => put(sheet, 0, column, formula));
  const results = [1 / 3, "a <b>", "#DIV/0!", true, "#SPILL!"];
  const bytes = await saveXlsx(workbookOf(sheet), (name, row, column) => (name === "Blad1" && row === 0 ? results[column] : undefined));
  const { cells } = (await readXlsx(bytes)).sheets[0] ?? {};
  expect([0, 1, 2, 3, 4].map((column) => cells?.get(`0,${column}`)).map((cell) => cell?.formulaResult ?? cell?.value)).toEqual([1 / 3, "a <b>", "#DIV/0!", true, "#VALUE!"]);
  expect(cells?.get("0,4")?.formula).toBe("_xlfn.SEQUENCE(2)");
});
