import { evaluation, groupComparisons, planChanges, yearFollowUp, type Observation } from "../../../src/followUp";
import { planRepayments, type PlanInput } from "../../../src/planning";
import type { FollowUpSource } from "../../../src/report/followUp";
import malmo from "../../planning/examples/malmo-hela-familjen.json";
import uppfoljning from "../../planning/examples/uppfoljning.json";

/** A year's follow-up of an input, compared with what was decided before it. */
export function sourceOf(before: PlanInput | null, now: PlanInput, year: number, observations: Observation[] = []): FollowUpSource {
  const plan = planRepayments(now);
  const decided = before && { schedule: planRepayments(before).schedule, decision: { reference: "KF § 12", date: "2026-02-14" }, input: before };
  return {
    input: now,
    plan,
    decided,
    year,
    rows: yearFollowUp(now, decided?.schedule ?? plan.schedule, year),
    changes: decided === null ? [] : planChanges({ input: decided.input, schedule: decided.schedule }, { input: now, schedule: plan.schedule }),
    evaluations: evaluation(now),
    comparisons: groupComparisons(observations),
  };
}

const followed = uppfoljning as PlanInput;
/** The plan as it was decided before anything was known, and what came of it. */
export const history = { before: { ...followed, outcomes: [], booked: [], planFrom: undefined } as PlanInput, now: followed };

const familjen = malmo as unknown as PlanInput;
/** A plan before a succession and a waiver, and after. */
export const moved = { before: { ...familjen, successions: [], waivers: [] } as PlanInput, now: familjen };

/** So many of a measure in both groups. */
export const observed = (size: number): Observation[] =>
  (["project", "control"] as const).flatMap((group) => Array.from({ length: size }, (_, index) => ({ project: followed.projects[0]!.id, measure: "Närvaro, %", group, before: String(70 + (index % 5)), after: group === "project" ? String(80 + (index % 5)) : String(72 + (index % 5)) })));

export const options = { language: "sv" as const, madeAt: "2027-02-20", version: "1.0.0", sources: [], fingerprint: "0123456789abcdef".repeat(4) };
