import { formatAddress } from "../address";
import { addChart, chartTitle, positionChart, seriesName, seriesOf } from "../charts";
import { invalidArgument, itemAlreadyExists, itemNotFound } from "../errors";
import type { Chart, ChartSeries, Sheet } from "../model";
import { objectOf, type Argument, type HostObject, type ObjectType, type Property } from "../object";
import type { Book } from "../workbook";
import { flag, instance, integer, number, oneOf, text, textOr } from "./arguments";
import { axesObject } from "./chartAxis";
import { color } from "./format";
import { rangeArgument } from "./range";
import { SheetRange } from "./sheetRange";
import { worksheetObject } from "./worksheet";

/** A chart on its sheet. */
export class SheetChart {
  constructor(
    readonly book: Book,
    private readonly owner: Sheet,
    private readonly own: Chart,
  ) {}

  get sheet(): Sheet {
    void this.chart;
    return this.owner;
  }

  /** The chart; ItemNotFound when it is gone. */
  get chart(): Chart {
    if (!this.book.has(this.owner) || !this.owner.charts.includes(this.own)) throw itemNotFound();
    return this.own;
  }
}

const TYPES = [
  "ColumnClustered", "ColumnStacked", "ColumnStacked100", "BarClustered", "BarStacked", "BarStacked100", "Line", "LineStacked", "LineMarkers",
  "LineMarkersStacked", "Area", "AreaStacked", "AreaStacked100", "Pie", "Doughnut", "XYScatter", "XYScatterLines", "XYScatterLinesNoMarkers", "Waterfall",
] as const;
const LEGENDS = ["Top", "Bottom", "Left", "Right", "Corner", "Custom"] as const;

type Measure = "left" | "top" | "width" | "height";

function measure(key: Measure): Property<SheetChart> {
  return {
    get: ({ chart }) => chart[key],
    set: ({ chart }, value) => {
      if (number(value) < 0) throw invalidArgument();
      chart[key] = number(value);
    },
  };
}

const titleType: ObjectType<SheetChart> = {
  name: "ChartTitle",
  properties: {
    Text: {
      get: ({ book, chart }) => chartTitle(book, chart),
      set: ({ chart }, value) => {
        chart.title = text(value);
        chart.titleVisible = true;
      },
    },
    Visible: { get: ({ chart }) => chart.titleVisible ?? true, set: ({ chart }, value) => (chart.titleVisible = flag(value)) },
  },
};

const legendType: ObjectType<SheetChart> = {
  name: "ChartLegend",
  properties: {
    Visible: { get: ({ chart }) => chart.legend, set: ({ chart }, value) => (chart.legend = flag(value)) },
    Position: { get: ({ chart }) => chart.legendPosition ?? "Right", set: ({ chart }, value) => (chart.legendPosition = oneOf(value, LEGENDS)) },
  },
};

/** A series of a chart. */
class Series {
  constructor(
    readonly owner: SheetChart,
    private readonly own: ChartSeries,
  ) {}

  get series(): ChartSeries {
    if (!this.owner.chart.series.includes(this.own)) throw itemNotFound();
    return this.own;
  }

  get index(): number {
    return this.owner.chart.series.indexOf(this.own);
  }
}

const seriesFillType: ObjectType<Series> = {
  name: "ChartFill",
  methods: {
    SetSolidColor: ({ series }, [value]) => void (series.fillColor = color(value)),
    Clear: ({ series }) => void delete series.fillColor,
  },
};

const seriesLineType: ObjectType<Series> = {
  name: "ChartLineFormat",
  properties: { Color: { get: ({ series }) => series.lineColor ?? "", set: ({ series }, value) => (series.lineColor = color(value)) } },
  methods: { Clear: ({ series }) => void delete series.lineColor },
};

const seriesFormatType: ObjectType<Series> = {
  name: "ChartSeriesFormat",
  objects: { Fill: (series) => objectOf(seriesFillType, series), Line: (series) => objectOf(seriesLineType, series) },
};

function address(value: Argument): string {
  const { sheet, area } = instance(value, SheetRange);
  return formatAddress(sheet.name, area, true);
}

const seriesType: ObjectType<Series> = {
  name: "ChartSeries",
  properties: {
    Name: { get: ({ owner, series, index }) => seriesName(owner.book, series, index), set: ({ series }, value) => (series.name = text(value)) },
    ChartType: { get: ({ owner, series }) => series.type ?? owner.chart.type, set: ({ series }, value) => (series.type = oneOf(value, TYPES)) },
    AxisGroup: { get: ({ series }) => series.axisGroup ?? "Primary", set: ({ series }, value) => (series.axisGroup = oneOf(value, ["Primary", "Secondary"])) },
    HasDataLabels: { get: ({ series }) => series.hasDataLabels ?? false, set: ({ series }, value) => (series.hasDataLabels = flag(value)) },
  },
  objects: { Format: (series) => objectOf(seriesFormatType, series) },
  methods: {
    SetValues: ({ series }, [range]) => void (series.valuesAddress = address(range)),
    SetXAxisValues: ({ series }, [range]) => void (series.categoriesAddress = address(range)),
    Delete: ({ owner, index }) => void owner.chart.series.splice(index, 1),
  },
};

