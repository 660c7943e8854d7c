import { readFileSync } from "node:fs";
import { panePage } from "../../workbench/server/panePage";

const source = readFileSync("src/taskpane/taskpane.html", "utf8");

describe("The pane's page in the workbench", () => {
  it.each([
    ["as it is written", source],
    ["as it is minified", source.replaceAll(/="(https:[^"]*)"/g, "=$1")],
  ])("takes Microsoft's client from this machine, %s", (_, html) => {
    const page = panePage(html);
    expect(page).not.toContain("appsforoffice.microsoft.com");
    expect(page.indexOf("office-js/excel-web-16.00.debug.js")).toBeLessThan(page.indexOf("connect.js"));
  });

  it("is refused without Office.js: the pane would never find Excel", () => {
    expect(() => panePage("<html></html>")).toThrow("does not load Office.js");
  });
});
