import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { connectClient, createHost } from "../../workbench/host/browser";

/** A page in which a script tag has loaded Microsoft's client: its objects are of the page's own realm. */
function page() {
  const { window } = new JSDOM("<!doctype html><html><head></head><body></body></html>", { url: "https://localhost/", runScripts: "outside-only" });
  window.eval(readFileSync(require.resolve("@microsoft/office-js/dist/excel-web-16.00.debug.js"), "utf8"));
  return window;
}

test("a page's client works on the host", async () => {
  const host = createHost();
  const window = page();
  connectClient(window as unknown as Window, host);
  const values: unknown = await window.eval(`Office.onReady().then(() => Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Blad1").getRange("A1:B1");
    range.values = [["=1+1", "från sidan"]];
    range.dataValidation.rule = { list: { inCellDropDown: true, source: "Ja,Nej" } };
    range.load("values");
    await context.sync();
    return JSON.stringify(range.values);
  }))`);
  expect(values).toBe('[[2,"från sidan"]]');
  expect(host.values("B1")).toEqual([["från sidan"]]);
  window.close();
});

test("a page that is loaded anew is connected anew, and the old one hears nothing more", async () => {
  const host = createHost();
  const old = page();
  const session = connectClient(old as unknown as Window, host);
  await old.eval(`window.heard = 0; Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Blad1").onChanged.add(async () => { window.heard++; });
    await context.sync();
  })`);
  host.setCell("A1", 1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  session.close();
  host.setCell("A1", 2);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(old.eval("window.heard")).toBe(1);
  old.close();
});
