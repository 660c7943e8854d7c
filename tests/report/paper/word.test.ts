/** @jest-environment jsdom */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { planRepayments, type PlanInput } from "../../../src/planning";
import { annex, type AnnexSource } from "../../../src/report/paper/annex";
import { annexSections, type AnnexChoices } from "../../../src/report/paper/types";
import { wordAnnexBytes } from "../../../src/report/word/wordAnnex";
import { readZip } from "../../../workbench/host/xlsx/zip";
import { hostileNames } from "../namedInputs";

const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const exampleInput = (name: string) => JSON.parse(readFileSync(join(__dirname, `../../planning/examples/${name}.json`), "utf8")) as PlanInput;
const details = { municipality: "Norrköpings kommun", caseNumber: "KS 2026/123", date: "2026-11-21", officer: "Anna Andersson", recipient: "Kommunfullmäktige", decider: "" };
const choices = (over: Partial<AnnexChoices> = {}): AnnexChoices => ({ language: "sv", unit: "kr", form: "frameReduction", sections: annexSections, details, ...over });
const fingerprint = "0123456789abcdef".repeat(4);
const sourceOf = (input: PlanInput): AnnexSource => ({ plan: planRepayments(input), input, options: { madeAt: "2026-11-21", version: "1.0.0", sources: [], fingerprint } });

/** 12 committees × 30 years of repayment, and names as long as people write them. */
function large(): PlanInput {
  const committees = Array.from({ length: 12 }, (_, index) => ({ id: `N${index}`, name: `Nämnden för arbetsmarknad och vuxenutbildning ${index + 1}` }));
  const projects = Array.from({ length: 8 }, (_, index) => ({ id: `P${index}`, name: `Projekt ${index + 1}`, rule: { profile: "level" as const, guarantee: "1", window: { from: 2027, years: 30 } } }));
  return {
    committees,
    projects,
    costs: projects.map(({ id }, index) => ({ project: id, committee: `N${index}`, year: 2026, amount: String(12_345_678 + index) })),
    savings: projects.flatMap(({ id }) => committees.map((committee, index) => ({ project: id, committee: committee.id, year: 2027, amount: String(1000 * (index + 1)) }))),
    fund: { openingBalance: "100000000", openingYear: 2026 },
  };
}

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

async function partsOf(input: PlanInput, over: Partial<AnnexChoices> = {}) {
  const bytes = await wordAnnexBytes(annex(sourceOf(input), choices(over)));
  const files = await readZip(bytes);
  const part = (path: string) => new DOMParser().parseFromString(new TextDecoder().decode(files.get(path)), "application/xml");
  return { bytes, paths: [...files.keys()], part, document: part("word/document.xml") };
}

const elements = (root: Document | Element, name: string) => [...root.getElementsByTagNameNS(word, name)];
const textOf = (element: Element) => elements(element, "t").map(({ textContent }) => textContent).join("").replaceAll("\u00a0", " ");
const styleOf = (paragraph: Element) => elements(paragraph, "pStyle")[0]?.getAttributeNS(word, "val");

/** The tables of the file: their rows as texts. */
const tablesOf = (document: Document) => elements(document, "tbl").map((table) => elements(table, "tr").map((row) => elements(row, "tc").map(textOf)));
const kronor = (text: string | undefined) => Number(text?.replaceAll(/\s/g, "").replace("−", "-").replace(",", "."));

