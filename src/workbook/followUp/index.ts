/** What is reported after a plan was decided, written in the workbook's own tables: outcomes, bookings, waivers, successions. */
export { readAmounts } from "./readAmounts";
export { saveBooked } from "./saveBooked";
export { saveOutcomes } from "./saveOutcomes";
export { saveSuccession } from "./saveSuccession";
export { saveWaiver } from "./saveWaiver";
export type { AmountsRequest, BookedEdit, OutcomeEdit, ReadAmounts, SuccessionEntry, WaiverEntry } from "./types";
