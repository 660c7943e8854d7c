import type { Language } from "../../i18n";
import type { DecimalText } from "../../planning/types";
import type { ReportTable } from "../types";
import type { PaperUnit } from "./roundedPlan";

/** The sections that an annex can have, in the order that they are proposed. */
export const annexSections = [
  "summary", "decisions", "committees", "projects", "results", "frames", "fund", "rules", "assumptions", "waivers", "successions", "remarks", "provenance",
] as const;
export type AnnexSectionId = (typeof annexSections)[number];

/** The sections of a follow-up's paper, in order. */
export const followUpSections = ["followUpSummary", "yearOutcomes", "yearRepayments", "missing", "comparedPlans", "reasons", "changes", "evaluation", "comparison", "followUpRemarks"] as const;
export type FollowUpSectionId = (typeof followUpSections)[number];

/** How the committees repay: their budget frames are lowered, or they are invoiced internally. */
export const repaymentForms = ["frameReduction", "internalInvoice"] as const;
export type RepaymentForm = (typeof repaymentForms)[number];

/** What the title page says, asked for once. An empty text is left out. */
export interface AnnexDetails {
  municipality: string;
  caseNumber: string;
  date: string;
  officer: string;
  recipient: string;
  /** Who decides; "" is the language's word for the council (Kommunfullmäktige). */
  decider: string;
}

/** What an annex shall be like. */
export interface AnnexChoices {
  /** The paper's own, whatever the pane speaks. */
  language: Language;
  unit: PaperUnit;
  form: RepaymentForm;
  /** Those that are included, in order. */
  sections: readonly AnnexSectionId[];
  details: AnnexDetails;
}

/** Bars by year, for a chart that the reader's program draws. */
export interface AnnexChart {
  caption: string;
  /** What it shows, for those who do not see it. */
  alternative: string;
  /** How high the highest bar is, as a sentence. */
  scale: string;
  years: readonly number[];
  /** Stacked on one another; an amount for each year. */
  series: { name: string; color: string; amounts: readonly DecimalText[] }[];
}

export type AnnexBlock =
  | { kind: "paragraph" | "note"; text: string }
  | { kind: "numbered"; items: string[] }
  | { kind: "entries"; entries: { label: string; text: string }[] }
  | { kind: "table"; table: ReportTable }
  | { kind: "chart"; chart: AnnexChart };

export interface AnnexSection {
  id: AnnexSectionId | FollowUpSectionId;
  title: string;
  blocks: AnnexBlock[];
}

/** A council paper as a document, without any format: each writer (Word, sheet, rich text) gives it its own. */
export interface Annex {
  language: Language;
  title: string;
  /** The title page's lines; only those that say something. */
  lines: { label: string; text: string }[];
  /** Who is said to have made it; "" when nobody is. */
  author: string;
  /** What unit amounts are in, and how they are rounded. */
  unitNote: string;
  unit: PaperUnit;
  /** Decimals that the tables' amounts are shown with, in their unit. */
  decimals: number;
  sections: AnnexSection[];
  /** Of the input that the plan was made from. */
  inputFingerprint: string;
  /** The same as a sentence, which ties the paper to the workbook. */
  fingerprint: string;
}
