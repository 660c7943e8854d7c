import type { PlanChange } from "../followUp";
import { yearsBetween } from "../money/years";
import type { Diagnostic, PlanInput, RepaymentPlan } from "../planning/types";
import type { PaneState } from "./state";
import type { ReadAmounts, DecidedVersion } from "./workbook";

/** What a selection can be read as, to be written in the workbook's tables. */
export type FollowUpKind = "outcomes" | "booked";

/** The plan as it would be with an exception or a reorganisation that is being written. */
export interface Trial {
  kind: "waiver" | "succession";
  plan: RepaymentPlan;
}

/** The follow-up of a year. */
export interface FollowUp {
  /** `yearToFollow` when the tab was opened, until the user chooses another; null before that. */
  year: number | null;
  /** The decided plans, oldest first. */
  versions: DecidedVersion[];
  /** What is wrong with those that can't be read. */
  problems: Diagnostic[];
  /** The sheet of the decided plan that is compared with; the last when null. */
  comparedWith: string | null;
  /** What differs from that plan, and why; null while it is found out, or when nothing is decided. */
  changes: PlanChange[] | null;
  /** What each version changed of the one before, by sheet; those that have been asked for. */
  history: Readonly<Record<string, PlanChange[]>>;
  /** What was read from the selection, not yet written. */
  read: { kind: FollowUpKind; amounts: ReadAmounts } | null;
  trial: Trial | null;
}

export type FollowUpAction =
  | { type: "versionsRead"; versions: DecidedVersion[]; problems: Diagnostic[] }
  | { type: "followUpYearChosen"; year: number }
  | { type: "versionChosen"; sheet: string }
  | { type: "changesFound"; changes: PlanChange[] | null }
  | { type: "versionExplained"; sheet: string; changes: PlanChange[] }
  | { type: "amountsRead"; kind: FollowUpKind; amounts: ReadAmounts }
  | { type: "amountsClosed" }
  | { type: "tried"; trial: Trial | null };

const nothing: FollowUp = { year: null, versions: [], problems: [], comparedWith: null, changes: null, history: {}, read: null, trial: null };

/** The part of the pane's state machine that is about following up. */
export function reduceFollowUp(state: PaneState, action: FollowUpAction): PaneState {
  const followUp = state.followUp ?? nothing;
  const changed = (change: Partial<FollowUp>): PaneState => ({ ...state, followUp: { ...followUp, ...change } });
  switch (action.type) {
    case "versionsRead":
      return changed({ versions: action.versions, problems: action.problems, history: {} });
    case "followUpYearChosen":
      return changed({ year: action.year, read: null });
    case "versionChosen":
      return changed({ comparedWith: action.sheet, changes: null });
    case "changesFound":
      return changed({ changes: action.changes });
    case "versionExplained":
      return changed({ history: { ...followUp.history, [action.sheet]: action.changes } });
    case "amountsRead":
      return { ...changed({ read: { kind: action.kind, amounts: action.amounts } }), activity: null };
    case "amountsClosed":
      return changed({ read: null });
    case "tried":
      return changed({ trial: action.trial });
  }
}

/** The decided plan that the current is compared with: the chosen, else the last; undefined when nothing is decided. */
export function decidedPlan({ versions, comparedWith }: FollowUp): DecidedVersion | undefined {
  return versions.find(({ sheet }) => sheet === comparedWith) ?? versions.at(-1);
}

/** The years that can be followed up: those with a saving to expect. */
export function yearsToFollow({ savings }: PlanInput): number[] {
  const years = savings.filter(({ amount }) => /[1-9]/.test(amount)).map(({ year }) => year);
  return years.length === 0 ? [] : yearsBetween(years.reduce((least, year) => Math.min(least, year)), years.reduce((most, year) => Math.max(most, year)));
}

/** The year to follow up: the first with a saving whose outcome is not established, from the year before the plan's first. */
export function yearToFollow(input: PlanInput): number | undefined {
  const established = new Set((input.outcomes ?? []).filter(({ status }) => status === "established").map(({ project, committee, year }) => JSON.stringify([project, committee, year])));
  const waiting = input.savings.filter(({ project, committee, year, amount }) => /[1-9]/.test(amount) && year >= (input.planFrom ?? -Infinity) - 1 && !established.has(JSON.stringify([project, committee, year])));
  return waiting.reduce<number | undefined>((first, { year }) => (first === undefined || year < first ? year : first), undefined) ?? yearsToFollow(input).at(-1);
}
