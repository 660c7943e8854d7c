import type { Language } from "../../i18n";
import { annexTranslator } from "../paper/annexTexts";
import type { RepaymentForm } from "../paper/types";

/** What is asked for before the plan becomes a SIE file. Numbers are texts, as they are typed. */
export interface SieChoices {
  language: Language;
  /** The municipality or region. */
  organisation: string;
  form: RepaymentForm;
  /** The committees' account that a repayment is budgeted on: their frame, or what they are invoiced. */
  account: string;
  /** The account that grants are budgeted on, often the same; "" leaves the grants out. */
  grantAccount: string;
  /**
   * A row for each committee and project, with both as objects, as finance systems read it; the published format of a
   * budget row has room for one object, which without this is the committee.
   */
  byProject: boolean;
  /** The year that the finance system calls year 0; the others are counted from it. */
  budgetYear: string;
  /** The month of each year that amounts fall in, 1–12. */
  month: string;
}

/** The choices that can be wrong. */
export type SieField = Exclude<keyof SieChoices, "language" | "form" | "byProject">;

/** What stops a SIE file: a sentence, and which of the choices it is about; none when it is the plan. */
export interface SieProblem {
  field?: SieField;
  message: string;
}

/** What is wrong with the choices, each with its field; nothing when they are right. */
export function sieChoiceProblems({ language, organisation, account, grantAccount, budgetYear, month }: SieChoices): SieProblem[] {
  const translate = annexTranslator(language);
  const problems: [wrong: boolean, problem: SieProblem][] = [
    [organisation.trim() === "", { field: "organisation", message: translate("annex:sie.organisationMissing") }],
    [!isAccount(account), { field: "account", message: account.trim() === "" ? translate("annex:sie.accountMissing") : translate("annex:sie.accountWrong", { account: account.trim() }) }],
    [grantAccount.trim() !== "" && !isAccount(grantAccount), { field: "grantAccount", message: translate("annex:sie.accountWrong", { account: grantAccount.trim() }) }],
    [!isWhole(budgetYear, 1990, 2150), { field: "budgetYear", message: budgetYear.trim() === "" ? translate("annex:sie.yearMissing") : translate("annex:sie.yearWrong", { year: budgetYear.trim() }) }],
    [!isWhole(month, 1, 12), { field: "month", message: month.trim() === "" ? translate("annex:sie.monthMissing") : translate("annex:sie.monthWrong", { month: month.trim() }) }],
  ];
  return problems.flatMap(([wrong, problem]) => (wrong ? [problem] : []));
}

function isAccount(text: string): boolean {
  return /^\d{3,6}$/.test(text.trim());
}

function isWhole(text: string, least: number, most: number): boolean {
  return /^\d{1,4}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
}