describe("The Word file", () => {
  it("has real headings, a table of contents and repeated header rows, in Swedish", async () => {
    const { document, part } = await partsOf(exampleInput("norrkoping-2010"));
    expect(document.getElementsByTagName("parsererror")).toHaveLength(0);
    const headings = elements(document, "p").filter((paragraph) => styleOf(paragraph) === "Heading1").map(textOf);
    expect(headings).toEqual(["Sammanfattning", "Förslag till beslut", "Återföring per nämnd", "Återföring per projekt", "Vad som blir av kostnaden", "Ramförändringar", "Fondkonto", "Regler", "Förutsättningar", "Anmärkningar", "Hur planen är gjord"]);
    expect(elements(document, "instrText").map(({ textContent }) => textContent).join()).toContain("TOC");
    for (const table of elements(document, "tbl")) expect(elements(elements(table, "tr")[0]!, "tblHeader")).toHaveLength(1);
    expect(elements(part("word/styles.xml"), "lang")[0]?.getAttributeNS(word, "val")).toBe("sv-SE");
    expect(elements((await partsOf(exampleInput("norrkoping-2010"), { language: "en" })).part("word/styles.xml"), "lang")[0]?.getAttributeNS(word, "val")).toBe("en-GB");
  });

  it("has charts with alternative text, and no pictures", async () => {
    const { document, paths } = await partsOf(exampleInput("norrkoping-2010"));
    const described = [...document.getElementsByTagName("wp:docPr")].map((one) => one.getAttribute("descr"));
    expect(described).toHaveLength(2);
    for (const text of described) expect(text).toMatch(/^Stapeldiagram över .* Beloppen står i tabellen\.$/);
    expect(paths.filter((path) => path.includes("media/"))).toEqual([]);
  });

  it("carries the plan's figures to the krona", async () => {
    const input = exampleInput("norrkoping-2010");
    const { document } = await partsOf(input);
    const plan = planRepayments(input);
    const committees = tablesOf(document).filter(([header]) => header?.[0] === "Nämnd" && header[1] !== "Post").at(-1);
    const repaid = plan.schedule.reduce((sum, { amount }) => sum + Number(amount), 0);
    const total = committees!.at(-1)!;
    expect([total[0], kronor(total.at(-1))]).toEqual(["Totalt", repaid]);
    expect(kronor(tablesOf(document).find(([header]) => header?.[0] === "År")?.at(-1)?.at(-1))).toBe(Number(plan.fund.at(-1)!.closing));
  });

  it("cuts tables with many years into parts that fit, and every year is in one of them", async () => {
    const { document } = await partsOf(large(), { unit: "tkr" });
    const parts = tablesOf(document).filter(([header]) => header?.[0] === "Nämnd" && header[1] !== "Post");
    expect(parts.length).toBeGreaterThan(3);
    const years = parts.flatMap(([header]) => header!.slice(1));
    expect(years).toEqual([...Array.from({ length: 30 }, (_, index) => String(2027 + index)), "Summa"]);
    const widths = elements(document, "tblGrid").map((grid) => elements(grid, "gridCol").reduce((sum, column) => sum + Number(column.getAttributeNS(word, "w")), 0));
    expect(Math.max(...widths)).toBeLessThanOrEqual(9638);
    const totals = parts.flatMap((rows) => rows.at(-1)!.slice(1).map(kronor));
    expect(totals.slice(0, -1).reduce((sum, amount) => sum + amount, 0)).toBe(totals.at(-1));
  });

  it("says so when there is nothing to repay", async () => {
    const input = exampleInput("norrkoping-2010");
    const { document } = await partsOf({ ...input, projects: input.projects.map((project) => ({ ...project, rule: { cap: "0" } })) });
    const texts = elements(document, "p").map(textOf);
    expect(texts).toContain("Planen innehåller ingen återföring att besluta om.");
    expect(texts).toContain("Inget att redovisa.");
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

describe("LibreOffice opens it", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "annex-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("and has its headings, decisions and sums", async () => {
    const files: [string, PlanInput][] = [["showcase", exampleInput("norrkoping-2010")], ["large", large()], ["hostile", hostile()]];
    for (const [name, input] of files) writeFileSync(join(folder, `${name}.docx`), (await partsOf(input)).bytes);
    execFileSync("libreoffice", [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, ...files.map(([name]) => join(folder, `${name}.docx`))], { stdio: "ignore", timeout: 120_000 });
    const [showcase, wide, named] = files.map(([name]) => readFileSync(join(folder, `${name}.txt`), "utf8").replaceAll("\u00a0", " "));
    expect(showcase).toContain("Kommunfullmäktige beslutar att minska Socialnämndens budgetram med 500 000 kronor år 2012.");
    expect(showcase).toContain("32 600 000");
    expect(wide).toContain("år 2056");
    expect(named).toContain("<b>fet</b>");
  }, 180_000);
});
