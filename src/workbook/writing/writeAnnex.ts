import type { SheetLayout } from "../../report";
import type { ExcelRun } from "../excelRun";
import { localTime } from "./localTime";
import { writeSheets, type PlanNotWritten, type PlanWritten, type WriteOptions } from "./writePlan";

export interface AnnexWriting extends Omit<WriteOptions, "today"> {
  /** When it is written; now, when left out. */
  now?: Date;
  /** The add-in's version, as a plan's writing takes it; the annex says it itself, in how the plan is made. */
  version?: string;
}

/** A large fund's annex is thousands of commands, which the client writes into a request in one go. */
const requestBytes = 1_000_000;

/**
 * Writes the annex as a print-ready sheet, as `writePlan` writes a plan: all or nothing, in place of the annex from
 * before, which is kept under a dated name when a user has written in it. The plan's own sheets are not touched.
 */
export async function writeAnnexSheet(run: ExcelRun, annex: SheetLayout, { now = new Date(), language, onProgress, signal, payloadLimit = requestBytes }: AnnexWriting): Promise<PlanWritten | PlanNotWritten> {
  return writeSheets(run, "annex", [annex], { language, onProgress, signal, payloadLimit, today: localTime(now).slice(0, 10) });
}
