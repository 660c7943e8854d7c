import { planRepayments } from "../../src/planning";
import type { PlanInput } from "../../src/planning/types";
import type { ExportJob } from "../../src/taskpane/export/exportJob";
import { pageExporter, workerExporter, type ExportingWorker } from "../../src/taskpane/export/exporter";
import { exportAnswering, type ExportAnswer, type ExportRequest } from "../../src/taskpane/export/exportMessages";
import { usualPaper } from "../../src/workbook/paper";
import norrkoping from "../planning/examples/norrkoping-2010.json";

const input = norrkoping as unknown as PlanInput;
const plan = planRepayments(input);
const job: ExportJob = { kind: "csv", paper: usualPaper("sv"), input, plan, reading: { tables: [], diagnostics: [] }, now: new Date("2026-11-21T12:00:00"), version: "1.0.0" };
/** More rows than are sent at once. */
const large: ExportJob = {
  ...job,
  input: { ...input, savings: Array.from({ length: 7_000 }, (_, index) => ({ ...input.savings[0]!, amount: String(index) })) },
  plan: { ...plan, schedule: Array.from({ length: 12_000 }, (_, index) => ({ ...plan.schedule[0]!, amount: String(index + 1) })) },
};

/** The worker's own code at the other end of a wire that copies, as between threads. */
function wire(fault?: (request: ExportRequest) => boolean) {
  const requests: ExportRequest[] = [];
  const shares: number[] = [];
  const workers: { ended: boolean }[] = [];
  const exporter = workerExporter(() => {
    const worker = { ended: false, onmessage: null, onerror: null, terminate: () => void (worker.ended = true), postMessage } as ExportingWorker & { ended: boolean };
    const asWorker = worker as unknown as Worker;
    const take = exportAnswering((answer) => {
      if (!worker.ended) worker.onmessage?.call(asWorker, { data: structuredClone(answer) } as MessageEvent<ExportAnswer>);
    });
    function postMessage(request: ExportRequest): void {
      requests.push(request);
      const copy = structuredClone(request);
      setTimeout(() => void (fault?.(request) ? worker.onerror?.call(asWorker, new Event("error") as ErrorEvent) : take(copy)));
    }
    workers.push(worker);
    return worker;
  });
  const make = (what: ExportJob, signal = new AbortController().signal) => exporter.make(what, { signal, onProgress: (share) => void shares.push(share) });
  return { requests, shares, workers, make };
}

const onPage = (what: ExportJob) => pageExporter.make(what, { signal: new AbortController().signal, onProgress: () => undefined });

it("makes in the worker what the page makes, also of long lists, which are sent in parts", async () => {
  const { make, requests, workers } = wire();
  for (const one of [job, large, { ...large, kind: "sie" as const }]) expect(await make(one)).toEqual(await onPage(one));
  const sizes = requests.flatMap((request) => ("rows" in request ? Object.values(request.rows).map(({ length }) => length) : []));
  expect(Math.max(...sizes)).toBe(5_000);
  for (const request of requests) if ("job" in request) expect([request.job.input.costs, request.job.input.savings, request.job.plan.schedule, request.job.plan.committeeYears]).toEqual([[], [], [], []]);
  expect(workers.map(({ ended }) => ended)).toEqual([true, true, true]);
});

it("tells how far it has come", async () => {
  const { make, shares } = wire();
  await make({ ...job, kind: "committees" });
  expect(shares.length).toBeGreaterThan(1);
  expect(shares.at(-1)).toBe(1);
});

it("gives nothing when it is stopped, and ends the worker", async () => {
  const stop = new AbortController();
  const { make, workers, requests } = wire();
  const making = make(large, stop.signal);
  stop.abort();
  expect(await making).toBeNull();
  expect(workers).toMatchObject([{ ended: true }]);
  const sent = requests.length;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(requests).toHaveLength(sent);
});

it("is made on the page when the worker fails, or is refused", async () => {
  const broken = wire((request) => "rows" in request);
  expect(await broken.make(job)).toEqual(await onPage(job));
  expect(broken.workers).toMatchObject([{ ended: true }]);
  const refusing = workerExporter(() => {
    throw new Error("Refused by the page's policy.");
  });
  expect(await refusing.make(job, { signal: new AbortController().signal, onProgress: () => undefined })).toEqual(await onPage(job));
});

it("rejects with the worker's own words when the making fails", async () => {
  const { make, workers } = wire();
  await expect(make({ ...job, now: new Date(NaN), kind: "word" })).rejects.toThrow("Invalid time value");
  expect(workers).toMatchObject([{ ended: true }]);
});