const seriesCollectionType: ObjectType<SheetChart> = {
  name: "ChartSeriesCollection",
  properties: { Count: { get: ({ chart }) => chart.series.length } },
  methods: {
    GetCount: ({ chart }) => chart.series.length,
    GetItemAt: (self, [index]) => {
      const series = self.chart.series[integer(index)];
      if (!series) throw itemNotFound();
      return objectOf(seriesType, new Series(self, series));
    },
    Add: (self, [name, index]) => {
      const series: ChartSeries = { name: textOr(name, "") || undefined, valuesAddress: "" };
      self.chart.series.splice(index === undefined || index === null ? self.chart.series.length : integer(index), 0, series);
      return objectOf(seriesType, new Series(self, series));
    },
  },
  items: (self) => self.chart.series.map((series) => objectOf(seriesType, new Series(self, series))),
};

const chartType: ObjectType<SheetChart> = {
  name: "Chart",
  properties: {
    Id: { get: ({ chart }) => chart.id },
    Name: {
      get: ({ chart }) => chart.name,
      set: ({ sheet, chart }, value) => {
        const name = text(value);
        if (sheet.charts.some((other) => other !== chart && other.name.toLowerCase() === name.toLowerCase())) throw itemAlreadyExists();
        chart.name = name;
      },
    },
    ChartType: { get: ({ chart }) => chart.type, set: ({ chart }, value) => (chart.type = oneOf(value, TYPES)) },
    PlotBy: { get: ({ chart }) => chart.plotBy ?? "Columns" },
    Left: measure("left"),
    Top: measure("top"),
    Width: measure("width"),
    Height: measure("height"),
  },
  objects: {
    Title: (self) => objectOf(titleType, self),
    Legend: (self) => objectOf(legendType, self),
    Series: (self) => objectOf(seriesCollectionType, self),
    Axes: (self) => axesObject(self),
    Worksheet: ({ book, sheet }) => worksheetObject(book, sheet),
  },
  methods: {
    SetPosition: (self, [from, to]) => {
      const near = new SheetRange(self.book, self.sheet, { row: 0, column: 0, rows: 1, columns: 1 });
      const first = rangeArgument(from, near);
      positionChart(self.chart, self.sheet, first.area, to === undefined || to === null ? first.area : rangeArgument(to, near).area);
    },
    SetData: ({ book, chart }, [source, seriesBy]) => {
      const range = instance(source, SheetRange);
      Object.assign(chart, seriesOf(book, range.sheet, range.area, oneOf(seriesBy ?? "Auto", ["Auto", "Rows", "Columns"])));
    },
    Delete: ({ sheet, chart }) => void sheet.charts.splice(sheet.charts.indexOf(chart), 1),
  },
  identity: ({ chart }) => ({ Id: chart.id }),
};

/** The charts of a sheet. */
class Charts {
  constructor(
    readonly book: Book,
    readonly sheet: Sheet,
  ) {}

  object(chart: Chart): HostObject {
    return objectOf(chartType, new SheetChart(this.book, this.sheet, chart));
  }

  find(key: Argument): HostObject | undefined {
    const wanted = text(key).toLowerCase();
    const found = this.sheet.charts.find(({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted);
    return found && this.object(found);
  }

  item(key: Argument): HostObject {
    const found = this.find(key);
    if (!found) throw itemNotFound();
    return found;
  }
}

const chartsType: ObjectType<Charts> = {
  name: "ChartCollection",
  properties: { Count: { get: ({ sheet }) => sheet.charts.length } },
  methods: {
    Add: (charts, [type, source, seriesBy]) => {
      const range = instance(source, SheetRange);
      return charts.object(addChart(charts.book, charts.sheet, oneOf(type, TYPES), range, oneOf(seriesBy ?? "Auto", ["Auto", "Rows", "Columns"])));
    },
    GetCount: ({ sheet }) => sheet.charts.length,
    GetItem: (charts, [key]) => charts.item(key),
    GetItemOrNullObject: (charts, [key]) => charts.find(key) ?? null,
    GetItemAt: (charts, [index]) => {
      const chart = charts.sheet.charts[integer(index)];
      if (!chart) throw itemNotFound();
      return charts.object(chart);
    },
  },
  items: (charts) => charts.sheet.charts.map((chart) => charts.object(chart)),
  item: (charts, key) => charts.item(key),
};

/** Worksheet.charts. */
export function chartsObject(book: Book, sheet: Sheet): HostObject {
  return objectOf(chartsType, new Charts(book, sheet));
}
