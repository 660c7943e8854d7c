import { writeXlsx } from "hucre/xlsx";
import { loadXlsx, saveXlsx } from "../../workbench/host/xlsx";
import { readZip, writeZip } from "../../workbench/host/xlsx/zip";
import { content, emptySheet, put } from "./xlsxSamples";

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const bytesOf = (xml: string) => new TextEncoder().encode(xml);
const relationship = (id: string, kind: string, target: string, mode = "") =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"${mode}/>`;
const pixel = Uint8Array.from(atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="), (sign) => sign.charCodeAt(0));

/**
 * A workbook with much that the model does not know. hucre writes what it can; what Excel writes beside that
 * (custom XML, external links, slicers, printer settings, threaded comments, a form of conditional formats
 * in the extension list, named cell styles, a chart sheet, the order of calculation) is put in by hand.
 */
async function foreignFile(): Promise<Uint8Array> {
  const parts = await readZip(
    await writeXlsx({
      properties: { title: "Budget 2026", creator: "Ekonomikontoret", custom: { Diarienummer: "KS 2026/12" } },
      vbaProject: bytesOf("not really a macro"),
      sheets: [
        {
          name: "Budget",
          rows: [["Nämnd", "År", "Kr"], ["Social", 2026, 100], ["Utbildning", 2026, 250.5], ["Summa", null, null]],
          cells: new Map([
            ["0,0", { value: "Nämnd", comment: { author: "Eva", text: "Ange nämnd" }, style: { alignment: { textRotation: 45, readingOrder: "rtl" }, font: { strikethrough: true, vertAlign: "superscript" } } }],
            ["1,0", { value: "Social", hyperlink: { target: "https://example.com/a?b=1&c=2" }, richText: [{ text: "So", font: { bold: true } }, { text: "cial" }] }],
            ["3,2", { formula: "SUM(C2:C3)", formulaResult: 350.5 }],
          ]),
          conditionalRules: [{ type: "cellIs", operator: "greaterThan", formula: "200", range: "C2:C3", priority: 1, style: { font: { color: { rgb: "FFC00000" } } } }],
          images: [{ data: pixel, type: "png", anchor: { from: { row: 6, col: 0 }, to: { row: 8, col: 1 } } }],
          sparklines: [{ location: "D2", dataRange: "Budget!C2:C3" }],
          autoFilter: { range: "A1:C3" },
          rowBreaks: [3],
        },
        { name: "Pivot", rows: [["x"]], pivotTables: [{ name: "P1", sourceSheet: "Budget", sourceRange: "A1:C3", rows: ["Nämnd"], values: [{ field: "Kr", function: "sum" }], targetCell: "B3" }] },
        { name: "Anteckningar", rows: [["Fri text", 1], ["Mer", 2]] },
      ],
    }),
  );
  const edit = (path: string, change: (xml: string) => string) => parts.set(path, bytesOf(change(text(parts.get(path)))));
  const add = (path: string, body: string, type?: string) => {
    parts.set(path, bytesOf(body));
    if (type) edit("[Content_Types].xml", (xml) => xml.replace("</Types>", `<Override PartName="/${path}" ContentType="${type}"/></Types>`));
  };
  const ss = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  add("customXml/item1.xml", "<plan xmlns='urn:x'>1</plan>");
  add("xl/externalLinks/externalLink1.xml", '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>', `${ss}.externalLink+xml`);
  add("xl/slicerCaches/slicerCache1.xml", '<slicerCacheDefinition name="S" sourceName="Kr"/>', "application/vnd.ms-excel.slicerCache+xml");
  add("xl/slicers/slicer1.xml", '<slicers><slicer name="S" cache="S"/></slicers>', "application/vnd.ms-excel.slicer+xml");
  add("xl/printerSettings/printerSettings1.bin", "\u0001printer", `${ss}.printerSettings`);
  add("xl/threadedComments/threadedComment1.xml", "<ThreadedComments/>", "application/vnd.ms-excel.threadedcomments+xml");
  add("xl/persons/person.xml", "<personList/>", "application/vnd.ms-excel.person+xml");
  add("xl/calcChain.xml", '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="C4" i="1"/></calcChain>', `${ss}.calcChain+xml`);
  add("xl/chartsheets/sheet1.xml", '<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"/></sheetViews></chartsheet>', `${ss}.chartsheet+xml`);
  edit("xl/_rels/workbook.xml.rels", (xml) =>
    xml.replace(
      "</Relationships>",
      relationship("rIdA", "externalLink", "externalLinks/externalLink1.xml") + relationship("rIdB", "calcChain", "calcChain.xml") + relationship("rIdC", "customXml", "../customXml/item1.xml") +
        relationship("rIdD", "chartsheet", "chartsheets/sheet1.xml") + relationship("rIdE", "slicerCache", "slicerCaches/slicerCache1.xml") + relationship("rIdF", "person", "persons/person.xml") + "</Relationships>",
    ),
  );
  edit("xl/worksheets/_rels/sheet1.xml.rels", (xml) =>
    xml.replace("</Relationships>", relationship("rIdP", "printerSettings", "../printerSettings/printerSettings1.bin") + relationship("rIdS", "slicer", "../slicers/slicer1.xml") + relationship("rIdT", "threadedComment", "../threadedComments/threadedComment1.xml") + "</Relationships>"),
  );
  edit("xl/worksheets/sheet1.xml", (xml) => xml.replace(/<pageMargins[^>]*>/, '$&<pageSetup paperSize="9" orientation="portrait" r:id="rIdP"/>').replace("<sheetView ", '<sheetView tabSelected="1" ').replace("<sheetFormatPr", '<sheetFormatPr x14ac:dyDescent="0.25" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"'));
  edit("xl/workbook.xml", (xml) =>
    xml
      .replace("</sheets>", '<sheet name="Diagram1" sheetId="9" r:id="rIdD"/></sheets><externalReferences><externalReference r:id="rIdA"/></externalReferences>')
      .replace(/<definedNames>|(?=<calcPr)/, '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Budget!$A$1:$C$3</definedName>')
      .replace("<calcPr", "</definedNames><calcPr"),
  );
  edit("xl/styles.xml", (xml) => xml.replace("</cellStyles>", '<cellStyle name="Bra" xfId="0" builtinId="26"/></cellStyles>'));
  return writeZip(parts);
}

/** The parts that any change touches: the lists of sheets, of parts, of looks and of texts. */
const lists = ["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml"];

async function partsOf(bytes: Uint8Array): Promise<Record<string, string>> {
  return Object.fromEntries([...(await readZip(bytes))].map(([path, body]) => [path, text(body)]));
}

test("a workbook that nobody has changed is saved as the same parts", async () => {
  const file = await foreignFile();
  expect(await partsOf(await saveXlsx(await loadXlsx(file)))).toEqual(await partsOf(file));
});

test("sheets and parts that nobody has changed stay as they are when a sheet is added", async () => {
  const file = await foreignFile();
  const workbook = await loadXlsx(file);
  const plan = emptySheet("Återföringsplan");
  put(plan, 0, 0, "Plan", undefined, { bold: true });
  put(plan, 1, 0, "=Budget!C4");
  workbook.sheets.splice(1, 0, plan);
  workbook.activeSheet = 1;
  const [before, after] = [await partsOf(file), await partsOf(await saveXlsx(workbook, () => 350.5))];
  const untouched = Object.keys(before).filter((path) => !lists.includes(path) && path !== "xl/calcChain.xml");
  expect(untouched.filter((path) => after[path] !== before[path])).toEqual(["xl/worksheets/sheet1.xml"]);
  // The sheet that was chosen before is no longer: else Excel would edit both at once.
  expect(after["xl/worksheets/sheet1.xml"]).toBe(before["xl/worksheets/sheet1.xml"]?.replace('tabSelected="1" ', ""));
  expect(Object.keys(after).filter((path) => !(path in before))).toEqual(["xl/worksheets/sheet4.xml"]);
  expect(after["xl/workbook.xml"]).toMatch(/<sheet name="Budget"[^>]*\/><sheet name="Återföringsplan" sheetId="10" [^>]*\/><sheet name="Pivot"[^>]*\/><sheet name="Diagram1"[^>]*\/><sheet name="Anteckningar"/);
  expect(after["xl/workbook.xml"]).toContain('<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">');
  expect(after["xl/workbook.xml"]).toContain("<externalReference ");
  expect(after["xl/workbook.xml"]).toMatch(/fullCalcOnLoad="1"/);
  expect(after["xl/_rels/workbook.xml.rels"]).not.toContain("calcChain");
  expect(after["[Content_Types].xml"]).not.toContain("calcChain");
  expect(after["xl/styles.xml"]).toContain('<cellStyle name="Bra"');
  expect(after["xl/styles.xml"]).toContain('readingOrder="2"');
});

test("names of sheets follow their sheets, also those that the model leaves out", async () => {
  const workbook = await loadXlsx(await foreignFile());
  workbook.sheets[0]?.names.push({ name: "Lokalt", formula: "=Budget!$A$1", visible: true });
  const named = await loadXlsx(await saveXlsx(workbook));
  named.sheets.reverse();
  const moved = (await partsOf(await saveXlsx(named)))["xl/workbook.xml"] ?? "";
  expect([...moved.matchAll(/<sheet name="(\w+)"/g)].map(([, name]) => name)).toEqual(["Anteckningar", "Pivot", "Budget", "Diagram1"]);
  expect([...moved.matchAll(/<definedName name="([\w.]+)" localSheetId="(\d)"/g)].map(([, name, place]) => [name, place])).toEqual([["_xlnm._FilterDatabase", "2"], ["Lokalt", "2"]]);
  named.sheets.splice(2, 1);
  expect((await partsOf(await saveXlsx(named)))["xl/workbook.xml"]).not.toContain("definedName");
});

test("on a sheet that is changed, all that the model does not know stays", async () => {
  const file = await foreignFile();
  const workbook = await loadXlsx(file);
  const budget = workbook.sheets[0];
  put(budget ?? emptySheet(""), 2, 2, 300);
  put(budget ?? emptySheet(""), 5, 0, "Ny rad", undefined, { fill: "#FFFF00" });
  budget?.customProperties.set("sif.plan", "1");
  budget?.columnWidths.set(0, 40);
  const [before, after] = [await partsOf(file), await partsOf(await saveXlsx(workbook, () => 400))];
  const xml = after["xl/worksheets/sheet1.xml"] ?? "";
  for (const section of ["conditionalFormatting", "autoFilter", "hyperlinks", "rowBreaks", "drawing", "legacyDrawing", "extLst", "pageSetup", "sheetFormatPr"]) {
    const pattern = new RegExp(`<${section}\\b[\\s\\S]*?(?:</${section}>|/>)`);
    expect([section, pattern.exec(xml)?.[0]]).toEqual([section, pattern.exec(before["xl/worksheets/sheet1.xml"] ?? "")?.[0] ?? "missing before"]);
  }
  // Cells that are not changed are copied, with their rich text and their looks.
  expect(/<c r="A2".*?<\/c>/.exec(xml)?.[0]).toBe(/<c r="A2".*?<\/c>/.exec(before["xl/worksheets/sheet1.xml"] ?? "")?.[0]);
  expect(xml).toContain("<v>300</v>");
  expect(xml).toContain("<f>SUM(C2:C3)</f><v>400</v>");
  for (const path of ["xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml", "xl/comments1.xml", "xl/drawings/drawing1.xml", "xl/drawings/vmlDrawing1.vml", "xl/printerSettings/printerSettings1.bin", "xl/vbaProject.bin", "xl/slicers/slicer1.xml", "xl/threadedComments/threadedComment1.xml"]) {
    expect([path, after[path]]).toEqual([path, before[path] ?? "missing before"]);
  }
  for (const kind of ["comments", "vmlDrawing", "drawing", "printerSettings", "slicer", "threadedComment", "hyperlink", "customProperty"]) {
    expect(after["xl/worksheets/_rels/sheet1.xml.rels"]).toContain(`/${kind}"`);
  }
});

test("a change of looks keeps what the model does not know of the cell's style", async () => {
  const workbook = await loadXlsx(await foreignFile());
  const header = workbook.sheets[0]?.cells.get(0)?.get(0);
  if (header) header.format = { ...header.format, fill: "#00FF00", bold: true };
  const after = await partsOf(await saveXlsx(workbook));
  const style = Number(/<c r="A1"[^>]*s="(\d+)"/.exec(after["xl/worksheets/sheet1.xml"] ?? "")?.[1]);
  const xf = [...(/<cellXfs[\s\S]*<\/cellXfs>/.exec(after["xl/styles.xml"] ?? "")?.[0] ?? "").matchAll(/<xf [\s\S]*?(?:\/>(?!<(?:alignment|protection))|<\/xf>)/g)][style]?.[0] ?? "";
  expect(xf).toContain('readingOrder="2"');
  const font = [...(/<fonts[\s\S]*<\/fonts>/.exec(after["xl/styles.xml"] ?? "")?.[0] ?? "").matchAll(/<font>[\s\S]*?<\/font>/g)][Number(/fontId="(\d+)"/.exec(xf)?.[1])]?.[0] ?? "";
  expect(font).toContain('<vertAlign val="superscript"/>');
  expect(font).toContain("<strike/>");
  expect(font).toContain("<b/>");
});

test("a deleted sheet takes its own parts with it, and nothing else", async () => {
  const workbook = await loadXlsx(await foreignFile());
  workbook.sheets.shift();
  const after = await partsOf(await saveXlsx(workbook));
  for (const gone of ["xl/worksheets/sheet1.xml", "xl/comments1.xml", "xl/drawings/drawing1.xml", "xl/media/image1.png", "xl/slicers/slicer1.xml"]) {
    expect([gone, gone in after, after["[Content_Types].xml"]?.includes(`"/${gone}"`)]).toEqual([gone, false, false]);
  }
  expect(Object.keys(after)).toEqual(expect.arrayContaining(["xl/vbaProject.bin", "customXml/item1.xml", "docProps/custom.xml", "xl/pivotTables/pivotTable1.xml", "xl/slicerCaches/slicerCache1.xml"]));
  expect(after["xl/workbook.xml"]).not.toContain("_FilterDatabase");
  const again = await loadXlsx(await saveXlsx(workbook));
  expect(again.sheets.map(({ name }) => name)).toEqual(["Pivot", "Anteckningar"]);
  expect(content(again.sheets[1], 0, 0)).toBe("Fri text");
});

test("a result that the engine can't compute does not replace Excel's", async () => {
  const after = await partsOf(await saveXlsx(await loadXlsx(await foreignFile()), () => "#NAME?"));
  expect(after["xl/worksheets/sheet1.xml"]).toContain("<v>350.5</v>");
});
