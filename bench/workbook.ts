import { planRepayments, type PlanInput } from "../src/planning";
import { readWorkbook, type WorkbookReading } from "../src/workbook/reading";
import { createTemplate, fillTemplate } from "../src/workbook/template";
import { writeRepaymentPlan } from "../src/workbook/writing";
import { createHost, loadClient, newWorkbook, type Counts, type Host, type Workbook } from "../workbench/host";
import { saveXlsx } from "../workbench/host/xlsx";
import { largeFund } from "./portfolio";
import { atMost, megabytes, ms, whole, type Part, type Row } from "./table";

/** What a piece of work on the workbook cost. */
type Cost = Counts & { time: number };

async function costOf(host: Host, work: () => Promise<unknown>): Promise<Cost> {
  host.resetCounts();
  const start = performance.now();
  await work();
  return { ...host.counts, time: performance.now() - start };
}

/** Work through Microsoft's client on a workbook. */
async function throughClient<T>(host: Host, work: () => Promise<T>): Promise<T> {
  const client = loadClient(host);
  const uninstall = client.install();
  try {
    return await work();
  } finally {
    uninstall();
    client.close();
  }
}

/** A workbook with a large fund on the template; nobody types it at once, so no limit holds for that. */
async function filledWorkbook(fund: PlanInput): Promise<Workbook> {
  const workbook = newWorkbook();
  const { diagnostics } = await throughClient(createHost(workbook, { payloadLimit: Infinity }), () =>
    Excel.run((context) => createTemplate(context, { firstYear: 2025, years: 23, filled: fillTemplate(fund) })),
  );
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return workbook;
}

/** The file of such a workbook. */
export async function largeWorkbook(fund: PlanInput): Promise<Uint8Array> {
  return saveXlsx(await filledWorkbook(fund));
}

/** What Excel on the web takes and gives at once, in bytes. */
const payloadLimit = 5e6;

/** Reading and writing at three sizes. A sync carries one request and one answer, so there are as many blocks as syncs. */
export async function measureWorkbook(): Promise<Part> {
  const rows: Row[] = [];
  for (const projects of [100, 1_000, 10_000]) {
    for (const [what, cost] of Object.entries(await readAndWrite(projects, projects <= 1_000))) {
      const name = `${whole(projects)} projects, ${what}`;
      const { time, syncs, requestBytes, responseBytes, largestRequest, largestResponse } = cost;
      const refused = largestResponse > payloadLimit ? `; an answer of ${megabytes(largestResponse)} is refused, and read again in blocks` : "";
      const figures = `, ${ms(time)}, ${megabytes(requestBytes)} out, ${megabytes(responseBytes)} in${refused}`;
      const written = (count: number) => `${count} syncs`;
      rows.push(projects > 1_000 ? { what: name, figure: written(syncs) + figures } : atMost(name, syncs, 6, written, figures));
      rows.push(atMost(`${name}: the largest request`, largestRequest, payloadLimit, megabytes));
    }
  }
  return { title: "Reading and writing through Microsoft's client", rows };
}

/** Reading a fund of so many projects from the template's tables, and writing its plan, once more over the first if wanted. */
async function readAndWrite(projects: number, isTwice: boolean): Promise<Record<string, Cost>> {
  const host = createHost(await filledWorkbook(largeFund(projects)));
  return throughClient(host, async () => {
    let reading: WorkbookReading | undefined;
    const readingCost = await costOf(host, async () => (reading = await Excel.run((context) => readWorkbook(context))));
    const { input, tables, diagnostics } = reading!;
    const plan = planRepayments(input);
    if (plan.schedule.length === 0) throw new Error([...diagnostics, ...plan.diagnostics].map(({ message }) => message).join("\n"));
    const write = () => writeRepaymentPlan((batch) => Excel.run(batch), { input, tables, diagnostics }, plan, { language: "sv", now: new Date(), version: "0" });
    return { reading: readingCost, writing: await costOf(host, write), ...(isTwice ? { "writing again": await costOf(host, write) } : {}) };
  });
}
