import { formatAddress, tryParseAddress } from "./address";
import { cellAt } from "./cells";
import { HostError } from "./errors";
import type { Area, Chart, ChartSeries, Sheet } from "./model";
import { columnWidth, leftOf, rowHeight, topOf } from "./measures";
import type { Book } from "./workbook";

type SeriesBy = "Auto" | "Rows" | "Columns";

/** Where a chart's series are in its source: a heading row and a heading column are found as Excel finds them. */
export function seriesOf(book: Book, sheet: Sheet, source: Area, seriesBy: SeriesBy): { series: ChartSeries[]; plotBy: string } {
  const isLabel = (row: number, column: number) => {
    const value = book.calculation.value(sheet, row, column, cellAt(sheet, row, column));
    return typeof value === "string";
  };
  // The corner may be blank. One that is no label tells, and the rest are not computed for it.
  const after = (count: number) => Array.from({ length: count - 1 }, (_, index) => index + 1);
  const hasHeader = source.rows > 1 && after(source.columns).every((index) => isLabel(source.row, source.column + index));
  const hasLabels = source.columns > 1 && after(source.rows).every((index) => isLabel(source.row + index, source.column));
  const top = hasHeader ? 1 : 0;
  const left = hasLabels ? 1 : 0;
  const body = { row: source.row + top, column: source.column + left, rows: source.rows - top, columns: source.columns - left };
  const byColumns = seriesBy === "Columns" || (seriesBy === "Auto" && body.rows >= body.columns);
  const at = (area: Area) => formatAddress(sheet.name, area, true);
  const count = byColumns ? body.columns : body.rows;
  const series = Array.from({ length: count }, (_, index): ChartSeries => {
    const values = byColumns ? { ...body, column: body.column + index, columns: 1 } : { ...body, row: body.row + index, rows: 1 };
    const name = byColumns ? { ...values, row: source.row, rows: 1 } : { ...values, column: source.column, columns: 1 };
    const categories = byColumns ? { ...body, column: source.column, columns: 1 } : { ...body, row: source.row, rows: 1 };
    return {
      valuesAddress: at(values),
      ...((byColumns ? hasHeader : hasLabels) ? { nameAddress: at(name) } : {}),
      ...((byColumns ? hasLabels : hasHeader) ? { categoriesAddress: at(categories) } : {}),
    };
  });
  return { series, plotBy: byColumns ? "Columns" : "Rows" };
}

/** Adds a chart over the source, with Excel's name, place and size. */
export function addChart(book: Book, sheet: Sheet, type: string, source: { sheet: Sheet; area: Area }, seriesBy: SeriesBy): Chart {
  book.requireUnprotected(sheet);
  const { series, plotBy } = seriesOf(book, source.sheet, source.area, seriesBy);
  let number = 1;
  while (sheet.charts.some(({ name }) => name === `Diagram ${number}`)) number++;
  const chart: Chart = { id: book.newId(), name: `Diagram ${number}`, type, title: "", series, plotBy, left: 180, top: 60, width: 360, height: 216, legend: series.length > 1, legendPosition: "Right" };
  sheet.charts.push(chart);
  return chart;
}

/** What a series is called: its own name, or what its heading cell shows. */
export function seriesName(book: Book, series: ChartSeries, index: number): string {
  if (series.name !== undefined) return series.name;
  const parsed = series.nameAddress === undefined ? undefined : tryParseAddress(series.nameAddress);
  const sheet = parsed?.sheet === undefined ? undefined : book.findSheet(parsed.sheet);
  if (!parsed || !sheet) return `Serie${index + 1}`;
  return String(book.calculation.value(sheet, parsed.area.row, parsed.area.column));
}

/** The title that shows: the one given, else the only series' name, as Excel has it. */
export function chartTitle(book: Book, chart: Chart): string {
  const [only, ...more] = chart.series;
  if (chart.title !== "") return chart.title;
  return only && more.length === 0 ? seriesName(book, only, 0) : "Diagramrubrik";
}

/** Lays the chart over the cells from the first to the last. */
export function positionChart(chart: Chart, sheet: Sheet, from: Area, to: Area): void {
  const last = { row: to.row + to.rows - 1, column: to.column + to.columns - 1 };
  chart.left = leftOf(sheet, from.column);
  chart.top = topOf(sheet, from.row);
  chart.width = leftOf(sheet, last.column) + columnWidth(sheet, last.column) - chart.left;
  chart.height = topOf(sheet, last.row) + rowHeight(sheet, last.row) - chart.top;
  if (chart.width <= 0 || chart.height <= 0) throw new HostError("InvalidArgument", "The chart's last cell lies before its first.");
}

