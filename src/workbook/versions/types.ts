import type { Diagnostic, PlanInput, Repayment } from "../../planning/types";

/** A decision to establish a plan: of whom, when. */
export interface Decision {
  /** "KF 2027-02-14 § 12" */
  reference: string;
  /** "2027-02-14" */
  date: string;
  note?: string;
}

/** A plan that has been decided, as its sheet remembers it. */
export interface DecidedVersion {
  /** What the sheet is called now. */
  sheet: string;
  decision: Decision;
  /** "2027-02-10 09:30" */
  madeAt: string;
  /** Of the input that it was made from. */
  fingerprint: string;
  /** As it was decided, also when somebody has written in the sheet's cells since. */
  schedule: Repayment[];
  /** What it was made from: everything that the plan depends on. Undefined when the sheet does not say. */
  input: PlanInput | undefined;
  /** The sheet's cells are no longer what was written. */
  edited: boolean;
}

/** The decided plans of a workbook, the oldest first, and what is wrong with sheets that can't be read. */
export interface ReadVersions {
  versions: DecidedVersion[];
  diagnostics: Diagnostic[];
}
