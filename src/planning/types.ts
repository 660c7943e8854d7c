/**
 * The plan's input and answer, as JSON: amounts and shares are decimal strings ("1250000", "0.35"),
 * years are whole numbers. What is read from a workbook also carries the cell it came from.
 */

/** A decimal number as text: an optional minus sign, digits, an optional point and digits. */
export type DecimalText = string;

/** Where an input row was read, as Excel writes it: `Kostnader!D5`. */
export type CellReference = string;

/** A committee (nämnd), or a body outside the municipality whose savings count for society only. */
export interface Committee {
  id: string;
  name: string;
  /** False for the region, the state or another municipality: never part of the plan. Default true. */
  internal?: boolean;
  cell?: CellReference;
}

/** When repayment begins: a calendar year, or so many years after the project's first or last year. */
export type WindowStart = number | { after: "projectStart" | "projectEnd"; years: number };

/** The years in which repayment falls due (återföringstid). */
export interface RepaymentWindow {
  from: WindowStart;
  /** Number of years, counted from the first. */
  years: number;
  /** The last calendar year, whatever `years` says. */
  latest?: number;
}

/** A committee's agreed part of a project's repayment. */
export interface CommitteeShare {
  committee: string;
  share: DecimalText;
}

/** A repayment rule: entitlement R = min(cap·C, max(guarantee·C, share·S)). */
export interface RepaymentRule {
  /** α, återföringsandel: the part of a saving that is repaid, 0–1. Default 1. */
  share?: DecimalText;
  /** γ, garanterad andel: the part of the cost that is repaid whatever the outcome, 0–1. Default 0. */
  guarantee?: DecimalText;
  /** κ, takandel: the most that is repaid, as a part of the cost, 0–1. Default 1. */
  cap?: DecimalText;
  /** `savings`: as savings come; `level`: equal parts every year of the window. Default savings. */
  profile?: "savings" | "level";
  /** Default: ten years from the year after the project's start. */
  window?: RepaymentWindow;
  /** Savings before the window count in its first year. Default false. */
  includeEarlierSavings?: boolean;
  /** Agreed weights between committees, in place of their savings; they sum to 1. */
  split?: CommitteeShare[];
  /** Years after the window in which what a cap held back may still be placed. Default: the plan's. */
  capExtensionYears?: number;
}

/** A project (insats) that has been granted money from the fund. */
export interface Project {
  id: string;
  name: string;
  /** The committee that runs it. Default: the one with the largest cost. */
  owner?: string;
  /** Default: the plan's `defaultRule`, else villkorad, ten years. */
  rule?: RepaymentRule;
  /** Default: the first year with a cost. */
  startYear?: number;
  /** Default: the last year with a cost. */
  endYear?: number;
  cell?: CellReference;
}

/** An amount in kr for a project, a committee and a year. */
export interface AmountRow {
  project: string;
  committee: string;
  year: number;
  amount: DecimalText;
  cell?: CellReference;
}

/** What was achieved. Only an established (fastställd) outcome replaces the expected saving. */
export interface OutcomeRow extends AmountRow {
  status: "established" | "preliminary";
  source?: string;
  date?: string;
}

/** The most that a committee repays in a year, over all projects: an amount or a part of its frame. */
export interface YearlyCap {
  committee: string;
  /** All years when left out. */
  year?: number;
  amount?: DecimalText;
  shareOfFrame?: DecimalText;
  cell?: CellReference;
}

/** A committee's budget frame (budgetram) in a year, kr. */
export interface BudgetFrame {
  committee: string;
  year: number;
  amount: DecimalText;
  cell?: CellReference;
}

/** An exception (undantag) that the council has granted: what is due is waived (efterskänkt). */
export interface Waiver {
  /** All projects when left out. */
  project?: string;
  /** All committees when left out. */
  committee?: string;
  /** From the beginning when left out. */
  fromYear?: number;
  /** For good when left out. */
  toYear?: number;
  /** The part of each due amount that is waived, 0–1. */
  share: DecimalText;
  reason: string;
  decision: string;
  cell?: CellReference;
}

