import { accent, areaAddress, sheetStyles, type SheetArea, type SheetChart, type SheetLayout } from "../../report";
import type { Work } from "../../planning/work";
import { bytesOf, type Step } from "./steps";
import { textAreas, writable, type SheetNames } from "./contents";
import { markerFormula, markerName } from "./marker";

/** About how many bytes a property takes in a request, with the path to its object. */
const propertyBytes = 450;
/** The largest block of rows that goes as one piece. */
const blockBytes = 400_000;
/** Excel's column widths here are points; a character of the default font is 7 pixels, and a column has 5 of margin. */
const pointsOfCharacters = (characters: number) => (characters * 7 + 5) * 0.75;
/** Centimetres. */
const margins = { top: 2, bottom: 1.8, left: 1.5, right: 1.5, header: 0.9, footer: 0.9 };

/** Excel takes one value for a whole range; its types only know arrays. */
const forAll = (format: string) => format as unknown as string[][];

function applyStyle(range: Excel.Range, { style, area }: SheetLayout["styles"][number]): void {
  const { bold, italic, fontSize, fontColor, fill, horizontalAlignment, verticalAlignment, wrapText, borders = [] } = sheetStyles[style];
  const { format } = range;
  if (bold !== undefined) format.font.bold = bold;
  if (italic !== undefined) format.font.italic = italic;
  if (fontSize !== undefined) format.font.size = fontSize;
  if (fontColor !== undefined) format.font.color = fontColor;
  if (fill !== undefined) format.fill.color = fill;
  if (horizontalAlignment !== undefined) format.horizontalAlignment = horizontalAlignment;
  if (verticalAlignment !== undefined) format.verticalAlignment = verticalAlignment;
  if (wrapText !== undefined) format.wrapText = wrapText;
  for (const { edge, style: line, weight, color } of borders) {
    if (edge === "InsideHorizontal" && area.rows === 1) continue;
    const border = format.borders.getItem(edge);
    border.style = line;
    border.weight = weight;
    border.color = color;
  }
}

function styleBytes({ style, area }: SheetLayout["styles"][number]): number {
  const { borders = [], ...properties } = sheetStyles[style];
  return (Object.keys(properties).length + 3 * borders.length + 1) * propertyBytes + areaAddress(area).length;
}

function addChart(sheet: Excel.Worksheet, chart: SheetChart, layout: SheetLayout): void {
  const range = (area: SheetArea) => sheet.getRange(areaAddress(area));
  const [first, ...others] = chart.series;
  if (first === undefined) return;
  const drawn = sheet.charts.add(chart.type, range(first.values), "Columns");
  drawn.title.text = chart.title;
  drawn.legend.visible = true;
  drawn.legend.position = "Bottom";
  const nameOf = ({ row, column }: SheetArea) => String(layout.cells[row]?.[column] ?? "");
  const series = [drawn.series.getItemAt(0), ...others.map(({ name }) => drawn.series.add(nameOf(name)))];
  chart.series.forEach(({ name, values, color }, index) => {
    const one = series[index];
    if (one === undefined) return;
    one.name = nameOf(name);
    one.setValues(range(values));
    one.setXAxisValues(range(chart.categories));
    one.format.fill.setSolidColor(color);
  });
  const { row, column, rows, columns } = chart.place;
  drawn.setPosition(areaAddress({ row, column, rows: 1, columns: 1 }), areaAddress({ row: row + rows - 1, column: column + columns - 1, rows: 1, columns: 1 }));
}

function applyPage(sheet: Excel.Worksheet, { page }: SheetLayout): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = page.orientation;
  pageLayout.paperSize = "A4";
  pageLayout.zoom = page.onePage ? { horizontalFitToPages: 1, verticalFitToPages: 1 } : { horizontalFitToPages: 1 };
  pageLayout.centerHorizontally = true;
  pageLayout.setPrintMargins("Centimeters", margins);
  if (page.titleRows !== undefined) pageLayout.setPrintTitleRows(page.titleRows);
  if (page.titleColumns !== undefined) pageLayout.setPrintTitleColumns(page.titleColumns);
  const texts = pageLayout.headersFooters.defaultForAllPages;
  texts.leftHeader = page.header.left;
  texts.rightHeader = page.header.right;
  texts.leftFooter = page.footer.left;
  texts.rightFooter = page.footer.right;
}

