import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { Decimal } from "../../../src/money/presentValue";
import { planRepayments, type PlanInput, type RepaymentPlan } from "../../../src/planning";
import { annex, type AnnexSource } from "../../../src/report/paper/annex";
import { paperUnits, roundedPlan, roundedTo, type PaperUnit } from "../../../src/report/paper/roundedPlan";
import { annexSections, type Annex, type AnnexChoices } from "../../../src/report/paper/types";
import type { ReportTable } from "../../../src/report";
import { portfolios } from "../../planning/portfolios";

const exampleInput = (name: string) => JSON.parse(readFileSync(join(__dirname, `../../planning/examples/${name}.json`), "utf8")) as PlanInput;
const details = { municipality: "Norrköpings kommun", caseNumber: "KS 2026/123", date: "2026-11-21", officer: "", recipient: "Kommunfullmäktige", decider: "" };
const choices = (over: Partial<AnnexChoices> = {}): AnnexChoices => ({ language: "sv", unit: "tkr", form: "frameReduction", sections: annexSections, details, ...over });
const sourceOf = (input: PlanInput): AnnexSource & { plan: RepaymentPlan } => ({
  plan: planRepayments(input),
  input,
  options: { madeAt: "2026-11-21", version: "1.0.0", sources: [], fingerprint: "0123456789abcdef" },
});
const tablesOf = ({ sections }: Annex): Record<string, ReportTable[]> =>
  Object.fromEntries(sections.map(({ id, blocks }) => [id, blocks.flatMap((block) => (block.kind === "table" ? [block.table] : []))]));
const sum = (amounts: readonly string[]) => amounts.reduce((total, amount) => total.plus(amount), new Decimal(0));
const valid = portfolios({ replan: true }).filter((input) => planRepayments(input).diagnostics.every(({ severity }) => severity !== "error"));

/** Sentences on what does not add up in a paper's tables. */
function mistakes(paper: Annex): string[] {
  const { committees = [], projects = [], results = [], frames = [], fund = [] } = tablesOf(paper);
  const found: string[] = [];
  const check = (what: string, one: string | Decimal, other: string | Decimal) => {
    if (!new Decimal(one).equals(other)) found.push(`${what}: ${String(one)} and ${String(other)}`);
  };
  for (const table of [...committees, ...projects, ...frames]) {
    const names = table.columns.filter(({ kind }) => kind === "text").length;
    for (const { cells } of table.rows) check(`${table.title}, row ${cells[0]}`, sum(cells.slice(names, -1)), cells.at(-1)!);
  }
  for (const table of [...committees, ...projects, ...results]) {
    const total = table.rows.find(({ role }) => role === "total")!;
    const items = table.rows.filter(({ role }) => role !== "total");
    table.columns.forEach(({ kind, header }, at) => kind === "amount" && check(`${table.title}, column ${header}`, sum(items.map(({ cells }) => cells[at]!)), total.cells[at]!));
  }
  for (const { rows } of frames) {
    for (let at = 0; at < rows.length; at += 3) {
      const [grant, repayment, change] = rows.slice(at, at + 3).map(({ cells }) => cells);
      grant!.slice(2).forEach((amount, column) => check(`frames ${grant![0]}`, new Decimal(amount).minus(repayment![column + 2]!), change![column + 2]!));
    }
  }
  for (const { rows } of results) for (const { cells } of rows) check(`result ${cells[0]}`, sum(cells.slice(2)), cells[1]!);
  for (const { rows } of fund) {
    const years = rows.filter(({ role }) => role === "item");
    years.forEach(({ cells: [year, opening, contributions, withdrawals, repayments, closing] }, at) => {
      check(`fund ${year}`, sum([opening!, contributions!, repayments!]).minus(withdrawals!), closing!);
      if (at > 0) check(`fund opening ${year}`, years[at - 1]!.cells.at(-1)!, opening!);
    });
  }
  const repaid = [committees, projects].map(([table]) => table?.rows.at(-1)?.cells.at(-1) ?? "0");
  check("committees and projects", repaid[0]!, repaid[1]!);
  check("committees and results", repaid[0]!, results[0]?.rows.at(-1)?.cells[2] ?? "0");
  return found;
}

