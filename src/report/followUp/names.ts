import type { PlanInput } from "../../planning/types";
import { labelsOf } from "../labels";
import type { FollowUpSource } from "./types";

/** What projects and committees are called in a follow-up, by id; one that nobody knows is called by its id. */
export interface FollowUpNames {
  project(id: string): string;
  committee(id: string): string;
}

/** The names that the input has, and for those that are gone since the ones that the decided plan had. */
export function followUpNames({ input, decided }: Pick<FollowUpSource, "input" | "decided">): FollowUpNames {
  const labels = (of: "projects" | "committees") => labelsOf(withGone(input[of], decided?.input?.[of] ?? []));
  const [projects, committees] = [labels("projects"), labels("committees")];
  return { project: (id) => projects.get(id) ?? id, committee: (id) => committees.get(id) ?? id };
}

function withGone<T extends PlanInput["committees"][number] | PlanInput["projects"][number]>(now: readonly T[], before: readonly T[]): T[] {
  const known = new Set(now.map(({ id }) => id));
  return [...now, ...before.filter(({ id }) => !known.has(id))];
}
