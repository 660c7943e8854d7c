/** @jest-environment jsdom */
import { planRepayments, type PlanInput } from "../../../src/planning";
import { hostileNames } from "../namedInputs";
import { elements, exampleInput, fingerprint, kronor, large, ordinaryGrants, partsOf, styleOf, tablesOf, textOf, valueOf } from "./wordFile";

function hostile(): PlanInput {
  const input = exampleInput("norrkoping-2010");
  const names = ["<b>fet</b>", "a & b", `x${"y".repeat(300)}`, "👩‍👩‍👧 familj", "שלום", "rad\u0000\u0007\nbrytning", "ensam\ud800", ...hostileNames];
  return {
    ...input,
    title: names.join(" "),
    committees: input.committees.map((committee, index) => ({ ...committee, name: names[index] ?? committee.name })),
    projects: input.projects.map((project, index) => ({ ...project, name: names[names.length - 1 - index] ?? project.name })),
  };
}

describe("The Word file", () => {
  it("has real headings, a table of contents and repeated header rows, in Swedish", async () => {
    const { document, part } = await partsOf(exampleInput("norrkoping-2010"));
    expect(document.getElementsByTagName("parsererror")).toHaveLength(0);
    const headings = elements(document, "p").filter((paragraph) => styleOf(paragraph) === "Heading1").map(textOf);
    expect(headings).toEqual(["Sammanfattning", "Förslag till beslut", "Återföring per nämnd", "Återföring per projekt", "Vad som blir av kostnaden", "Ramförändringar", "Fondkonto", "Regler", "Förutsättningar", "Anmärkningar", "Hur planen är gjord"]);
    expect(elements(document, "instrText").map(({ textContent }) => textContent).join()).toContain("TOC");
    for (const table of elements(document, "tbl")) expect(elements(elements(table, "tr")[0]!, "tblHeader")).toHaveLength(1);
    expect(valueOf(elements(part("word/styles.xml"), "lang")[0])).toBe("sv-SE");
    expect(valueOf(elements((await partsOf(exampleInput("norrkoping-2010"), { language: "en" })).part("word/styles.xml"), "lang")[0])).toBe("en-GB");
  });

  it("has charts with alternative text, and no pictures", async () => {
    const { document, paths } = await partsOf(exampleInput("norrkoping-2010"));
    const described = [...document.getElementsByTagName("wp:docPr")].map((one) => one.getAttribute("descr"));
    expect(described).toHaveLength(2);
    for (const text of described) expect(text).toMatch(/^Stapeldiagram över .* Beloppen står i tabellen\.$/);
    expect(paths.filter((path) => path.includes("media/"))).toEqual([]);
  });

  it("draws bars from 0, for the largest committees and the rest when they are many, and nothing is lost", async () => {
    const { part } = await partsOf(large());
    const chart = part("word/charts/chart1.xml");
    const series = [...chart.getElementsByTagName("c:ser")].map((one) => ({
      name: one.getElementsByTagName("c:tx")[0]!.getElementsByTagName("c:v")[0]!.textContent,
      amounts: [...one.getElementsByTagName("c:val")[0]!.getElementsByTagName("c:v")].map(({ textContent }) => Number(textContent)),
    }));
    expect(series).toHaveLength(8);
    expect(series.map(({ name }) => name)).toEqual([...[6, 7, 8, 9, 10, 11, 12].map((number) => `Nämnden för arbetsmarknad oc … ${number > 9 ? "" : "u"}tbildning ${number}`), "Övriga nämnder"]);
    const total = planRepayments(large()).schedule.reduce((sum, { amount }) => sum + Number(amount), 0);
    expect(series.flatMap(({ amounts }) => amounts).reduce((sum, amount) => sum + amount, 0)).toBe(total);
    expect([...chart.getElementsByTagName("c:min")].map((one) => one.getAttribute("val"))).toEqual(["0"]);
  });

  it("cuts tables with many years into parts that fit, and every year is in one of them", async () => {
    const { document } = await partsOf(large(), { unit: "tkr" });
    const parts = tablesOf(document).filter(([header]) => header?.[0] === "Nämnd" && header[1] !== "Post");
    expect(parts.length).toBeGreaterThan(3);
    const years = parts.flatMap(([header]) => header!.slice(1));
    expect(years).toEqual([...Array.from({ length: 30 }, (_, index) => String(2027 + index)), "Summa"]);
    const widths = elements(document, "tblGrid").map((grid) => elements(grid, "gridCol").reduce((sum, column) => sum + Number(valueOf(column, "w")), 0));
    expect(Math.max(...widths)).toBeLessThanOrEqual(9638);
    const totals = parts.flatMap((rows) => rows.at(-1)!.slice(1).map(kronor));
    expect(totals.slice(0, -1).reduce((sum, amount) => sum + amount, 0)).toBe(totals.at(-1));
  });

  it("says so when there is nothing to repay, once, and has no empty sections", async () => {
    const { document } = await partsOf(ordinaryGrants());
    const texts = elements(document, "p").map(textOf);
    expect(texts.filter((text) => text === "Planen innehåller ingen återföring att besluta om.")).toHaveLength(1);
    const headings = elements(document, "p").filter((paragraph) => styleOf(paragraph) === "Heading1").map(textOf);
    expect(headings).toEqual(["Sammanfattning", "Förslag till beslut", "Vad som blir av kostnaden", "Ramförändringar", "Fondkonto", "Regler", "Förutsättningar", "Anmärkningar", "Hur planen är gjord"]);
  });

  it("lets hostile names through as text", async () => {
    const { document } = await partsOf(hostile());
    expect(document.getElementsByTagName("parsererror")).toHaveLength(0);
    const cells = tablesOf(document).flat(2);
    expect(cells).toContain("<b>fet</b>");
    expect(cells).toContain("a & b");
    expect(cells).toContain(`x${"y".repeat(300)}`);
    expect(textOf(document.documentElement)).toContain("=HYPERLINK(\"http://example.se\")");
    expect(textOf(document.documentElement)).toContain("rad brytning");
  });

  it("is tied to the workbook by the fingerprint in the footer", async () => {
    const { part, paths } = await partsOf(exampleInput("norrkoping-2010"));
    const footer = paths.find((path) => /word\/footer\d*\.xml/.test(path))!;
    expect(textOf(part(footer).documentElement)).toContain(fingerprint);
  });
});
