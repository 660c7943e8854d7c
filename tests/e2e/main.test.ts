import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PlanInput, RepaymentPlan } from "../../src/planning/types";
import type { CellValue } from "../../workbench/host/model";
import { Desk } from "./desk";
import { useBrowser } from "./workbench";

const example = (name: string) => JSON.parse(readFileSync(join(__dirname, "../planning/examples", name), "utf8")) as unknown;
const input = example("norrkoping-2010.json") as PlanInput;
const expected = example("norrkoping-2010.expected.json") as RepaymentPlan;

const projectName = (id: string) => input.projects.find((project) => project.id === id)?.name ?? id;
const committeeName = (id: string) => input.committees?.find((committee) => committee.id === id)?.name ?? id;

const browser = useBrowser();
let desk: Desk;

beforeEach(async () => {
  desk = await Desk.open(browser(), undefined, { reducedMotion: "no-preference" });
});

afterEach(async () => {
  expect(await desk.close()).toEqual([]);
});

/** Reads a table of years: rows by the texts before its first year, amounts by year, without zeros and sums. */
function yearTable(rows: CellValue[][], heading: string): Map<string, number> {
  const start = rows.findIndex((row) => row[0] === heading);
  const header = rows[start] ?? [];
  const years = header.flatMap((value, column) => (/^20\d\d$/.test(String(value)) ? [{ year: String(value), column }] : []));
  const labels = years[0]?.column ?? 0;
  const amounts = new Map<string, number>();
  for (const row of rows.slice(start + 1)) {
    for (const { year, column } of years) {
      const amount = row[column];
      if (typeof amount === "number" && amount !== 0) amounts.set([...row.slice(0, labels), year].join(" | "), amount);
    }
  }
  return amounts;
}

