import { invalidArgument } from "../errors";
import type { ChartAxis } from "../model";
import { objectOf, type HostObject, type ObjectType } from "../object";
import { flag, number, oneOf, text } from "./arguments";
import type { SheetChart } from "./chart";

/** One of a chart's two axes. */
class Axis {
  constructor(
    private readonly owner: SheetChart,
    private readonly key: "valueAxis" | "categoryAxis",
  ) {}

  get axis(): ChartAxis {
    return (this.owner.chart[this.key] ??= {});
  }

  get type(): string {
    return this.key === "valueAxis" ? "Value" : "Category";
  }
}

function limit(value: unknown): number | undefined {
  return value === "" ? undefined : number(value);
}

const DISPLAY_UNITS = ["None", "Hundreds", "Thousands", "TenThousands", "HundredThousands", "Millions", "TenMillions", "HundredMillions", "Billions", "Trillions"] as const;

const titleType: ObjectType<Axis> = {
  name: "ChartAxisTitle",
  properties: {
    Text: { get: ({ axis }) => axis.title ?? "", set: ({ axis }, value) => (axis.title = text(value)) },
    Visible: {
      get: ({ axis }) => axis.title !== undefined,
      set: ({ axis }, value) => {
        axis.title = flag(value) ? (axis.title ?? "Axelrubrik") : undefined;
      },
    },
  },
};

const gridlinesType: ObjectType<Axis> = {
  name: "ChartGridlines",
  properties: { Visible: { get: ({ axis, type }) => axis.gridlines ?? type === "Value", set: ({ axis }, value) => (axis.gridlines = flag(value)) } },
};

const axisType: ObjectType<Axis> = {
  name: "ChartAxis",
  properties: {
    Type: { get: ({ type }) => type },
    Visible: { get: ({ axis }) => axis.visible ?? true, set: ({ axis }, value) => (axis.visible = flag(value)) },
    Minimum: { get: ({ axis }) => axis.minimum ?? "", set: ({ axis }, value) => (axis.minimum = limit(value)) },
    Maximum: { get: ({ axis }) => axis.maximum ?? "", set: ({ axis }, value) => (axis.maximum = limit(value)) },
    NumberFormat: { get: ({ axis }) => axis.numberFormat ?? "General", set: ({ axis }, value) => (axis.numberFormat = text(value)) },
    DisplayUnit: { get: ({ axis }) => axis.displayUnit ?? "None", set: ({ axis }, value) => (axis.displayUnit = oneOf(value, DISPLAY_UNITS)) },
    ReversePlotOrder: { get: ({ axis }) => axis.reversePlotOrder ?? false, set: ({ axis }, value) => (axis.reversePlotOrder = flag(value)) },
  },
  objects: { Title: (axis) => objectOf(titleType, axis), MajorGridlines: (axis) => objectOf(gridlinesType, axis) },
};

const axesType: ObjectType<SheetChart> = {
  name: "ChartAxes",
  objects: {
    ValueAxis: (chart) => objectOf(axisType, new Axis(chart, "valueAxis")),
    CategoryAxis: (chart) => objectOf(axisType, new Axis(chart, "categoryAxis")),
  },
  methods: {
    GetItem: (chart, [type, group]) => {
      if (group !== undefined && group !== null && group !== "Primary") throw invalidArgument();
      return objectOf(axisType, new Axis(chart, oneOf(type, ["Value", "Category"]) === "Value" ? "valueAxis" : "categoryAxis"));
    },
  },
};

/** Chart.axes. */
export function axesObject(chart: SheetChart): HostObject {
  return objectOf(axesType, chart);
}