/** A reorganisation (nämndbyte): from `year` on, what `from` owes is owed by `to`. */
export interface Succession {
  from: string;
  to: string;
  year: number;
  /** Default 1. The shares of the rows with the same `from` and `year` sum to 1. */
  share?: DecimalText;
  cell?: CellReference;
}

/** The fund's satellite account (satellitkonto). */
export interface FundInput {
  openingBalance: DecimalText;
  openingYear: number;
  contributions?: { year: number; amount: DecimalText; cell?: CellReference }[];
}

/** What the municipality's own guideline recommends; breaking it warns, it does not stop. */
export interface Guideline {
  /** The first repayment at most so many years after the project's end. */
  firstRepaymentWithinYears?: number;
  /** The last repayment at most so many years after the project's end. */
  lastRepaymentWithinYears?: number;
}

export interface PlanInput {
  title?: string;
  committees: Committee[];
  projects: Project[];
  /** What is drawn from the fund, and by whom: C is the sum per project. */
  costs: AmountRow[];
  /** Expected savings; a negative one is an added cost. */
  savings: AmountRow[];
  outcomes?: OutcomeRow[];
  /** Repayments already booked; they count in a replan, for years before `planFrom`. */
  booked?: AmountRow[];
  frames?: BudgetFrame[];
  caps?: YearlyCap[];
  /** Who gets room under a cap first. Default oldestFirst. */
  capOrder?: "oldestFirst" | "proportional";
  /** Default 0. */
  capExtensionYears?: number;
  waivers?: Waiver[];
  successions?: Succession[];
  fund?: FundInput;
  /** For projects without a rule of their own. */
  defaultRule?: RepaymentRule;
  /** A replan: what is booked before this year stands, the rest is planned anew from it. */
  planFrom?: number;
  /** The unit repayments are rounded to, in kr. Default "1". */
  roundingUnit?: DecimalText;
  appraisal?: { rate: DecimalText; baseYear: number };
  guideline?: Guideline;
}

export type Severity = "error" | "warning";

/** A problem with the input or a remark on the plan, as a full sentence that says what to do. */
export interface Diagnostic {
  code: string;
  severity: Severity;
  /** Swedish. */
  message: string;
  /** The facts in the message, for a text in another language. */
  values?: Record<string, string | number>;
  project?: string;
  committee?: string;
  year?: number;
  cell?: CellReference;
}

/** What became of a project's cost: cost = scheduled + waived + stoppedByCap + borneByFund. */
export interface ProjectResult {
  project: string;
  cost: DecimalText;
  entitlement: DecimalText;
  scheduled: DecimalText;
  waived: DecimalText;
  stoppedByCap: DecimalText;
  borneByFund: DecimalText;
  /** First and last year of the window; null for a project that has neither cost nor years. */
  window: [number, number] | null;
}

export interface Repayment {
  project: string;
  committee: string;
  year: number;
  amount: DecimalText;
  status: "booked" | "planned";
}

/** A committee's year: change of frame = grant − repayment. */
export interface CommitteeYear {
  committee: string;
  year: number;
  grant: DecimalText;
  repayment: DecimalText;
  frameChange: DecimalText;
}

/** A year of the fund account: closing = opening + contributions − withdrawals + repayments. */
export interface FundYear {
  year: number;
  opening: DecimalText;
  contributions: DecimalText;
  withdrawals: DecimalText;
  repayments: DecimalText;
  closing: DecimalText;
}

/** Net present values in kr, to the öre. */
export interface PlanAppraisal {
  fundNpv: DecimalText;
  municipalNpv: DecimalText;
  societalNpv: DecimalText;
}

export interface RepaymentPlan {
  projects: ProjectResult[];
  /** By project, then committee, in the order listed, then year; no zero rows. */
  schedule: Repayment[];
  committeeYears: CommitteeYear[];
  /** Every year from the opening to the last event. */
  fund: FundYear[];
  appraisal?: PlanAppraisal;
  diagnostics: Diagnostic[];
}