/** The contents in blocks of rows, each of a measured size. */
function* contentSteps(layout: SheetLayout, names: SheetNames, most: number): Work<Step[]> {
  const steps: Step[] = [];
  const columns = layout.cells[0]?.length ?? 0;
  let block: (string | number)[][] = [];
  let bytes = 0;
  let first = 0;
  const close = () => {
    if (block.length === 0) return;
    const rows = block;
    const address = areaAddress({ row: first, column: 0, rows: rows.length, columns });
    steps.push({ bytes: bytes + propertyBytes, queue: (sheet) => void (sheet.getRange(address).formulas = rows) });
    first += rows.length;
    block = [];
    bytes = 0;
  };
  for (const cells of layout.cells) {
    const row = writable(cells, names);
    block.push(row);
    bytes += bytesOf(row);
    if (bytes >= most) close();
    yield;
  }
  close();
  return steps;
}

/**
 * Everything that makes a sheet out of a layout, in order: first the sheet and its marker, at the end how it looks.
 * @param limit bytes that a request may take
 */
export function* buildSteps(layout: SheetLayout, names: SheetNames, marker: { contents: string; name: string }, limit = 2 * blockBytes): Work<{ begin: Step; steps: Step[] }> {
  const contents = yield* contentSteps(layout, names, Math.min(blockBytes, limit / 2));
  const cells = layout.cells.length * (layout.cells[0]?.length ?? 0);
  const bytesPerCell = Math.max(1, Math.ceil(contents.reduce((sum, { bytes }) => sum + bytes, 0) / Math.max(1, cells)));
  const mark = markerFormula({ kind: layout.kind, fingerprint: layout.fingerprint, bytesPerCell, ...marker });
  const begin: Step = {
    bytes: 4 * propertyBytes,
    queue(sheet) {
      const name = sheet.names.add(markerName, mark);
      name.visible = false;
    },
  };
  const formats = [...layout.numberFormats, ...textAreas(layout.cells).map((area) => ({ format: "@", area }))];
  const steps: Step[] = [
    ...formats.map(({ format, area }): Step => ({
      bytes: 2 * propertyBytes,
      queue: (sheet) => void (sheet.getRange(areaAddress(area)).numberFormat = forAll(format)),
    })),
    ...contents,
    ...layout.styles.map((styled): Step => ({
      bytes: styleBytes(styled),
      queue: (sheet) => applyStyle(sheet.getRange(areaAddress(styled.area)), styled),
    })),
    ...layout.mergedRows.map((area): Step => ({ bytes: 2 * propertyBytes, queue: (sheet) => sheet.getRange(areaAddress(area)).merge(true) })),
    ...layout.columnWidths.map((characters, column): Step => ({
      bytes: 2 * propertyBytes,
      queue: (sheet) => void (sheet.getRange(areaAddress({ row: 0, column, rows: 1, columns: 1 })).format.columnWidth = pointsOfCharacters(characters)),
    })),
    ...layout.hiddenColumns.map((column): Step => ({
      bytes: 2 * propertyBytes,
      queue: (sheet) => void (sheet.getRange(areaAddress({ row: 0, column, rows: 1, columns: 1 })).columnHidden = true),
    })),
    ...layout.fittedRows.map((area): Step => ({ bytes: 2 * propertyBytes, queue: (sheet) => sheet.getRange(areaAddress(area)).format.autofitRows() })),
    ...layout.rowHeights.map(({ row, rows, height }): Step => ({
      bytes: 2 * propertyBytes,
      queue: (sheet) => void (sheet.getRange(areaAddress({ row, column: 0, rows, columns: 1 })).format.rowHeight = height),
    })),
    ...layout.charts.map((chart): Step => ({ bytes: 20 * propertyBytes, queue: (sheet) => addChart(sheet, chart, layout) })),
    ...(layout.page.rowBreaks ?? []).map((row): Step => ({ bytes: 2 * propertyBytes, queue: (sheet) => void sheet.horizontalPageBreaks.add(areaAddress({ row, column: 0, rows: 1, columns: 1 })) })),
    {
      bytes: 20 * propertyBytes,
      queue(sheet) {
        sheet.showGridlines = false;
        sheet.tabColor = accent;
        const { rows, columns } = layout.frozen;
        if (rows + columns > 0) sheet.freezePanes.freezeAt(sheet.getRange(areaAddress({ row: 0, column: 0, rows, columns })));
        applyPage(sheet, layout);
        if (layout.protected) sheet.protection.protect();
      },
    },
  ];
  return { begin, steps };
}
