import { readFileSync } from "node:fs";
import { join } from "node:path";
import english from "../../src/i18n/en/diagnostics.json";
import { choices } from "../../src/i18n/sv/template.json";
import { planRepayments, problemCodes, type PlanInput, type Severity } from "../../src/planning";
import { modelNames, modelRules } from "../../src/planning/models";
import { listNames, problem } from "../../src/planning/diagnostics";
import { checkComputation } from "./arithmetic";
import { engineFigures, hasSums, pageFigures, type Figures } from "./exampleFigures";
import { markdownTable, pageText, testGenerated } from "./generated";
import { markedBlock, plainAmount, tableRows, workedExamples } from "./markdown";

/** The method page is what an auditor computes by: every figure on it has to be the engine's. */
const page = pageText("metod.md");
const examples = workedExamples(page);

const withoutSums = (figures: Figures) => Object.fromEntries(Object.entries(figures).filter(([about]) => !about.startsWith("Summa / ")));

test("the page has the examples that a reader needs", () => {
  const names = examples.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["riskdelning", "sodermanland-4-ar", "tak-och-ko", "uppfoljning", "skl-1-mkr"]));
});

test("the models are those that the template offers", () => {
  const table = /^<!-- modeller -->\n\n((?:\|.*\n)+)/m.exec(page)?.[1] ?? "";
  const [profiles, years] = [{ savings: choices.savings, level: choices.level }, ["", "året", "andra året"]];
  const expected = modelNames.map((name) => {
    const { share, guarantee, cap, profile, window } = modelRules[name]();
    if (typeof window.from === "number") throw new Error(`${name} begins in a calendar year`);
    const start = `${years[window.from.years]} efter projektets ${window.from.after === "projectStart" ? "start" : "slut"}`;
    return [choices[name], ...[share, guarantee, cap].map((part) => part.replace(".", ",")), profiles[profile], `${window.years} år från ${start}`];
  });
  expect(tableRows(table).map((row) => row.slice(0, 6))).toEqual(expected);
});

describe.each(examples)("the worked example $name", ({ name, text, tables, computations }) => {
  const input = JSON.parse(readFileSync(join(__dirname, "../planning/examples", `${name}.json`), "utf8")) as PlanInput;
  const plan = planRepayments(input);

  test("shows the repayments", () => expect(tables.map(({ kind }) => kind)).toContain("återföring"));

  test.each(tables)("table: $kind", (table) => {
    const figures = engineFigures(table.kind, input, plan);
    expect(pageFigures(table, input)).toEqual(hasSums(table) ? figures : withoutSums(figures));
  });

  test.each(computations)("%s", (line) => {
    checkComputation(line);
  });

  test("uses no large figure that is neither given, nor planned, nor computed", () => {
    const given = [...amountsIn(input), ...amountsIn(plan)];
    const thousands = input.roundingUnit === "1000" ? given.map((amount) => String(Number(amount) / 1000)) : [];
    const inTables = tables.flatMap((table) => Object.values(pageFigures(table, input)));
    const computed = computations.flatMap((line) => {
      const result = plainAmount(checkComputation(line));
      return [result, result.replace(/\..*/, "")];
    });
    const known = new Set([...given, ...thousands, ...inTables, ...computed]);
    const figures = text.match(/−?\d{1,3}(?:[\s\u00a0]\d{3})+(?!\d)(?:,\d+)?/g) ?? [];
    expect(figures.filter((figure) => !known.has(plainAmount(figure)))).toEqual([]);
  });
});

/** Every amount in an input or a plan. */
function amountsIn(value: unknown): string[] {
  if (typeof value === "string") return /^-?\d+(\.\d+)?$/.test(value) ? [plainAmount(value.replace(".", ",").replace("-", "−"))] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(amountsIn) : [];
}

/** A message as the page shows it: what comes from the input is an ellipsis. */
function messageOf(code: (typeof problemCodes)[number]): { severity: Severity; message: string } {
  const names = [...english.problem[code].matchAll(/{{(\w+)}}/g)].map(([, name = ""]) => name);
  const facts = Object.fromEntries([...names, "share", "row"].map((name) => [name, "…"]));
  const { severity, message } = problem(code, { ...facts, list: "costs" });
  return { severity, message: names.includes("list") ? message.replace(listNames.costs, "…") : message };
}

const codesOf = (wanted: Severity) => problemCodes.map((code) => ({ code, ...messageOf(code) })).filter(({ severity }) => severity === wanted);

describe("every code is there with its message", () => {
  // An error's message says what to do.
  testGenerated("metod.md", "fel", () => markdownTable(["Kod", "Meddelande"], codesOf("error").map(({ code, message }) => [`\`${code}\``, message])));

  // A warning leaves a choice: what to think of is written by hand, and kept.
  testGenerated("metod.md", "varningar", (written) => {
    const byHand = new Map(tableRows(written).map(([code = "", , advice = ""]) => [code, advice]));
    const rows = codesOf("warning").map(({ code, message }) => [`\`${code}\``, message, byHand.get(`\`${code}\``) ?? ""]);
    return markdownTable(["Kod", "Meddelande", "Att tänka på"], rows);
  });
});

test("every warning says what to think of", () => {
  const silent = tableRows(markedBlock(page, "varningar")).filter(([, , advice]) => !advice);
  expect(silent.map(([code]) => code)).toEqual([]);
});
