/** A plan's sheets, and its annex, in the workbook: written all or nothing, and recognised afterwards. */
export { readInputRecord } from "./readInputRecord";
export { readWritten, type DecidedSheet, type WrittenSheet, type WrittenSheets } from "./readWritten";
export { writeAnnexSheet, type AnnexWriting } from "./writeAnnex";
export { writePlan, type PlanNotWritten, type PlanWritten, type WriteOptions } from "./writePlan";
export { reportOptions, writeRepaymentPlan, type RepaymentPlanOptions } from "./writeRepaymentPlan";
