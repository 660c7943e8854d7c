import type { Chart } from "../../workbench/host/model";
import { loadXlsx, saveXlsx } from "../../workbench/host/xlsx";
import { readZip } from "../../workbench/host/xlsx/zip";
import { emptySheet, planWorkbook, put, workbookOf } from "./xlsxSamples";

const fund: Chart = {
  id: "2", name: "Fond", type: "ColumnStacked", title: "Fondkonto", legend: true, legendPosition: "Bottom", left: 10.5, top: 200, width: 480, height: 260, altText: "Fondens utveckling",
  series: [
    { nameAddress: "Blad1!$A$2", valuesAddress: "Blad1!$B$2:$D$2", categoriesAddress: "Blad1!$B$1:$D$1", fillColor: "#1F4E79" },
    { name: 'Bidrag "<&>"', valuesAddress: "Blad1!$B$3:$D$3", categoriesAddress: "Blad1!$B$1:$D$1", hasDataLabels: true },
    { name: "Utgående balans", valuesAddress: "Blad1!$B$4:$D$4", type: "Line", lineColor: "#C00000" },
    { name: "Andra linjen", valuesAddress: "Blad1!$B$4:$D$4", type: "Line" },
  ],
  valueAxis: { title: "tkr", minimum: -10, maximum: 100.5, numberFormat: "#,##0", displayUnit: "Thousands" },
  categoryAxis: { title: "År", gridlines: true, reversePlotOrder: true },
};

function workbookWith(...charts: Chart[]) {
  const sheet = emptySheet("Blad1");
  ["År", "Bidrag", "Återföring", "Balans"].forEach((text, row) => [text, 1, 2, 3].forEach((value, column) => put(sheet, row, column, value)));
  sheet.charts.push(...charts);
  return workbookOf(sheet);
}

const chartsAgain = async (workbook: Parameters<typeof saveXlsx>[0]) => (await loadXlsx(await saveXlsx(workbook))).sheets[0]?.charts;

test("a combined chart comes back with its series, axes and colours", async () => {
  expect(await chartsAgain(workbookWith(fund))).toEqual([fund]);
});

test.each(["ColumnClustered", "ColumnStacked", "ColumnStacked100", "BarClustered", "BarStacked", "BarStacked100", "Line", "LineMarkers", "LineStacked", "LineMarkersStacked", "Area", "AreaStacked", "AreaStacked100", "Pie", "Doughnut", "XYScatter"])(
  "a chart of the type %s comes back",
  async (type) => {
    const chart: Chart = { id: "2", name: "Ett", type, title: "", titleVisible: false, legend: false, left: 0, top: 0, width: 300, height: 200, series: [{ name: "S", valuesAddress: "Blad1!$B$2:$D$2", categoriesAddress: "Blad1!$B$1:$D$1" }] };
    expect(await chartsAgain(workbookWith(chart))).toEqual([chart]);
  },
);

test("the combined chart's types share axes, and its series have one order", async () => {
  const xml = new TextDecoder().decode((await readZip(await saveXlsx(workbookWith(fund)))).get("xl/charts/chart1.xml"));
  expect([...xml.matchAll(/<c:order val="(\d)"/g)].map(([, order]) => order)).toEqual(["0", "1", "2", "3"]);
  expect(xml.match(/<c:axId val="111111111"\/>/g)).toHaveLength(3);
  expect(xml.match(/<c:(?:catAx|valAx)>/g)).toHaveLength(2);
});

test("charts that have not changed keep their parts when others come and go", async () => {
  const opened = await loadXlsx(await saveXlsx(planWorkbook()));
  const [first, second, third] = opened.sheets[1]?.charts ?? [];
  const before = await readZip(await saveXlsx(opened));
  if (!first || !second || !third) throw new Error("the plan has charts");
  const moved = { ...second, left: 10, title: "Flyttad" };
  opened.sheets[1]?.charts.splice(0, 3, third, moved, { ...fund, id: "new" });
  const bytes = await saveXlsx(opened);
  const after = await readZip(bytes);
  const charts = (await loadXlsx(bytes)).sheets[1]?.charts ?? [];
  expect(charts.map(({ title }) => title).sort()).toEqual(["Flyttad", "Fondkonto", "Kolumner", "Liggande"]);
  expect(charts.find(({ title }) => title === "Flyttad")).toEqual(moved);
  expect(after.get("xl/charts/chart3.xml")).toEqual(before.get("xl/charts/chart3.xml"));
  expect([...after.keys()].filter((path) => path.startsWith("xl/charts/"))).toHaveLength(4);
});
