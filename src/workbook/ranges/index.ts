/** The user's own ranges as input: how they are understood, corrected, remembered and forgotten. */
export type { ColumnRole, RangeCorrection } from "../reading/correction";
export type { RangeKind } from "../reading/rangeNames";
export type { RangeColumn } from "./rangeColumns";
export { understandRange, type RangeRequest, type RangeUnderstanding } from "./understandRange";
export { forgetRange, useRange } from "./useRange";
