import { breath } from "../../workbook/breath";
import type { ExportJob, Made } from "./exportJob";
import type { ExportAnswer, ExportRequest } from "./exportMessages";

/** How the one who waits is told, and how it is stopped. */
export interface ExportWork {
  onProgress(share: number): void;
  signal: AbortSignal;
}

/** Makes papers and files, where the page stays free meanwhile. */
export interface Exporter {
  /** Null when it was stopped. */
  make(job: ExportJob, work: ExportWork): Promise<Made | null>;
}

/** Makes them on the page itself. */
export const pageExporter: Exporter = {
  async make(job, { onProgress, signal }) {
    const { makeExport } = await import("./exportJob");
    const made = await makeExport(job, onProgress);
    return signal.aborted ? null : made;
  },
};

/** What is used of a worker. */
export type ExportingWorker = Pick<Worker, "onmessage" | "onerror" | "terminate"> & { postMessage(request: ExportRequest): void };

const startWorker = (): ExportingWorker => new Worker(new URL("./exportWorker.ts", import.meta.url));

/** A worker for each job, which ends with it; the page itself where workers are refused. */
export function workerExporter(start = startWorker): Exporter {
  return {
    make: (job, work) =>
      new Promise((done, failed) => {
        const onPage = () => pageExporter.make(job, work).then(done, failed);
        let worker: ExportingWorker;
        try {
          worker = start();
        } catch {
          return void onPage();
        }
        const end = (what: () => void) => {
          worker.terminate();
          what();
        };
        worker.onerror = () => end(() => void onPage());
        worker.onmessage = ({ data: answer }: MessageEvent<ExportAnswer>) => {
          if ("share" in answer) work.onProgress(answer.share);
          else end(() => ("made" in answer ? done(answer.made) : failed(new Error(answer.failed))));
        };
        work.signal.addEventListener("abort", () => end(() => done(null)));
        void send(worker, job, work.signal).catch(() => end(() => void onPage()));
      }),
  };
}

async function send(worker: ExportingWorker, job: ExportJob, signal: AbortSignal): Promise<void> {
  const { exportRequests } = await import("./exportMessages");
  for (const request of exportRequests(job)) {
    if (signal.aborted) return;
    worker.postMessage(request);
    await breath();
  }
}
