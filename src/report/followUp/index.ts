/** A year's follow-up as sheets and as a paper. */
export { followUpAnnex, type FollowUpChoices } from "./followUpAnnex";
export { comparedYears, reasonSums } from "./comparedPlans";
export { followUpFileName } from "./followUpFileName";
export { followUpReport } from "./followUpReport";
export { followUpSheets } from "./followUpSheets";
export { followUpNames } from "./names";
export { reasonInWords } from "./reasonInWords";
export type { ComparedYear, DecidedPlan, FollowUpReport, FollowUpSource, ReasonAmount } from "./types";