describe("An annex adds up, in every unit", () => {
  test.each(paperUnits.flatMap((unit) => ["norrkoping-2010", "riskdelning", "tak-och-ko", "uppfoljning"].map((name): [PaperUnit, string] => [unit, name])))("in %s: %s", (unit, name) => {
    expect(mistakes(annex(sourceOf(exampleInput(name)), choices({ unit })))).toEqual([]);
  });

  it("for random portfolios", () => {
    fc.assert(fc.property(valid, fc.constantFrom(...paperUnits), (input, unit) => expect(mistakes(annex(sourceOf(input), choices({ unit })))).toEqual([])), { numRuns: 150 });
  });

  /** What of a rounded plan is no whole unit, or a unit or more from the exact one. */
  function strayed(input: PlanInput, unit: "tkr" | "mkr"): string[] {
    const plan = planRepayments(input);
    const rounded = roundedPlan(plan, unit);
    const kronor = roundedTo[unit]!;
    const found = [...rounded.schedule.map(({ amount }) => amount), ...rounded.fund.map(({ closing }) => closing)].filter((amount) => !new Decimal(amount).modulo(kronor).isZero()).map((amount) => `${amount} is no whole unit`);
    const check = (what: string, one: string, other: string) => {
      if (!new Decimal(one).minus(other).abs().lessThan(kronor)) found.push(`${what}: ${other} became ${one}`);
    };
    rounded.schedule.forEach(({ amount, project, committee, year }, at) => check(`${project}, ${committee} ${year}`, amount, plan.schedule[at]!.amount));
    rounded.committeeYears.forEach(({ repayment, grant, committee, year }, at) => {
      check(`repaid by ${committee} ${year}`, repayment, plan.committeeYears[at]!.repayment);
      check(`granted to ${committee} ${year}`, grant, plan.committeeYears[at]!.grant);
    });
    rounded.fund.forEach(({ repayments, year }, at) => check(`repaid ${year}`, repayments, plan.fund[at]!.repayments));
    return found;
  }

  it("rounds to whole units, and each repayment, a committee's and a year's by less than one", () => {
    const level = (guarantee: string, years: number) => ({ share: "0", guarantee, cap: "0.4", profile: "level" as const, window: { from: 2026, years } });
    // In 2026 the committee's own sum is rounded up, and the first project of its table repays nothing that year.
    const unitMoved: PlanInput = {
      committees: ["SN", "UN"].map((id) => ({ id, name: id, internal: true })),
      projects: [
        { id: "P1", name: "Bokfört", owner: "SN", rule: level("0", 1) },
        { id: "P2", name: "Ett öre", owner: "SN", rule: level("1", 1) },
        { id: "P3", name: "Delat", owner: "SN", rule: { ...level("1", 3), split: [{ committee: "SN", share: "0.35" }, { committee: "UN", share: "0.65" }] } },
      ],
      costs: [{ project: "P2", committee: "SN", year: 2020, amount: "0.03" }, { project: "P3", committee: "SN", year: 2026, amount: "749999.93" }],
      savings: [],
      booked: [{ project: "P1", committee: "SN", year: 2020, amount: "2597500.01" }],
      roundingUnit: "0.01",
      planFrom: 2026,
    };
    fc.assert(fc.property(valid, fc.constantFrom("tkr" as const, "mkr" as const), (input, unit) => expect(strayed(input, unit)).toEqual([])), { numRuns: 150, examples: [[unitMoved, "mkr"]] });
  });
});

describe("What the council is asked to decide", () => {
  const items = (paper: Annex) => paper.sections.flatMap(({ id, blocks }) => (id === "decisions" ? blocks.flatMap((block) => (block.kind === "numbered" ? block.items : [])) : []));
  const source = sourceOf(exampleInput("norrkoping-2010"));

  it("is the plan, and a point for each committee and year, with exact amounts whatever the unit", () => {
    const [approve, first, ...rest] = items(annex(source, choices({ unit: "mkr" })));
    expect(approve).toBe("Kommunfullmäktige godkänner återföringsplanen enligt denna bilaga.");
    expect(first?.replaceAll("\u00a0", " ")).toBe("Kommunfullmäktige beslutar att minska Socialnämndens budgetram med 500 000 kronor år 2012.");
    expect(rest).toHaveLength(source.plan.committeeYears.filter(({ repayment }) => repayment !== "0").length - 1);
  });

  it("is invoices where the committees are invoiced, and names of several words are not bent", () => {
    const invoiced = items(annex(source, choices({ form: "internalInvoice" })));
    expect(invoiced[1]?.replaceAll("\u00a0", " ")).toBe("Kommunfullmäktige beslutar att Socialnämnden genom internfakturering återför 500 000 kronor till den sociala investeringsfonden år 2012.");
    expect(items(annex(source, choices())).filter((item) => item.includes("budgetramen för Vård- och omsorgsnämnden"))).not.toHaveLength(0);
  });

  it("does not decide again on what is booked", () => {
    const input = exampleInput("uppfoljning");
    const years = items(annex(sourceOf(input), choices())).slice(1).map((item) => Number(/år\s(\d{4})/.exec(item)?.[1]));
    expect(Math.min(...years)).toBeGreaterThanOrEqual(input.planFrom!);
  });

  it("is nothing without repayment", () => {
    const input = { ...exampleInput("norrkoping-2010"), defaultRule: { cap: "0" } };
    const none = { ...input, projects: input.projects.map((project) => ({ ...project, rule: { cap: "0" } })) };
    const paper = annex(sourceOf(none), choices());
    expect(items(paper)).toEqual([]);
    expect(paper.sections.find(({ id }) => id === "decisions")?.blocks).toEqual([{ kind: "paragraph", text: "Planen innehåller ingen återföring att besluta om." }]);
    expect(paper.sections.map(({ id }) => id)).not.toContain("committees");
    expect(mistakes(paper)).toEqual([]);
  });
});

