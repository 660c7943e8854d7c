import type { CommitteeShare, PlanInput } from "../../planning/types";
import type { RecordTable } from "../reading/readWorkbook";
import { displayNames } from "../template/fillTemplate";
import { decimalCell, plainDecimal } from "../template/ruleCells";
import { sameName, type RuleChanges } from "./changes";
import { RecordEdit } from "./recordEdit";

/** The agreed split of a project's rule, or of the fund's, as it is and as it shall be. */
export interface SplitChange {
  /** The project's id; undefined for the fund's rule. */
  project?: string;
  had: readonly CommitteeShare[];
  wanted: readonly CommitteeShare[];
}

/** The splits that rules change: a rule without one takes away the one there is. */
export function splitChanges({ defaultRule, projects = {} }: RuleChanges, input: PlanInput): SplitChange[] {
  const changed = Object.entries(projects).map(([project, rule]): SplitChange => ({
    project,
    had: input.projects.find(({ id }) => id === project)?.rule?.split ?? [],
    wanted: rule === "default" ? [] : (rule.split ?? []),
  }));
  if (defaultRule !== undefined) changed.push({ had: input.defaultRule?.split ?? [], wanted: defaultRule === "default" ? [] : (defaultRule.split ?? []) });
  return changed.filter(({ had, wanted }) => asText(had) !== asText(wanted));
}

const asText = (split: readonly CommitteeShare[]) => JSON.stringify(split.map(({ committee, share }) => [committee, plainDecimal(share)]));

/** The changes to splits in their table: a committee keeps its row, and a row that nobody needs is emptied. */
export function editSplits(record: RecordTable, changes: readonly SplitChange[], input: PlanInput): RecordEdit {
  const edit = new RecordEdit(record);
  for (const change of changes) editSplit(edit, change, input);
  return edit;
}

function editSplit(edit: RecordEdit, { project, had, wanted }: SplitChange, { projects, committees }: PlanInput): void {
  const names = (items: PlanInput["committees"] | PlanInput["projects"], wantedId: string) => items.filter(({ id }) => id === wantedId).flatMap(({ id, name }) => [id, name]);
  const isAbout = (row: number) => {
    const text = edit.text(row, "splitProject");
    if (project !== undefined) return names(projects, project).some((name) => sameName(name, text));
    return text === "" && (edit.text(row, "committee") !== "" || edit.text(row, "splitShare") !== "");
  };
  const free = edit.rows().filter(isAbout);
  const take = (suits: (row: number) => boolean) => {
    const at = free.findIndex(suits);
    return at < 0 ? undefined : free.splice(at, 1)[0];
  };
  const placed = wanted.map((share) => ({ ...share, row: take((row) => names(committees, share.committee).some((name) => sameName(name, edit.text(row, "committee")))) }));
  for (const { committee, share, row: own } of placed) {
    // The share of a committee that keeps it may be a formula.
    if (own !== undefined && had.some((one) => one.committee === committee && plainDecimal(one.share) === plainDecimal(share))) continue;
    const row = own ?? take(() => true);
    const values = { splitProject: project === undefined ? "" : displayNames(projects)(project), committee: displayNames(committees)(committee), splitShare: decimalCell(share) };
    if (row === undefined) edit.add(values);
    else edit.set(row, values);
  }
  for (const row of free) edit.set(row, { splitProject: "", committee: "", splitShare: "" });
}
