import type { PlanInput, Project, RepaymentRule } from "../planning/types";

/** The plan's settings that the pane changes, as the fields of the input; null empties the cell. */
export interface SettingDrafts {
  roundingUnit?: string | null;
  /** A fraction, decimal as text. */
  rate?: string | null;
  baseYear?: number | null;
  capOrder?: "oldestFirst" | "proportional" | null;
  capExtensionYears?: number | null;
}

/** Rules that have been changed in the pane and not yet saved in the workbook. */
export interface RuleDrafts {
  defaultRule?: RepaymentRule;
  /** By project id; `default` when the project shall follow the fund's rule. */
  projects: Readonly<Record<string, RepaymentRule | "default">>;
  settings: SettingDrafts;
}

export const noDrafts: RuleDrafts = { projects: {}, settings: {} };

export function hasDrafts({ defaultRule, projects, settings }: RuleDrafts): boolean {
  return defaultRule !== undefined || Object.keys(projects).length > 0 || Object.keys(settings).length > 0;
}

/** The input as it would be if the drafts were saved. */
export function withDrafts(input: PlanInput, drafts: RuleDrafts): PlanInput {
  if (!hasDrafts(drafts)) return input;
  const { defaultRule, projects, settings } = drafts;
  const changed: PlanInput = {
    ...input,
    ...(defaultRule === undefined ? {} : { defaultRule }),
    projects: input.projects.map((project) => withRule(project, projects[project.id])),
  };
  if (settings.roundingUnit !== undefined) changed.roundingUnit = settings.roundingUnit ?? undefined;
  if (settings.capOrder !== undefined) changed.capOrder = settings.capOrder ?? undefined;
  if (settings.capExtensionYears !== undefined) changed.capExtensionYears = settings.capExtensionYears ?? undefined;
  if (settings.rate !== undefined || settings.baseYear !== undefined) changed.appraisal = appraisalOf(input, settings);
  return changed;
}

function withRule(project: Project, rule: RepaymentRule | "default" | undefined): Project {
  if (rule === undefined) return project;
  if (rule !== "default") return { ...project, rule };
  return { ...project, rule: undefined };
}

/** Without a rate there is no appraisal; without a base year it is the first year with a cost. */
function appraisalOf({ appraisal, costs }: PlanInput, { rate = appraisal?.rate, baseYear = appraisal?.baseYear }: SettingDrafts): PlanInput["appraisal"] {
  if (rate === undefined || rate === null) return undefined;
  const first = costs.reduce((least, { year }) => Math.min(least, year), Infinity);
  const year = baseYear ?? first;
  return Number.isFinite(year) ? { rate, baseYear: year } : undefined;
}