describe("What an annex holds", () => {
  const source = sourceOf(exampleInput("norrkoping-2010"));

  it("is the sections that were chosen, in their order, without those that have nothing to say", () => {
    expect(annex(source, choices({ sections: ["fund", "waivers", "summary"] })).sections.map(({ id }) => id)).toEqual(["fund", "summary"]);
  });

  it("begins with the lines that were filled in", () => {
    expect(annex(source, choices()).lines.map(({ label }) => label)).toEqual(["Kommun eller region", "Ärendenummer", "Datum", "Mottagare", "Avser"]);
  });

  it("is in the language of the paper", () => {
    const paper = annex(source, choices({ language: "en" }));
    expect(paper.title).toBe("Annex: Repayment plan for social investments");
    expect(/återföring(?! 1\.0\.0)|återförs|beslut/i.exec(JSON.stringify(paper.sections))?.[0]).toBeUndefined();
  });

  it("has only a committee's own figures in its own annex", () => {
    const [committee, other] = ["SN", "UN"].map((id) => source.input.committees.find((one) => one.id === id) ?? source.input.committees[id === "SN" ? 0 : 1]!);
    const paper = annex(source, choices(), committee!.id);
    expect(paper.title).toContain(committee!.name);
    expect(JSON.stringify(paper)).not.toContain(other!.name);
    expect(paper.sections.map(({ id }) => id)).not.toContain("fund");
    const own = source.plan.committeeYears.filter((row) => row.committee === committee!.id);
    const exact = annex(source, choices({ unit: "kr" }), committee!.id);
    expect(tablesOf(exact).committees![0]!.rows.at(-1)!.cells.at(-1)).toBe(sum(own.map(({ repayment }) => repayment)).toString());
  });

  it("has no totals that only repeat the committee, and no year in its captions twice", () => {
    const own = annex(source, choices(), "SN");
    const { committees, frames } = tablesOf(own);
    expect([...committees!, ...frames!].flatMap(({ rows }) => rows).filter(({ role }) => role === "total")).toEqual([]);
    expect([own.sections.find(({ id }) => id === "committees")?.title, committees![0]!.title]).toEqual(["Återföring per år", "Återföring"]);
  });

  it("gives the share that is repaid exactly, whatever the unit", () => {
    for (const unit of paperUnits) expect(JSON.stringify(annex(source, choices({ unit })).sections[0])).toContain("97,14 %");
  });

  it("counts in the summary the remarks that it lists, and says where they are when they are there", () => {
    const readingDiagnostics = [{ code: "duplicateId", severity: "warning" as const, message: "En varning." }];
    const withOne = { ...source, options: { ...source.options, readingDiagnostics } };
    const said = (sections: AnnexChoices["sections"]) => JSON.stringify(annex(withOne, choices({ sections })).sections[0]);
    expect(said(annexSections)).toContain("Planen har en anmärkning. Se avsnittet Anmärkningar.");
    expect(said(["summary"])).not.toContain("Se avsnittet");
  });

  it("says in the summary what the tables say", () => {
    const paper = annex(source, choices({ unit: "kr" }));
    const [first] = paper.sections[0]!.blocks;
    const text = first?.kind === "paragraph" ? first.text.replaceAll("\u00a0", " ") : "";
    expect(text).toContain("Av det återförs 32 600 000 kr (97,14 %) under åren 2012–2017.");
  });
});
