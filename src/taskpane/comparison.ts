import { modelRules, type ModelName } from "../planning/models";
import type { PlanInput } from "../planning/types";

/** The same input with every project under one model; what committees have agreed to share stays. */
export function underModel(input: PlanInput, model: ModelName): PlanInput {
  return {
    ...input,
    defaultRule: modelRules[model](),
    projects: input.projects.map(({ rule, ...project }) => (rule?.split ? { ...project, rule: { ...modelRules[model](), split: rule.split } } : project)),
  };
}
