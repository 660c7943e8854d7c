/** A year's follow-up as sheets and as a paper. */
export { followUpAnnex, type FollowUpChoices } from "./followUpAnnex";
export { followUpFileName } from "./followUpFileName";
export { followUpReport } from "./followUpReport";
export { followUpSheets } from "./followUpSheets";
export { reasonInWords } from "./reasonInWords";
export type { DecidedPlan, FollowUpReport, FollowUpSource } from "./types";
