/** @jest-environment jsdom */
import { loadXlsx, saveXlsx } from "../../workbench/host/xlsx";
import { planWorkbook } from "./xlsxSamples";

test("files are saved and loaded in a page too", async () => {
  const file = await saveXlsx(planWorkbook());
  expect((await loadXlsx(file)).sheets.map(({ name }) => name)).toEqual(planWorkbook().sheets.map(({ name }) => name));
});
