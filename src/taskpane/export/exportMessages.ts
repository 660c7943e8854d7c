import { partsOf } from "../planMessages";
import { makeExport, type ExportJob, type Made } from "./exportJob";

/** A job's long lists, which are sent in parts: copying them at once would hold the page. */
interface Rows {
  costs: ExportJob["input"]["costs"];
  savings: ExportJob["input"]["savings"];
  schedule: ExportJob["plan"]["schedule"];
  committeeYears: ExportJob["plan"]["committeeYears"];
}

/** To the worker: rows, part by part, then the job without them. */
export type ExportRequest = { rows: Partial<Rows> } | { job: ExportJob };

/** From the worker. */
export type ExportAnswer = { share: number } | { made: Made } | { failed: string };

const listsOf = ({ input, plan }: ExportJob): Rows => ({ costs: input.costs, savings: input.savings, schedule: plan.schedule, committeeYears: plan.committeeYears });

/** What is sent of a job, in order. */
export function* exportRequests(job: ExportJob): Generator<ExportRequest> {
  const { costs, savings, schedule, committeeYears } = listsOf(job);
  for (const rows of partsOf(costs)) yield { rows: { costs: rows } };
  for (const rows of partsOf(savings)) yield { rows: { savings: rows } };
  for (const rows of partsOf(schedule)) yield { rows: { schedule: rows } };
  for (const rows of partsOf(committeeYears)) yield { rows: { committeeYears: rows } };
  yield { job: { ...job, input: { ...job.input, costs: [], savings: [] }, plan: { ...job.plan, schedule: [], committeeYears: [] } } };
}

/** The worker's side: takes a job's rows and then the job, and answers what came of it. */
export function exportAnswering(answer: (message: ExportAnswer) => void): (request: ExportRequest) => Promise<void> {
  const kept: Rows = { costs: [], savings: [], schedule: [], committeeYears: [] };
  return async (request) => {
    if ("rows" in request) {
      kept.costs.push(...(request.rows.costs ?? []));
      kept.savings.push(...(request.rows.savings ?? []));
      kept.schedule.push(...(request.rows.schedule ?? []));
      kept.committeeYears.push(...(request.rows.committeeYears ?? []));
      return;
    }
    const { job } = request;
    const { costs, savings, schedule, committeeYears } = kept;
    try {
      const whole = { ...job, input: { ...job.input, costs, savings }, plan: { ...job.plan, schedule, committeeYears } };
      answer({ made: await makeExport(whole, (share) => answer({ share })) });
    } catch (error) {
      answer({ failed: error instanceof Error ? error.message : String(error) });
    }
  };
}
