import { translator, type Language, type Translate } from "../i18n";
import type { PlanInput, RepaymentPlan } from "../planning/types";
import { labelsOf } from "./labels";

/** What every part of the report is made from. */
export interface ReportSubject {
  plan: RepaymentPlan;
  input: PlanInput;
  language: Language;
  translate: Translate;
  /** The name to show for a committee or project, by place in the input. */
  committees: string[];
  projects: string[];
  committeeIndex: Map<string, number>;
  projectIndex: Map<string, number>;
}

const indexOf = (parties: { id: string }[]) => new Map(parties.map(({ id }, index) => [id, index]));

/** Gathers the names that the report shows. */
export function reportSubject(plan: RepaymentPlan, input: PlanInput, language: Language): ReportSubject {
  return {
    plan,
    input,
    language,
    translate: translator(language),
    committees: [...labelsOf(input.committees).values()],
    projects: [...labelsOf(input.projects).values()],
    committeeIndex: indexOf(input.committees),
    projectIndex: indexOf(input.projects),
  };
}

/** A committee's name by its id; an unknown id stands as it is. */
export function committeeName(subject: ReportSubject, id: string): string {
  return subject.committees[subject.committeeIndex.get(id) ?? -1] ?? id;
}

/** A project's name by its id; an unknown id stands as it is. */
export function projectName(subject: ReportSubject, id: string): string {
  return subject.projects[subject.projectIndex.get(id) ?? -1] ?? id;
}
