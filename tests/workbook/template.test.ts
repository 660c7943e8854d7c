import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PlanInput, RepaymentRule } from "../../src/planning/types";
import { readWorkbook } from "../../src/workbook/reading";
import { createTemplate, fillTemplate } from "../../src/workbook/template";
import { completeRule, plainDecimal } from "../../src/workbook/template/ruleCells";
import { createHost, loadClient, newWorkbook, type Client, type Host, type Workbook } from "../../workbench/host";

const examples = join(__dirname, "../planning/examples");
const names = readdirSync(examples).filter((name) => !name.includes("expected"));
const example = (name: string) => JSON.parse(readFileSync(join(examples, name), "utf8")) as PlanInput;

let open: Client | undefined;
afterEach(() => open?.close());

function openWorkbook(workbook: Workbook = newWorkbook()): { host: Host; run: Client["Excel"]["run"]; workbook: Workbook } {
  const host = createHost(workbook);
  open = loadClient(host);
  return { host, run: open.Excel.run.bind(open.Excel), workbook };
}

/** Without cells, and with decimals and rules written in one way. */
function plain(input: PlanInput): unknown {
  const rule = (one: RepaymentRule | undefined) => one && { ...completeRule(one), ...(one.split ? { split: one.split.map(({ committee, share }) => ({ committee, share: plainDecimal(share) })) } : {}) };
  const text = JSON.stringify(
    { ...input, defaultRule: rule(input.defaultRule), projects: input.projects.map((project) => ({ ...project, rule: rule(project.rule) })) },
    (key, value: unknown) => (key === "cell" ? undefined : ["amount", "share", "shareOfFrame", "openingBalance", "rate", "roundingUnit"].includes(key) && typeof value === "string" ? plainDecimal(value) : value),
  );
  return JSON.parse(text) as unknown;
}

async function roundTrip(input: PlanInput, language: "sv" | "en" = "sv") {
  const { host, run } = openWorkbook();
  const filled = fillTemplate(input, language);
  const before = host.counts.syncs;
  const created = await run((context) => createTemplate(context, { language, firstYear: 2026, years: 5, filled }));
  const created2 = host.counts.syncs;
  const reading = await run((context) => readWorkbook(context, { language }));
  return { created, reading, writeSyncs: created2 - before, readSyncs: host.counts.syncs - created2 };
}

describe("the template, filled in and read again", () => {
  it.each(names)("gives the input of %s back", async (name) => {
    const input = example(name);
    const { created, reading, writeSyncs, readSyncs } = await roundTrip(input);
    expect(created.diagnostics).toEqual([]);
    expect(reading.diagnostics).toEqual([]);
    expect(plain(reading.input)).toEqual(plain(input));
    expect(reading.source).toBe("template");
    expect([writeSyncs, readSyncs]).toEqual([2, 2]);
  });
});
