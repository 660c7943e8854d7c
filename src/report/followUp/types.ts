import type { FollowUpRow, GroupComparison, PlanChange, ProjectEvaluation } from "../../followUp";
import type { Language } from "../../i18n";
import type { DecimalText, PlanInput, Repayment, RepaymentPlan } from "../../planning/types";
import type { ReportText } from "../types";

/** A plan that has been decided, as far as a follow-up needs it. */
export interface DecidedPlan {
  schedule: readonly Repayment[];
  decision: { reference: string; date: string };
  /** What it was made from, for the names of projects and committees that are gone since. */
  input?: PlanInput | undefined;
  /** Its sheet is no longer as it was written. */
  edited?: boolean;
}

/** What a year's follow-up is told from: the plan as it is now, the one that was decided, and what has come of both. */
export interface FollowUpSource {
  input: PlanInput;
  plan: RepaymentPlan;
  /** What the plan is compared with; null when nothing has been decided. */
  decided: DecidedPlan | null;
  /** The year that is followed up. */
  year: number;
  /** `yearFollowUp` of the year. */
  rows: FollowUpRow[];
  /** `planChanges` from the decided plan to this one; none when nothing has been decided. */
  changes: PlanChange[];
  /** `evaluation` of the input. */
  evaluations: ProjectEvaluation[];
  /** `groupComparisons` of what was observed; none when there are no control groups. */
  comparisons: GroupComparison[];
}

/** A part of a difference, with its reason in words. */
export interface ReasonAmount {
  reason: string;
  amount: DecimalText;
}

/** A project, committee and year whose repayment differs from what was decided. */
export interface ChangedRepayment {
  project: string;
  committee: string;
  year: number;
  decided: DecimalText;
  now: DecimalText;
  /** They sum to what is now less what was decided. */
  reasons: ReasonAmount[];
}

/** A committee's year in both plans. */
export interface ComparedYear {
  /** The committee's id, and what it is called. */
  id: string;
  committee: string;
  year: number;
  decided: DecimalText;
  now: DecimalText;
}

/** A year's follow-up as a document, without any format: names as they are shown, amounts exact in kr. */
export interface FollowUpReport {
  language: Language;
  title: string;
  /** The user's own title of the input; "" when there is none. */
  subtitle: string;
  /** When it was made and in what unit, as a sentence. */
  made: string;
  madeAt: string;
  fingerprint: string;
  /** Decimals that amounts are shown with. */
  decimals: 0 | 2;
  year: number;
  /** What the plan is compared with, in sentences. */
  compared: string[];
  /** Whether there is a decided plan to compare with. */
  hasDecided: boolean;
  rows: FollowUpRow[];
  /** The year's outcomes that are not established. */
  missing: ReportText["entries"];
  evaluations: ProjectEvaluation[];
  /** What each project has come to, in sentences. */
  evaluated: ReportText["entries"];
  comparisons: GroupComparison[];
  /** What the control groups say, and whether it can be trusted. */
  observed: ReportText["entries"];
  /** By committee, then year. */
  committeeYears: ComparedYear[];
  /** By project, committee, then year. */
  changed: ChangedRepayment[];
  /** The sum of each reason that there is, in the order that they are told apart. */
  reasons: ReasonAmount[];
}
