import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { planChanges } from "../../src/followUp";
import { planRepayments, type AmountRow, type PlanInput } from "../../src/planning";
import norrkoping from "../planning/examples/norrkoping-2010.json";
import { pageText } from "./generated";

/** The user's guide follows the showcase through a year, in the program's own words and figures. */
const root = join(__dirname, "../..");
const page = pageText("anvandare.md");
const year = /^## Ett år med fonden\n([\s\S]*?)^## /m.exec(page)?.[1] ?? "";

/** Every text of the program in Swedish, and the ribbon's. */
const texts = (() => {
  const leaves = (part: object): string[] => Object.values(part).flatMap((value: unknown) => (typeof value === "string" ? [value] : leaves(value as object)));
  const folder = join(root, "src/i18n/sv");
  const ribbon = [...readFileSync(join(root, "manifest.xml"), "utf8").matchAll(/DefaultValue="([^"]*)"/g)].map(([, text = ""]) => text);
  return [...readdirSync(folder).flatMap((file) => leaves(JSON.parse(readFileSync(join(folder, file), "utf8")) as object)), ...ribbon];
})();

/** Excel's own menus. */
const menus = ["Formler → Namnhanteraren"];

/** Whether the program says it, with what it fills in filled in. */
function isSaid(words: string): boolean {
  return texts.some((text) => {
    if (!text.includes("{{")) return text === words;
    const pattern = text.split(/\{\{\w+\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return pattern.join("").length > 3 && new RegExp(`^${pattern.join(".+")}$`).test(words);
  });
}

test("what stands in bold is called so in the program, unless it is a heading with a mark after it", () => {
  const bold = [...page.matchAll(/\*\*([^*\n]+)\*\*/g)].map(([, words = ""]) => words).filter((words) => !/[.?]$/.test(words));
  expect(bold.length).toBeGreaterThan(60);
  expect(bold.filter((words) => !isSaid(words))).toEqual([]);
});

test("the help page says so too", () => {
  const help = readFileSync(join(root, "src/taskpane/support.html"), "utf8");
  const strong = [...help.matchAll(/<strong>(.*?)<\/strong>/g)].map(([, words = ""]) => words);
  expect(strong).toContain("Uppföljning");
  expect(strong.filter((words) => !isSaid(words))).toEqual([]);
});

test("what stands in italics is one of Excel's menus", () => {
  const italics = [...page.matchAll(/(?<![*\p{L}])\*([^*\n]+)\*(?!\*)/gu)].map(([, words]) => words);
  expect(italics.filter((words) => !menus.includes(words ?? ""))).toEqual([]);
});

const input = norrkoping as PlanInput;
const schedule = planRepayments(input).schedule;
const sum = (rows: readonly { amount: string }[]) => rows.reduce((total, { amount }) => total + Number(amount), 0);
const idOf = (name: string) => [...input.projects, ...input.committees].find((one) => one.name === name)?.id;
const [project, committee] = [idOf("SkolFam2"), idOf("Socialnämnden")] as [string, string];
const of = (rows: readonly AmountRow[], at: number) => sum(rows.filter((row) => row.committee === committee && row.year === at));

/** The year after: the outcome of 2012 fell short, and the whole of what was planned had been booked. */
const shortfall: PlanInput = {
  ...input,
  planFrom: 2013,
  outcomes: [{ project, committee, year: 2012, amount: "380000", status: "established" }],
  booked: [{ project, committee, year: 2012, amount: "500000" }],
};
const anew = planRepayments(shortfall).schedule;

test("its figures are the engine's", () => {
  const { projects, fund } = planRepayments(input);
  const lowest = fund.reduce((low, one) => (Number(one.closing) < Number(low.closing) ? one : low));
  const figures = {
    granted: sum(input.costs),
    repaid: sum(schedule),
    borne: projects.reduce((total, { borneByFund }) => total + Number(borneByFund), 0),
    lowest: Number(lowest.closing),
    expected: of(input.savings, 2012),
    outcome: 380_000,
    less: sum(schedule) - sum(anew),
    nextYear: of(schedule, 2013),
    nextYearAnew: of(anew, 2013),
    repaidAnew: sum(anew),
  };
  const written = (year.match(/\d{1,3}(?: \d{3})+(?= kr)/g) ?? []).map((amount) => Number(amount.replaceAll(" ", "")));
  expect(new Set(written)).toEqual(new Set(Object.values(figures)));
  expect(year).toContain(`Fondens saldo är lägst ${lowest.year}`);
  expect(year).toContain(`under ${Math.min(...schedule.map((row) => row.year))}–${Math.max(...schedule.map((row) => row.year))}`);
  expect(input.savings.filter((row) => row.year === 2012 && Number(row.amount) !== 0)).toHaveLength(1);
});

test("the reason that it tells of is the engine's", () => {
  const changes = planChanges({ input, schedule }, { input: shortfall, schedule: anew });
  expect(changes.map(({ reason, because, year: at, amount }) => [reason, because, at, Number(amount)])).toEqual([["outcomeLower", 2012, 2013, -120_000]]);
});

test("it shows every tab of the pane, and the plan on its sheets", () => {
  const pictures = [...year.matchAll(/!\[[^\]]{20,}\]\(images\/([\w-]+)\.png\)/g)].map(([, name]) => name);
  expect(pictures).toEqual(["regler-ljus", "underlag-ljus", "plan-ljus", "workbench", "export-ljus", "uppfoljning-ljus"]);
});
