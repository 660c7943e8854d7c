/** What was promised, what was achieved, and what is repaid now. */
export { enoughObservations, groupComparisons, type GroupComparison, type GroupMeans, type Observation } from "./controlGroup";
export { evaluation, type EvaluatedYear, type ProjectEvaluation } from "./evaluation";
export { planChanges } from "./planChanges";
export { changeReasons, type ChangeReason, type PlanChange, type PlanWithInput } from "./reasons";
export { bookedDifference, outcomeCounts, yearFollowUp, type FollowUpRow, type OutcomeStatus } from "./yearFollowUp";
