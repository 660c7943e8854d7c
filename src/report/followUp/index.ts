/** A year's follow-up as sheets and as a paper. */
export { reasonInWords } from "./reasonInWords";
export type { FollowUpSource } from "./types";