describe("From the showcase to a written plan", () => {
  it("shows the showcase's cells in the grid", async () => {
    expect(await desk.sheets()).toEqual(expect.arrayContaining(["Projekt", "Kostnader", "Besparingar"]));
    await desk.show("Kostnader");
    await desk.cell("Servicetrainee").waitFor();
    expect(await desk.cell("1 320 000").count()).toBe(3);
  });

  it("reads the input in the pane: rows, years and totals as the example has them", async () => {
    const text = (await desk.pane.locator("main").innerText()).replace(/\s+/g, " ");
    expect(text).toContain("33 560 000 kr 13 rader · 2011–2014 · Belopp i kr");
    expect(text).toContain("36 800 000 kr 26 rader · 2012–2017 · Belopp i kr");
    expect(text).toContain("Inga fel och inga varningar.");
  });

  it("writes the four sheets with the expected amounts, and every check is OK", async () => {
    await desk.writePlan();
    expect((await desk.sheets()).slice(-4)).toEqual(["Återföringsplan", "Ramförändringar", "Fondkonto", "Kontroll"]);

    const plan = yearTable(await desk.rows("Återföringsplan"), "Projekt");
    const schedule = new Map(expected.schedule.map(({ project, committee, year, amount }) => [`${projectName(project)} | ${committeeName(committee)} | ${year}`, Number(amount)]));
    expect(new Map([...plan].filter(([row]) => !/^( |Totalt)/.test(row)))).toEqual(schedule);

    const frames = yearTable(await desk.rows("Ramförändringar"), "Nämnd");
    const changes = expected.committeeYears.flatMap(({ committee, year, grant, repayment, frameChange }) => [
      [`${committeeName(committee)} | Beviljade medel | ${year}`, Number(grant)] as const,
      [`${committeeName(committee)} | Återföring | ${year}`, Number(repayment)] as const,
      [`${committeeName(committee)} | Ramförändring | ${year}`, Number(frameChange)] as const,
    ]);
    expect(new Map([...frames].filter(([row]) => !row.startsWith("Totalt")))).toEqual(new Map(changes.filter(([, amount]) => amount !== 0)));

    const fund = (await desk.rows("Fondkonto")).filter(([year]) => /^20\d\d$/.test(String(year))).map((row) => row.slice(0, 6).map(Number));
    expect(fund).toEqual(expected.fund.map(({ year, opening, contributions, withdrawals, repayments, closing }) => [year, opening, contributions, withdrawals, repayments, closing].map(Number)));

    const control = await desk.rows("Kontroll");
    expect(control.find(([label]) => label === "Samlad kontroll")?.[1]).toBe("OK");
    const checked = control.filter((row) => row.slice(1).some((value) => typeof value === "number")).map((row) => row.filter((value) => value !== "").at(-1));
    expect(checked.length).toBeGreaterThan(30);
    expect(new Set(checked)).toEqual(new Set(["OK"]));
  });

  it("shows the written plan in the grid, and the fund's chart", async () => {
    await desk.writePlan();
    await desk.show("Återföringsplan");
    await desk.cell("Totalt").waitFor();
    expect(await desk.cell("9 800 000").count()).toBeGreaterThan(0);
    await desk.show("Fondkonto");
    await desk.page.locator(".chart canvas").waitFor();
  });

  it("reads again by itself when an input has been changed in the grid", async () => {
    await desk.show("Kostnader");
    await desk.cell("850 000").first().dblclick();
    const editor = desk.page.locator(".grid revogr-edit input");
    await editor.fill("1 850 000");
    await editor.press("Enter");
    await desk.cell("1 850 000").waitFor();
    await desk.pane.getByText(/34\s560\s000\skr/).first().waitFor();
  });

  it("tells that a written plan is outdated and what has changed, and writes it again", async () => {
    await desk.writePlan();
    const fund = await desk.rows("Fondkonto");
    await desk.show("Kostnader");
    await desk.enter({ C6: "1 850 000" });
    await desk.pane.getByText("Inaktuell", { exact: true }).waitFor();
    await desk.pane.getByText("Underlaget har ändrats sedan planen skrevs. Skriv den igen.").waitFor();
    await desk.pane.getByText(/^Kostnader: 1 belopp ändrat \(.*1\s850\s000/).waitFor();
    await desk.writePlan();
    await desk.pane.getByText("Inaktuell", { exact: true }).waitFor({ state: "detached" });
    await desk.pane.getByText("Det som har ändrats").waitFor({ state: "detached" });
    expect((await desk.sheets()).slice(-4)).toEqual(["Återföringsplan", "Ramförändringar", "Fondkonto", "Kontroll"]);
    expect(await desk.rows("Fondkonto")).not.toEqual(fund);
    expect(await desk.control()).toBe("OK");
  });

  it("reads again by itself when a sheet of the input is deleted, and says what is lacking", async () => {
    await desk.writePlan();
    await desk.turnTo("Underlag");
    await desk.page.evaluate(() => window.workbench.host.deleteSheet("Besparingar"));
    await desk.pane.getByText("Inga besparingar hittades.").first().waitFor();
    expect(await desk.pane.getByRole("button", { name: /^Visa Besparingar/ }).count()).toBe(0);
    await desk.turnTo("Plan");
    await desk.pane.getByText("Inaktuell", { exact: true }).waitFor();
  });

  it("shows the pane's selection in the grid", async () => {
    await desk.press("Visa Besparingar!A5:H12");
    await desk.page.getByRole("tab", { name: "Besparingar", selected: true }).waitFor();
    expect(await desk.page.evaluate(() => window.workbench.host.selection)).toMatch(/^Besparingar!A5:/);
    expect(await desk.page.getByLabel("Markering").inputValue()).toBe("A5");
  });

  it("computes the add-in's functions in cells, with its sentences as errors", async () => {
    await desk.show("Besparingar");
    await desk.enter({ B20: "=SIF.SJÄLVRISK(3960000,C6:H6)" });
    await desk.cell("3500000").waitFor();
    await desk.enter({ B21: "=SIF.SJÄLVRISK(-1,C6:H6)" });
    await desk.cell("#VALUE!").waitFor();
  });
});
